import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import {
  profileEvidenceResponsibilities,
  profileEvidenceSkills,
  profileResponsibilities,
  profileSkills,
  profiles,
} from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { resolveResponsibilities } from "@/lib/taxonomy/queries/resolve";
import { findSkill } from "@/lib/taxonomy/queries/skills";
import { degrees } from "@/lib/taxonomy/terms";
import type { About, LineAnswer } from "../input/answer";

/** Writes one answer into the actor's profile, which begins with it where there was none. Throws `invalid` for a tag that is in no list. */
export async function answerQuestion(
  actor: Actor,
  { about, answer, years: given }: Pick<LineAnswer, "about" | "answer" | "years">,
) {
  if (answer === "skip") return;
  const id = await tagId(about);
  await changeProfile(actor, async (tx) => {
    const { userId } = actor;
    const has = answer !== "no";
    if (about.kind === "experience") await setFact(tx, actor, { years: given ?? null });
    else if (about.kind === "degree") await setFact(tx, actor, { degreeLevel: degreeOf(answer) });
    else if (about.kind !== "responsibility") {
      // A no says nothing more; a yes leaves what was said of level and last use.
      const row = has ? { has, years: given ?? null } : { has, years: null, level: null, lastUsed: null };
      await tx
        .insert(profileSkills)
        .values({ userId, skillId: id, ...row })
        .onConflictDoUpdate({ target: [profileSkills.userId, profileSkills.skillId], set: row });
      const shown = profileEvidenceSkills;
      if (!has) await tx.delete(shown).where(and(eq(shown.userId, userId), eq(shown.skillId, id)));
    } else {
      await tx
        .insert(profileResponsibilities)
        .values({ userId, responsibilityId: id, has })
        .onConflictDoUpdate({
          target: [profileResponsibilities.userId, profileResponsibilities.responsibilityId],
          set: { has },
        });
      const shown = profileEvidenceResponsibilities;
      if (!has) await tx.delete(shown).where(and(eq(shown.userId, userId), eq(shown.responsibilityId, id)));
    }
  });
}

/** Takes one answer back: the profile says nothing about it again; a skill whose years were asked stays. Throws `invalid` for a tag that is in no list. */
export async function undoAnswer(actor: Actor, { about }: { about: About }) {
  const id = await tagId(about);
  await changeProfile(actor, async (tx) => {
    const { userId } = actor;
    const [skill, responsibility] = [profileSkills, profileResponsibilities];
    if (about.kind === "experience") await setFact(tx, actor, { years: null });
    else if (about.kind === "degree") await setFact(tx, actor, { degreeLevel: null });
    else if (about.kind === "years")
      await tx
        .update(skill)
        .set({ years: null })
        .where(and(eq(skill.userId, userId), eq(skill.skillId, id)));
    else if (about.kind === "skill")
      await tx.delete(skill).where(and(eq(skill.userId, userId), eq(skill.skillId, id)));
    else
      await tx
        .delete(responsibility)
        .where(and(eq(responsibility.userId, userId), eq(responsibility.responsibilityId, id)));
  });
}

/** One transaction with its event, on a profile that is there. */
function changeProfile(actor: Actor, change: (tx: Transaction) => Promise<void>) {
  return inTransaction(async (tx) => {
    await tx
      .insert(profiles)
      .values({ userId: actor.userId, updatedAt: tx.now })
      .onConflictDoUpdate({ target: profiles.userId, set: { updatedAt: tx.now } });
    await change(tx);
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

const setFact = (
  tx: Transaction,
  { userId }: Actor,
  fact: Partial<Pick<typeof profiles.$inferInsert, "years" | "degreeLevel">>,
) => tx.update(profiles).set(fact).where(eq(profiles.userId, userId));

const degreeOf = (answer: string) => degrees.find((degree) => degree === answer) ?? null;

async function tagId(about: About): Promise<number> {
  if (!("slug" in about)) return 0;
  const id =
    about.kind === "responsibility"
      ? (await resolveResponsibilities([about.slug])).get(about.slug)
      : (await findSkill(about.slug))?.id;
  if (id === undefined) throw new DomainError("invalid", `“${about.slug}” is not in our list.`, "about");
  return id;
}
