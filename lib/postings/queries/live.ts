import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { PostingStanding } from "../lists";
import { askToConfirmAfterDays, confirmedWithinDays } from "../rules";

/** The product's time, evaluated once a statement. */
export const clock = sql`(select app_now())`;

const isSuspended = sql`exists (
  select 1 from companies where companies.id = ${postings.companyId} and companies.suspended_at is not null)`;

const daysAgo = (days: number) => sql`${clock} - make_interval(days => ${days}::int)`;

/** Published, no mark in force, its company not suspended: what may be live as far as no clock is asked. */
export const isShown = () =>
  and(
    eq(postings.state, "published"),
    isNull(postings.frozenAt),
    isNull(postings.pausedAt),
    sql`not ${isSuspended}`,
  ) as SQL;

/**
 * What everyone may see: shown, begun, not expired, confirmed lately. The one definition, for page, search, API, feeds and alerts.
 */
export const isLive = () =>
  and(
    isShown(),
    or(isNull(postings.publishAt), lte(postings.publishAt, clock)),
    gt(postings.expiresAt, clock),
    gt(postings.confirmedAt, daysAgo(confirmedWithinDays)),
  ) as SQL;

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
