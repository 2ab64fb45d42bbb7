import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { DomainError, type FieldFault } from "@/lib/errors";
import { countUnknownNames } from "../commands/unknown";
import type { NameSource } from "../terms";
import { findNearSkills } from "./suggest";

export type ResolvedSkill = { id: number; slug: string; label: string };

/**
 * The skills that `names` lead to by slug, label or alias, in any case; a name that leads to none is left out. Keyed by the name as given. A
 * retired skill is found only among those that `keeping`, a question for ids, gives: what has it may keep it.
 */
export async function resolveSkills(
  names: string[],
  keeping: SQL = sql`select null::int`,
): Promise<Map<string, ResolvedSkill>> {
  if (names.length === 0) return new Map();
  const rows = await db().execute<ResolvedSkill & { name: string }>(sql`
    select distinct on (given.name) given.name, s.id, s.slug, s.label
    from unnest(${sql.param(names)}::text[]) as given (name)
    join (
      select slug as name, id, 0 as rank from skills
      union all select lower(label), id, 1 from skills
      union all select alias, skill_id, 2 from skill_aliases
    ) known on known.name = lower(given.name)
    join skills s on s.id = known.id and (s.retired_at is null or s.id in (${keeping}))
    order by given.name, known.rank`);
  return new Map(rows.map(({ name, id, slug, label }) => [name, { id, slug, label }]));
}

/** Who typed names of skills into which form, and the skills that may stay there although they are retired. */
export type Typing = { source: NameSource; who: string; keeping: SQL };

/**
 * The skill of each line of a form, in order, under its name; lines without a name are left out. Throws `invalid` at every line whose
 * skill is unknown or named twice. Unknown names are counted for the admins.
 */
export async function resolveSkillLines<Line extends { name?: string }>(
  lines: readonly Line[],
  { source, who, keeping }: Typing,
): Promise<{ line: Line; skill: ResolvedSkill }[]> {
  const names = lines.flatMap(({ name }) => name || []);
  const known = await resolveSkills(names, keeping);
  const unknown = names.filter((name) => !known.has(name));
  const near = await findNearSkills(unknown);
  const seen = new Set<number>();
  const faults: FieldFault[] = [];
  const resolved = lines.flatMap((line, i) => {
    if (!line.name) return [];
    const skill = known.get(line.name);
    const refuse = (message: string) => faults.push({ path: `skills[${i}].name`, message });
    if (!skill) refuse(unknownSkill(line.name, near.get(line.name)));
    else if (seen.has(skill.id)) refuse(`${skill.label} is listed twice.`);
    if (skill) seen.add(skill.id);
    return skill ? [{ line, skill }] : [];
  });
  if (faults.length > 0) {
    await countUnknownNames(
      source,
      unknown.map((name) => ({ name, who })),
    );
    throw new DomainError("invalid", faults.map(({ message }) => message).join(" "), faults);
  }
  return resolved;
}

/** What is said of a name that is no skill's; `near` is the skill that may have been meant. */
export const unknownSkill = (name: string, near: string | undefined) =>
  `We do not know a skill called “${name}”. ${near ? `Did you mean ${near}?` : "Choose one from the list."}`;

/** The ids of responsibilities by their slugs. */
export async function resolveResponsibilities(slugs: string[]): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().execute<{ id: number; slug: string }>(
    sql`select id, slug from responsibilities where slug = any(${sql.param(slugs)}::text[])`,
  );
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}
