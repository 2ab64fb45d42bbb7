import { eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { reviewClaims } from "@/db/schema/moderation";
import type { Admin } from "@/lib/auth/input";
import { record } from "@/lib/events/commands";
import { lockPosting } from "@/lib/postings/commands/lock";
import { firstWaiting, type QueuePlace } from "@/lib/postings/queries/review";
import type { OneReview } from "../input";
import { claimMinutes } from "../lists";
import { refuseIfDecided } from "./decided";

/**
 * Makes the posting that waits longest, of those behind `after`, the admin's to review for 20 minutes, and gives its id: none that another
 * admin is reviewing. What the admin had before is free again. Null where none is left.
 */
export function claimNext(admin: Admin, after?: QueuePlace): Promise<string | null> {
  return inTransaction(async (tx) => {
    // One at a time, so that two admins who ask at once get different postings.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('review_claims'))`);
    await tx.delete(reviewClaims).where(eq(reviewClaims.adminId, admin.userId));
    const isFree = sql`not exists (
      select 1 from review_claims c where c.posting_id = waits.id and c.until > ${tx.now.toISOString()}::timestamptz)`;
    const [next] = await tx.execute<{ id: string }>(firstWaiting({ after, limit: 1, but: isFree }));
    if (!next) return null;
    await claim(tx, admin, next.id);
    return next.id;
  });
}

/** Makes a posting that waits the admin's to review, whoever was reviewing it. Throws `not_found`, and `conflict` where it was decided meanwhile. */
export function takeOver(admin: Admin, { id }: OneReview): Promise<void> {
  return inTransaction(async (tx) => {
    await refuseIfDecided(tx, id);
    await tx.delete(reviewClaims).where(eq(reviewClaims.adminId, admin.userId));
    await claim(tx, admin, id);
  });
}

async function claim(tx: Transaction, admin: Admin, postingId: string) {
  const { companyId } = await lockPosting(tx, postingId);
  const claimed = { adminId: admin.userId, until: new Date(tx.now.getTime() + claimMinutes * 60_000) };
  await tx
    .insert(reviewClaims)
    .values({ postingId, ...claimed })
    .onConflictDoUpdate({ target: reviewClaims.postingId, set: claimed });
  await record(tx, { type: "review.claimed", actorId: admin.userId, companyId, postingId });
}
