import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { answerRateOf } from "@/db/answer-rate";
import { type Database, db } from "@/db/client";
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
import { isLive, isUnconfirmed } from "./live";

/** A posting on a page of its own, which says how its company was verified, null while it was not, and whether it waits to be confirmed. */
export type PagePosting = PublicPosting &
  PageFacts & { verifiedBy: "email" | "dns" | null; isUnconfirmed: boolean };

/** What of a posting may be missing while it is written. */
type NotYet = "salary" | "workplace" | "employment" | "publishedAt" | "confirmedAt" | "expiresAt";

/** The same before it is published: what is not stated yet is null, and so are the dates that come with publication. */
export type PreviewPosting = Omit<PagePosting, NotYet> & { [Part in NotYet]: PagePosting[Part] | null };

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
  return row ? { ...onPage(row), ...ownPage(row) } : null;
}

/** A live posting by its id, or null. */
export async function findPostingById(
  id: string,
  on: Pick<Database, "select"> = db(),
): Promise<PublicPosting | null> {
  const [row] = await rows(and(eq(postings.id, id), isLive()), on);
  return row ? publicPosting(row) : null;
}

/**
 * The posting `id` as its public page shows it, whatever its state and however much of it is missing; or null. For those who were shown to
 * be allowed to see it: `id` comes from a row that was loaded through them.
 */
export async function findPreview(id: string): Promise<PreviewPosting | null> {
  const [row] = await rows(eq(postings.id, id));
  return row ? { ...shownPosting(row), ...pageFacts(row), ...ownPage(row) } : null;
}

export type Offer = Pick<PublicPosting, "salary" | "workplace" | "places" | "hiringCountries">;

/** The pay and place of these postings, whatever became of them, by their ids; those that were never published are left out. */
export async function listOffers(ids: readonly string[]): Promise<Map<string, Offer>> {
  if (ids.length === 0) return new Map();
  const found = await db()
    .select({
      id: postings.id,
      salaryMinMinor: postings.salaryMinMinor,
      salaryMaxMinor: postings.salaryMaxMinor,
      salaryCurrency: postings.salaryCurrency,
      salaryPeriod: postings.salaryPeriod,
      yearlyUsdMin: postings.yearlyUsdMin,
      yearlyUsdMax: postings.yearlyUsdMax,
      minorDigits: exchangeRates.minorDigits,
      workplace: postings.workplace,
      places: placesOf,
      hiringCountries: postings.hiringCountries,
    })
    .from(postings)
    .leftJoin(exchangeRates, eq(exchangeRates.currency, postings.salaryCurrency))
    .where(and(inArray(postings.id, [...ids]), isNotNull(postings.publishedAt)));
  return new Map(
    found.map((row) => [
      row.id,
      {
        salary: salaryOf(row),
        workplace: present(row.workplace),
        places: row.places,
        hiringCountries: row.hiringCountries,
      },
    ]),
  );
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

const rows = (where: SQL | undefined, on: Pick<Database, "select"> = db()) =>
  on
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
      // The id first: Drizzle takes a joined row for missing where the first of its columns is null.
      reality: { postingId: realityCards.postingId, ...realityColumns },
      replyDays: postings.replyDays,
      answerRate: answerRateOf(sql`a.posting_id = ${postings.id}`),
      publishedAt: postings.publishedAt,
      confirmedAt: postings.confirmedAt,
      isUnconfirmed,
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

const ownPage = ({ companyVerifiedBy, isUnconfirmed }: PublicRow) => ({
  verifiedBy: companyVerifiedBy,
  isUnconfirmed: isUnconfirmed === true,
});

/** From a row that has all that publishing needs: the database holds this for every published posting. */
function publicPosting(row: PublicRow): PublicPosting {
  const { salary, workplace, employment, publishedAt, confirmedAt, expiresAt, ...shown } = shownPosting(row);
  return {
    ...shown,
    salary: present(salary),
    workplace: present(workplace),
    employment: present(employment),
    publishedAt: present(publishedAt),
    confirmedAt: present(confirmedAt),
    expiresAt: present(expiresAt),
  };
}

function shownPosting(
  row: PublicRow,
): Omit<PreviewPosting, keyof PageFacts | keyof ReturnType<typeof ownPage>> {
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
    salary: row.salaryMinMinor === null ? null : salaryOf(row),
    workplace: row.workplace,
    places: row.places,
    hiringCountries: row.hiringCountries,
    employment: row.employment,
    reality: realityOf(row.reality),
    replyDays: row.replyDays,
    answerRate: row.answerRate === null ? null : Number(row.answerRate),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    description: row.description,
  };
}

type PayRow = Pick<
  PublicRow,
  | "salaryMinMinor"
  | "salaryMaxMinor"
  | "salaryCurrency"
  | "salaryPeriod"
  | "yearlyUsdMin"
  | "yearlyUsdMax"
  | "minorDigits"
>;

function salaryOf(row: PayRow): PublicPosting["salary"] {
  const digits = row.minorDigits ?? 2;
  return {
    min: inUnits(present(row.salaryMinMinor), digits),
    max: inUnits(present(row.salaryMaxMinor), digits),
    currency: present(row.salaryCurrency),
    period: present(row.salaryPeriod),
    yearlyUsd: { min: present(row.yearlyUsdMin), max: present(row.yearlyUsdMax) },
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
