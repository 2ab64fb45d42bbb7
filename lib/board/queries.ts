import { type SQL, sql } from "drizzle-orm";
import { type Database, db, inLongTransaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isShown, liveUntil } from "@/lib/postings/queries/live";
import { wholeCard } from "@/lib/postings/queries/reality";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { BoardRow, Names, Place } from "./row";

/** A connection, or a transaction. */
export type Reader = Pick<Database, "execute">;

/** Gives `read` one moment of the database, however many questions it asks. */
export const atOneMoment = <T>(read: (on: Reader) => Promise<T>): Promise<T> =>
  inLongTransaction(read, { isolationLevel: "repeatable read", accessMode: "read only" });

/** Rows of one question while loading: enough to be quick, few enough for their texts, and not to hold up anyone who asks meanwhile. */
const pieceSize = 2_000;

/** All shown postings in the order of publication, newest first, piece by piece; the next piece is read while one is used. */
export async function* readShownPostings(on: Reader): AsyncGenerator<BoardRow[]> {
  const readBehind = (after: SQL) =>
    readRows(
      on,
      sql`${isShown()} and ${after} order by ${postings.publishedAt} desc, ${postings.id} limit ${pieceSize}::int`,
    );
  let next: Promise<BoardRow[]> | null = readBehind(sql`true`);
  while (next) {
    const rows = await next;
    const last = rows.at(-1);
    next = null;
    if (last && rows.length === pieceSize) {
      const at = sql`to_timestamp(${last.publishedAt}::numeric / 1000)`;
      next = readBehind(
        sql`${postings.publishedAt} <= ${at} and (${postings.publishedAt} < ${at} or ${postings.id} > ${last.id}::uuid)`,
      );
      // Where nobody asks for it any more, nobody hears that it failed.
      next.catch(() => {});
    }
    if (rows.length > 0) yield rows;
  }
}

/** Those of the postings with these numbers that are shown, in any order. */
export const readPostings = (on: Reader, numbers: readonly number[]) =>
  readRows(on, sql`${isShown()} and postings.number = any(${sql.param([...numbers])}::int[])`);

/** The same in the order of publication, newest first, piece by piece. */
export async function* readPostingsInOrder(
  on: Reader,
  numbers: readonly number[],
): AsyncGenerator<BoardRow[]> {
  const rows = await on.execute<{ number: number }>(sql`
    select number from postings where number = any(${sql.param([...numbers])}::int[]) order by published_at desc, id`);
  for (let at = 0; at < rows.length; at += pieceSize) {
    const piece = rows.slice(at, at + pieceSize).map(({ number }) => number);
    const read = await readPostings(on, piece);
    yield read.sort((a, b) => b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1));
  }
}

/** How many postings are shown. */
export const countShownPostings = async (on: Reader = db()) => {
  const [row] = await on.execute<{ count: number }>(
    sql`select count(*)::int as count from postings where ${isShown()}`,
  );
  return row?.count ?? 0;
};

/** A row as the database gives it: its lists are put beside it. */
type PostingRow = Omit<
  BoardRow,
  | "window"
  | "hasNoOnCall"
  | "hasNoTakeHome"
  | "hasWholeCard"
  | "skills"
  | "responsibilities"
  | "places"
  | "countries"
> & {
  countries: string;
  windowStart: number | null;
  windowEnd: number | null;
  windowZone: string | null;
  onCall: boolean;
  takeHome: boolean;
  complete: boolean;
};

const milliseconds = (instant: SQL) => sql`(extract(epoch from ${instant}) * 1000)::float8`;

async function readRows(on: Reader, which: SQL): Promise<BoardRow[]> {
  const rows = await on.execute<PostingRow>(sql`
    select postings.id, postings.number, ${milliseconds(sql`postings.published_at`)} as "publishedAt",
      ${milliseconds(sql`postings.publish_at`)} as "liveFrom", ${milliseconds(liveUntil)} as "liveUntil",
      postings.degree_rank as "degreeRank", postings.equal_experience as "equalExperience",
      postings.experience_min as "experienceMin", postings.experience_max as "experienceMax", postings.band,
      postings.yearly_usd_max as "yearlyUsdMax", postings.workplace, postings.employment, postings.company_id as "companyId",
      array_to_string(postings.hiring_countries, ',') as countries,
      postings.window_start as "windowStart", postings.window_end as "windowEnd", postings.window_zone as "windowZone",
      coalesce(r.on_call_weeks = 0, false) as "onCall", coalesce(r.take_home_hours = 0, false) as "takeHome",
      coalesce(${wholeCard}, false) as complete, tsvectorsend(postings.document) as document
    from postings left join reality_cards r on r.posting_id = postings.id
    where ${which}`);
  if (rows.length === 0) return [];
  const ids = sql.param(rows.map(({ id }) => id));
  const [skills, responsibilities, places] = [
    await readParts(
      on,
      sql`select t.posting_id as id, string_agg(
      (${yearsIn} * (2 * t.skill_id::bigint + t.must::int) + coalesce(t.min_years, 0))::text, ',' order by t.position) as parts
      from posting_skills t where t.posting_id = any(${ids}::uuid[]) group by 1`,
    ),
    await readParts(
      on,
      sql`select t.posting_id as id, string_agg((2 * t.responsibility_id + t.must::int)::text, ',' order by t.position) as parts
      from posting_responsibilities t where t.posting_id = any(${ids}::uuid[]) group by 1`,
    ),
    await readPlaces(on, ids),
  ];
  return rows.map((row) => {
    const near = places.get(row.id) ?? [];
    return {
      ...row,
      window:
        row.windowStart !== null && row.windowEnd !== null && row.windowZone !== null
          ? { start: row.windowStart, end: row.windowEnd, zone: row.windowZone }
          : null,
      hasNoOnCall: row.onCall,
      hasNoTakeHome: row.takeHome,
      hasWholeCard: row.complete,
      skills: partsOf(skills, row.id).map((part) => {
        const tag = Math.floor(part / yearsIn);
        return { ...tagOf(tag), minYears: part % yearsIn || null };
      }),
      responsibilities: partsOf(responsibilities, row.id).map(tagOf),
      places: near,
      countries: countriesOf(row.countries.split(",").filter(Boolean), near),
    };
  });
}

function countriesOf(hiring: string[], places: ShownPlace[]): BoardRow["countries"] {
  const stands = places.map(({ country }) => country);
  return [...new Set([...hiring, ...stands])].map((code) => ({
    code,
    hires: hiring.includes(code),
    stands: stands.includes(code),
  }));
}

/** A tag is one number: its id, whether it is a must, and for a skill the years that are asked, which are fewer. */
const yearsIn = 256;

/** By posting, its tags in one text: a tenth of the work of as many rows. */
async function readParts(on: Reader, question: SQL): Promise<Map<string, string>> {
  const rows = await on.execute<{ id: string; parts: string }>(question);
  return new Map(rows.map(({ id, parts }) => [id, parts]));
}

const partsOf = (parts: Map<string, string>, id: string) => parts.get(id)?.split(",").map(Number) ?? [];
const tagOf = (part: number) => ({ id: part >>> 1, must: (part & 1) === 1 });

type ShownPlace = Place & { country: string };

async function readPlaces(on: Reader, ids: unknown): Promise<Map<string, ShownPlace[]>> {
  const rows = await on.execute<{
    ids: string[];
    country: string;
    city: string | null;
    latitude: number | null;
    longitude: number | null;
    zone: string | null;
  }>(sql`
    select l.ids, l.country, l.city, coalesce(l.latitude, c.latitude)::float8 as latitude,
      coalesce(l.longitude, c.longitude)::float8 as longitude, c.timezone as zone
    from (
      select l.country, l.city, l.latitude, l.longitude, array_agg(l.posting_id) as ids
      from posting_places l where l.posting_id = any(${ids}::uuid[]) group by 1, 2, 3, 4
    ) l left join lateral ${cityOf} c on true`);
  const places = new Map<string, ShownPlace[]>();
  for (const { ids: at, country, city, latitude, longitude, zone } of rows) {
    const place = {
      key: JSON.stringify([country, city, latitude, longitude]),
      country,
      latitude,
      longitude,
      zone,
    };
    for (const id of at) {
      const known = places.get(id);
      if (known) known.push(place);
      else places.set(id, [place]);
    }
  }
  return places;
}

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
