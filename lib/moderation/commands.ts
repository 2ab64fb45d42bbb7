import { inTransaction, type Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import type { Admin } from "@/lib/auth/input";
import * as postings from "@/lib/postings/commands/decide";
import type { ApprovePosting, RemovePosting, SendPostingBack } from "./input";

/** Puts a posting in review live at once. Throws `not_found`, `conflict` if another admin was quicker, `invalid` at every missing field. */
export function approvePosting(admin: Admin, { id }: ApprovePosting) {
  return inTransaction(async (tx) => {
    await postings.publishPosting(tx, admin, id);
    await decide(tx, admin, id, "approve", []);
  });
}

/** Sends it back to its writer with a reason for each field. Throws `not_found` or `conflict`. */
export function sendPostingBack(admin: Admin, { id, reasons }: SendPostingBack) {
  return inTransaction(async (tx) => {
    await postings.sendPostingBack(tx, admin, id);
    await decide(tx, admin, id, "send_back", reasons);
  });
}

/** Removes a published posting for a public reason. Throws `not_found` or `conflict`. */
export function removePosting(admin: Admin, { id, reason }: RemovePosting) {
  return inTransaction(async (tx) => {
    await postings.removePosting(tx, admin, id, reason);
    await decide(tx, admin, id, "remove", [{ field: "other", message: reason }]);
  });
}

async function decide(
  tx: Transaction,
  admin: Admin,
  postingId: string,
  kind: (typeof decisions.$inferInsert)["kind"],
  reasons: { field: string; message: string }[],
) {
  await tx.insert(decisions).values({ postingId, adminId: admin.userId, kind, reasons, at: tx.now });
}
