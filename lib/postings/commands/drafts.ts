import { eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import type { OnePosting } from "../input";
import { refuseToDelete, takeBack } from "../life";
import { deleteRevision } from "./edit";
import { type LockedPosting, lockPostingFor } from "./lock";

/** Deletes a draft for good. Throws `not_found`, also when it was deleted before, or `conflict` when it is no draft. */
export function deletePosting(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    await deleteLocked(tx, actor, await lockPostingFor(tx, actor, id));
  });
}

/** The same of a posting that is locked, in the caller's transaction. */
export async function deleteLocked(tx: Transaction, actor: Actor, posting: Locked) {
  refuseToDelete(posting);
  await tx.delete(postings).where(eq(postings.id, posting.id));
  await record(tx, {
    type: "posting.deleted",
    actorId: actor.userId,
    companyId: posting.companyId,
    postingId: posting.id,
  });
}

/**
 * Takes a posting back from review, or from the time for which it was approved, so that it can be edited as a draft. Throws `not_found`, or
 * `conflict` when it is public by now.
 */
export function takePostingBack(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    await takeBackLocked(tx, actor, await lockPostingFor(tx, actor, id));
  });
}

/** The same of a posting that is locked, in the caller's transaction; returns it as a draft. */
export async function takeBackLocked<One extends Locked>(tx: Transaction, actor: Actor, posting: One) {
  const columns = takeBack(posting, tx.now);
  await tx
    .update(postings)
    .set({ ...columns, updatedAt: tx.now })
    .where(eq(postings.id, posting.id));
  // The draft is reviewed as a whole, so a change of what was approved waits for nobody any more.
  await deleteRevision(tx, posting.id);
  await record(tx, {
    type: "posting.taken_back",
    actorId: actor.userId,
    companyId: posting.companyId,
    postingId: posting.id,
  });
  return { ...posting, ...columns };
}

type Locked = Pick<LockedPosting, "id" | "companyId" | "state" | "publishAt">;
