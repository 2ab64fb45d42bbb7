import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import {
  profileEvidenceResponsibilities,
  profileEvidenceSkills,
  profileResponsibilities,
  profileSkills,
  profiles,
} from "@/db/schema/profiles";
import { renameUser } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { findName } from "@/lib/auth/queries";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { refuseIfChanged } from "@/lib/forms/changes";
import { inMinor, yearlyUsd } from "@/lib/taxonomy/money";
import { findRate, yearlyUsdIn } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkillLines } from "@/lib/taxonomy/queries/resolve";
import { sectionForm } from "../form";
import { type ProfileForm, type SectionForm, wantedPayOf } from "../input/profile";
import { type ProfileSection, profileSections } from "../lists";
import { findProfile } from "../queries/profile";

/**
 * Saves the actor's whole profile. Throws `invalid` at every line whose skill is unknown or named twice, and `conflict` where the profile is not
 * `version` any more.
 */
export const saveProfile = (actor: Actor, form: ProfileForm, version?: string) =>
  save(actor, form, profileSections, version);

/** Saves one part of the actor's profile, and leaves the others as they are. Throws as `saveProfile` does; the version is that of the part. */
export const saveSection = (actor: Actor, { section, next: _, ...form }: SectionForm, version?: string) =>
  save(actor, form, [section], version);

async function save(
  actor: Actor,
  form: Partial<ProfileForm>,
  sections: readonly ProfileSection[],
  version: string | undefined,
) {
  const skills = await skillAnswers(actor, form.skills ?? []);
  const responsibilities = await responsibilityAnswers(form.responsibilities ?? {});
  const said = <T>(list: T[] = []) => (list.length > 0 ? list : null);
  const columns = {
    you: {
      headline: form.headline ?? "",
      years: form.years ?? null,
      degreeLevel: form.degreeLevel ?? null,
      degreeField: form.degreeField ?? null,
    },
    wants: {
      ...((await wantedColumns(form)) ?? {
        wantedMinMinor: null,
        wantedCurrency: null,
        wantedYearlyUsd: null,
      }),
      workplaces: said<string>(form.workplaces),
      employment: said<string>(form.employment),
      bands: said(form.bands),
      countries: said(form.countries),
      timezone: form.timezone ?? null,
      overlapHours: form.overlapHours ?? null,
    },
    finding: { searchable: form.searchable ?? false },
    skills: {},
    responsibilities: {},
  } satisfies Record<ProfileSection, object>;
  await inTransaction(async (tx) => {
    await lockProfile(tx, actor);
    const [name, saved] = [await findName(tx, actor), await findProfile(actor, tx)];
    refuseIfChanged(
      version,
      Object.assign({}, ...sections.map((section) => sectionForm(section, name, saved))),
    );
    const changed = Object.assign({ updatedAt: tx.now }, ...sections.map((section) => columns[section]));
    await tx
      .insert(profiles)
      .values({ userId: actor.userId, ...changed })
      .onConflictDoUpdate({ target: profiles.userId, set: changed });
    if (sections.includes("skills")) await keepSkills(tx, actor, skills);
    if (sections.includes("responsibilities")) await keepResponsibilities(tx, actor, responsibilities);
    if (sections.includes("you")) await renameUser(tx, actor, form.name ?? null);
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

const lockProfile = (tx: Transaction, { userId }: Actor) =>
  tx.select({ userId: profiles.userId }).from(profiles).where(eq(profiles.userId, userId)).for("update");

async function skillAnswers(actor: Actor, given: ProfileForm["skills"]): Promise<Map<number, SkillAnswer>> {
  const lines = await resolveSkillLines(given, {
    source: "profile",
    who: actor.userId,
    keeping: sql`select s.skill_id from profile_skills s where s.user_id = ${actor.userId}`,
  });
  return new Map(
    lines.map(({ line: { has, years, level, lastUsed }, skill }) => {
      const said = { years: years ?? null, level: level ?? null, lastUsed: lastUsed ?? null };
      return [skill.id, has === "yes" ? { has: true, ...said } : { has: false, ...nothingMore }];
    }),
  );
}

/** Whether each responsibility that was answered is had, by its id. */
async function responsibilityAnswers(given: ProfileForm["responsibilities"]): Promise<Map<number, boolean>> {
  const ids = await resolveResponsibilities(Object.keys(given));
  return new Map(
    [...ids].flatMap(([slug, id]) => {
      const answer = given[slug];
      return answer ? [[id, answer === "yes"] as const] : [];
    }),
  );
}

async function wantedColumns(form: Pick<Partial<ProfileForm>, "wantedMin" | "wantedCurrency">) {
  const pay = wantedPayOf(form);
  if (!pay) return null;
  if ("at" in pay) throw new DomainError("invalid", pay.message, pay.field);
  const rate = await findRate(pay.currency, "wantedCurrency");
  const minor = inMinor(pay.min, rate.minorDigits);
  return {
    wantedMinMinor: minor,
    wantedCurrency: rate.currency,
    wantedYearlyUsd: yearlyUsd(minor, "year", rate),
  };
}

/** Writes the wanted pay of every profile in yearly dollars anew, within the transaction that changed the exchange rates. */
export async function recomputeWantedPay(tx: Transaction) {
  const wanted = yearlyUsdIn(sql`p.wanted_min_minor`, sql`'year'`);
  await tx.execute(sql`
    update profiles p set wanted_yearly_usd = ${wanted} from exchange_rates r
    where r.currency = p.wanted_currency and p.wanted_yearly_usd is distinct from ${wanted}`);
}

type SkillAnswer = Pick<typeof profileSkills.$inferInsert, "has" | "years" | "level" | "lastUsed">;
const nothingMore = { years: null, level: null, lastUsed: null };

/** Evidence hangs on these rows: only what is no longer named goes, and of what is answered with no the evidence. */
async function keepSkills(tx: Transaction, { userId }: Actor, answers: ReadonlyMap<number, SkillAnswer>) {
  const of = eq(profileSkills.userId, userId);
  await tx
    .delete(profileSkills)
    .where(answers.size > 0 ? and(of, notInArray(profileSkills.skillId, [...answers.keys()])) : of);
  if (answers.size === 0) return;
  await tx
    .insert(profileSkills)
    .values([...answers].map(([skillId, answer]) => ({ userId, skillId, ...answer })))
    .onConflictDoUpdate({
      target: [profileSkills.userId, profileSkills.skillId],
      set: {
        has: sql`excluded.has`,
        years: sql`excluded.years`,
        level: sql`excluded.level`,
        lastUsed: sql`excluded.last_used`,
      },
    });
  const denied = [...answers].flatMap(([id, { has }]) => (has ? [] : [id]));
  if (denied.length > 0)
    await tx
      .delete(profileEvidenceSkills)
      .where(and(eq(profileEvidenceSkills.userId, userId), inArray(profileEvidenceSkills.skillId, denied)));
}

async function keepResponsibilities(
  tx: Transaction,
  { userId }: Actor,
  answers: ReadonlyMap<number, boolean>,
) {
  const of = eq(profileResponsibilities.userId, userId);
  const kept = [...answers.keys()];
  await tx
    .delete(profileResponsibilities)
    .where(kept.length > 0 ? and(of, notInArray(profileResponsibilities.responsibilityId, kept)) : of);
  if (kept.length === 0) return;
  await tx
    .insert(profileResponsibilities)
    .values([...answers].map(([responsibilityId, has]) => ({ userId, responsibilityId, has })))
    .onConflictDoUpdate({
      target: [profileResponsibilities.userId, profileResponsibilities.responsibilityId],
      set: { has: sql`excluded.has` },
    });
  const denied = [...answers].flatMap(([id, has]) => (has ? [] : [id]));
  const links = profileEvidenceResponsibilities;
  if (denied.length > 0)
    await tx.delete(links).where(and(eq(links.userId, userId), inArray(links.responsibilityId, denied)));
}
