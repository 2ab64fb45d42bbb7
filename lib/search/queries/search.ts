import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { holdsUntil, isForMany } from "@/lib/clock";
import { isPublicCompany } from "@/lib/companies/queries";
import { dayMs } from "@/lib/days";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { dollar, type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { activeFilters, type Fault, type Paging, type SearchCriteria } from "../criteria";
import { readCursor, toCursor } from "../cursor";
import type { Filter, Known } from "../filters/filter";
import { type FacetName, type FilterName, facetList, filterList, nameOfValue } from "../filters/table";
import type { ReadySearch } from "./compile";
import { cursorOwner } from "./match";
import { type Mended, mendWords } from "./mend";
import { runSearch } from "./run";

export type FacetValue = { value: string; label: string; count: number };
export type SearchAnswer = {
  postings: (ListedPosting & PageFacts)[];
  total: number;
  facets: Record<FacetName, FacetValue[]>;
  /** One entry a value of a filter in force: `without` is the total with that value taken away. */
  filters: { name: FilterName; value: string; label: string; without: number }[];
  next: string | null;
  /** Seconds that it may be behind; 0 but while the board of a large installation catches up. */
  age: number;
};

export type ReadCriteria = {
  ready: ReadySearch;
  /** Names that are in no list: they are left out of the search. */
  faults: Fault[];
  /** What names are called, by "list=value". */
  labels: Map<string, string>;
};

/**
 * Checks the names that only the database knows and prepares the criteria for `search`. Names that are in no list are reported and left
 * out; an alias leads to its skill; a word that was mistyped to the one that is meant. A company that is not public is called by its slug.
 */
export async function readCriteria(criteria: SearchCriteria): Promise<ReadCriteria & { mended: Mended[] }> {
  const [lists, { q, mended }] = await Promise.all([
    readLists([criteria]),
    criteria.q ? mendWords(criteria.q) : { q: undefined, mended: [] },
  ]);
  return { ...readNames({ ...criteria, q }, lists), mended };
}

/** The same for many criteria in one question, with the words as they were typed. */
export async function readManyCriteria(many: readonly SearchCriteria[]): Promise<ReadCriteria[]> {
  const lists = await readLists(many);
  return many.map((criteria) => readNames(criteria, lists));
}

const listedFilters = filterList.filter(([, { list }]) => list !== undefined);

function readNames(criteria: SearchCriteria, { named, known, labels, rates }: Lists): ReadCriteria {
  const faults: Fault[] = [];
  /** The values of a filter that are in its list, by the names of the list; undefined for a single one that is not. */
  const inList = (name: FilterName, { list, notListed = `unknown ${list}` }: Filter) => {
    const given = criteria[name];
    if (given === undefined || (Array.isArray(given) && given.length === 0)) return given;
    const kept = [...new Set([given].flat())].flatMap((value) => {
      const slug = named.get(`${list}=${value}`);
      if (slug === undefined) faults.push({ path: name, message: `${name}: ${notListed} “${value}”.` });
      return slug ?? [];
    });
    return Array.isArray(given) ? kept : kept[0];
  };
  const rate = rates.get(criteria.currency);
  if (!rate) faults.push({ path: "currency", message: `We have no exchange rate for ${criteria.currency}.` });
  const fromLists = Object.fromEntries(listedFilters.map(([name, filter]) => [name, inList(name, filter)]));
  return {
    ready: {
      criteria: {
        ...criteria,
        currency: rate?.currency ?? dollar.currency,
        salary: rate ? criteria.salary : undefined,
        ...fromLists,
      },
      ...known,
      toUsd: (yearly) => (rate ? yearlyUsd(yearly * 10 ** rate.minorDigits, "year", rate) : yearly),
    },
    faults,
    labels,
  };
}

/** What the lists of the database have of the names in some searches. */
type Lists = {
  /** By "list=name": the slug that it leads to. */
  named: Map<string, string>;
  known: Omit<Known, "toUsd">;
  /** By "list=slug". */
  labels: Map<string, string>;
  rates: Map<string, Rate>;
};

type Named = {
  kind: string;
  name: string;
  slug: string;
  /** A number for skills and responsibilities. */
  id: string;
  label: string;
  implying: number[] | null;
  latitude: number | null;
  longitude: number | null;
};

async function readLists(many: readonly SearchCriteria[]): Promise<Lists> {
  const [rows, rates] = await Promise.all([listNamed(many), findRates(many)]);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const ids = (kind: string) => new Map(of(kind).map(({ slug, id }) => [slug, Number(id)]));
  return {
    named: new Map(rows.map(({ kind, name, slug }) => [`${kind}=${name}`, slug])),
    labels: new Map(rows.map(({ kind, slug, label }) => [`${kind}=${slug}`, label])),
    known: {
      ids: { skill: ids("skill"), responsibility: ids("responsibility") },
      implying: new Map(of("skill").map(({ slug, implying }) => [slug, implying ?? []])),
      companies: new Map(of("company").map(({ slug, id }) => [slug, id])),
      cities: new Map(
        of("near").map(({ slug, latitude, longitude }) => [
          slug,
          { latitude: Number(latitude), longitude: Number(longitude) },
        ]),
      ),
    },
    rates,
  };
}

async function listNamed(many: readonly SearchCriteria[]): Promise<Named[]> {
  const all = (values: (criteria: SearchCriteria) => string | readonly string[] | undefined) => [
    ...new Set(many.flatMap((criteria) => values(criteria) ?? [])),
  ];
  const skills = all(({ skill, exclude }) => [...skill, ...exclude]);
  const responsibilities = all(({ responsibility }) => responsibility);
  const companies = all(({ company }) => company);
  const cities = all(({ near }) => near);
  if ([skills, responsibilities, companies, cities].every((names) => names.length === 0)) return [];
  return db().execute<Named>(sql`
    select 'skill' as kind, given.name, s.slug, s.id::text, s.label,
      array(select c.skill_id from skill_closure c where c.implied_id = s.id) as implying,
      null::float8 as latitude, null::float8 as longitude
      from unnest(${sql.param(skills)}::text[]) as given (name)
      join skills s on s.id = coalesce(
        (select named.id from skills named where named.slug = given.name),
        (select a.skill_id from skill_aliases a where a.alias = given.name))
    union all select 'responsibility', r.slug, r.slug, r.id::text, r.label, null, null, null from responsibilities r
      where r.slug = any(${sql.param(responsibilities)}::text[])
    union all select 'company', c.slug, c.slug, c.id::text, case when ${isPublicCompany(sql`c.id`)} then c.name else c.slug end,
      null, null, null from companies c where c.slug = any(${sql.param(companies)}::text[])
    union all select 'near', c.slug, c.slug, c.slug, c.name, null, c.latitude::float8, c.longitude::float8
      from cities c where c.slug = any(${sql.param(cities)}::text[])`);
}

/** The rates of the currencies in some searches; none for a currency that has none. */
async function findRates(many: readonly SearchCriteria[]): Promise<Map<string, Rate>> {
  const isForeign = many.some(({ currency }) => currency !== dollar.currency);
  const rates = isForeign ? await listRates() : [];
  return new Map([...rates, dollar].map((rate) => [rate.currency, rate]));
}

/**
 * Total, facets, filters in force and one page; null when the cursor is not of these criteria, nor, in the order of matches, of this
 * `profile`. Without a profile there is no such order: the usual one stands.
 */
export async function search(
  ready: ReadySearch,
  paging: Paging,
  labels: Map<string, string>,
  profile?: ReadyProfile,
): Promise<SearchAnswer | null> {
  const { criteria } = ready;
  const cursorOf = cursorOwner(ready, profile);
  const after = paging.cursor === undefined ? null : readCursor(criteria, paging.cursor, cursorOf);
  if (paging.cursor !== undefined && !after) return null;
  const { counts, page, age } = await runSearch({ ready, after, limit: paging.limit, profile });
  if (criteria.posted && isForMany()) await holdsWhileNoneAges(criteria.posted);
  const values = (facet: FacetName) =>
    counts
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({
        value,
        label: label || nameOfValue(facet, value, labels),
        count,
      }));
  return {
    postings: await listPostingsByIds(page.ids),
    total: counts.find((row) => row.facet === "total")?.count ?? 0,
    facets: Object.fromEntries(facetList.map(({ name }) => [name, values(name)])) as SearchAnswer["facets"],
    filters: activeFilters(criteria).map(({ name, value }) => ({
      name,
      value,
      label: nameOfValue(name, value, labels),
      without: counts.find((row) => row.facet === "without" && row.value === `${name}=${value}`)?.count ?? 0,
    })),
    next: page.next && toCursor(criteria, page.next, cursorOf),
    age,
  };
}

/** Says that a search for postings of the last `days` days holds until the first of them is older. */
async function holdsWhileNoneAges(days: number) {
  const rows = await db().execute<{ first: string | null }>(sql`
    select extract(epoch from min(published_at)) * 1000 as first from postings
    where state = 'published' and published_at > (select app_now()) - make_interval(days => ${days}::int)`);
  const first = rows[0]?.first;
  if (first) holdsUntil(Number(first) + days * dayMs);
}
