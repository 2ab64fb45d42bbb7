import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  decidedNames,
  skillAliases,
  skillImplies,
  skillRelated,
  skills,
  taxonomyVersion,
  unknownNames,
} from "@/db/schema/taxonomy";
import { DomainError } from "@/lib/errors";
import { one } from "@/lib/present";
import { skillEntries } from "../catalogue";
import type { SkillCategory } from "../input";
import { isOwnName, kindOf, normalizeTerm } from "../rules";

/** A skill that is locked until the transaction ends. */
export type LockedSkill = { id: number; slug: string; label: string; added: boolean; retiredAt: Date | null };

/** Begins a change of the taxonomy: one after the other, each counted, so that every process hears of it when the transaction ends. */
export async function beginChange(tx: Transaction): Promise<void> {
  await tx.update(taxonomyVersion).set({ version: sql`${taxonomyVersion.version} + 1` });
}

/** The skill that a name leads to, retired or not, locked; null where it leads to none. What is saved with the skill meanwhile is waited for. */
export async function lockSkill(tx: Transaction, name: string): Promise<LockedSkill | null> {
  const typed = name.toLowerCase();
  const [found] = await tx
    .select({
      id: skills.id,
      slug: skills.slug,
      label: skills.label,
      added: skills.added,
      retiredAt: skills.retiredAt,
    })
    .from(skills)
    .where(
      or(
        eq(skills.slug, typed),
        eq(sql`lower(${skills.label})`, typed),
        sql`${skills.id} = (select a.skill_id from ${skillAliases} a where a.alias in (${typed}, ${normalizeTerm(name)}) limit 1)`,
      ),
    )
    .orderBy(sql`${skills.slug} <> ${typed}`, asc(skills.id))
    .limit(1)
    .for("update");
  return found ?? null;
}

/** A new skill as its form states it; `implies` and `related` are ids. */
type NewSkill = {
  slug: string;
  label: string;
  category: SkillCategory;
  aliases: readonly string[];
  implies: readonly number[];
  related: readonly number[];
  everyday: boolean;
};

/** Adds a skill with its names and edges. Throws `invalid` at `slug`, `label` or `aliases` for a name that leads to another skill. */
export async function insertSkill(tx: Transaction, added: NewSkill): Promise<{ id: number }> {
  const { slug, label, category, everyday } = added;
  const names = [...new Set([slug, label, ...added.aliases].map(normalizeTerm))];
  await refuseIfTaken(tx, [
    { name: slug, field: "slug" },
    { name: label, field: "label" },
    ...added.aliases.map((name) => ({ name, field: "aliases" })),
  ]);
  const { id } = one(
    await tx
      .insert(skills)
      .values({ slug, label, kind: kindOf(category), category, added: true })
      .returning({ id: skills.id }),
  );
  await decide(tx, names, { skillId: id, everyday });
  await writeAliases(tx, id, [...added.aliases.map((name) => name.toLowerCase()), ...names], [slug, label]);
  if (added.implies.length > 0)
    await tx.insert(skillImplies).values(added.implies.map((impliedId) => ({ skillId: id, impliedId })));
  if (added.related.length > 0)
    await tx
      .insert(skillRelated)
      .values(
        added.related.map((other) => ({ skillId: Math.min(id, other), relatedId: Math.max(id, other) })),
      );
  return { id };
}

/** Has a name lead to a locked skill. Throws `invalid` at `name` where it leads to another one. */
export async function insertAlias(
  tx: Transaction,
  skill: LockedSkill,
  { name, everyday }: { name: string; everyday: boolean },
): Promise<void> {
  await refuseIfTaken(tx, [{ name, field: "name" }], skill.id);
  await decide(tx, [normalizeTerm(name)], { skillId: skill.id, everyday });
  await writeAliases(tx, skill.id, [name.toLowerCase(), normalizeTerm(name)], [skill.slug, skill.label]);
}

/**
 * Has a name of a locked skill lead to none. Throws `not_found` where it is no other name of the skill, and `conflict` where it is the skill's own,
 * or the address of a skill that was merged into this one.
 */
export async function deleteAlias(tx: Transaction, skill: LockedSkill, name: string): Promise<void> {
  const term = normalizeTerm(name);
  const all = await tx
    .select({ alias: skillAliases.alias })
    .from(skillAliases)
    .where(eq(skillAliases.skillId, skill.id));
  const gone = all.map(({ alias }) => alias).filter((alias) => normalizeTerm(alias) === term);
  if (gone.length === 0) throw new DomainError("not_found", `${skill.label} has no other name “${name}”.`);
  if (isOwnName(skill, name))
    throw new DomainError("conflict", `“${name}” is the name of ${skill.label} itself. It stays.`);
  if (skillEntries.some(({ slug }) => normalizeTerm(slug) === term && slug !== skill.slug))
    throw new DomainError(
      "conflict",
      `“${name}” is the address of a skill that was merged into ${skill.label}. It stays.`,
    );
  await tx.delete(skillAliases).where(inArray(skillAliases.alias, gone));
  await decide(tx, [term], { skillId: null, everyday: false });
}

/** Has a name lead to no skill: it is not counted any more. Throws `invalid` at `name` where it leads to one. */
export async function ignore(tx: Transaction, name: string): Promise<void> {
  await refuseIfTaken(tx, [{ name, field: "name" }]);
  await decide(tx, [normalizeTerm(name)], { skillId: null, everyday: false });
}

/** Retires a locked skill, or offers it again. */
export async function setRetired(tx: Transaction, skill: LockedSkill, isRetired: boolean): Promise<void> {
  await tx
    .update(skills)
    .set({ retiredAt: isRetired ? tx.now : null })
    .where(eq(skills.id, skill.id));
}

/**
 * Brings the names and edges of one locked skill to the other, and deletes it; its address becomes a name of the other. Whatever has the skill
 * must have been moved before: the database refuses what is saved with it afterwards. Throws `conflict` where an edge would lead in a circle.
 */
export async function absorbSkill(tx: Transaction, from: LockedSkill, into: LockedSkill): Promise<void> {
  const ways = await tx.execute<{ label: string }>(sql`
    select s.label from skills s where s.id not in (${from.id}, ${into.id}) and (
      exists (select 1 from skill_closure a join skill_closure b on b.skill_id = a.implied_id
        where a.skill_id = ${from.id} and a.implied_id = s.id and b.implied_id = ${into.id})
      or exists (select 1 from skill_closure a join skill_closure b on b.skill_id = a.implied_id
        where a.skill_id = ${into.id} and a.implied_id = s.id and b.implied_id = ${from.id}))
    order by 1 limit 1`);
  const [way] = ways;
  if (way)
    throw new DomainError(
      "conflict",
      `${way.label} stands between the two: one implies it, and it implies the other. They cannot be merged.`,
    );
  await tx.execute(sql`
    insert into skill_implies (skill_id, implied_id)
    select distinct case when skill_id = ${from.id} then ${into.id}::int else skill_id end,
      case when implied_id = ${from.id} then ${into.id}::int else implied_id end
    from skill_implies where ${from.id} in (skill_id, implied_id) and ${into.id} not in (skill_id, implied_id)
    on conflict do nothing`);
  await tx.execute(sql`
    insert into skill_related (skill_id, related_id)
    select least(${into.id}::int, o.id), greatest(${into.id}::int, o.id)
    from (select skill_id + related_id - ${from.id}::int as id from skill_related where ${from.id} in (skill_id, related_id)) o
    where o.id <> ${into.id} on conflict do nothing`);
  await tx.update(skillAliases).set({ skillId: into.id }).where(eq(skillAliases.skillId, from.id));
  await tx.update(decidedNames).set({ skillId: into.id }).where(eq(decidedNames.skillId, from.id));
  await tx.delete(skills).where(eq(skills.id, from.id));
  const names = [from.slug, from.label.toLowerCase()];
  await decide(tx, names.map(normalizeTerm), { skillId: into.id, everyday: false });
  await writeAliases(tx, into.id, [...names, ...names.map(normalizeTerm)], [into.slug, into.label]);
}

/** What is decided about a name is not asked any more. */
async function decide(
  tx: Transaction,
  names: readonly string[],
  decision: { skillId: number | null; everyday: boolean },
) {
  await tx
    .insert(decidedNames)
    .values([...new Set(names)].map((name) => ({ name, ...decision })))
    .onConflictDoUpdate({
      target: decidedNames.name,
      set: { skillId: sql`excluded.skill_id`, everyday: sql`excluded.everyday` },
    });
  await tx.delete(unknownNames).where(inArray(unknownNames.name, [...names]));
}

async function writeAliases(
  tx: Transaction,
  skillId: number,
  names: readonly string[],
  own: readonly string[],
) {
  const kept = new Set(own.map((name) => name.toLowerCase()));
  const rows = [...new Set(names)].filter((name) => !kept.has(name)).map((alias) => ({ alias, skillId }));
  if (rows.length > 0)
    await tx
      .insert(skillAliases)
      .values(rows)
      .onConflictDoUpdate({ target: skillAliases.alias, set: { skillId } });
}

/** Throws `invalid` at the field of each name that leads to a skill already; `own` is the skill that it was to lead to. */
async function refuseIfTaken(
  tx: Transaction,
  names: readonly { name: string; field: string }[],
  own: number | null = null,
): Promise<void> {
  const given = names.flatMap((one) => {
    const term = normalizeTerm(one.name);
    const spelled = new Set([one.name.toLowerCase(), term, term.replaceAll(" ", "-")]);
    return [...spelled].map((name) => ({ ...one, spelled: name }));
  });
  const taken = await tx.execute<{ name: string; id: number; label: string }>(sql`
    select given.name, s.id, s.label
    from unnest(${sql.param(given.map(({ name }) => name))}::text[], ${sql.param(given.map(({ spelled }) => spelled))}::text[]) as given (name, spelled)
    join (
      select slug as name, id from skills union all select lower(label), id from skills
      union all select alias, skill_id from skill_aliases
    ) known on known.name = given.spelled join skills s on s.id = known.id`);
  const faults = names.flatMap(({ name, field }) => {
    const found = taken.find((one) => one.name === name);
    if (!found) return [];
    const message =
      found.id === own
        ? `“${name}” leads to ${found.label} already.`
        : `“${name}” leads to ${found.label}. Remove the name there first, or merge the two skills.`;
    return [{ path: field, message }];
  });
  if (faults.length > 0)
    throw new DomainError("invalid", [...new Set(faults.map(({ message }) => message))].join(" "), faults);
}
