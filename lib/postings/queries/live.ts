import { and, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { confirmedWithinDays } from "../rules";

/** The product's time, evaluated once a statement. */
export const clock = sql`(select app_now())`;

/**
 * What everyone may see: published, no mark in force, not expired, confirmed lately, its company not suspended. The one definition,
 * for page, search, API, feeds and alerts.
 */
export function isLive(): SQL {
  return and(
    eq(postings.state, "published"),
    isNull(postings.frozenAt),
    isNull(postings.pausedAt),
    or(isNull(postings.publishAt), lte(postings.publishAt, clock)),
    gt(postings.expiresAt, clock),
    gt(postings.confirmedAt, sql`${clock} - make_interval(days => ${confirmedWithinDays}::int)`),
    sql`not exists (select 1 from companies where companies.id = ${postings.companyId} and companies.suspended_at is not null)`,
  ) as SQL;
}
