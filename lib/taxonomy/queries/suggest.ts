import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { editsOf } from "../edits";

/** A name to choose while one types, and, where it was found by another name, that name: "k8s" of Kubernetes. */
export type Suggested = { value: string; alias: string | null };

const most = 8;
const longest = 60;

const part = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * Skills that have what is typed in their label or an alias, at most eight: a name that is the same first, then names that begin with it,
 * then names with a word that does.
 */
export async function suggestSkills(q: string): Promise<Suggested[]> {
  const typed = q.trim().slice(0, longest).toLowerCase();
  if (typed === "") return [];
  const begins = `${part(typed)}%`;
  return db().execute<Suggested>(sql`
    select value, alias from (
      select distinct on (n.id) n.value, n.alias, n.rank, length(n.name) as length from (
        select s.id, s.label as value, null as alias, lower(s.label) as name, ${rankOf(sql`lower(s.label)`, typed, begins)} as rank from skills s where s.retired_at is null
        union all
        select s.id, s.label, a.alias, a.alias, ${rankOf(sql`a.alias`, typed, begins)} from skill_aliases a
          join skills s on s.id = a.skill_id and s.retired_at is null
      ) n where n.rank is not null
      order by n.id, n.rank, n.alias nulls first, n.name
    ) found order by rank, length, value limit ${most}::int`);
}

const rankOf = (name: ReturnType<typeof sql>, typed: string, begins: string) => sql`case
  when ${name} = ${typed} then 0 when ${name} like ${begins} then 1 when ${name} like ${`% ${begins}`} then 2 when ${name} like ${`%${begins}`} then 3 end`;

/** Cities whose name begins with what is typed, largest first, at most eight; `alias` is the code of the country. */
export async function suggestCities(q: string): Promise<Suggested[]> {
  const typed = q.trim().slice(0, longest).toLowerCase();
  if (typed.length < 2) return [];
  return db().execute<Suggested>(sql`
    select c.name as value, c.country as alias from cities c
    where lower(c.name) like ${`${part(typed)}%`} or exists (
      select 1 from city_names n where n.city = c.slug and n.name = fold(${typed}))
    order by c.population desc limit ${most}::int`);
}

/** Names that are looked up at once: each is compared with every name of the taxonomy, which takes about 30 ms. */
const mostNames = 3;

/** How alike two names have to be, by trigrams, where more than one letter is wrong. */
const leastLikeness = 0.5;

/**
 * For the first three of these names, which are no skill's, the label of the skill that may have been meant: one typing error away, or
 * alike. A name that is like none is left out.
 */
export async function findNearSkills(given: readonly string[]): Promise<Map<string, string>> {
  const names = given.slice(0, mostNames);
  if (names.length === 0) return new Map();
  const edits = names.flatMap((name) =>
    editsOf(name.toLowerCase().slice(0, 30)).map((edit) => ({ name, edit })),
  );
  const rows = await db().execute<{ name: string; label: string }>(sql`
    with known as materialized (
      select id, lower(label) as name from skills union all select skill_id, alias from skill_aliases
    ), near as (
      select g.name, k.id, 1::float8 as likeness
      from unnest(${sql.param(edits.map(({ name }) => name))}::text[], ${sql.param(edits.map(({ edit }) => edit))}::text[]) as g (name, edit)
      join known k on k.name = g.edit where length(k.name) > 2
      union all
      select g.name, k.id, similarity(k.name, lower(g.name)) from unnest(${sql.param(names)}::text[]) as g (name)
      join known k on similarity(k.name, lower(g.name)) >= ${leastLikeness}
    )
    select distinct on (near.name) near.name, s.label from near join skills s on s.id = near.id and s.retired_at is null
    order by near.name, near.likeness desc, length(s.label), s.label`);
  return new Map(rows.map(({ name, label }) => [name, label]));
}
