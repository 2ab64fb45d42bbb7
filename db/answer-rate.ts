import { type SQL, sql } from "drizzle-orm";
import { fewestForRate } from "@/lib/applications/lists";

/** Whether an application `a` was answered by the promised day. */
export const isInTime = sql`coalesce(a.answered_at <= a.reply_by, false)`;

/**
 * Whether an application `a` counts for the answer rate: it was answered, or its day has passed; one that was withdrawn before its day without an
 * answer does not count.
 */
export const isRated = sql`(a.answered_at is not null
  or (a.reply_by <= (select app_now()) and not (a.state = 'withdrawn' and coalesce(a.withdrawn_at, a.updated_at) <= a.reply_by)))`;

/**
 * The public answer rate, defined once for postings and companies: of the applications for which `isCounted` holds, a condition on their posting
 * as `a.posting_id`, the share that was answered in time, erased ones included. From 0 to 1 with two decimals; null below ten applications. It is
 * beside the tables because rooms use it that may not import `applications`.
 */
export const answerRateOf = (isCounted: SQL) => sql<string | null>`(
  select case when sum(c.sent) >= ${fewestForRate}::int then round(sum(c.in_time)::numeric / nullif(sum(c.rated), 0), 2) end
  from (
    select count(*) as sent, count(*) filter (where ${isInTime}) as in_time, count(*) filter (where ${isRated}) as rated
    from applications a where ${isCounted}
    union all
    select coalesce(sum(a.count), 0), coalesce(sum(a.count) filter (where a.is_in_time), 0), coalesce(sum(a.count) filter (where a.is_rated), 0)
    from erased_applications a where ${isCounted}
  ) c)`;
