import { inTransaction, type Transaction } from "@/db/client";
import { followApplicant } from "@/lib/applications/commands/address";
import { refuseAddress, settleAddress, takeBackAddress } from "@/lib/auth/address/commands";
import type { Moved } from "@/lib/auth/address/mails";
import type { Actor, ChangeAddress, RestoreAddress } from "@/lib/auth/input";
import { followAddress } from "@/lib/companies/commands/address";

/**
 * Moves the actor's account to the address that they asked for, with what is bound to the old one, and ends their sessions but for the one
 * that began with `token`. Throws `invalid` at the fields of wrong codes, `rate_limited` after five tries, and `conflict` where the
 * address got an account meanwhile.
 */
export async function changeAddress(actor: Actor, codes: ChangeAddress, token: string) {
  const outcome = await inTransaction(async (tx) => {
    const settled = await settleAddress(tx, actor, codes, token);
    if (typeof settled === "object" && "moved" in settled) await follow(tx, settled.moved);
    return settled;
  });
  refuseAddress(outcome);
}

/** Undoes a change of an address for who has the link that went to the old one, and ends all sessions of the account. Throws `not_found`. */
export function restoreAddress({ token }: RestoreAddress) {
  return inTransaction(async (tx) => follow(tx, await takeBackAddress(tx, token)));
}

async function follow(tx: Transaction, moved: Moved) {
  await followApplicant(tx, moved);
  await followAddress(tx, moved);
}
