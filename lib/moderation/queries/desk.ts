import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { isIncompleteImport } from "@/lib/postings/queries/imports";
import { present } from "@/lib/present";
import { mostWaiting } from "../lists";
import { listChangedCompanies } from "./companies";
import { listPostingsToReview } from "./postings";
import { countWaiting, firstWaiting, type Paging, pageOf, pageSize, type Waiting } from "./queue";

/** One page of the queue: all that waits for an admin, oldest first, with who is reviewing it; postings with their reasons for a second look. */
export async function listReviewQueue(admin: Admin, { after, limit = pageSize }: Paging = {}) {
  const waiting = await db().execute<Waiting & { since: string }>(firstWaiting({ after, limit: limit + 1 }));
  const { page, next } = pageOf(waiting, limit, ({ since }) => new Date(since));
  const idsOf = (kind: Waiting["kind"]) => page.filter((one) => one.kind === kind).map(({ id }) => id);
  const [ofPostings, ofCompanies] = [idsOf("posting"), idsOf("company")];
  const [found, companies] = await Promise.all([
    ofPostings.length > 0 ? listPostingsToReview(admin, ofPostings) : [],
    ofCompanies.length > 0 ? listChangedCompanies(admin, ofCompanies) : [],
  ]);
  const rows = new Map<string, Found>([
    ...found.map((row) => [row.id, { kind: "posting" as const, ...row }] as const),
    ...companies.map((row) => [row.id, { kind: "company" as const, ...row }] as const),
  ]);
  // What was decided between the two statements is left out.
  return {
    rows: page.flatMap(({ id, since }) => {
      const row = rows.get(id);
      return row ? [{ ...row, since: new Date(since) }] : [];
    }),
    next,
  };
}

type Found =
  | ({ kind: "posting" } & Awaited<ReturnType<typeof listPostingsToReview>>[number])
  | ({ kind: "company" } & Awaited<ReturnType<typeof listChangedCompanies>>[number]);

/**
 * How many postings and changed companies wait for review, how many postings are incomplete imports, and how many are frozen: each counted up to
 * one more than `mostWaiting`.
 */
export async function countDesk(
  _: Admin,
): Promise<{ postings: number; companies: number; incomplete: number; frozen: number }> {
  const upTo = (where: SQL) =>
    sql<number>`(select count(*)::int from (select 1 from ${postings} where ${where} limit ${mostWaiting + 1}::int) as counted)`;
  const [counts] = await db().execute<Awaited<ReturnType<typeof countDesk>>>(sql`
    select ${countWaiting.postings} as postings, ${countWaiting.companies} as companies,
      ${upTo(isIncompleteImport())} as incomplete,
      ${upTo(present(and(eq(postings.state, "published"), isNotNull(postings.frozenAt))))} as frozen`);
  return present(counts);
}
