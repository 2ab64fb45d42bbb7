import { and, type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { anyTag, noTag, responsibilityTag, tag } from "@/lib/board/conditions";
import { all, both, either, filter, type Known, listed, many, oneOf } from "./filter";

/** The ids of skills. A name that nobody knows has the id 0, which no posting carries. */
const skillIds = (slugs: readonly string[], { ids }: Known) => slugs.map((slug) => ids.skill.get(slug) ?? 0);
const responsibilityIds = (slugs: readonly string[], { ids }: Known) =>
  slugs.map((slug) => ids.responsibility.get(slug) ?? 0);

/** A posting has at least one of these skills: its own tags have it, or one that implies it. */
export function hasAnySkill(slugs: readonly string[], { implying }: Known): SQL {
  const ids = slugs.flatMap((slug) => implying.get(slug) ?? []);
  return sql`exists (select 1 from posting_skills t where t.posting_id = ${postings.id} and t.skill_id = any(${sql.param(ids)}::int[]))`;
}

/**
 * The same rule, counted: how many of the rows of `from` (of postings, with `id` and `number`) for which `where` holds have each skill, as a
 * query of `id` and `count`. Several tags of a posting may imply one skill, so the pairs are made distinct: as one number each, which
 * PostgreSQL sorts in half the time of two columns, and by a sort, since hashing so many pairs needs more memory than it has.
 */
export const countsBySkill = (from: SQL, where: SQL): SQL => sql`
  select (pair >> 32)::int as id, count(*)::int as count from (
    select distinct on (pair) pair from (
      select c.implied_id::bigint << 32 | ${from}.number as pair
      from ${from} join posting_skills t on t.posting_id = ${from}.id join skill_closure c on c.skill_id = t.skill_id
      where ${where}
    ) p order by pair
  ) d group by 1`;

const hasResponsibility = (id: number) =>
  sql`exists (select 1 from posting_responsibilities t where t.posting_id = ${postings.id} and t.responsibility_id = ${id})`;

export const skill = filter({
  schema: many(listed),
  modifier: {
    name: "skillMode",
    schema: oneOf(["all", "any"]).default("all"),
    about: "`any`: at least one of the skills.",
  },
  repeat: (mode) => mode,
  about: "All of these. A posting has a skill if one of its own skills is that one or implies it.",
  list: "skill",
  phrase: (names, mode) => (mode === "any" ? either : both)(names),
  sql: (slugs, mode, known) =>
    mode === "any" ? hasAnySkill(slugs, known) : and(...slugs.map((slug) => hasAnySkill([slug], known))),
  board(slugs, mode, known) {
    const ids = skillIds(slugs, known);
    return mode === "any" ? [anyTag(ids)] : ids.map(tag);
  },
  facet: { kind: "tags" },
});

export const exclude = filter({
  schema: many(listed),
  repeat: all,
  about: "None of these skills, by the same rule as `skill`.",
  chip: "without",
  list: "skill",
  phrase: (names) => `without ${either(names)}`,
  sql: (slugs, _, known) => sql`not ${hasAnySkill(slugs, known)}`,
  board: (slugs, _, known) => [noTag(skillIds(slugs, known))],
});

export const responsibility = filter({
  schema: many(listed),
  repeat: all,
  about: "All of these.",
  list: "responsibility",
  phrase: both,
  sql: (slugs, _, known) => and(...responsibilityIds(slugs, known).map(hasResponsibility)),
  board: (slugs, _, known) => responsibilityIds(slugs, known).map(responsibilityTag),
  facet: { kind: "tags" },
});
