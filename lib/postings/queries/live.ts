import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { one, present } from "@/lib/present";
import { askToConfirmAfterDays, confirmedWithinDays } from "../life-days";
import type { PostingStanding } from "../lists";

/** The product's time, evaluated once a statement. */
export const clock = sql`(select app_now())`;

const isSuspended = sql`exists (
  select 1 from companies where companies.id = ${postings.companyId} and companies.suspended_at is not null)`;

const daysAgo = (days: number) => sql`${clock} - make_interval(days => ${days}::int)`;

/** Published, no mark in force, its company not suspended: what may be live as far as no clock is asked. */
export const isShown = (): SQL =>
  present(
    and(
      eq(postings.state, "published"),
      isNull(postings.frozenAt),
      isNull(postings.pausedAt),
      sql`not ${isSuspended}`,
    ),
  );

/**
 * What everyone may see: shown, begun, not expired, confirmed lately. The one definition, for page, search, API, feeds and alerts.
 */
export const isLive = (): SQL =>
  present(
    and(
      isShown(),
      or(isNull(postings.publishAt), lte(postings.publishAt, clock)),
      gt(postings.expiresAt, clock),
      gt(postings.confirmedAt, daysAgo(confirmedWithinDays)),
    ),
  );

/** Until when a shown posting is live, as `isLive` has it. */
export const liveUntil = sql`least(${postings.expiresAt}, ${postings.confirmedAt} + make_interval(days => ${confirmedWithinDays}::int))`;

/** Where a posting stands now: "live" exactly where `isLive`, and otherwise the first reason why it is not. */
export const standingNow = sql<PostingStanding>`case
  when ${postings.state} <> 'published' then ${postings.state}
  when ${postings.frozenAt} is not null then 'frozen'
  when ${isSuspended} then 'suspended'
  when ${postings.expiresAt} <= ${clock} then 'expired'
  when ${postings.publishAt} > ${clock} then 'scheduled'
  when ${postings.pausedAt} is not null then 'paused'
  when ${postings.confirmedAt} <= ${daysAgo(confirmedWithinDays)} then 'unconfirmed'
  else 'live' end`;

/** Whether it is time to ask the company of a published posting if it is still open: the posting says so until it is confirmed. */
export const isUnconfirmed = sql<boolean>`${postings.confirmedAt} <= ${daysAgo(askToConfirmAfterDays)}`;

/**
 * The next instant at which time alone changes what is public, in milliseconds since 1970; null without one: a posting begins or ceases to be
 * live, as `isLive` has it, it is not confirmed lately, or an application counts as not answered in time.
 */
export async function findNextPublicMoment(): Promise<number | null> {
  const rows = await db().execute<{ next: string | null }>(sql`
    select extract(epoch from least(
      (select min(publish_at) from postings where state = 'published' and publish_at > ${clock}),
      (select min(expires_at) from postings where state = 'published' and expires_at > ${clock}),
      (select min(confirmed_at) from postings where state = 'published'
        and confirmed_at > ${clock} - make_interval(days => ${confirmedWithinDays}::int)) + make_interval(days => ${confirmedWithinDays}::int),
      (select min(confirmed_at) from postings where state = 'published'
        and confirmed_at > ${clock} - make_interval(days => ${askToConfirmAfterDays}::int)) + make_interval(days => ${askToConfirmAfterDays}::int),
      (select min(reply_by) from applications where answered_at is null and reply_by > ${clock})
    )) * 1000 as next`);
  const { next } = one(rows);
  return next === null ? null : Number(next);
}

/** How many live postings each of these companies has, by address; one with none is left out. */
export async function countLiveOf(slugs: readonly string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await db()
    .select({ slug: companies.slug, n: sql<number>`count(*)::int` })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(inArray(companies.slug, [...slugs]), isLive()))
    .groupBy(companies.slug);
  return new Map(rows.map(({ slug, n }) => [slug, n]));
}
