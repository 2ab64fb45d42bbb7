import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { degreeRank } from "@/lib/taxonomy/rules";
import { degrees } from "@/lib/taxonomy/terms";
import { activeFilters, type SearchCriteria, salaryThresholds } from "../criteria";
import {
  conditionOn,
  hasAnySkill,
  idsOf,
  matching,
  type PlainFacet,
  plainFacets,
  type ReadySearch,
} from "./compile";

export type FacetName = "skill" | "responsibility" | PlainFacet;

/** One count: of a facet's value, the total, or (`without`) the total without "name=value". */
export type Count = { facet: string; value: string; label: string; count: number };

/**
 * One statement that counts: the total, each facet's values, and for each filter in force the total without it. Rows of
 * (`facet`, `value`, `label`, `count`).
 *
 * For skills and responsibilities a value counts what the total would be with it added; for the others, what it would be with that value
 * alone chosen in its facet. So one pass collects what answers everything but the choices in those, each with which of them it answers.
 */
export function countsOf(ready: ReadySearch): SQL {
  const { criteria } = ready;
  const chosen = plainFacets.filter((facet) => conditionOn(facet, ready));
  const answered = chosen.map((facet) => sql`, (${conditionOn(facet, ready)}) as ${flags[facet]}`);
  const parts = [
    sql`select 'total' as facet, '' as value, '' as label, count(*)::int as count from hit where ${answers(chosen)}`,
    skillCounts(ready, chosen),
    responsibilityCounts(chosen),
    plainCounts("band", sql`band`, chosen),
    plainCounts("workplace", sql`workplace`, chosen),
    plainCounts("employment", sql`employment`, chosen),
    countryCounts(chosen),
    stepCounts(
      "degree",
      degrees.map((degree) => [degree, sql`degree_need <= ${degreeRank(degree)}::int`]),
      chosen,
    ),
    stepCounts(
      "salary",
      salaryThresholds.map((yearly) => [String(yearly), sql`yearly_usd_max >= ${ready.toUsd(yearly)}::int`]),
      chosen,
    ),
    ...activeFilters(criteria).map(({ name, value, rest }) => withoutCount(ready, name, value, rest, chosen)),
  ];
  return sql`with hit as materialized (
      select ${postings.id} as id, ${postings.band} as band, ${postings.workplace} as workplace, ${postings.employment} as employment,
        case when ${postings.equalExperience} then 0 else coalesce(${postings.degreeRank}, 0) end as degree_need,
        ${postings.yearlyUsdMax} as yearly_usd_max, ${postings.hiringCountries} as hiring_countries${sql.join(answered)}
      from postings where ${matching(ready, ...plainFacets)}
    ) ${sql.join(
      parts.map((part) => sql`(${part})`),
      sql` union all `,
    )}`;
}

/** Whether a hit answers the choice in a facet. */
const flags: Record<PlainFacet, SQL> = {
  degree: sql`degree_answered`,
  band: sql`band_answered`,
  salary: sql`salary_answered`,
  workplace: sql`workplace_answered`,
  employment: sql`employment_answered`,
  country: sql`country_answered`,
};

/** The hits that answer the choices in these facets; without the one in `except`. */
function answers(chosen: readonly PlainFacet[], except?: PlainFacet): SQL {
  const asked = chosen.filter((facet) => facet !== except).map((facet) => flags[facet]);
  return asked.length > 0 ? sql.join(asked, sql` and `) : sql`true`;
}

function skillCounts(ready: ReadySearch, chosen: readonly PlainFacet[]): SQL {
  const skills = idsOf(ready, ready.criteria.skill);
  const any = ready.criteria.skillMode === "any" && skills.length > 0;
  // Under "any" a further skill adds the postings that have it and none of those chosen.
  const from = any
    ? sql`postings join posting_skills t on t.posting_id = ${postings.id} where ${matching(ready, "skill")} and not ${hasAnySkill(skills)}`
    : sql`hit join posting_skills t on t.posting_id = hit.id where ${answers(chosen)}`;
  const before = any ? sql`(select count(*) from hit where ${answers(chosen)})` : sql`0`;
  return sql`
    select 'skill', s.slug, s.label, (n.count + ${before})::int
    from (select t.skill_id as id, count(*) as count from ${from} group by t.skill_id) n join skills s on s.id = n.id
    order by n.count desc, s.slug collate "C"`;
}

const responsibilityCounts = (chosen: readonly PlainFacet[]) => sql`
  select 'responsibility', r.slug, r.label, n.count::int from (
    select t.responsibility_id as id, count(*) as count
    from hit join posting_responsibilities t on t.posting_id = hit.id
    where ${answers(chosen)} group by t.responsibility_id
  ) n join responsibilities r on r.id = n.id
  order by n.count desc, r.position`;

function plainCounts(facet: PlainFacet, column: SQL, chosen: readonly PlainFacet[]): SQL {
  return sql`select ${facet}::text, ${column}, '', count(*)::int from hit
    where ${answers(chosen, facet)} and ${column} is not null group by ${column} order by count(*) desc, ${column} collate "C"`;
}

const countryCounts = (chosen: readonly PlainFacet[]) => sql`
  select 'country', c.code, '', count(*)::int from (
    select hit.id, unnest(hit.hiring_countries) as code from hit where ${answers(chosen, "country")}
    union select hit.id, l.country from hit join posting_places l on l.posting_id = hit.id where ${answers(chosen, "country")}
  ) c group by c.code order by count(*) desc, c.code collate "C"`;

/** Facets whose values include one another: one pass, one counter a value. */
function stepCounts(facet: PlainFacet, steps: [string, SQL][], chosen: readonly PlainFacet[]): SQL {
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

/** A choice in a plain facet is among the hits' flags; without another filter there may be more hits. */
function withoutCount(
  ready: ReadySearch,
  name: string,
  value: string,
  rest: SearchCriteria,
  chosen: readonly PlainFacet[],
): SQL {
  const facet = plainFacets.find((one) => one === name);
  const left = facet && conditionOn(facet, { ...ready, criteria: rest });
  const counted =
    facet && !left
      ? sql`hit where ${answers(chosen, facet)}`
      : sql`postings where ${matching({ ...ready, criteria: rest })}`;
  return sql`select 'without', ${`${name}=${value}`}::text, '', count(*)::int from ${counted}`;
}
