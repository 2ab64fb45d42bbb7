import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { degrees } from "@/lib/taxonomy/terms";
import { degreeOpen, type FilterName, hasAnySkill, idsOf, matching, paysAtLeast, type ReadyCriteria } from "./compile";
import { activeFilters, type SearchCriteria, salaryThresholds } from "./criteria";

export type FacetName = "skill" | "responsibility" | "degree" | "band" | "salary" | "workplace" | "employment" | "country";
/** How many values of a long facet are counted and shown, the most frequent first. */
const longest = 40;

/**
 * One statement that counts: the total, each facet's values, and for each filter in force the total without it. Rows of
 * (`facet`, `value`, `count`).
 *
 * For skills and responsibilities a value counts what the total would be with it added; for the others, what it would be with that value
 * alone chosen in its facet.
 */
export function countsOf(criteria: ReadyCriteria): SQL {
  const total = sql`select 'total' as facet, '' as value, '' as label, count(*)::int as count from postings where ${matching(criteria)}`;
  const parts = [
    total,
    skillCounts(criteria),
    responsibilityCounts(criteria),
    plainCounts(criteria, "band", sql`${postings.band}`),
    plainCounts(criteria, "workplace", sql`${postings.workplace}`),
    plainCounts(criteria, "employment", sql`${postings.employment}`),
    countryCounts(criteria),
    stepCounts(criteria, "degree", degrees.map((degree) => [degree, degreeOpen(degree)])),
    stepCounts(
      criteria,
      "salary",
      salaryThresholds.map((yearly) => [String(yearly), paysAtLeast(criteria.toUsd(yearly))]),
    ),
    ...activeFilters(criteria).map(
      ({ name, value, rest }) => sql`select 'without', ${`${name}=${value}`}::text, '', count(*)::int from postings
        where ${matching({ ...criteria, ...(rest as SearchCriteria) })}`,
    ),
  ];
  return sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  );
}

function skillCounts(criteria: ReadyCriteria): SQL {
  const chosen = idsOf(criteria, criteria.skill);
  const any = criteria.skillMode === "any" && chosen.length > 0;
  // Under "any" a further skill adds the postings that have it and none of those chosen.
  const where = any ? sql`${matching(criteria, "skill")} and not ${hasAnySkill(chosen)}` : matching(criteria);
  const before = any ? sql`(select count(*) from postings where ${matching(criteria)})` : sql`0`;
  return sql`
    select 'skill', s.slug, s.label, (n.count + ${before})::int from (
      select t.skill_id as id, count(*) as count from postings join posting_skills t on t.posting_id = postings.id
      where ${where} group by t.skill_id
    ) n join skills s on s.id = n.id
    order by n.count desc, s.slug limit ${longest}`;
}

const responsibilityCounts = (criteria: ReadyCriteria) => sql`
  select 'responsibility', r.slug, r.label, n.count::int from (
    select t.responsibility_id as id, count(*) as count
    from postings join posting_responsibilities t on t.posting_id = postings.id
    where ${matching(criteria)} group by t.responsibility_id
  ) n join responsibilities r on r.id = n.id
  order by n.count desc, r.position`;

const plainCounts = (criteria: ReadyCriteria, facet: FilterName, column: SQL) => sql`
  select ${facet}::text, ${column}, '', count(*)::int from postings
  where ${matching(criteria, facet)} and ${column} is not null group by 2`;

const countryCounts = (criteria: ReadyCriteria) => sql`
  select 'country', c.code, '', count(*)::int from postings
  cross join lateral (
    select unnest(${postings.hiringCountries}) as code
    union select l.country from posting_places l where l.posting_id = ${postings.id}
  ) c
  where ${matching(criteria, "country")} group by c.code order by count(*) desc, c.code limit ${longest}`;

/** Facets whose values include one another: one pass, one counter a value. */
function stepCounts(criteria: ReadyCriteria, facet: FilterName, steps: [string, SQL][]): SQL {
  const counters = sql.join(
    steps.map(([, condition]) => sql`count(*) filter (where ${condition})`),
    sql`, `,
  );
  const values = sql.join(
    steps.map(([value]) => sql`${value}::text`),
    sql`, `,
  );
  return sql`select ${facet}::text, step.value, '', step.count::int from (
      select array[${counters}] as counts from postings where ${matching(criteria, facet)}
    ) n cross join lateral unnest(array[${values}], n.counts) as step (value, count)`;
}
