import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { one } from "@/lib/present";
import { confirmedWithinDays } from "../rules";

/** The product's time, evaluated once a statement. */
export const clock = sql`(select app_now())`;

/** Published, no mark in force, its company not suspended: what may be live as far as no clock is asked. */
export const isShown = () =>
  and(
    eq(postings.state, "published"),
    isNull(postings.frozenAt),
    isNull(postings.pausedAt),
    sql`not exists (select 1 from companies where companies.id = ${postings.companyId} and companies.suspended_at is not null)`,
  ) as SQL;

/**
 * What everyone may see: shown, begun, not expired, confirmed lately. The one definition, for page, search, API, feeds and alerts.
 */
export const isLive = () =>
  and(
    isShown(),
    or(isNull(postings.publishAt), lte(postings.publishAt, clock)),
    gt(postings.expiresAt, clock),
    gt(postings.confirmedAt, sql`${clock} - make_interval(days => ${confirmedWithinDays}::int)`),
  ) as SQL;

/** Until when a shown posting is live, as `isLive` has it. */
export const liveUntil = sql`least(${postings.expiresAt}, ${postings.confirmedAt} + make_interval(days => ${confirmedWithinDays}::int))`;

/**
 * The next instant at which time alone changes what is public, in milliseconds since 1970; null without one: a posting begins or ceases to be
 * live, as `isLive` has it, or an application counts as not answered in time.
 */
export async function findNextPublicMoment(): Promise<number | null> {
  const rows = await db().execute<{ next: string | null }>(sql`
    select extract(epoch from least(
      (select min(publish_at) from postings where state = 'published' and publish_at > ${clock}),
      (select min(expires_at) from postings where state = 'published' and expires_at > ${clock}),
      (select min(confirmed_at) from postings where state = 'published'
        and confirmed_at > ${clock} - make_interval(days => ${confirmedWithinDays}::int)) + make_interval(days => ${confirmedWithinDays}::int),
      (select min(reply_by) from applications where answered_at is null and reply_by > ${clock})
    )) * 1000 as next`);
  const { next } = one(rows);
  return next === null ? null : Number(next);
}
