import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/auth";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { reports } from "@/db/schema/reports";
import type { Admin } from "@/lib/auth/input";
import { standingNow } from "@/lib/postings/queries/live";
import type { ReportReason } from "./lists";

const pageSize = 50;

/** The oldest open report of its posting, so that each posting is in the queue once. */
const isFirstOfPosting = sql`not exists (
  select 1 from reports earlier where earlier.posting_id = ${reports.postingId} and earlier.state = 'open'
    and (earlier.at, earlier.id) < (${reports.at}, ${reports.id}))`;

const ofPosting = sql`from reports r where r.posting_id = ${reports.postingId} and r.state = 'open'`;

/**
 * The postings with open reports, the one reported first at the front: one page from after the report `after`, and where the next one begins,
 * or null. Each with how many reports are open, how many of them count towards freezing, and their reasons.
 */
export async function listReported(_: Admin, after?: string) {
  const rows = await db()
    .select({
      id: reports.id,
      postingId: reports.postingId,
      at: reports.at,
      title: postings.title,
      companyName: companies.name,
      standing: standingNow,
      closeReason: postings.closeReason,
      count: sql<number>`(select count(*)::int ${ofPosting})`,
      weighty: sql<number>`(select count(*)::int ${ofPosting} and r.weighs)`,
      reasons: sql<ReportReason[]>`(select array_agg(distinct r.reason) ${ofPosting})`,
    })
    .from(reports)
    .innerJoin(postings, eq(postings.id, reports.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        eq(reports.state, "open"),
        isFirstOfPosting,
        after
          ? sql`(${reports.at}, ${reports.id}) > (select l.at, l.id from reports l where l.id = ${after}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(reports.at), asc(reports.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { reported: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** How many postings have open reports. */
export async function countReported(_: Admin): Promise<number> {
  const [row] = await db()
    .select({ n: sql<number>`count(distinct ${reports.postingId})::int` })
    .from(reports)
    .where(eq(reports.state, "open"));
  return row?.n ?? 0;
}

/** The open reports of a posting, oldest first, at most 50. */
export function listOpenReports(_: Admin, postingId: string) {
  return db()
    .select({
      id: reports.id,
      at: reports.at,
      reason: reports.reason,
      words: reports.words,
      weighs: reports.weighs,
      hasAccount: sql<boolean>`${reports.reporterId} is not null`,
    })
    .from(reports)
    .where(and(eq(reports.postingId, postingId), eq(reports.state, "open")))
    .orderBy(asc(reports.at), asc(reports.id))
    .limit(50);
}

/** What the mail to a reporter needs; null where they reported without an account, or have none any more. */
export async function findReportFacts(reportId: string) {
  const [row] = await db()
    .select({
      reporterId: users.id,
      email: users.email,
      title: postings.title,
      companyName: companies.name,
      standing: standingNow,
    })
    .from(reports)
    .innerJoin(users, eq(users.id, reports.reporterId))
    .innerJoin(postings, eq(postings.id, reports.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(reports.id, reportId));
  return row ?? null;
}
