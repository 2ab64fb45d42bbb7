import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import type { Actor } from "@/lib/auth/input";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { inUnits } from "@/lib/taxonomy/money";
import { listRates } from "@/lib/taxonomy/queries/rates";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { bandOf } from "@/lib/taxonomy/rules";
import { realityRow } from "../commands/content";
import type { PostingForm } from "../input";
import { payColumns, payOfForm } from "../pay";
import { realityOf } from "../reality";
import type { PreviewPosting } from "./public";

/** A posting of the actor's company as its public page would show it, were it saved as it is typed; null for strangers. Unknown skills are left out. */
export async function findTypedPreview(
  actor: Actor,
  companyId: string,
  form: PostingForm,
): Promise<PreviewPosting | null> {
  const [[company], skills, rates] = await Promise.all([
    db()
      .select({ slug: companies.slug, name: companies.name, verifiedBy: companies.verifiedBy })
      .from(companies)
      .where(and(eq(companies.id, companyId), isMember(actor, companies.id))),
    resolveSkills(
      form.skills.flatMap(({ name }) => name || []),
      sql`select t.skill_id from posting_skills t join postings p on p.id = t.posting_id
        where p.id = ${form.id ?? null}::uuid and p.company_id = ${companyId}::uuid`,
    ),
    listRates(),
  ]);
  if (!company) return null;
  const { verifiedBy, ...named } = company;
  const pay = payOfForm(form);
  const rate = pay && "currency" in pay ? rates.find(({ currency }) => currency === pay.currency) : undefined;
  const columns = pay && "currency" in pay && rate ? payColumns(pay, rate) : null;
  const mustFirst = <T extends { must: boolean }>(list: T[]) =>
    list.sort((a, b) => Number(b.must) - Number(a.must));
  return {
    id: form.id ?? "",
    slug: "",
    url: "",
    title: form.title ?? "",
    company: { ...named, verified: verifiedBy !== null },
    skills: mustFirst(
      form.skills.flatMap(({ name, must, minYears }) => {
        const skill = name && skills.get(name);
        return skill
          ? [{ slug: skill.slug, label: skill.label, must: must === "must", minYears: minYears ?? null }]
          : [];
      }),
    ),
    responsibilities: mustFirst(
      responsibilityEntries.flatMap(({ slug, label }) => {
        const asked = form.responsibilities[slug];
        return asked ? [{ slug, label, must: asked === "must" }] : [];
      }),
    ),
    degree: {
      level: form.degreeLevel ?? null,
      field: form.degreeField ?? null,
      equalExperience: form.equalExperience,
    },
    experience: {
      min: form.experienceMin ?? null,
      max: form.experienceMax ?? null,
      band: bandOf(form.experienceMin ?? null),
    },
    salary:
      columns && rate
        ? {
            min: inUnits(columns.salaryMinMinor, rate.minorDigits),
            max: inUnits(columns.salaryMaxMinor, rate.minorDigits),
            currency: columns.salaryCurrency,
            period: columns.salaryPeriod,
            yearlyUsd: { min: columns.yearlyUsdMin, max: columns.yearlyUsdMax },
          }
        : null,
    workplace: form.workplace ?? null,
    places: form.places.flatMap(({ city, country }) => (country ? [{ city: city ?? null, country }] : [])),
    hiringCountries: form.hiringCountries,
    employment: form.employment ?? null,
    reality: realityOf(realityRow(form.reality)),
    replyDays: form.replyDays,
    answerRate: null,
    publishedAt: null,
    confirmedAt: null,
    expiresAt: null,
    description: form.description ?? "",
    companyId,
    claimed: true,
    externalUrl: null,
    verifiedBy,
    isUnconfirmed: false,
  };
}
