import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { degrees } from "@/lib/taxonomy/terms";
import { activeFilters, salaryThresholds } from "../criteria";
import {
  degreeOpen,
  type FilterName,
  hasAnySkill,
  idsOf,
  matching,
  paysAtLeast,
  type ReadySearch,
} from "./compile";

export type FacetName =
  | "skill"
  | "responsibility"
  | "degree"
  | "band"
  | "salary"
  | "workplace"
  | "employment"
  | "country";
/** One count: of a facet's value, the total, or (`without`) the total without "name=value". */
export type Count = { facet: string; value: string; label: string; count: number };

/**
 * One statement that counts: the total, each facet's values, and for each filter in force the total without it. Rows of
 * (`facet`, `value`, `count`).
 *
 * For skills and responsibilities a value counts what the total would be with it added; for the others, what it would be with that value
 * alone chosen in its facet.
 */
export function countsOf(ready: ReadySearch): SQL {
  const total = sql`select 'total' as facet, '' as value, '' as label, count(*)::int as count from postings where ${matching(ready)}`;
  const parts = [
    total,
    skillCounts(ready),
    responsibilityCounts(ready),
    plainCounts(ready, "band", sql`${postings.band}`),
    plainCounts(ready, "workplace", sql`${postings.workplace}`),
    plainCounts(ready, "employment", sql`${postings.employment}`),
    countryCounts(ready),
    stepCounts(
      ready,
      "degree",
      degrees.map((degree) => [degree, degreeOpen(degree)]),
    ),
    stepCounts(
      ready,
      "salary",
      salaryThresholds.map((yearly) => [String(yearly), paysAtLeast(ready.toUsd(yearly))]),
    ),
    ...activeFilters(ready.criteria).map(
      ({
        name,
        value,
        rest,
      }) => sql`select 'without', ${`${name}=${value}`}::text, '', count(*)::int from postings
        where ${matching({ ...ready, criteria: rest })}`,
    ),
  ];
  return sql.join(
    parts.map((part) => sql`(${part})`),
    sql` union all `,
  );
}

function skillCounts(ready: ReadySearch): SQL {
  const chosen = idsOf(ready, ready.criteria.skill);
  const any = ready.criteria.skillMode === "any" && chosen.length > 0;
  // Under "any" a further skill adds the postings that have it and none of those chosen.
  const where = any ? sql`${matching(ready, "skill")} and not ${hasAnySkill(chosen)}` : matching(ready);
  const before = any ? sql`(select count(*) from postings where ${matching(ready)})` : sql`0`;
  return sql`
    select 'skill', s.slug, s.label, (n.count + ${before})::int from (
      select t.skill_id as id, count(*) as count from postings join posting_skills t on t.posting_id = postings.id
      where ${where} group by t.skill_id
    ) n join skills s on s.id = n.id
    order by n.count desc, s.slug collate "C"`;
}

const responsibilityCounts = (ready: ReadySearch) => sql`
  select 'responsibility', r.slug, r.label, n.count::int from (
    select t.responsibility_id as id, count(*) as count
    from postings join posting_responsibilities t on t.posting_id = postings.id
    where ${matching(ready)} group by t.responsibility_id
  ) n join responsibilities r on r.id = n.id
  order by n.count desc, r.position`;

const plainCounts = (ready: ReadySearch, facet: FilterName, column: SQL) => sql`
  select ${facet}::text, ${column}, '', count(*)::int from postings
  where ${matching(ready, facet)} and ${column} is not null group by ${column} order by count(*) desc, ${column} collate "C"`;

const countryCounts = (ready: ReadySearch) => sql`
  select 'country', c.code, '', count(*)::int from postings
  cross join lateral (
    select unnest(${postings.hiringCountries}) as code
    union select l.country from posting_places l where l.posting_id = ${postings.id}
  ) c
  where ${matching(ready, "country")} group by c.code order by count(*) desc, c.code collate "C"`;

/** Facets whose values include one another: one pass, one counter a value. */
function stepCounts(ready: ReadySearch, facet: FilterName, steps: [string, SQL][]): SQL {
  const counters = sql.join(
    steps.map(([, condition]) => sql`count(*) filter (where ${condition})`),
    sql`, `,
  );
  const values = sql.join(
    steps.map(([value]) => sql`${value}::text`),
    sql`, `,
  );
  return sql`select ${facet}::text, step.value, '', step.count::int from (
      select array[${counters}] as counts from postings where ${matching(ready, facet)}
    ) n cross join lateral unnest(array[${values}], n.counts) as step (value, count)`;
}
