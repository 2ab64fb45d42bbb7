import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { holdsUntil, isForMany } from "@/lib/clock";
import { isPublicCompany } from "@/lib/companies/queries";
import { dayMs } from "@/lib/days";
import { asRefusal } from "@/lib/errors";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { yearlyUsd } from "@/lib/taxonomy/money";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { activeFilters, type Fault, type Paging, type SearchCriteria } from "../criteria";
import { readCursor, toCursor } from "../cursor";
import type { Filter } from "../filters/filter";
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

/**
 * Checks the names that only the database knows and prepares the criteria for `search`. Names that are in no list are reported and left
 * out; an alias leads to its skill; a word that was mistyped to the one that is meant. A company that is not public is called by its slug.
 */
export async function readCriteria(
  criteria: SearchCriteria,
): Promise<{ ready: ReadySearch; faults: Fault[]; labels: Map<string, string>; mended: Mended[] }> {
  const names = [...criteria.skill, ...criteria.exclude];
  const rows = await db().execute<{
    kind: string;
    name: string;
    slug: string;
    id: number | null;
    label: string;
    implying: number[] | null;
  }>(sql`
    select 'skill' as kind, given.name, s.slug, s.id, s.label,
      array(select c.skill_id from skill_closure c where c.implied_id = s.id) as implying
      from unnest(${sql.param(names)}::text[]) as given (name)
      join skills s on s.id = coalesce(
        (select named.id from skills named where named.slug = given.name),
        (select a.skill_id from skill_aliases a where a.alias = given.name))
    union all select 'responsibility', r.slug, r.slug, r.id, r.label, null from responsibilities r
      where r.slug = any(${sql.param(criteria.responsibility)}::text[])
    union all select 'company', c.slug, c.slug, null, case when ${isPublicCompany(sql`c.id`)} then c.name else c.slug end, null
      from companies c where c.slug = any(${sql.param(criteria.company)}::text[])
    union all select 'near', c.slug, c.slug, null, c.name, null from cities c where c.slug = ${criteria.near ?? ""}`);
  const faults: Fault[] = [];
  const labels = new Map(rows.map(({ kind, slug, label }) => [`${kind}=${slug}`, label]));
  /** The values of a filter that are in its list, by the names of the list; undefined for a single one that is not. */
  const inList = (name: FilterName, { list, notListed = `unknown ${list}` }: Filter) => {
    const given = criteria[name];
    const kept = [...new Set([given ?? []].flat())].flatMap((value) => {
      const row = rows.find((one) => one.kind === list && one.name === value);
      if (!row) faults.push({ path: name, message: `${name}: ${notListed} “${value}”.` });
      return row ? [row.slug] : [];
    });
    return Array.isArray(given) ? kept : kept[0];
  };
  const ids = (kind: string) =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.slug, row.id as number]));
  let { currency } = criteria;
  const rate = await findRate(currency, "currency").catch((error) => {
    if (asRefusal(error)?.code === "invalid") return null;
    throw error;
  });
  if (!rate) {
    faults.push({ path: "currency", message: `We have no exchange rate for ${currency}.` });
    currency = "USD";
  }
  const fromLists = Object.fromEntries(
    filterList.flatMap(([name, filter]) => (filter.list ? [[name, inList(name, filter)]] : [])),
  );
  const minorDigits = rate?.minorDigits ?? 2;
  const { q, mended } = criteria.q ? await mendWords(criteria.q) : { q: undefined, mended: [] };
  return {
    ready: {
      criteria: {
        ...criteria,
        q,
        currency,
        salary: rate ? criteria.salary : undefined,
        ...fromLists,
      },
      ids: { skill: ids("skill"), responsibility: ids("responsibility") },
      implying: new Map(rows.flatMap(({ slug, implying }) => (implying ? [[slug, implying] as const] : []))),
      toUsd: (yearly) => (rate ? yearlyUsd(yearly * 10 ** minorDigits, "year", rate) : yearly),
    },
    faults,
    labels,
    mended,
  };
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
