import { inTransaction, type Transaction } from "@/db/client";
import type { Admin } from "@/lib/auth/input";
import * as companies from "@/lib/companies/commands/changes";
import type { ApproveChange, DecideChange } from "@/lib/companies/input";
import { endClaim } from "./claim";

/** Finds nothing wrong with what a company changed. Throws as `lockChange`. */
export const approveChange = (admin: Admin, input: ApproveChange) =>
  decide(admin, companies.approveChange, input);

/** Asks the owners to change it again, for a reason that they are told by mail and on their page. Throws as `lockChange`. */
export const sendChangeBack = (admin: Admin, input: DecideChange) =>
  decide(admin, companies.sendChangeBack, input);

/** Removes what a company says of itself and its logo, for a reason that the owners are told likewise. Throws as `lockChange`. */
export const takeChangeDown = (admin: Admin, input: DecideChange) =>
  decide(admin, companies.takeChangeDown, input);

function decide<Input extends ApproveChange>(
  admin: Admin,
  how: (tx: Transaction, admin: Admin, input: Input) => Promise<void>,
  input: Input,
): Promise<void> {
  return inTransaction(async (tx) => {
    await how(tx, admin, input);
    await endClaim(tx, input);
  });
}
