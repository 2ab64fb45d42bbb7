import { eq, lt, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { profileResponsibilities, profileSkills, profiles, resumeDrafts } from "@/db/schema/profiles";
import { renameUser } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { daysBefore } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { resolveResponsibilities, resolveSkills } from "@/lib/taxonomy/queries/resolve";
import type { ImportResume, ResumeUpload } from "../input/resume";
import { openFile, openText } from "../resume/read";
import { mergeEvidence, mergeStudies } from "./merge";

/**
 * Reads a résumé and stores what was read for a day, replacing any earlier one, until its owner imports it. The file itself is not
 * stored. Throws `invalid` or `too_large` at the field, with the way out, and then holds nothing; `unavailable` while too many are read.
 */
export async function readResumeOf(actor: Actor, { file, text }: ResumeUpload) {
  const opened = file ? await openFile(new Uint8Array(await file.arrayBuffer())) : openText(text);
  await inTransaction(async (tx) => {
    const { text: readable, reading } = opened.read(tx.now);
    const draft = { source: opened.source, text: readable, reading, createdAt: tx.now };
    await tx
      .insert(resumeDrafts)
      .values({ userId: actor.userId, ...draft })
      .onConflictDoUpdate({ target: resumeDrafts.userId, set: draft });
    await record(tx, { type: "resume.read", actorId: actor.userId, data: { source: opened.source } });
  });
}

/**
 * Keeps what the actor ticked of the résumé that was read, and forgets the rest. What the profile says already is added to: a piece that it
 * has is renewed, an answer stands unless this one is a yes. Throws `not_found` where no résumé waits.
 */
export async function importResume(actor: Actor, form: ImportResume) {
  const ticked = form.skills.filter(({ keep }) => keep);
  const known = await resolveSkills(ticked.map(({ slug }) => slug));
  const responsibilityIds = await resolveResponsibilities(form.responsibilities);
  await inTransaction(async (tx) => {
    await takeDraft(tx, actor);
    const values = {
      ...(form.keepHeadline && { headline: form.headline }),
      ...(form.keepYears && { years: form.years ?? null }),
      ...(form.keepDegree && {
        degreeLevel: form.degreeLevel ?? null,
        degreeField: form.degreeField || null,
      }),
      updatedAt: tx.now,
    };
    await tx
      .insert(profiles)
      .values({ userId: actor.userId, ...values })
      .onConflictDoUpdate({ target: profiles.userId, set: values });
    const skills = new Map(ticked.flatMap(({ slug, years }) => pair(known.get(slug)?.id, years ?? null)));
    await addSkills(tx, actor, skills);
    await addResponsibilities(tx, actor, [...responsibilityIds.values()]);
    const ids = { skills: idsOf(known), responsibilities: responsibilityIds };
    await mergeEvidence(tx, actor, form.evidence, ids);
    await mergeStudies(tx, actor, form.education);
    if (form.keepName) await renameUser(tx, actor, form.name || null);
    await record(tx, { type: "resume.imported", actorId: actor.userId });
  });
}

/** Discards the résumé that was read. If it is already gone, nothing happens. */
export async function discardResume(actor: Actor) {
  await inTransaction(async (tx) => {
    const gone = await tx
      .delete(resumeDrafts)
      .where(eq(resumeDrafts.userId, actor.userId))
      .returning({ userId: resumeDrafts.userId });
    if (gone.length > 0) await record(tx, { type: "resume.discarded", actorId: actor.userId });
  });
}

/** The worker's regular task: forgets résumés that waited for their owner's word longer than a day. */
export async function forgetResumeDrafts() {
  await inTransaction((tx) =>
    tx.delete(resumeDrafts).where(lt(resumeDrafts.createdAt, daysBefore(tx.now, 1))),
  );
}

async function takeDraft(tx: Transaction, actor: Actor) {
  const taken = await tx
    .delete(resumeDrafts)
    .where(eq(resumeDrafts.userId, actor.userId))
    .returning({ userId: resumeDrafts.userId });
  if (taken.length === 0)
    throw new DomainError(
      "not_found",
      "There is no résumé to import. It was already imported, or you uploaded it more than a day ago.",
    );
}

const pair = <T>(id: number | undefined, value: T): [number, T][] => (id === undefined ? [] : [[id, value]]);
const idsOf = (known: ReadonlyMap<string, { id: number }>) =>
  new Map([...known].map(([slug, { id }]) => [slug, id]));

/** Has the profile name these skills; years that it states stay where none are given. */
export async function addSkills(
  tx: Transaction,
  { userId }: Actor,
  skills: ReadonlyMap<number, number | null>,
) {
  if (skills.size === 0) return;
  await tx
    .insert(profileSkills)
    .values([...skills].map(([skillId, years]) => ({ userId, skillId, has: true, years })))
    .onConflictDoUpdate({
      target: [profileSkills.userId, profileSkills.skillId],
      set: { has: true, years: sql`coalesce(excluded.years, ${profileSkills.years})` },
    });
}

/** Has the profile name these responsibilities. */
export async function addResponsibilities(tx: Transaction, { userId }: Actor, ids: readonly number[]) {
  if (ids.length === 0) return;
  await tx
    .insert(profileResponsibilities)
    .values(ids.map((responsibilityId) => ({ userId, responsibilityId, has: true })))
    .onConflictDoUpdate({
      target: [profileResponsibilities.userId, profileResponsibilities.responsibilityId],
      set: { has: true },
    });
}
