import { and, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { findBoard } from "@/lib/board/start";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import type { SearchCriteria } from "../criteria";
import type { Place } from "../cursor";
import { type ReadySearch, whereOf } from "./compile";
import { type Count, countsOf } from "./facets";
import { findMatchPage } from "./match";
import { runOnBoard } from "./on-board";
import { relevanceOf } from "./relevance";
import { runSql } from "./run-sql";

export type SearchRequest = {
  ready: ReadySearch;
  after: Place | null;
  limit: number;
  profile?: ReadyProfile;
};
/** `age` in seconds: 0, but for a large board that is behind. */
export type SearchResult = { counts: Count[]; page: { ids: string[]; next: Place | null }; age: number };

/** The counts of a search and a page of it: by the board where it can, else by SQL; the same either way. */
export async function runSearch(request: SearchRequest): Promise<SearchResult> {
  const { ready, after, limit, profile } = request;
  const found = await findBoard();
  if (!found) return runBySql(request);
  const order = orderOf(ready.criteria, profile);
  const isMatch = order === "match";
  const [onBoard, matches] = await Promise.all([
    runOnBoard(found.board, ready, isMatch ? null : { order, after, limit }),
    isMatch ? findPage(request) : null,
  ]);
  if (!onBoard) return runBySql(request);
  return {
    counts: onBoard.counts,
    page: matches ?? onBoard.page ?? (await findPage(request)),
    age: found.age,
  };
}

/** The same by PostgreSQL alone: exact for every question. Throws `too_slow`. */
export async function runBySql(request: SearchRequest): Promise<SearchResult> {
  const [counts, page] = await Promise.all([runSql<Count>(countsOf(request.ready)), findPage(request)]);
  return { counts, page, age: 0 };
}

/** The ids of all postings that a search finds, newest first, in pages of at most `limit`, each read when it is asked for. */
export async function* listAllFound(ready: ReadySearch, limit: number): AsyncGenerator<string[]> {
  const newest: ReadySearch = { ...ready, criteria: { ...ready.criteria, sort: "newest" } };
  let after: Place | null = null;
  do {
    const { ids, next }: SearchResult["page"] = await findPage({ ready: newest, after, limit });
    yield ids;
    after = next;
  } while (after);
}

type Order = NonNullable<SearchCriteria["sort"]>;

/** The order that is asked for and can be given: by relevance only with words, by match only with a profile. */
function orderOf({ sort, q }: SearchCriteria, profile?: ReadyProfile): Order {
  const usual = q ? "relevance" : "newest";
  if (sort === "relevance" || (sort === "match" && !profile)) return usual;
  return sort ?? usual;
}

/** What each order sorts by, descending, and how a cursor writes it. */
const orders: Record<
  Exclude<Order, "match">,
  { value: (ready: ReadySearch) => SQL; text: (key: SQL) => SQL; type: SQL }
> = {
  relevance: {
    value: relevanceOf,
    text: (key) => sql`(${key})::text`,
    type: sql`numeric`,
  },
  newest: {
    value: () => sql`${postings.publishedAt}`,
    text: (key) => sql`to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    type: sql`timestamptz`,
  },
  salary: {
    value: () => sql`${postings.yearlyUsdMax}`,
    text: (key) => sql`(${key})::text`,
    type: sql`int`,
  },
};

async function findPage({ ready, after, limit, profile }: SearchRequest) {
  const order = orderOf(ready.criteria, profile);
  if (order === "match") return findMatchPage(ready, profile as ReadyProfile, after, limit);
  const { value, text, type } = orders[order];
  const key = value(ready);
  const rows = await runSql<{ id: string; key: string }>(sql`
    select ${postings.id} as id, ${text(key)} as key from postings
    where ${and(
      whereOf(ready),
      after
        ? sql`(${key} < ${after.value}::${type} or (${key} = ${after.value}::${type} and ${postings.id} > ${after.id}::uuid))`
        : undefined,
    )}
    order by ${key} desc, ${postings.id} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    ids: rows.slice(0, limit).map((row) => row.id),
    next: last ? { value: last.key, id: last.id } : null,
  };
}
