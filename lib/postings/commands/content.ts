import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { inUnits, type Rate } from "@/lib/taxonomy/money";
import { findRate } from "@/lib/taxonomy/queries/rates";
import { resolveResponsibilities, resolveSkillLines } from "@/lib/taxonomy/queries/resolve";
import type { PostingForm } from "../input";
import { payColumns, payOfForm } from "../pay";
import type { OwnPosting } from "../queries/own";
import type { RealityCard } from "../reality";

/** What the form of a posting states, with the skills, responsibilities and the exchange rate that it leads to. */
export type ResolvedForm = Awaited<ReturnType<typeof resolveForm>>;

/**
 * Looks up what a form names; `own` (a condition on `postings p`) says whose retired skills may stay. Throws `invalid` at the line of an unknown
 * skill, and at pay that contradicts itself or has no rate.
 */
export async function resolveForm(actor: Actor, form: PostingForm, own: SQL) {
  const lines = await resolveSkillLines(form.skills, {
    source: "posting",
    who: actor.userId,
    keeping: sql`select t.skill_id from posting_skills t join postings p on p.id = t.posting_id where ${own}`,
  });
  const responsibilityIds = await resolveResponsibilities(Object.keys(form.responsibilities));
  const pay = payOfForm(form);
  if (pay && "at" in pay) throw new DomainError("invalid", pay.message, pay.field);
  const rate = pay && (await findRate(pay.currency, "salaryCurrency"));
  return { form, lines, responsibilityIds, rate, salary: pay && rate && payColumns(pay, rate) };
}

/** What a form states, as a posting holds it. */
export const contentOf = ({ form, lines, salary, rate }: ResolvedForm) => ({
  title: form.title ?? "",
  description: form.description ?? "",
  ...statedIn(form, lines),
  pay: salary && rate ? payIn(salary, rate) : null,
  places: form.places.flatMap(({ city, country }) => (country ? [{ city: city ?? null, country }] : [])),
  reality: realityRow(form.reality),
  replyDays: form.replyDays,
  blindReview: form.blindReview,
  questions: form.questions,
});

const payIn = (salary: NonNullable<ResolvedForm["salary"]>, { minorDigits }: Rate) => ({
  min: inUnits(salary.salaryMinMinor, minorDigits),
  max: inUnits(salary.salaryMaxMinor, minorDigits),
  currency: salary.salaryCurrency,
  period: salary.salaryPeriod,
});

const statedIn = (form: PostingForm, lines: ResolvedForm["lines"]) => ({
  experienceMin: form.experienceMin ?? null,
  experienceMax: form.experienceMax ?? null,
  degreeLevel: form.degreeLevel ?? null,
  degreeField: form.degreeField ?? null,
  equalExperience: form.equalExperience,
  skills: lines.map(({ line, skill }) => ({
    slug: skill.slug,
    name: skill.label,
    must: line.must === "must",
    minYears: line.minYears ?? null,
  })),
  responsibilities: Object.entries(form.responsibilities).flatMap(([slug, wanted]) =>
    wanted && responsibilityEntries.some((known) => known.slug === slug)
      ? [{ slug, must: wanted === "must" }]
      : [],
  ),
  workplace: form.workplace ?? null,
  employment: form.employment ?? null,
  hiringCountries: form.hiringCountries,
});

/** The reality card that the form states, null for none. */
export function realityRow(card: PostingForm["reality"]): RealityCard | null {
  const { onCallPaid, takeHomePaid, datastores, ...numbers } = card;
  if (Object.values(card).every((value) => value === undefined)) return null;
  const yes = (answer: "yes" | "no" | undefined) => (answer ? answer === "yes" : null);
  return {
    onCallWeeks: numbers.onCallWeeks ?? null,
    onCallPaid: yes(onCallPaid),
    datastores: datastores
      ? datastores
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean)
      : null,
    deploysPerWeek: numbers.deploysPerWeek ?? null,
    requestsPerSecond: numbers.requestsPerSecond ?? null,
    takeHomeHours: numbers.takeHomeHours ?? null,
    takeHomePaid: yes(takeHomePaid),
    interviewStages: numbers.interviewStages ?? null,
    interviewHours: numbers.interviewHours ?? null,
    teamSize: numbers.teamSize ?? null,
  };
}

type Content = Pick<OwnPosting, keyof ReturnType<typeof contentOf>>;

/** A fingerprint of all that a posting says: the same for two that say the same. */
export function printOf(content: Content): string {
  const { pay, reality } = content;
  const said = [
    content.title,
    content.description,
    pay && [pay.min, pay.max, pay.currency, pay.period],
    [content.experienceMin, content.experienceMax],
    [content.degreeLevel, content.degreeField, content.equalExperience],
    content.skills.map(({ slug, must, minYears }) => [slug, must, minYears]),
    content.responsibilities.map(({ slug, must }) => `${slug} ${must}`).sort(),
    content.workplace,
    content.employment,
    content.hiringCountries,
    content.places.map(({ city, country }) => [city, country]),
    Object.entries(reality ?? {})
      .filter(([, fact]) => fact !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    content.replyDays,
    content.blindReview,
    content.questions.map(({ kind, text, options, required }) => [kind, text, options, required]),
  ];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
