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
import { profileForm } from "../form";
import { type ProfileForm, wantedPayOf } from "../input/profile";
import { findProfile } from "../queries/profile";

/**
 * Saves the actor's whole profile as the form sent it. Throws `invalid` at every line whose skill is unknown or named twice, and `conflict`
 * where the profile is not `version` any more.
 */
export async function saveProfile(actor: Actor, form: ProfileForm, version?: string) {
  const lines = await resolveSkillLines(form.skills, {
    source: "profile",
    who: actor.userId,
    keeping: sql`select s.skill_id from profile_skills s where s.user_id = ${actor.userId}`,
  });
  const responsibilityIds = await resolveResponsibilities(Object.keys(form.responsibilities));
  const wanted = await wantedColumns(form);
  const skills = new Map<number, SkillAnswer>();
  for (const { line, skill } of lines) {
    const { has, years, level, lastUsed } = line;
    const said = { years: years ?? null, level: level ?? null, lastUsed: lastUsed ?? null };
    skills.set(skill.id, has === "yes" ? { has: true, ...said } : { has: false, ...nothingMore });
  }
  const said = <T>(list: T[]) => (list.length > 0 ? list : null);
  const values = {
    headline: form.headline,
    years: form.years ?? null,
    degreeLevel: form.degreeLevel ?? null,
    degreeField: form.degreeField ?? null,
    ...(wanted ?? { wantedMinMinor: null, wantedCurrency: null, wantedYearlyUsd: null }),
    workplaces: said<string>(form.workplaces),
    employment: said<string>(form.employment),
    bands: said(form.bands),
    countries: said(form.countries),
    timezone: form.timezone ?? null,
    overlapHours: form.overlapHours ?? null,
    searchable: form.searchable,
  };
  await inTransaction(async (tx) => {
    await tx
      .select({ userId: profiles.userId })
      .from(profiles)
      .where(eq(profiles.userId, actor.userId))
      .for("update");
    refuseIfChanged(version, profileForm(await findName(tx, actor), await findProfile(actor, tx)));
    const row = { userId: actor.userId, ...values, updatedAt: tx.now };
    await tx.insert(profiles).values(row).onConflictDoUpdate({ target: profiles.userId, set: row });
    await keepSkills(tx, actor, skills);
    await keepResponsibilities(
      tx,
      actor,
      new Map(
        [...responsibilityIds].flatMap(([slug, id]) => {
          const answer = form.responsibilities[slug];
          return answer ? [[id, answer === "yes"] as const] : [];
        }),
      ),
    );
    await renameUser(tx, actor, form.name ?? null);
    await record(tx, { type: "profile.edited", actorId: actor.userId });
  });
}

async function wantedColumns(form: ProfileForm) {
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
