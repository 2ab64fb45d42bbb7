import { sql } from "drizzle-orm";
import { inTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { record } from "@/lib/events/commands";
import { isLive } from "@/lib/postings/queries/live";

/** How long before it closes one is reminded of a saved posting. */
const daysAhead = 3;
const batch = 500;

/**
 * The worker's task: records for each saved posting that closes within three days that its owner is to be told, once for ever. Those who
 * applied, who want no reminders or who are suspended are not told. The marks and the events are kept together, batch by batch.
 */
export async function remindOfClosing() {
  while ((await remindSome()) === batch);
}

const remindSome = () =>
  inTransaction(async (tx) => {
    const soon = sql`${tx.now.toISOString()}::timestamptz + make_interval(days => ${daysAhead}::int)`;
    const reminded = await tx.execute<{ userId: string; postingId: string }>(sql`
      with due as (
        select s.user_id, s.posting_id
        from ${postings} join saved_postings s on s.posting_id = ${postings.id} join users u on u.id = s.user_id
        where ${postings.expiresAt} <= ${soon} and ${isLive()} and s.removed_at is null and s.reminded_at is null and u.suspended_at is null
          and not exists (select 1 from stopped_reminders o where o.user_id = s.user_id)
          and not exists (select 1 from applications a where a.posting_id = s.posting_id and a.candidate_id = s.user_id)
        limit ${batch}::int for update of s skip locked
      )
      update saved_postings set reminded_at = ${tx.now.toISOString()}::timestamptz from due
      where saved_postings.user_id = due.user_id and saved_postings.posting_id = due.posting_id
      returning saved_postings.user_id as "userId", saved_postings.posting_id as "postingId"`);
    if (reminded.length > 0)
      await record(
        tx,
        ...reminded.map(({ userId, postingId }) => ({
          type: "posting.closing" as const,
          actorId: null,
          postingId,
          data: { userId },
        })),
      );
    return reminded.length;
  });
