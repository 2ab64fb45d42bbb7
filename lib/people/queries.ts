import { type SQL, sql } from "drizzle-orm";
import { degreeRankOf } from "@/db/schema/columns";
import { type News, type Reader, readNewsIn, type Since } from "@/lib/board/queries";
import { type Person, saidIn, yearsIn } from "./person";

/** Profiles of one question while loading: few enough not to hold up anyone who asks meanwhile. */
const pieceSize = 2_000;

/** All profiles that companies may find, piece by piece; the next piece is read while one is used. */
export async function* readSearchable(on: Reader): AsyncGenerator<Person[]> {
  const readBehind = (number: number) =>
    readRows(on, sql`p.number > ${number}::bigint order by p.number limit ${pieceSize}::int`);
  let next: Promise<Person[]> | null = readBehind(0);
  while (next) {
    const people: Person[] = await next;
    const last = people.at(-1);
    next = last && people.length === pieceSize ? readBehind(last.number) : null;
    // Where nobody asks for it any more, nobody hears that it failed.
    next?.catch(() => {});
    if (people.length > 0) yield people;
  }
}

/** Those of the profiles with these numbers that companies may find, in any order. */
export const readPeople = (on: Reader, numbers: readonly number[]): Promise<Person[]> =>
  readRows(on, sql`p.number = any(${sql.param([...numbers])}::bigint[])`);

/** How many profiles companies may find. */
export async function countSearchable(on: Reader): Promise<number> {
  const [row] = await on.execute<{ count: number }>(
    sql`select count(*)::int as count from profiles where searchable`,
  );
  return row?.count ?? 0;
}

/** The changes of profiles, as `readNewsIn` gives them. */
export const readProfileNews = (on: Reader, since: Since): Promise<News> =>
  readNewsIn(on, sql`select seq, xid, profile_number as number from profile_changes`, since);

/** A row as the database gives it: each list of numbers is one text, a tenth of the work of as many rows. */
type Row = Omit<Person, "skills" | "responsibilities"> & {
  skills: string | null;
  responsibilities: string | null;
};

async function readRows(on: Reader, which: SQL): Promise<Person[]> {
  const rows = await on.execute<Row>(sql`
    select p.number::float8 as number, p.user_id as id, p.years::float8 as years, ${degreeRankOf(sql`p.degree_level`)} as "degreeRank",
      p.wanted_yearly_usd as "wantedYearlyUsd", coalesce(p.workplaces, '{}') as workplaces, coalesce(p.countries, '{}') as countries,
      p.timezone, p.overlap_hours as "overlapHours", coalesce(p.employment, '{}') as employment,
      (select string_agg((k.skill_id::bigint * ${saidIn}::int + k.has::int * ${yearsIn}::int + coalesce((1 + 10 * k.years)::int, 0))::text, ',')
        from profile_skills k where k.user_id = p.user_id) as skills,
      (select string_agg((2 * r.responsibility_id + r.has::int)::text, ',')
        from profile_responsibilities r where r.user_id = p.user_id) as responsibilities
    from profiles p where p.searchable and ${which}`);
  return rows.map((row) => ({
    ...row,
    skills: numbersIn(row.skills),
    responsibilities: numbersIn(row.responsibilities),
  }));
}

const numbersIn = (list: string | null) => (list === null ? [] : list.split(",").map(Number));
