import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";

/** The postings that wait for an admin: those in review, and published ones with a change that is. By their indexes, so few rows are read. */
export const waitsForReview = sql<boolean>`${postings}.id in (${waiting()})`;

/** Since when it waits: the moment also names the version that an admin saw. */
export const waitsSince =
  sql<Date | null>`case when ${postings}.state = 'in_review' then ${postings}.submitted_at
  else (select v.submitted_at from pending_versions v where v.posting_id = ${postings}.id and v.sent_back_at is null) end`.mapWith(
    postings.submittedAt,
  );

/** So many postings that wait are counted; of more it is enough to know that there are more. */
export const mostWaiting = 999;

/** How many postings wait for an admin, counted up to one more than `mostWaiting`: it costs no more for a hundred times as many. */
export const countWaiting = sql<number>`(
  select count(*)::int from (${waiting()} limit ${mostWaiting + 1}::int) as counted)`;

/** Where a page of the queue begins: behind the posting that waits since then. */
export type QueuePlace = { since: Date; id: string };

/**
 * The first of those that wait, oldest first, as rows of `id` and `since`: each of the two kinds is read from its index in that order, so a
 * page costs the same however many wait. `but` is a condition on `waits.id`.
 */
export function firstWaiting({ after, limit, but }: { after?: QueuePlace; limit: number; but?: SQL }): SQL {
  const beyond = after
    ? sql`and (waits.since, waits.id) > (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const first = (from: SQL) => sql`(
    select waits.id, waits.since from (${from}) waits where ${but ?? sql`true`} ${beyond}
    order by waits.since, waits.id limit ${limit}::int)`;
  return sql`
    select id, since from (
      ${first(sql`select p.id, p.submitted_at as since from postings p where p.state = 'in_review'`)}
      union all
      ${first(sql`select v.posting_id as id, v.submitted_at as since from pending_versions v
        where v.sent_back_at is null and exists (select 1 from postings p where p.id = v.posting_id and p.state = 'published')`)}
    ) both_kinds order by since, id limit ${limit}::int`;
}

function waiting() {
  return sql`
  select p.id from postings p where p.state = 'in_review'
  union all
  select v.posting_id from pending_versions v join postings p on p.id = v.posting_id
  where v.sent_back_at is null and p.state = 'published'`;
}
