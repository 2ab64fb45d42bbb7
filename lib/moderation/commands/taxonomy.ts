import { inLongTransaction, type Transaction } from "@/db/client";
import type { Admin } from "@/lib/auth/input";
import { moveStackSkills } from "@/lib/companies/commands/words";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { movePostingSkills, refreshSkillDocuments } from "@/lib/postings/commands/move";
import { moveProfileSkills } from "@/lib/profiles/commands/skills";
import {
  absorbSkill,
  beginChange,
  deleteAlias,
  ignore,
  insertAlias,
  insertSkill,
  type LockedSkill,
  lockSkill,
  setRetired,
} from "@/lib/taxonomy/commands/skills";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { normalizeTerm } from "@/lib/taxonomy/rules";
import type { AddAlias, AddSkill, MergeSkills, OneAlias, OneName, OneSkill } from "../input";

/**
 * A change of the taxonomy: one after the other, each known to all processes when its transaction ends. It may take long: names are searched for in
 * the text of every posting that asks for their skill.
 */
const change = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inLongTransaction(async (tx) => {
    await beginChange(tx);
    return work(tx);
  });

async function lockBySlug(tx: Transaction, slug: string): Promise<LockedSkill> {
  const skill = await lockSkill(tx, slug);
  if (skill?.slug !== slug) throw new DomainError("not_found", "We cannot find this skill.");
  return skill;
}

async function lockNamed(tx: Transaction, name: string, field: string): Promise<LockedSkill> {
  const skill = await lockSkill(tx, name);
  if (!skill) throw new DomainError("invalid", `We do not know a skill called “${name}”.`, field);
  return skill;
}

/** Adds a skill to the taxonomy. Throws `invalid` at each field that names a skill that is there already, or one that we do not know. */
export async function addSkill(admin: Admin, { implies, related, ...input }: AddSkill): Promise<void> {
  const known = await resolveSkills([...implies, ...related]);
  const unknown = (field: string, names: readonly string[]) =>
    names
      .filter((name) => !known.has(name))
      .map((name) => ({ path: field, message: `We do not know a skill called “${name}”.` }));
  const faults = [...unknown("implies", implies), ...unknown("related", related)];
  if (faults.length > 0)
    throw new DomainError("invalid", faults.map(({ message }) => message).join(" "), faults);
  const idsOf = (names: readonly string[]) => [
    ...new Set(names.flatMap((name) => known.get(name)?.id ?? [])),
  ];
  const { slug } = input;
  await change(async (tx) => {
    const { id } = await insertSkill(tx, { ...input, implies: idsOf(implies), related: idsOf(related) });
    await record(tx, { type: "skill.added", actorId: admin.userId, data: { skillId: id, slug } });
  });
}

/** Has a name lead to a skill; gives the skill's slug. Throws `invalid` at `name` where it leads to one already, and at `skill` where we do not know that. */
export function addAlias(admin: Admin, input: AddAlias): Promise<{ slug: string }> {
  return change(async (tx) => {
    const skill = await lockNamed(tx, input.skill, "skill");
    await insertAlias(tx, skill, input);
    await refreshSkillDocuments(tx, skill.id);
    const data = { skillId: skill.id, slug: skill.slug, name: normalizeTerm(input.name) };
    await record(tx, { type: "skill.alias_added", actorId: admin.userId, data });
    return { slug: skill.slug };
  });
}

/** Has another name of a skill lead to none. Throws `not_found` where there is no such skill or name. */
export function removeAlias(admin: Admin, { slug, name }: OneAlias): Promise<void> {
  return change(async (tx) => {
    const skill = await lockBySlug(tx, slug);
    await deleteAlias(tx, skill, name);
    await refreshSkillDocuments(tx, skill.id);
    const data = { skillId: skill.id, slug, name: normalizeTerm(name) };
    await record(tx, { type: "skill.alias_removed", actorId: admin.userId, data });
  });
}

/** Has a name that people typed lead to no skill, so that it is not asked about again. Throws `invalid` at `name` where it leads to one. */
export function ignoreName(admin: Admin, { name }: OneName): Promise<void> {
  return change(async (tx) => {
    await ignore(tx, name);
    await record(tx, {
      type: "skill.name_ignored",
      actorId: admin.userId,
      data: { name: normalizeTerm(name) },
    });
  });
}

/**
 * Merges a skill into another one: postings, profiles with their evidence, and companies have the other from now on, and every name and address of
 * the first leads there, also in saved searches. What was stored with applications stays. Gives the slug of the other. Throws `not_found`,
 * `invalid` at `into`, and `conflict` where the other is retired or the two stand in one line of implications.
 */
export function mergeSkills(admin: Admin, { slug, into: name }: MergeSkills): Promise<{ slug: string }> {
  return change(async (tx) => {
    const from = await lockBySlug(tx, slug);
    const into = await lockNamed(tx, name, "into");
    if (into.id === from.id) throw new DomainError("invalid", "This is the same skill.", "into");
    if (into.retiredAt) throw new DomainError("conflict", `${into.label} is retired.`);
    const ids = { from: from.id, into: into.id };
    const postings = await movePostingSkills(tx, ids);
    await moveProfileSkills(tx, ids);
    await moveStackSkills(tx, ids);
    await absorbSkill(tx, from, into);
    await refreshSkillDocuments(tx, into.id);
    const data = { skillId: into.id, slug: into.slug, from: slug, postings };
    await record(tx, { type: "skill.merged", actorId: admin.userId, data });
    return { slug: into.slug };
  });
}

/** Retires a skill: it is not offered and not read any more, and whatever has it keeps it. Throws `not_found`, and `conflict` where it is retired. */
export function retireSkill(admin: Admin, { slug }: OneSkill): Promise<void> {
  return change(async (tx) => {
    const skill = await lockBySlug(tx, slug);
    if (skill.retiredAt) throw new DomainError("conflict", `${skill.label} is retired already.`);
    await setRetired(tx, skill, true);
    await record(tx, { type: "skill.retired", actorId: admin.userId, data: { skillId: skill.id, slug } });
  });
}

/** Offers a retired skill again. Throws `not_found`, and `conflict` where it is not retired. */
export function restoreSkill(admin: Admin, { slug }: OneSkill): Promise<void> {
  return change(async (tx) => {
    const skill = await lockBySlug(tx, slug);
    if (!skill.retiredAt) throw new DomainError("conflict", `${skill.label} is not retired.`);
    await setRetired(tx, skill, false);
    await record(tx, { type: "skill.restored", actorId: admin.userId, data: { skillId: skill.id, slug } });
  });
}
