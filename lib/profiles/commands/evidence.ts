import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { profileEducation, profileEvidence, profiles } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { evidenceForm, studyForm } from "../form";
import type { EvidenceForm, OwnPiece, StudyForm } from "../input/resume";
import { findEvidence, findStudy } from "../queries/resume";
import { keepEvidence } from "./merge";
import { addResponsibilities, addSkills } from "./resume";

/**
 * Keeps a piece of the actor's evidence, a new one where it has no id; gives its id. The profile then names what the piece shows. Throws `not_found` for
 * one that is not theirs, and `conflict` for one that is not `version` any more.
 */
export async function saveEvidence(
  actor: Actor,
  { id, ...piece }: EvidenceForm,
  version?: string,
): Promise<string> {
  const known = await resolveSkills(
    piece.skills,
    sql`select s.skill_id from profile_skills s where s.user_id = ${actor.userId}`,
  );
  const responsibilityIds = await resolveResponsibilities(piece.responsibilities);
  const skills = new Map([...known].map(([slug, skill]) => [slug, skill.id]));
  return inTransaction(async (tx) => {
    if (id) {
      await lockOwn(tx, actor, profileEvidence, id);
      refuseIfChanged(version, evidenceForm((await findEvidence(actor, id, tx)) ?? undefined));
    } else await ensureProfile(tx, actor);
    await addSkills(tx, actor, new Map([...skills.values()].map((skillId) => [skillId, null])));
    await addResponsibilities(tx, actor, [...responsibilityIds.values()]);
    const kept = await keepEvidence(tx, actor, id, piece, { skills, responsibilities: responsibilityIds });
    await record(tx, { type: "profile.edited", actorId: actor.userId });
    return kept;
  });
}

/** Removes a piece of the actor's evidence; what it showed is a claim from then on. Throws `not_found`. */
export async function removeEvidence(actor: Actor, { id }: OwnPiece) {
  await inTransaction(async (tx) => {
    await lockOwn(tx, actor, profileEvidence, id);
    await tx
      .delete(profileEvidence)
      .where(and(eq(profileEvidence.userId, actor.userId), eq(profileEvidence.id, id)));
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

/**
 * Saves one of the actor's studies, a new one where it has no id. Throws `not_found` for one that is not theirs, and `conflict` for one
 * that is not `version` any more.
 */
export async function saveStudy(actor: Actor, { id, ...study }: StudyForm, version?: string) {
  const values = { ...study, level: study.level ?? null };
  await inTransaction(async (tx) => {
    if (id) {
      await lockOwn(tx, actor, profileEducation, id);
      refuseIfChanged(version, studyForm((await findStudy(actor, id, tx)) ?? undefined));
      await tx
        .update(profileEducation)
        .set(values)
        .where(and(eq(profileEducation.userId, actor.userId), eq(profileEducation.id, id)));
    } else {
      await ensureProfile(tx, actor);
      await tx.insert(profileEducation).values({ userId: actor.userId, ...values });
    }
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

/** Removes one of the actor's studies. Throws `not_found`. */
export async function removeStudy(actor: Actor, { id }: OwnPiece) {
  await inTransaction(async (tx) => {
    await lockOwn(tx, actor, profileEducation, id);
    await tx
      .delete(profileEducation)
      .where(and(eq(profileEducation.userId, actor.userId), eq(profileEducation.id, id)));
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

async function lockOwn(
  tx: Transaction,
  actor: Actor,
  table: typeof profileEvidence | typeof profileEducation,
  id: string,
) {
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.userId, actor.userId), eq(table.id, id)))
    .for("update");
  if (!row) throw new DomainError("not_found", "This entry is not in your profile.");
}

async function ensureProfile(tx: Transaction, actor: Actor) {
  await tx.insert(profiles).values({ userId: actor.userId, updatedAt: tx.now }).onConflictDoNothing();
}
