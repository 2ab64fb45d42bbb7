import { type SQL, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { postings } from "@/db/schema/postings";
import { type ReadySearch, whereOf } from "@/lib/search/queries/compile";
import { countsOf } from "@/lib/search/queries/facets";
import { relevanceOf } from "@/lib/search/queries/relevance";
import { degreeRank } from "@/lib/taxonomy/rules";

export type Plain = PostgresJsDatabase;

/** As the web process asks, but for its limit of time. */
export function openPlain(url: string, { workers = 0 } = {}): { db: Plain; end: () => Promise<void> } {
  const client = postgres(url, {
    max: 8,
    connection: { jit: "off", max_parallel_workers_per_gather: workers, TimeZone: "UTC" },
    onnotice: () => {},
  });
  return { db: drizzle(client, { casing: "snake_case" }), end: () => client.end() };
}

const pageSize = 20;
const newest = sql`order by ${postings.publishedAt} desc, ${postings.id} limit ${pageSize}::int`;

/** What most boards do: a question for the total, for the page and for each of six facets, on the wide tables. */
export async function askEight(db: Plain, ready: ReadySearch): Promise<number> {
  const where = whereOf(ready);
  const [[total]] = await Promise.all([
    db.execute<{ n: number }>(sql`select count(*)::int as n from postings where ${where}`),
    db.execute(sql`select ${postings.id} from postings where ${where} ${newest}`),
    db.execute(
      sql`select c.implied_id, count(distinct ${postings.number}) from postings join posting_skills t on t.posting_id = ${postings.id}
        join skill_closure c on c.skill_id = t.skill_id where ${where} group by 1`,
    ),
    db.execute(
      sql`select t.responsibility_id, count(*) from postings join posting_responsibilities t on t.posting_id = ${postings.id} where ${where} group by 1`,
    ),
    db.execute(
      sql`select ${postings.degreeRank}, count(*) from postings where ${whereOf(ready, "degree")} group by 1`,
    ),
    db.execute(
      sql`select ${postings.band}, count(*) from postings where ${whereOf(ready, "band")} group by 1`,
    ),
    db.execute(
      sql`select ${postings.yearlyUsdMax} / 25000, count(*) from postings where ${whereOf(ready, "salary")} group by 1`,
    ),
    db.execute(
      sql`select ${postings.workplace}, count(*) from postings where ${whereOf(ready, "workplace")} group by 1`,
    ),
  ]);
  return total?.n ?? 0;
}

/** The product's own search without the board. */
export async function askSqlPath(
  db: Plain,
  ready: ReadySearch,
  order: "newest" | "relevance" = "newest",
): Promise<number> {
  const page =
    order === "newest"
      ? newest
      : sql`order by ${relevanceOf(ready)} desc, ${postings.id} limit ${pageSize}::int`;
  const [counts] = await Promise.all([
    db.execute<{ facet: string; count: number }>(countsOf(ready)),
    db.execute(sql`select ${postings.id} from postings where ${whereOf(ready)} ${page}`),
  ]);
  return counts.find(({ facet }) => facet === "total")?.count ?? 0;
}

/** Makes the table of `askOnce`: what a search compares, and nothing else, a posting's tags and what they imply as one array under GIN. */
export async function makeNarrow(db: Plain) {
  await db.execute(sql`create table narrow as
    select p.number, p.id, p.published_at, p.experience_min, p.experience_max, p.yearly_usd_max, p.band, p.workplace, p.employment,
      case when p.equal_experience then 0 else coalesce(p.degree_rank, 0) end as degree_need,
      array(select unnest(p.hiring_countries) union select l.country from posting_places l where l.posting_id = p.id) as countries,
      array(select distinct c.implied_id from posting_skills t join skill_closure c on c.skill_id = t.skill_id where t.posting_id = p.id)
        || array(select -t.responsibility_id from posting_responsibilities t where t.posting_id = p.id) as tags
    from postings p where p.state = 'published'`);
  await db.execute(sql`create index on narrow using gin (tags)`);
  await db.execute(sql`create index on narrow (published_at desc, id)`);
  await db.execute(sql`vacuum analyze narrow`);
}

/** What a search asks, in the numbers of the table `narrow`: tags as there, the degree held by its rank, pay in US dollars a year. */
export type Question = {
  tags: number[];
  experience?: number;
  degree?: number;
  salary?: number;
  country: string[];
  band: string[];
  workplace: string[];
  employment: string[];
};

export const questionOf = ({ criteria, ids, toUsd }: ReadySearch): Question => ({
  tags: [
    ...criteria.skill.map((slug) => ids.skill.get(slug) ?? 0),
    ...criteria.responsibility.map((slug) => -(ids.responsibility.get(slug) ?? 0)),
  ],
  experience: criteria.experience,
  degree: criteria.degree && degreeRank(criteria.degree),
  salary: criteria.salary === undefined ? undefined : toUsd(criteria.salary),
  country: criteria.country,
  band: criteria.band,
  workplace: criteria.workplace,
  employment: criteria.employment,
});

/** Total, all facets and the page in one statement on the narrow table: one pass over the hits, grouping sets, flags for open facets. */
export async function askOnce(db: PostgresJsDatabase, ready: ReadySearch): Promise<number> {
  const asked = questionOf(ready);
  const { tags } = asked;
  const yes = sql`true`;
  const any = (column: SQL, values: readonly string[]) =>
    values.length > 0 ? sql`${column} = any(${sql.param(values)}::text[])` : yes;
  const degreeOk = asked.degree !== undefined ? sql`degree_need <= ${asked.degree}::int` : yes;
  const salaryOk = asked.salary === undefined ? yes : sql`yearly_usd_max >= ${asked.salary}::int`;
  const countryOk = asked.country.length > 0 ? sql`countries && ${sql.param(asked.country)}::text[]` : yes;
  const rows = await db.execute<{ facet: string; n: number }>(sql`
    with hit as materialized (
      select id, published_at, tags, countries, band, workplace, employment, degree_need, yearly_usd_max,
        ${degreeOk} as degree_ok, ${salaryOk} as salary_ok, ${countryOk} as country_ok, ${any(sql`band`, asked.band)} as band_ok,
        ${any(sql`workplace`, asked.workplace)} as workplace_ok, ${any(sql`employment`, asked.employment)} as employment_ok
      from narrow where ${tags.length > 0 ? sql`tags @> ${sql.param(tags)}::int[]` : yes}
        and ${asked.experience === undefined ? yes : sql`coalesce(experience_min, 0) <= ${asked.experience}::int and coalesce(experience_max, 60) >= ${asked.experience}::int`}
    ),
    full_hit as materialized (
      select * from hit where degree_ok and salary_ok and country_ok and band_ok and workplace_ok and employment_ok
    )
    select 'total' as facet, null as value, count(*)::int as n from full_hit
    union all select 'tag', tag::text, count(*)::int from full_hit cross join unnest(tags) as tag group by tag
    union all select case when grouping(band) = 0 then 'band' when grouping(workplace) = 0 then 'workplace' when grouping(employment) = 0
        then 'employment' when grouping(degree_need) = 0 then 'degree' else 'salary' end,
      coalesce(band, workplace, employment, degree_need::text, step::text),
      (case when grouping(band) = 0 then count(*) filter (where degree_ok and salary_ok and country_ok and workplace_ok and employment_ok)
        when grouping(workplace) = 0 then count(*) filter (where degree_ok and salary_ok and country_ok and band_ok and employment_ok)
        when grouping(employment) = 0 then count(*) filter (where degree_ok and salary_ok and country_ok and band_ok and workplace_ok)
        when grouping(degree_need) = 0 then count(*) filter (where salary_ok and country_ok and band_ok and workplace_ok and employment_ok)
        else count(*) filter (where degree_ok and country_ok and band_ok and workplace_ok and employment_ok) end)::int
      from (select *, least(yearly_usd_max / 25000, 10) as step from hit) h
      group by grouping sets ((band), (workplace), (employment), (degree_need), (step))
    union all select 'country', c, count(*)::int from hit cross join unnest(countries) as c
      where degree_ok and salary_ok and band_ok and workplace_ok and employment_ok group by c
    union all (select 'page', id::text, 0 from full_hit order by published_at desc, id limit ${pageSize}::int)`);
  return rows.find(({ facet }) => facet === "total")?.n ?? 0;
}
