import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings, realityCards } from "@/db/schema/postings";
import { exchangeRates } from "@/db/schema/taxonomy";
import { countsDaysOf } from "@/lib/clock";
import { settings } from "@/lib/env";
import { present } from "@/lib/present";
import { inUnits } from "@/lib/taxonomy/money";
import { realityOf } from "../reality";
import type { ListedPosting, PageFacts, PublicPosting } from "../shape";
import { isLive } from "./live";

/** A posting on a page of its own, which says how its company was verified; null while it was not. */
export type PagePosting = PublicPosting & PageFacts & { verifiedBy: "email" | "dns" | null };

/** The live postings among `ids`, in the order of `ids`, without their descriptions. */
export async function listPostingsByIds(ids: string[]): Promise<(ListedPosting & PageFacts)[]> {
  return (await listWholePostingsByIds(ids)).map(({ description: _, ...listed }) => listed);
}

/** The same with their descriptions. */
export async function listWholePostingsByIds(ids: string[]): Promise<(PublicPosting & PageFacts)[]> {
  if (ids.length === 0) return [];
  const found = await rows(and(inArray(postings.id, ids), isLive()));
  const byId = new Map(found.map((row) => [row.id, onPage(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** A live posting by its address, or null. */
export async function findPostingBySlug(slug: string): Promise<PagePosting | null> {
  const [row] = await rows(and(eq(postings.slug, slug), isLive()));
  return row ? { ...onPage(row), verifiedBy: row.companyVerifiedBy } : null;
}

/** A live posting by its id, or null. */
export async function findPostingById(id: string): Promise<PublicPosting | null> {
  const [row] = await rows(and(eq(postings.id, id), isLive()));
  return row ? publicPosting(row) : null;
}

/**
 * The posting `id` as it would stand in public from `now`, whatever its state; null while it lacks what publishing needs. For those
 * who were shown to be allowed to see it: `id` comes from a row that was loaded through them.
 */
export async function findPreview(id: string, now: Date): Promise<PagePosting | null> {
  const [row] = await rows(eq(postings.id, id));
  if (row?.salaryMinMinor == null || !row.workplace || !row.employment) return null;
  const { publishedAt, confirmedAt, expiresAt, companyVerifiedBy: verifiedBy } = row;
  const dates = {
    publishedAt: publishedAt ?? now,
    confirmedAt: confirmedAt ?? now,
    expiresAt: expiresAt ?? now,
  };
  return { ...onPage({ ...row, ...dates }), verifiedBy };
}

/** The reality card, column by column. */
export const realityColumns = {
  onCallWeeks: realityCards.onCallWeeks,
  onCallPaid: realityCards.onCallPaid,
  datastores: realityCards.datastores,
  deploysPerWeek: realityCards.deploysPerWeek,
  requestsPerSecond: realityCards.requestsPerSecond,
  takeHomeHours: realityCards.takeHomeHours,
  takeHomePaid: realityCards.takeHomePaid,
  interviewStages: realityCards.interviewStages,
  interviewHours: realityCards.interviewHours,
  teamSize: realityCards.teamSize,
};

const rows = (where: SQL | undefined) =>
  db()
    .select({
      id: postings.id,
      slug: postings.slug,
      title: postings.title,
      companyId: postings.companyId,
      companySlug: companies.slug,
      companyName: companies.name,
      companyVerifiedBy: companies.verifiedBy,
      claimed: isClaimed(postings.companyId),
      externalUrl: postings.externalUrl,
      skills: skillsOf,
      responsibilities: responsibilitiesOf,
      places: placesOf,
      degreeLevel: postings.degreeLevel,
      degreeField: postings.degreeField,
      equalExperience: postings.equalExperience,
      experienceMin: postings.experienceMin,
      experienceMax: postings.experienceMax,
      band: postings.band,
      salaryMinMinor: postings.salaryMinMinor,
      salaryMaxMinor: postings.salaryMaxMinor,
      salaryCurrency: postings.salaryCurrency,
      salaryPeriod: postings.salaryPeriod,
      minorDigits: exchangeRates.minorDigits,
      yearlyUsdMin: postings.yearlyUsdMin,
      yearlyUsdMax: postings.yearlyUsdMax,
      workplace: postings.workplace,
      hiringCountries: postings.hiringCountries,
      employment: postings.employment,
      reality: realityColumns,
      replyDays: postings.replyDays,
      answerRate: answerRateOf,
      publishedAt: postings.publishedAt,
      confirmedAt: postings.confirmedAt,
      expiresAt: postings.expiresAt,
      description: postings.description,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .leftJoin(exchangeRates, eq(exchangeRates.currency, postings.salaryCurrency))
    .leftJoin(realityCards, eq(realityCards.postingId, postings.id))
    .where(where);

type PublicRow = Awaited<ReturnType<typeof rows>>[number];

function onPage(row: PublicRow): PublicPosting & PageFacts {
  const posting = publicPosting(row);
  // Pages say how many days ago it was published and confirmed, and in how many it closes.
  countsDaysOf(posting.publishedAt, posting.confirmedAt, posting.expiresAt);
  return { ...posting, ...pageFacts(row) };
}

const pageFacts = ({ companyId, claimed, externalUrl }: PublicRow): PageFacts => ({
  companyId,
  claimed,
  externalUrl,
});

/** From a row that has all that publishing needs: the database holds this for every published posting. */
function publicPosting(row: PublicRow): PublicPosting {
  const digits = row.minorDigits ?? 2;
  return {
    id: row.id,
    slug: row.slug,
    url: `${settings().APP_URL}/jobs/${row.slug}`,
    title: row.title,
    company: { slug: row.companySlug, name: row.companyName, verified: row.companyVerifiedBy !== null },
    skills: row.skills,
    responsibilities: row.responsibilities,
    degree: { level: row.degreeLevel, field: row.degreeField, equalExperience: row.equalExperience },
    experience: { min: row.experienceMin, max: row.experienceMax, band: row.band },
    salary: {
      min: inUnits(present(row.salaryMinMinor), digits),
      max: inUnits(present(row.salaryMaxMinor), digits),
      currency: present(row.salaryCurrency),
      period: present(row.salaryPeriod),
      yearlyUsd: { min: present(row.yearlyUsdMin), max: present(row.yearlyUsdMax) },
    },
    workplace: present(row.workplace),
    places: row.places,
    hiringCountries: row.hiringCountries,
    employment: present(row.employment),
    reality: realityOf(row.reality),
    replyDays: row.replyDays,
    answerRate: row.answerRate === null ? null : Number(row.answerRate),
    publishedAt: present(row.publishedAt).toISOString(),
    confirmedAt: present(row.confirmedAt).toISOString(),
    expiresAt: present(row.expiresAt).toISOString(),
    description: row.description,
  };
}

const skillsOf = sql<PublicPosting["skills"]>`coalesce((
  select json_agg(json_build_object('slug', s.slug, 'label', s.label, 'must', t.must, 'minYears', t.min_years) order by t.must desc, t.position)
  from posting_skills t join skills s on s.id = t.skill_id where t.posting_id = ${postings.id}), '[]')`;

const responsibilitiesOf = sql<PublicPosting["responsibilities"]>`coalesce((
  select json_agg(json_build_object('slug', r.slug, 'label', r.label, 'must', t.must) order by t.must desc, t.position)
  from posting_responsibilities t join responsibilities r on r.id = t.responsibility_id where t.posting_id = ${postings.id}), '[]')`;

const placesOf = sql<PublicPosting["places"]>`coalesce((
  select json_agg(json_build_object('city', p.city, 'country', p.country) order by p.position)
  from posting_places p where p.posting_id = ${postings.id}), '[]')`;

/** The share answered in time among applications whose answer came or is due; public from ten applications on. */
const answerRateOf = sql<string | null>`(
  select case when count(*) >= 10 then round((count(*) filter (where a.answered_at <= a.reply_by))::numeric
    / nullif(count(*) filter (where a.answered_at is not null or a.reply_by <= (select app_now())), 0), 2) end
  from applications a where a.posting_id = ${postings.id})`;
