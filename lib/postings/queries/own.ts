import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { isMember, isOwner, mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import {
  pendingVersions,
  postingPlaces,
  postingQuestions,
  postingResponsibilities,
  postingSkills,
  postings,
  realityCards,
} from "@/db/schema/postings";
import { exchangeRates, responsibilities, skills } from "@/db/schema/taxonomy";
import { endedStates } from "@/lib/applications/lists";
import type { Actor } from "@/lib/auth/input";
import { present } from "@/lib/present";
import { inUnits } from "@/lib/taxonomy/money";
import type { Period } from "@/lib/taxonomy/terms";
import type { Pay } from "@/lib/taxonomy/usual-pay";
import { undoMinutes } from "../life";
import type { PostingTerms, Question } from "../lists";
import { termsOf } from "../terms";
import { clock, isLive, isUnconfirmed, standingNow } from "./live";
import { realityColumns } from "./public";

/** What closing a company of the actor would end: its published postings, those that become drafts again, and how many applicants wait. */
export async function countToClose(actor: Actor, companyId: string) {
  const [row] = await db()
    .select({
      published: sql<number>`count(*) filter (where ${isBegun})::int`,
      drafts: sql<number>`count(*) filter (where not ${isBegun})::int`,
      waiting: sql<number>`coalesce(sum((select count(*) from applications a
        where a.posting_id = postings.id and a.state <> all(${sql.param([...endedStates])}::text[]))) filter (where ${isBegun}), 0)::int`,
    })
    .from(postings)
    .where(
      and(
        eq(postings.companyId, companyId),
        inArray(postings.state, ["published", "in_review"]),
        isOwner(actor, postings.companyId),
      ),
    );
  return present(row);
}

const isBegun = sql`(${postings.state} = 'published' and (${postings.publishAt} is null or ${postings.publishAt} <= ${clock}))`;

/** The columns of the terms of a posting. */
const termColumns = {
  degreeLevel: postings.degreeLevel,
  degreeField: postings.degreeField,
  equalExperience: postings.equalExperience,
  experienceMin: postings.experienceMin,
  experienceMax: postings.experienceMax,
  salaryMinMinor: postings.salaryMinMinor,
  salaryMaxMinor: postings.salaryMaxMinor,
  salaryCurrency: postings.salaryCurrency,
  salaryPeriod: postings.salaryPeriod,
  minorDigits: exchangeRates.minorDigits,
  workplace: postings.workplace,
  employment: postings.employment,
  hiringCountries: postings.hiringCountries,
};

/** The pay in units of the currency, or null. */
export function payOfRow(row: {
  salaryMinMinor: number | null;
  salaryMaxMinor: number | null;
  salaryCurrency: string | null;
  salaryPeriod: Period | null;
  minorDigits: number | null;
}): Pay | null {
  const { salaryMinMinor: min, salaryMaxMinor: max, salaryCurrency: currency, salaryPeriod: period } = row;
  if (min === null || max === null || !currency || !period) return null;
  const units = (minor: number) => inUnits(minor, row.minorDigits ?? 2);
  return { min: units(min), max: units(max), currency, period };
}

/** The terms of the posting `id`, for those who were shown to be allowed to see it; null while it lacks one that publishing needs. */
export async function findTerms(
  id: string,
  on: Pick<Database, "select"> = db(),
): Promise<PostingTerms | null> {
  const [row] = await on
    .select(termColumns)
    .from(postings)
    .leftJoin(exchangeRates, eq(exchangeRates.currency, postings.salaryCurrency))
    .where(eq(postings.id, id));
  return row ? termsOf({ ...row, ...(await readParts(id, on)), pay: payOfRow(row) }) : null;
}

/** A posting of the actor's company with all that its form edits (amounts in units), and the newest reasons it was sent back for; or null. */
export async function findOwnPosting(
  actor: Pick<Actor, "userId">,
  id: string,
  on: Pick<Database, "select"> = db(),
) {
  const [row] = await on
    .select({
      id: postings.id,
      slug: postings.slug,
      companyId: postings.companyId,
      companyName: companies.name,
      companySlug: companies.slug,
      companyCountry: companies.country,
      mayWrite: mayWrite(actor, postings.companyId),
      state: postings.state,
      live: sql<boolean>`${isLive()}`,
      standing: standingNow,
      closeReason: postings.closeReason,
      closedAt: postings.closedAt,
      closeMessage: postings.closeMessage,
      closeToldAt: postings.closeToldAt,
      canReopen: sql<boolean>`${postings.state} = 'closed' and ${postings.closeToldAt} is null
        and ${postings.closedAt} > ${clock} - make_interval(mins => ${undoMinutes}::int)`,
      removeReason: postings.removeReason,
      submittedAt: postings.submittedAt,
      publishAt: postings.publishAt,
      publishedAt: postings.publishedAt,
      confirmedAt: postings.confirmedAt,
      isUnconfirmed,
      expiresAt: postings.expiresAt,
      extendedAt: postings.extendedAt,
      title: postings.title,
      description: postings.description,
      ...termColumns,
      replyDays: postings.replyDays,
      blindReview: postings.blindReview,
      terms: pendingVersions.terms,
      revisedAt: pendingVersions.submittedAt,
      revisionSentBackAt: pendingVersions.sentBackAt,
      sentBack: sql<{ field: string; message: string }[] | null>`(
        select d.reasons from decisions d where d.posting_id = postings.id and d.kind = 'send_back' order by d.id desc limit 1)`,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .leftJoin(exchangeRates, eq(exchangeRates.currency, postings.salaryCurrency))
    .leftJoin(pendingVersions, eq(pendingVersions.postingId, postings.id))
    .where(and(eq(postings.id, id), isMember(actor, postings.companyId)));
  if (!row) return null;
  const [parts, questions] = await Promise.all([readParts(id, on), listQuestions(id, on)]);
  const pay = payOfRow(row);
  const { salaryMaxMinor: _, minorDigits: __, terms, revisedAt, revisionSentBackAt, ...posting } = row;
  return {
    ...posting,
    salaryMin: pay?.min ?? null,
    salaryMax: pay?.max ?? null,
    pay,
    ...parts,
    questions,
    /** The change of a published posting that waits for a review, or was sent back. */
    revision: terms && revisedAt && { terms, submittedAt: revisedAt, sentBackAt: revisionSentBackAt },
  };
}
export type OwnPosting = NonNullable<Awaited<ReturnType<typeof findOwnPosting>>>;

/** What the posting asks of applicants, in order. For those who may see the posting. */
export function listQuestions(postingId: string, on: Pick<Database, "select"> = db()): Promise<Question[]> {
  return on
    .select({
      kind: postingQuestions.kind,
      text: postingQuestions.text,
      options: postingQuestions.options,
      required: postingQuestions.required,
    })
    .from(postingQuestions)
    .where(eq(postingQuestions.postingId, postingId))
    .orderBy(asc(postingQuestions.position));
}

/** What of a posting is in rows of other tables. */
async function readParts(id: string, on: Pick<Database, "select">) {
  const [places, skillLines, responsibilityLines, [reality]] = await Promise.all([
    on
      .select({ city: postingPlaces.city, country: postingPlaces.country })
      .from(postingPlaces)
      .where(eq(postingPlaces.postingId, id))
      .orderBy(asc(postingPlaces.position)),
    on
      .select({
        slug: skills.slug,
        name: skills.label,
        must: postingSkills.must,
        minYears: postingSkills.minYears,
      })
      .from(postingSkills)
      .innerJoin(skills, eq(skills.id, postingSkills.skillId))
      .where(eq(postingSkills.postingId, id))
      .orderBy(asc(postingSkills.position)),
    on
      .select({ slug: responsibilities.slug, must: postingResponsibilities.must })
      .from(postingResponsibilities)
      .innerJoin(responsibilities, eq(responsibilities.id, postingResponsibilities.responsibilityId))
      .where(eq(postingResponsibilities.postingId, id)),
    on.select(realityColumns).from(realityCards).where(eq(realityCards.postingId, id)),
  ]);
  return { places, skills: skillLines, responsibilities: responsibilityLines, reality: reality ?? null };
}
