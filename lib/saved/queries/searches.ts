import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { savedSearches } from "@/db/schema/saved";
import type { Actor } from "@/lib/auth/input";
import type { Board } from "@/lib/board/board";
import { numbered } from "@/lib/board/conditions";
import { findBoard } from "@/lib/board/start";
import { asRefusal } from "@/lib/errors";
import { elementAt } from "@/lib/present";
import { type Fault, parseParameters, parseSearch } from "@/lib/search/criteria";
import { nameOf } from "@/lib/search/naming";
import { type ReadySearch, whereOf } from "@/lib/search/queries/compile";
import { toConditions } from "@/lib/search/queries/on-board";
import { runSql } from "@/lib/search/queries/run-sql";
import { readCriteria, readManyCriteria } from "@/lib/search/queries/search";
import { mostSaved, savedText } from "../rules";

/**
 * Kept criteria, ready to be asked. `faults` names what is in no list any more: left out of the search it would find far more than was
 * asked for, so whoever acts on it alone must not.
 */
export async function readSaved(
  criteria: string,
): Promise<{ ready: ReadySearch; labels: Map<string, string>; faults: Fault[] }> {
  const parsed = parseParameters(new URLSearchParams(criteria));
  const { ready, labels, faults } = await readCriteria(parsed.criteria);
  return { ready, labels, faults: [...parsed.faults, ...faults] };
}

/**
 * What saving an address would keep, and the name proposed for it: without what makes no sense in it, with names for their aliases, and the
 * words as they were typed. Nothing, where nothing is asked.
 */
export async function readToSave(address: string) {
  const parsed = await parseSearch(new URLSearchParams(address));
  const { ready, labels } = await readCriteria(parsed.criteria);
  const { q } = parsed.criteria;
  return { ready, criteria: savedText(ready.criteria, q), name: nameOf({ ...ready.criteria, q }, labels) };
}

export type SavedSearch = Awaited<ReturnType<typeof listSavedSearches>>[number];

/**
 * The actor's saved searches, the oldest first, at most 50: each with its filters in words, how many postings it finds live, and how many
 * of them went live since its owner was last told or has looked. Both are null where `faults` says what is in no list any more, and where
 * counting takes too long.
 */
export async function listSavedSearches({ userId }: Pick<Actor, "userId">) {
  const rows = await db()
    .select({
      id: savedSearches.id,
      name: savedSearches.name,
      criteria: savedSearches.criteria,
      frequency: savedSearches.frequency,
      minMatch: savedSearches.minMatch,
      seen: savedSearches.seen,
      mailedAt: savedSearches.mailedAt,
    })
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id))
    .limit(mostSaved);
  const read = await Promise.all(rows.map(({ criteria }) => readSaved(criteria)));
  const counts = await countSaved(
    rows.flatMap(({ seen }, at) =>
      read[at]?.faults.length === 0 ? [{ at, seen, ready: read[at].ready }] : [],
    ),
  );
  return rows.map(({ seen: _, ...row }, at) => {
    const { ready, labels, faults } = read[at] as (typeof read)[number];
    return {
      ...row,
      words: nameOf(ready.criteria, labels),
      faults,
      ...(counts.get(at) ?? { live: null, fresh: null }),
    };
  });
}

/** The actor's saved search with these saved criteria, or null. */
export async function findSavedSearch({ userId }: Pick<Actor, "userId">, criteria: string) {
  const [row] = await db()
    .select({ id: savedSearches.id, frequency: savedSearches.frequency, minMatch: savedSearches.minMatch })
    .from(savedSearches)
    .where(and(eq(savedSearches.userId, userId), eq(savedSearches.criteria, criteria)));
  return row ?? null;
}

/** A saved search by its id alone, for the holder of its token. */
export async function findSearchOfToken(id: string) {
  const [row] = await db()
    .select({ name: savedSearches.name, frequency: savedSearches.frequency })
    .from(savedSearches)
    .where(eq(savedSearches.id, id));
  return row ?? null;
}

/** The same of many at once, by their text, with words as they were typed. */
export async function readManySaved(
  texts: readonly string[],
): Promise<Map<string, { ready: ReadySearch; faults: Fault[] }>> {
  const parsed = texts.map((criteria) => parseParameters(new URLSearchParams(criteria)));
  const read = await readManyCriteria(parsed.map(({ criteria }) => criteria));
  return new Map(
    read.map(({ ready, faults }, at) => [
      elementAt(texts, at),
      { ready, faults: [...elementAt(parsed, at).faults, ...faults] },
    ]),
  );
}

type CountedSearch = { at: number; seen: number; ready: ReadySearch };
type Counts = { live: number; fresh: number };

/**
 * Of postings that changed so lately that the worker, which numbers each minute what went live, may not have seen them. What of them has no
 * number yet has just gone live, and is new to every search.
 */
const justChanged = sql`(select c.posting_number from posting_changes c where c.at > now() - interval '10 minutes')`;

/** By the place of a search, where it is counted in time. */
async function countSaved(searches: CountedSearch[]): Promise<Map<number, Counts>> {
  if (searches.length === 0) return new Map();
  try {
    const found = await findBoard();
    return await (found ? countOnBoard(found.board, searches) : countBySql(searches));
  } catch (error) {
    if (asRefusal(error)?.code === "too_slow") return new Map();
    throw error;
  }
}

/** What is new is counted among so many postings that went live last, and as many that the worker has not seen. */
const mostFresh = 20_000;

async function countOnBoard(board: Board, searches: CountedSearch[]): Promise<Map<number, Counts>> {
  const lowest = Math.min(...searches.map(({ seen }) => seen));
  const [wentLive, asked] = await Promise.all([
    db().execute<{ number: number; at: number }>(sql`
      (select p.number, l.number::float8 as at from live_postings l join postings p on p.id = l.posting_id
        where l.number > ${lowest}::bigint order by l.number desc limit ${mostFresh}::int)
      union all
      (select p.number, 'infinity'::float8 from postings p
        where p.number in ${justChanged} and not exists (select 1 from live_postings l where l.posting_id = p.id)
        limit ${mostFresh}::int)`),
    Promise.all(
      searches.map(async ({ ready }) => {
        const conditionsOf = await toConditions(board, ready);
        return conditionsOf(ready.criteria);
      }),
    ),
  ]);
  return new Map(
    asked.map((conditions, i) => {
      const { at, seen } = searches[i] as CountedSearch;
      const fresh = wentLive.flatMap((one) => (one.at > seen ? one.number : []));
      const isFresh = { ...numbered(Uint32Array.from(fresh)), name: "fresh" };
      return [
        at,
        {
          live: board.count(conditions),
          fresh: fresh.length > 0 ? board.count([...conditions, isFresh]) : 0,
        },
      ];
    }),
  );
}

/** All in one statement. */
async function countBySql(searches: CountedSearch[]): Promise<Map<number, Counts>> {
  const counts = searches.map(
    ({ at, seen, ready }): SQL => sql`
      select ${at}::int as at, count(*)::int as live,
        (count(*) filter (where coalesce(l.number > ${seen}::bigint, ${postings.number} in ${justChanged})))::int as fresh
      from ${postings} left join live_postings l on l.posting_id = ${postings.id} where ${whereOf(ready)}`,
  );
  const rows = await runSql<{ at: number } & Counts>(sql.join(counts, sql` union all `));
  return new Map(rows.map(({ at, live, fresh }) => [at, { live, fresh }]));
}
