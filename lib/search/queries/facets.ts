import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { activeFilters, type SearchCriteria, searchedBy, searchedFilters } from "../criteria";
import { type FacetName, type FilterName, facetList } from "../filters/table";
import { countsBySkill, hasAnySkill } from "../filters/tags";
import { conditionOf, type ReadySearch, whereOf } from "./compile";

/** One count: of a facet's value, the total, or (`without`) the total without "name=value". */
export type Count = { facet: string; value: string; label: string; count: number };

/** Facets of which one value is chosen instead of another: each is counted as if nothing were chosen in it. */
const choiceFacets = facetList.flatMap(({ kind, name }) => (kind === "tags" ? [] : name));

/**
 * One statement that counts: the total, each facet's values, and for each filter in force the total without it. Rows of
 * (`facet`, `value`, `label`, `count`).
 *
 * For skills and responsibilities a value counts what the total would be with it added; for the others, what it would be with that value
 * alone chosen in its facet. So one pass collects what answers everything but the choices in those, each with which of them it answers.
 */
export function countsOf(ready: ReadySearch): SQL {
  const { criteria } = ready;
  const choices = choicesIn(ready);
  const chosen = [...choices.keys()];
  const anyway = choicesIn(withoutCountries(ready)).get("country");
  const parts = [
    sql`select 'total' as facet, '' as value, '' as label, count(*)::int as count from hit where ${answers(chosen)}`,
    ...facetList.map((facet) => facetCounts(facet, ready, chosen, anyway !== undefined)),
    ...activeFilters(criteria).map(({ name, value, rest }) => withoutCount(ready, name, value, rest, chosen)),
  ];
  return sql`with hit as materialized (
      select ${postings.id} as id, ${postings.number} as number, ${postings.band} as band, ${postings.workplace} as workplace, ${postings.employment} as employment,
        case when ${postings.equalExperience} then 0 else coalesce(${postings.degreeRank}, 0) end as degree_need,
        ${postings.yearlyUsdMax} as yearly_usd_max, ${postings.hiringCountries} as hiring_countries,
        array[${sql.join([...choices.values()], sql`, `)}]::boolean[] as answered, ${anyway ?? sql`false`} as country_anyway
      from postings where ${whereOf(ready, ...choiceFacets)}
    ) ${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}`;
}

function facetCounts(
  facet: (typeof facetList)[number],
  ready: ReadySearch,
  chosen: readonly FacetName[],
  hasAnyway: boolean,
): SQL {
  if (facet.kind === "countries") return countryCounts(chosen, hasAnyway);
  if (facet.kind === "values") return valueCounts(facet.name, facet.column, chosen);
  if (facet.kind === "steps")
    return stepCounts(
      facet.name,
      facet.values.map((step) => [step, facet.includes(step, ready)]),
      chosen,
    );
  return facet.name === "skill" ? skillCounts(ready, chosen) : responsibilityCounts(chosen);
}

/** What is chosen in the facets of one choice, as conditions on `postings`. */
const choicesIn = (ready: ReadySearch): Map<FacetName, SQL> =>
  new Map(
    searchedFilters(ready.criteria).flatMap((set) => {
      const facet = choiceFacets.find((one) => one === set.name);
      return facet ? [[facet, conditionOf(set, ready)]] : [];
    }),
  );

const withoutCountries = (ready: ReadySearch): ReadySearch => ({
  ...ready,
  criteria: { ...ready.criteria, country: [] },
});

/** The hits that answer the choices in these facets, which stand in `answered` in their order; without the one in `except`. */
function answers(chosen: readonly FacetName[], except?: FacetName): SQL {
  const asked = chosen.flatMap((facet, at) => (facet === except ? [] : sql`hit.answered[${at + 1}::int]`));
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`;
}

function skillCounts(ready: ReadySearch, chosen: readonly FacetName[]): SQL {
  const { skill, skillMode } = ready.criteria;
  const any = skillMode === "any" && skill.length > 0;
  // Under "any" a further skill adds the postings that have it and none of those chosen.
  const counts = any
    ? countsBySkill(sql`postings`, sql`${whereOf(ready, "skill")} and not ${hasAnySkill(skill, ready)}`)
    : countsBySkill(sql`hit`, answers(chosen));
  const before = any ? sql`(select count(*) from hit where ${answers(chosen)})` : sql`0`;
  return sql`
    select 'skill', s.slug, s.label, (n.count + ${before})::int from (${counts}) n join skills s on s.id = n.id
    order by n.count desc, s.slug collate "C"`;
}

const responsibilityCounts = (chosen: readonly FacetName[]) => sql`
  select 'responsibility', r.slug, r.label, n.count::int from (
    select t.responsibility_id as id, count(*) as count
    from hit join posting_responsibilities t on t.posting_id = hit.id
    where ${answers(chosen)} group by t.responsibility_id
  ) n join responsibilities r on r.id = n.id
  order by n.count desc, r.position`;

function valueCounts(facet: FacetName, column: SQL, chosen: readonly FacetName[]): SQL {
  return sql`select ${facet}::text, ${column}, '', count(*)::int from hit
    where ${answers(chosen, facet)} and ${column} is not null group by ${column} order by count(*) desc, ${column} collate "C"`;
}

/** Where other filters stand for countries, a country that is chosen adds to what those find. */
function countryCounts(chosen: readonly FacetName[], hasAnyway: boolean): SQL {
  const open = answers(chosen, "country");
  const anyway = hasAnyway ? sql`(select count(*) from hit where ${open} and country_anyway)` : sql`0`;
  return sql`
  select 'country', c.code, '', (count(*) filter (where not c.country_anyway) + ${anyway})::int as count from (
    select hit.id, hit.country_anyway, unnest(hit.hiring_countries) as code from hit where ${open}
    union select hit.id, hit.country_anyway, l.country from hit join posting_places l on l.posting_id = hit.id where ${open}
  ) c group by c.code order by count desc, c.code collate "C"`;
}

/** Facets whose values include one another: one pass, one counter a value. */
function stepCounts(facet: FacetName, steps: [string, SQL][], chosen: readonly FacetName[]): SQL {
  const counters = sql.join(
    steps.map(([, condition]) => sql`count(*) filter (where ${condition})`),
    sql`, `,
  );
  const values = sql.join(
    steps.map(([value]) => sql`${value}::text`),
    sql`, `,
  );
  return sql`select ${facet}::text, step.value, '', step.count::int from (
      select array[${counters}] as counts from hit where ${answers(chosen, facet)}
    ) n cross join lateral unnest(array[${values}], n.counts) as step (value, count)`;
}

/** A choice in a facet is among the hits' flags; without another filter there may be more hits. */
function withoutCount(
  ready: ReadySearch,
  name: FilterName,
  value: string,
  rest: SearchCriteria,
  chosen: readonly FacetName[],
): SQL {
  const less = { ...ready, criteria: rest };
  const facet = choiceFacets.find((one) => one === searchedBy(name));
  const counted =
    facet && !choicesIn(less).has(facet)
      ? sql`hit where ${answers(chosen, facet)}`
      : sql`postings where ${whereOf(less)}`;
  return sql`select 'without', ${`${name}=${value}`}::text, '', count(*)::int from ${counted}`;
}
