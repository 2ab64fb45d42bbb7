import { and, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { anyTag, noTag, responsibilityTag, tag } from "@/lib/board/conditions";
import { all, both, either, filter, type Known, listed, many, oneOf } from "./filter";

/** The ids of skills. A name that nobody knows has the id 0, which no posting carries. */
export const skillIds = (slugs: readonly string[], { ids }: Pick<Known, "ids">) =>
  slugs.map((slug) => ids.skill.get(slug) ?? 0);
const responsibilityIds = (slugs: readonly string[], { ids }: Known) =>
  slugs.map((slug) => ids.responsibility.get(slug) ?? 0);

const hasSkill = (id: number) =>
  sql`exists (select 1 from posting_skills t where t.posting_id = ${postings.id} and t.skill_id = ${id})`;
/** A posting has at least one of these skills. */
export const hasAnySkill = (ids: number[]) =>
  sql`exists (select 1 from posting_skills t where t.posting_id = ${postings.id} and t.skill_id = any(${sql.param(ids)}::int[]))`;
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
  about: "All of these, among a posting's own tags.",
  list: "skill",
  phrase: (names, mode) => (mode === "any" ? either : both)(names),
  sql(slugs, mode, known) {
    const ids = skillIds(slugs, known);
    return mode === "any" ? hasAnySkill(ids) : and(...ids.map(hasSkill));
  },
  board(slugs, mode, known) {
    const ids = skillIds(slugs, known);
    return mode === "any" ? [anyTag(ids)] : ids.map(tag);
  },
  facet: { kind: "tags" },
});

export const exclude = filter({
  schema: many(listed),
  repeat: all,
  about: "None of these skills.",
  chip: "without",
  list: "skill",
  phrase: (names) => `without ${either(names)}`,
  sql: (slugs, _, known) => sql`not ${hasAnySkill(skillIds(slugs, known))}`,
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
