import { and, eq } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { hiddenPostings } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { isLive } from "@/lib/postings/queries/live";

/** Hides a live posting from the actor's matches and alerts. Throws `not_found` where there is no such posting in public. */
export function hidePosting(actor: Actor, { postingId }: { postingId: string }) {
  return inTransaction(async (tx) => {
    const [posting] = await tx
      .select({ id: postings.id })
      .from(postings)
      .where(and(eq(postings.id, postingId), isLive()));
    if (!posting) throw new DomainError("not_found", "This posting no longer exists.");
    const [hidden] = await tx
      .insert(hiddenPostings)
      .values({ userId: actor.userId, postingId, at: tx.now })
      .onConflictDoNothing()
      .returning({ postingId: hiddenPostings.postingId });
    if (hidden) await record(tx, { type: "posting.hidden", actorId: actor.userId, postingId });
  });
}

/** Shows a hidden posting to the actor again. One that is not hidden is left as it is. */
export function showPosting(actor: Actor, { postingId }: { postingId: string }) {
  return inTransaction(async (tx) => {
    const [shown] = await tx
      .delete(hiddenPostings)
      .where(and(eq(hiddenPostings.userId, actor.userId), eq(hiddenPostings.postingId, postingId)))
      .returning({ postingId: hiddenPostings.postingId });
    if (shown) await record(tx, { type: "posting.shown", actorId: actor.userId, postingId });
  });
}
