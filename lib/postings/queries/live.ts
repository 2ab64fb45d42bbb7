import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
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
