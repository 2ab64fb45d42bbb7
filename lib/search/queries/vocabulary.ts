import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import type { Lookups, Vocabulary } from "@/lib/reading/query-pieces";
import { stateOfCity } from "@/lib/taxonomy/cities";
import { runSql } from "./run-sql";

/** How much more a city weighs by the name that it is listed under than by another. */
const mainWeight = 10;

/** Looks up what `parseQuery` must know of a line: which of its skills live postings have, its cities, and its words that titles have. */
export async function findVocabulary({ skills, names, words }: Lookups): Promise<Vocabulary> {
  if (names.length === 0) return { skills: new Set(), cities: new Map(), words: new Set() };
  const rows = await runSql<{ kind: string; name: string; slug: string; country: string }>(sql`
    select 'skill' as kind, s.slug as name, '' as slug, '' as country from skills s
    where s.slug = any(${sql.param(skills)}::text[]) and ${isInUse(sql`s.id`)}
    union all select 'word', t.term, '', '' from search_terms t
    where t.term = any(${sql.param(words)}::text[]) and t.postings > 0
    union all select * from (
      select 'city', n.name, c.slug, c.country from city_names n join cities c on c.slug = n.city
      where n.name = any(${sql.param(names)}::text[])
      order by c.population * case when n.is_main then ${mainWeight}::int else 1 end desc, c.slug
    ) cities`);
  const named = (kind: string) => rows.filter((row) => row.kind === kind);
  const cities = new Map<string, { slug: string; country: string; state: string | null }[]>();
  for (const { name, slug, country } of named("city"))
    cities.set(name, [...(cities.get(name) ?? []), { slug, country, state: stateOfCity(slug) }]);
  return {
    skills: new Set(named("skill").map(({ name }) => name)),
    cities,
    words: new Set(named("word").map(({ name }) => name)),
  };
}

/** At least one live posting has the skill, or one that implies it. */
const isInUse = (id: SQL) => sql`exists (
  select 1 from skill_closure c join posting_skills t on t.skill_id = c.skill_id join ${postings} on ${postings.id} = t.posting_id
  where c.implied_id = ${id} and ${isLive()})`;
