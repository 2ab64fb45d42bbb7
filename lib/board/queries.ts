import { type SQL, sql } from "drizzle-orm";
import { type Database, db, inLongTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isShown, liveUntil } from "@/lib/postings/queries/live";
import { wholeCard } from "@/lib/postings/queries/reality";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { BoardRow, Names } from "./row";
import { readRow, yearsIn } from "./rows";

/** A connection, or a transaction. */
export type Reader = Pick<Database, "execute">;

/** Gives `read` one moment of the database, however many questions it asks. */
export const atOneMoment = <T>(read: (on: Reader) => Promise<T>): Promise<T> =>
  inLongTransaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });

/** Rows of one question while loading: enough to be quick, few enough not to hold up anyone who asks meanwhile. */
const pieceSize = 250;
/** As many, as a number in the text: `fetch` takes no parameter. */
const fetchPiece = sql`fetch 250 from shown`;

const newestFirst = sql`${postings.publishedAt} desc, ${postings.id}`;

/** Pieces that are asked for before they are needed, so that the database has always something to do. */
const piecesAhead = 8;

/**
 * All shown postings in the order of publication, newest first, piece by piece; the next ones are read while one is used. `on` is a transaction, with
 * no other such reading: the database goes on in one question where it stopped.
 */
export async function* readShownPostings(on: Reader): AsyncGenerator<Iterable<BoardRow>> {
  await on.execute(sql`declare shown no scroll cursor for ${selectRows(isShown())} order by ${newestFirst}`);
  const ask = () => {
    const piece = readStored(on, fetchPiece);
    // Where nobody waits for it any more, nobody hears that it failed.
    piece.catch(() => {});
    return piece;
  };
  const asked = Array.from({ length: piecesAhead }, ask);
  for (let next = asked.shift(); next; next = asked.shift()) {
    const rows = await next;
    if (rows.length === 0) return;
    asked.push(ask());
    yield eachRow(rows);
  }
}

/** Those of the postings with these numbers that are shown, in the order of publication, newest first. */
export async function readPostings(on: Reader, numbers: readonly number[]): Promise<Iterable<BoardRow>> {
  const isAsked = sql`postings.number = any(${sql.param([...numbers])}::int[])`;
  return eachRow(
    await readStored(on, sql`${selectRows(sql`${isShown()} and ${isAsked}`)} order by ${newestFirst}`),
  );
}

/** The same, piece by piece. */
export async function* readPostingsInOrder(
  on: Reader,
  numbers: readonly number[],
): AsyncGenerator<Iterable<BoardRow>> {
  const rows = await on.execute<{ number: number }>(sql`
    select number from postings where number = any(${sql.param([...numbers])}::int[]) order by ${newestFirst}`);
  for (let at = 0; at < rows.length; at += pieceSize)
    yield await readPostings(
      on,
      rows.slice(at, at + pieceSize).map(({ number }) => number),
    );
}

/**
 * A posting with all that the board holds of it, as one value: a record in PostgreSQL's binary form, of which `readRow` reads field by field. It is
 * written in Base64, since the bytes themselves would come as hexadecimal digits, which take half as much again. Of `postings` with their cards `r`.
 */
const writtenRow = sql`encode(record_send(row(postings.hiring_countries,
  array(select row(l.country, coalesce(l.latitude, c.latitude)::float8, coalesce(l.longitude, c.longitude)::float8, c.timezone, l.city)
    from posting_places l left join lateral ${cityOf} c on true where l.posting_id = postings.id),
  postings.number, postings.id, postings.company_id, postings.published_at, postings.publish_at, ${liveUntil},
  postings.degree_rank, postings.equal_experience, postings.experience_min, postings.experience_max, postings.band,
  postings.yearly_usd_max, postings.workplace, postings.employment, postings.window_start, postings.window_end, postings.window_zone,
  r.on_call_weeks = 0, r.take_home_hours = 0, ${wholeCard},
  array(select ${yearsIn}::int * (2 * t.skill_id::bigint + t.must::int) + coalesce(t.min_years, 0)
    from posting_skills t where t.posting_id = postings.id),
  array(select 2 * t.responsibility_id::bigint + t.must::int
    from posting_responsibilities t where t.posting_id = postings.id),
  postings.document)), 'base64')`;

const selectRows = (which: SQL) => sql`
  select ${writtenRow} as row from postings left join reality_cards r on r.posting_id = postings.id where ${which}`;

type Stored = { row: string };

/** Asks at once, and once: what `execute` itself gives asks each time that it is waited for. */
const readStored = async (on: Reader, question: SQL): Promise<readonly Stored[]> =>
  on.execute<Stored>(question);

/** One after the other, so that none of them outlives its use: the garbage collector is quick where little is alive. */
function* eachRow(rows: readonly Stored[]): Iterable<BoardRow> {
  for (const { row } of rows) yield readRow(row);
}

/** How many postings are shown. */
export const countShownPostings = async (on: Reader = db()) => {
  const [row] = await on.execute<{ count: number }>(
    sql`select count(*)::int as count from postings where ${isShown()}`,
  );
  return row?.count ?? 0;
};

const milliseconds = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`;

/** What the tags of postings are called, and what they imply. */
export async function readNames(on: Reader): Promise<Names> {
  const rows = await on.execute<{
    kind: string;
    id: number;
    slug: string;
    label: string;
    implied: number[];
  }>(sql`
    select kind, id, slug, label, implied from (
      select 'skill' as kind, s.id, s.slug, s.label, 0 as position,
        array(select c.implied_id from skill_closure c where c.skill_id = s.id and c.implied_id <> s.id) as implied
      from skills s
      union all select 'responsibility', id, slug, label, position, '{}' from responsibilities
    ) named order by position, slug collate "C"`);
  const of = (wanted: string) =>
    new Map(rows.filter(({ kind }) => kind === wanted).map((row) => [row.id, row] as const));
  return { skills: of("skill"), responsibilities: of("responsibility") };
}

/** From which transaction on, without which changes, and how many at most. */
export type Since = { xmin?: number; seen?: number[]; limit: number };

/** A change of the posting with this number; with null of names or of what skills imply, which may be in any row. */
export type Change = { seq: number; xid: number; number: number | null };

/** What changed, and up to which moment of the database that was asked. */
export type News = {
  /** The product's time, in milliseconds since 1970. */
  now: number;
  /** The first transaction that may still have been under way. */
  xmin: number;
  changes: Change[];
};

/**
 * The changes of transactions from `xmin` on that are not `seen` yet, at most `limit`; without `xmin`, of those that are still under way or
 * later. One question, so of one moment: nothing that is committed by then is left out.
 */
export const readNews = (on: Reader, since: Since): Promise<News> =>
  readNewsIn(on, sql`select seq, xid, posting_number as number from posting_changes`, since);

/** The same of any table of changes; `changes` is a question for `seq`, `xid` and `number`. */
export async function readNewsIn(on: Reader, changes: SQL, { xmin, seen = [], limit }: Since): Promise<News> {
  const from =
    xmin === undefined ? sql`pg_snapshot_xmin(pg_current_snapshot())` : sql`${String(xmin)}::text::xid8`;
  const rows = await on.execute<{
    now: number;
    xmin: string;
    seq: string | null;
    xid: string;
    number: number | null;
  }>(sql`
    select ${milliseconds(sql`m.now`)} as now, m.xmin, c.seq, c.xid, c.number
    from (select app_now() as now, pg_snapshot_xmin(pg_current_snapshot())::text as xmin) m
    left join lateral (
      select n.seq, n.xid::text, n.number::float8 from (${changes}) n
      where n.xid >= ${from} and n.seq <> all(${sql.param(seen)}::bigint[]) order by n.xid limit ${limit}::int
    ) c on true`);
  const moment = rows[0] as { now: number; xmin: string };
  return {
    now: moment.now,
    xmin: Number(moment.xmin),
    changes: rows.flatMap(({ seq, xid, number }) =>
      seq === null ? [] : [{ seq: Number(seq), xid: Number(xid), number }],
    ),
  };
}

/** What these zones are ahead of UTC now, in minutes. */
export async function readZones(zones: string[]): Promise<Map<string, number>> {
  const rows = await db().execute<{ zone: string; ahead: number }>(
    sql`select z.zone, ${minutesAhead(sql`z.zone`)} as ahead from unnest(${sql.param(zones)}::text[]) as z (zone)`,
  );
  return new Map(rows.map(({ zone, ahead }) => [zone, ahead]));
}
