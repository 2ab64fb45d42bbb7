import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { mostWaiting } from "../lists";

/** What waits for an admin: a posting in review or the change of a published one, or what a company changed of its name, words or logo. */
export type Waiting = { kind: "posting" | "company"; id: string };

/** Where a page of the queue begins: behind what waits since then. */
export type QueuePlace = { since: Date; id: string };

/** One page of a list of the desk, from behind the place `after`. */
export type Paging = { after?: QueuePlace; limit?: number };
export const pageSize = 50;

/** A page of rows that were asked for with one more, and behind which place the next one begins; null on the last. */
export function pageOf<Row extends { id: string }>(
  rows: Row[],
  limit: number,
  sinceOf: (row: Row) => Date,
): { page: Row[]; next: QueuePlace | null } {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { page, next: last ? { since: sinceOf(last), id: last.id } : null };
}

const postingsInReview = sql`
  select p.id, p.submitted_at as since from postings p where p.state = 'in_review'`;
const changedPostings = sql`
  select v.posting_id as id, v.submitted_at as since from pending_versions v
  where v.sent_back_at is null and exists (select 1 from postings p where p.id = v.posting_id and p.state = 'published')`;
const changedCompanies = sql`
  select w.company_id as id, w.changed_at as since from company_changes w
  where w.sent_back_at is null and exists (
    select 1 from companies c where c.id = w.company_id and c.closed_at is null and c.suspended_at is null)`;

/**
 * The first of all that waits, oldest first, as rows of `kind`, `id` and `since`: each source is read from its index in that order, so a page
 * costs the same however many wait. `but` is a condition on `waits.id`.
 */
export function firstWaiting({ after, limit, but }: { after?: QueuePlace; limit: number; but?: SQL }): SQL {
  const beyond = after
    ? sql`and (waits.since, waits.id) > (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const first = (kind: Waiting["kind"], from: SQL) => sql`(
    select ${kind}::text as kind, waits.id, waits.since from (${from}) waits where ${but ?? sql`true`} ${beyond}
    order by waits.since, waits.id limit ${limit}::int)`;
  return sql`
    select kind, id, since from (
      ${first("posting", postingsInReview)} union all ${first("posting", changedPostings)}
      union all ${first("company", changedCompanies)}
    ) as queue order by since, id limit ${limit}::int`;
}

const upToMost = (from: SQL) => sql<number>`(
  select count(*)::int from (${from} limit ${mostWaiting + 1}::int) as counted)`;

/** How many of each kind wait, each counted up to one more than `mostWaiting`: it costs no more for a hundred times as many. */
export const countWaiting = {
  postings: upToMost(sql`${postingsInReview} union all ${changedPostings}`),
  companies: upToMost(changedCompanies),
};

/** Since when what a company changed waits; null where nothing does. */
export const changedSince = (companyId: SQL) =>
  sql<Date | null>`(select since from (${changedCompanies}) as changed where changed.id = ${companyId})`.mapWith(
    postings.submittedAt,
  );

/** The postings that wait. By their indexes, so few rows are read. */
export const waitsForReview = sql<boolean>`${postings}.id in (
  select id from (${postingsInReview} union all ${changedPostings}) as waiting)`;

/** Since when a posting waits: the moment also names the version that an admin saw. */
export const waitsSince =
  sql<Date | null>`case when ${postings}.state = 'in_review' then ${postings}.submitted_at
  else (select v.submitted_at from pending_versions v where v.posting_id = ${postings}.id and v.sent_back_at is null) end`.mapWith(
    postings.submittedAt,
  );

/** Who is reviewing something, and until when it is theirs. */
export type Claim = { adminId: string; name: string; until: string };

/** The claim on what `where` says of `c`, a row of claims, as of now; null where nobody reviews it. */
export const claimOn = (where: SQL) => sql<Claim | null>`(
  select json_build_object('adminId', u.id, 'name', coalesce(u.name, u.email), 'until', c.until)
  from review_claims c join users u on u.id = c.admin_id
  where ${where} and c.until > (select app_now()))`;
