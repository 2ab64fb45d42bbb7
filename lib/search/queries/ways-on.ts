import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { findBoard } from "@/lib/board/start";
import { elementAt } from "@/lib/present";
import { lookupsOf } from "@/lib/reading/query-pieces";
import { countryName } from "@/lib/taxonomy/countries";
import { regionCountries, regionName, regions } from "@/lib/taxonomy/regions";
import { parseParameters, type SearchCriteria, setFilters } from "../criteria";
import { filterOf } from "../filters/table";
import { nameOf } from "../naming";
import { type ReadySearch, whereOf } from "./compile";
import { toConditions } from "./on-board";
import { runSql } from "./run-sql";
import { readCriteria } from "./search";
import { listCountedSkills } from "./tags";

/** A search close to one that finds nothing, in words that follow "Try", and how many postings it finds. */
export type WayOn = { label: string; criteria: SearchCriteria; count: number };

/** Ways of one kind that are tried: each is a search of its own. */
const mostOfAKind = 6;

/**
 * Where a search that finds nothing may go on, besides taking a filter away: related skills in the place of one, each word alone, and the whole
 * country or region in the place of a city or country. Where nothing of this helps, each filter alone, and at last what most postings ask for.
 * Those that find something, the most first.
 */
export async function listWaysOn(
  { criteria, ...known }: ReadySearch,
  labels: ReadonlyMap<string, string>,
): Promise<WayOn[]> {
  const related = await listRelated(criteria);
  const skills = related.map(({ slug }) => slug);
  // The names of all of them are looked up together.
  const { ready } = await readCriteria({ ...criteria, q: undefined, skill: [...criteria.skill, ...skills] });
  const counted = async (ways: Omit<WayOn, "count">[]) => {
    const counts = await Promise.all(
      ways.map((way) => countPostings({ ...ready, reader: known.reader, criteria: way.criteria })),
    );
    return ways
      .map((way, at) => ({ ...way, count: elementAt(counts, at) }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  };
  const close = await counted([
    ...related.map((skill) => withSkill(criteria, skill)),
    ...wordsAlone(criteria),
    ...(await widerPlaces(criteria)),
  ]);
  if (close.length > 0) return close;
  const alone = await counted(filtersAlone(criteria, labels));
  return alone.length > 0 ? alone : commonSkills();
}

/** How many postings a search finds: by the board where it can, else by SQL. */
async function countPostings(ready: ReadySearch): Promise<number> {
  const found = await findBoard();
  if (found) return found.board.count((await toConditions(found.board, ready))(ready.criteria));
  const [row] = await runSql<{ count: number }>(
    sql`select count(*)::int as count from ${postings} where ${whereOf(ready)}`,
  );
  return row?.count ?? 0;
}

type Related = { slug: string; label: string; of: string; ofLabel: string };

/** The skills that are related to those of a search, are implied by them or imply them, those of the most postings first. */
async function listRelated({ q, skill }: SearchCriteria): Promise<Related[]> {
  const named = q ? lookupsOf(q).skills : [];
  if (skill.length + named.length === 0) return [];
  return db().execute<Related>(sql`
    select * from (
      select distinct on (s.slug) s.slug, s.label, given.slug as of, given.label as "ofLabel",
        (select count(*) from posting_skills t where t.skill_id = s.id) as tagged
      from skills given
      join lateral (
        select related_id as id from skill_related where skill_id = given.id
        union select skill_id from skill_related where related_id = given.id
        union select implied_id from skill_implies where skill_id = given.id
        union select skill_id from skill_implies where implied_id = given.id
      ) near on true
      join skills s on s.id = near.id and s.retired_at is null
      where given.slug = any(${sql.param([...skill, ...named])}::text[]) and s.slug <> all(${sql.param(skill)}::text[])
      order by s.slug
    ) r where tagged > 0 order by tagged desc, slug limit ${mostOfAKind}::int`);
}

/** A related skill in the place of the one that is asked for, or of the words that name it. */
function withSkill(criteria: SearchCriteria, { slug, label, of, ofLabel }: Related): Omit<WayOn, "count"> {
  const isAsked = criteria.skill.includes(of);
  const skill = [...criteria.skill.filter((other) => other !== of), slug];
  return isAsked
    ? { label: `${label} in place of ${ofLabel}`, criteria: { ...criteria, skill } }
    : {
        label: `the skill ${label} in place of “${criteria.q}”`,
        criteria: { ...criteria, skill, q: undefined },
      };
}

function wordsAlone(criteria: SearchCriteria): Omit<WayOn, "count">[] {
  const words = [...new Set((criteria.q ?? "").match(/[\p{L}\p{N}][\p{L}\p{N}+#.]{2,}/gu) ?? [])];
  if (words.length < 2) return [];
  return words
    .slice(0, mostOfAKind)
    .map((q) => ({ label: `only the word “${q}”`, criteria: { ...criteria, q } }));
}

/** The skills that most live postings have. */
async function commonSkills(): Promise<WayOn[]> {
  const none = parseParameters(new URLSearchParams()).criteria;
  const skills = (await listCountedSkills()).sort((a, b) => b.postings - a.postings).slice(0, mostOfAKind);
  return skills.flatMap(({ slug, label, postings: count }) =>
    count > 0 ? { label, criteria: { ...none, skill: [slug] }, count } : [],
  );
}

function filtersAlone(criteria: SearchCriteria, labels: ReadonlyMap<string, string>): Omit<WayOn, "count">[] {
  const filters = setFilters(criteria);
  if (filters.length < 2) return [];
  const none = parseParameters(new URLSearchParams()).criteria;
  return filters.map(({ name, value, modifier }) => {
    const { modifier: own } = filterOf(name);
    const alone = { ...none, [name]: value, ...(own && { [own.name]: modifier }) };
    return { label: `only: ${nameOf(alone, labels)}`, criteria: alone };
  });
}

/** The country of the city, or the regions that a country lies in, smallest first. */
async function widerPlaces(criteria: SearchCriteria): Promise<Omit<WayOn, "count">[]> {
  const { near, country } = criteria;
  const [city] = near
    ? await db().execute<{ country: string }>(sql`select c.country from cities c where c.slug = ${near}`)
    : [];
  const around = city ? [city.country] : country;
  const inCountry = city
    ? [
        {
          label: `all of ${countryName(city.country)}`,
          criteria: { ...criteria, near: undefined, country: [city.country] },
        },
      ]
    : [];
  const wider = regions
    .filter((region) => around.length > 0 && around.every((code) => regionCountries(region).includes(code)))
    .sort((a, b) => regionCountries(a).length - regionCountries(b).length)
    .slice(0, 2)
    .map((region) => ({
      label: `all of ${regionName(region)}`,
      criteria: { ...criteria, near: undefined, country: [], region: [region] },
    }));
  return [...inCountry, ...wider];
}
