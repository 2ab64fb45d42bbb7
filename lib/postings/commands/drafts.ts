import { eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { OnePosting } from "../input";
import { refuseToDelete, takeBack } from "../life";
import { deleteRevision } from "./edit";
import { lockPostingFor } from "./lock";

/** Deletes a draft for good. Throws `not_found`, also when it was deleted before, or `conflict` when it is no draft. */
export function deletePosting(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    refuseToDelete(posting);
    await tx.delete(postings).where(eq(postings.id, id));
    await record(tx, {
      type: "posting.deleted",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}

/**
 * Takes a posting back from review, or from the time for which it was approved, so that it can be edited as a draft. Throws `not_found`, or
 * `conflict` when it is public by now.
 */
export function takePostingBack(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    await tx
      .update(postings)
      .set({ ...takeBack(posting, tx.now), updatedAt: tx.now })
      .where(eq(postings.id, id));
    // The draft is reviewed as a whole, so a change of what was approved waits for nobody any more.
    await deleteRevision(tx, id);
    await record(tx, {
      type: "posting.taken_back",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}
