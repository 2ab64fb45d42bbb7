import { inTransaction, type Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import { tellOfRevision } from "@/lib/applications/commands";
import type { Admin } from "@/lib/auth/input";
import * as postings from "@/lib/postings/commands/decide";
import type { ApprovePosting, RemovePosting, SendPostingBack } from "./input";

/**
 * Approves what of a posting waits: the posting, which is published, or a change of a published one, of which those who applied are told; gives which of the two, and whether the posting waits for its time.
 * Throws `not_found`; `conflict` if another admin was quicker, or the company submitted another version; `invalid` at every missing field.
 */
export function approvePosting(admin: Admin, input: ApprovePosting) {
  return inTransaction(async (tx) => {
    const approved = await postings.publishPosting(tx, admin, input);
    await decide(tx, admin, input.id, "approve", []);
    if (approved.as === "change") await tellOfRevision(tx, approved.revised);
    return approved.as;
  });
}

/** Sends it back to its writer with a reason for each field. Throws `not_found` or `conflict`. */
export function sendPostingBack(admin: Admin, { reasons, ...input }: SendPostingBack) {
  return inTransaction(async (tx) => {
    await postings.sendPostingBack(tx, admin, input);
    await decide(tx, admin, input.id, "send_back", reasons);
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
