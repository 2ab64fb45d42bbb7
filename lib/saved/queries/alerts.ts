import { type SQL, sql } from "drizzle-orm";
import { db, inLongTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Board } from "@/lib/board/board";
import { type Condition, numbered } from "@/lib/board/conditions";
import { loadBoardOf } from "@/lib/board/some";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { rankPostings } from "@/lib/matching/queries/rank";
import { isLive } from "@/lib/postings/queries/live";
import { hasApplied, isHiddenFrom } from "@/lib/profiles/queries/hidden";
import { type ReadySearch, whereOf } from "@/lib/search/queries/compile";
import { mendWords } from "@/lib/search/queries/mend";
import { toConditions, toConditionsAtOnce } from "@/lib/search/queries/on-board";

/** A saved search that alerts have to look at. */
export type DueSearch = {
  id: string;
  userId: string;
  email: string;
  name: string;
  criteria: string;
  frequency: "at-once" | "daily" | "weekly";
  minMatch: number | null;
  mark: number;
};

/** One in the line of those that are due. */
export type DuePlace = { id: string; nextAt: string; criteria: string; mark: string };

/**
 * The next searches, at most `limit`, whose time had come at `at` and which have not looked up to the number `upTo`: those that waited
 * longest first, behind `after`. Those of the suspended, and those that want no mail, are never due.
 */
export function listDueSearches(
  { at, upTo, after }: { at: Date; upTo: number; after?: DuePlace },
  limit: number,
): Promise<DuePlace[]> {
  return db().execute<DuePlace>(sql`
    select s.id, s.next_at::text as "nextAt", s.criteria, s.mark from saved_searches s
    where ${isDue(at, upTo)} ${after ? sql`and (s.next_at, s.id) > (${after.nextAt}::timestamptz, ${after.id}::uuid)` : sql``}
    order by s.next_at, s.id limit ${limit}::int`);
}

/** Locks one of them for the transaction; null where another worker has it, or it is not due any more. */
export async function lockDueSearch(
  tx: Transaction,
  id: string,
  { at, upTo }: { at: Date; upTo: number },
): Promise<DueSearch | null> {
  const [row] = await tx.execute<Omit<DueSearch, "mark"> & { mark: string }>(sql`
    select s.id, s.user_id as "userId", u.email, s.name, s.criteria, s.frequency, s.min_match as "minMatch", s.mark
    from saved_searches s join users u on u.id = s.user_id
    where s.id = ${id}::uuid and ${isDue(at, upTo)} for update of s skip locked`);
  return row ? { ...row, mark: Number(row.mark) } : null;
}

const isDue = (
  at: Date,
  upTo: number,
): SQL => sql`(s.frequency <> 'never' and s.next_at <= ${at.toISOString()}::timestamptz
  and s.mark < ${upTo}::bigint and not exists (select 1 from users o where o.id = s.user_id and o.suspended_at is not null))`;

/** What went live since the oldest mark of the searches that are due: a board of its own, which any number of searches can be asked. */
export type News = {
  board: Board;
  /** The numbers of the postings, in the order of those that they got when they went live. */
  postings: Uint32Array;
  wentLive: Float64Array;
  /** As of `findFresh`, for all of the searches. */
  lookedUpTo: number;
};

/** The news of the searches that are due, all of one moment. */
export function readNews({ at, upTo }: { at: Date; upTo: number }): Promise<News> {
  return inLongTransaction(async (tx) => {
    const rows = await tx.execute<{ posting: number; number: number; isLive: boolean }>(sql`
      select ${postings.number} as posting, l.number::float8 as number, coalesce(${isLive()}, false) as "isLive"
      from live_postings l join ${postings} on ${postings.id} = l.posting_id
      where l.number > (select coalesce(min(s.mark), ${upTo}::bigint) from saved_searches s where ${isDue(at, upTo)})
        and l.number <= ${upTo}::bigint
      order by l.number`);
    const held = rows.find((row) => !row.isLive);
    const numbers = rows.map(({ posting }) => posting);
    return {
      board: await loadBoardOf(tx, numbers, tx.now),
      postings: Uint32Array.from(numbers),
      wentLive: Float64Array.from(rows, ({ number }) => number),
      lookedUpTo: held ? held.number - 1 : upTo,
    };
  }, oneMoment);
}

const oneMoment = { isolationLevel: "repeatable read", accessMode: "read only" } as const;

/**
 * Which of the searches find something behind their marks, their words corrected. What is found may still fail a gate, be hidden, applied to,
 * or told of. What the database has to be asked for is looked up for those that find something by their other filters, each once.
 */
export async function findHits<S extends { mark: string; ready: ReadySearch }>(
  { board, postings: numbers, wentLive }: News,
  searches: readonly S[],
): Promise<S[]> {
  const behind = remembered((mark: string): Condition => {
    const from = wentLive.findIndex((number) => number > Number(mark));
    return { ...numbered(from < 0 ? new Uint32Array() : numbers.subarray(from)), name: "new" };
  });
  const finds = (mark: string, conditions: readonly Condition[]) =>
    board.count([behind(mark), ...conditions]) > 0;
  const correct = remembered(async (q: string) => (await mendWords(q)).q);
  const lookUp = remembered((_: string, look: () => Promise<unknown>) => look());
  const found = await Promise.all(
    searches.map(async ({ mark, ready }) => {
      const { conditions, isAll } = toConditionsAtOnce(board, ready);
      const mayFind = finds(mark, conditions);
      if (isAll || !mayFind) return mayFind;
      const { criteria } = ready;
      const q = criteria.q && (await correct(criteria.q));
      const whole = { ...ready, criteria: { ...criteria, q } };
      return finds(mark, (await toConditions(board, whole, lookUp))(whole.criteria));
    }),
  );
  return searches.filter((_, at) => found[at]);
}

/** Makes what belongs to a key once. */
function remembered<T, A extends unknown[]>(make: (key: string, ...more: A) => T) {
  const made = new Map<string, T>();
  return (key: string, ...more: A): T => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key, ...more);
    made.set(key, value);
    return value;
  };
}

/**
 * What is new to a saved search among the numbers behind its mark, up to `upTo`: live at this moment, not hidden by its owner, not applied
 * to, and not told of before; the newest first, at most `limit`, with how many there are in all.
 *
 * `lookedUpTo` is how far the mark may move: not past a posting that has its number but is not live at this very moment. It may be live
 * again before the worker takes the number away, and would be skipped. One statement, so that both are seen at one moment.
 */
export async function findFresh(
  tx: Transaction,
  { userId, mark }: Pick<DueSearch, "userId" | "mark">,
  ready: ReadySearch,
  { upTo, limit }: { upTo: number; limit: number },
): Promise<{ ids: string[]; total: number; lookedUpTo: number }> {
  const isNew = sql`l.number > ${mark}::bigint and l.number <= ${upTo}::bigint`;
  const rows = await tx.execute<{ held: string | null; id: string | null; total: number | null }>(sql`
    select held.number as held, hit.id, hit.total
    from (
      select min(l.number) as number from live_postings l join ${postings} on ${postings.id} = l.posting_id
      where ${isNew} and (${isLive()}) is not true
    ) held
    left join lateral (
      select ${postings.id} as id, ${postings.publishedAt} as published_at, (count(*) over ())::int as total
      from live_postings l join ${postings} on ${postings.id} = l.posting_id
      where ${isNew} and ${whereOf(ready)} and not ${isHiddenFrom(userId)}
        and not ${hasApplied(userId)}
        and not exists (select 1 from alert_postings t where t.posting_id = ${postings.id} and t.user_id = ${userId}::uuid)
      order by ${postings.publishedAt} desc, ${postings.id} limit ${limit}::int
    ) hit on true
    order by hit.published_at desc, hit.id`);
  const held = rows[0]?.held ?? null;
  return {
    ids: rows.flatMap(({ id }) => id ?? []),
    total: rows[0]?.total ?? 0,
    lookedUpTo: held === null ? upTo : Number(held) - 1,
  };
}

/**
 * Those of the postings whose sheet for the profile has at least `minMatch` as its low end, the best match first. Without a profile nothing
 * matches.
 */
export async function listFitting(
  profile: ReadyProfile | null,
  minMatch: number,
  ids: readonly string[],
): Promise<{ ids: string[]; total: number }> {
  if (!profile || ids.length === 0) return { ids: [], total: 0 };
  const among = sql`${postings.id} = any(${sql.param([...ids])}::uuid[])`;
  const { ranked } = await rankPostings(among, profile, ids.length);
  const fitting = ranked.flatMap(({ id, low }) => (low !== null && low >= minMatch ? [id] : []));
  return { ids: fitting, total: fitting.length };
}
