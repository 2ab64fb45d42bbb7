import { and, asc, desc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companyIdsOf, isMember, roleOf } from "@/db/membership";
import { applicationMatches, applicationMoves, applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { sheetFrom } from "@/lib/matching/record";
import { readInputs } from "@/lib/matching/stored";
import { isLive } from "@/lib/postings/queries/live";
import { withoutIdentity } from "@/lib/profiles/identity";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import { endedStates } from "../lists";

/** The company did something that the candidate has not looked at yet. */
export const isNews = sql<boolean>`(${applications.updatedAt} > ${applications.seenAt} and ${applications.state} <> 'withdrawn')`;

const common = {
  id: applications.id,
  postingId: applications.postingId,
  state: applications.state,
  submittedAt: applications.submittedAt,
  replyBy: applications.replyBy,
  answeredAt: applications.answeredAt,
  /** The promise lapsed without an answer. */
  overdue: sql<boolean>`${applications.answeredAt} is null and ${applications.state} = 'submitted' and ${applications.replyBy} < (select app_now())`,
  title: postings.title,
  slug: postings.slug,
  companyName: companies.name,
};

const full = {
  ...common,
  name: applications.name,
  email: applications.email,
  coverNote: applications.coverNote,
  profile: sql<OwnProfile>`${applications.profile}`,
};

/** The actor's applications, newest first, at most 200. */
export function listOwnApplications(actor: Actor) {
  return db()
    .select({ ...common, isNews, live: sql<boolean>`${isLive()}` })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.candidateId, actor.userId))
    .orderBy(desc(applications.submittedAt), asc(applications.id))
    .limit(200);
}

/** One of the actor's applications as it was sent, with its history; or null. */
export async function findOwnApplication(actor: Actor, id: string) {
  const [application] = await db()
    .select({ ...full, isNews })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), eq(applications.candidateId, actor.userId)));
  return application ? { ...application, history: await listMoves(id) } : null;
}

/** One's own application, as far as a posting's card or page tells of it. */
export type AppliedTo = Pick<
  typeof applications.$inferSelect,
  "id" | "state" | "submittedAt" | "answeredAt" | "replyBy"
>;

/** The actor's applications to these postings, by the posting. */
export async function listApplicationsTo(
  actor: Pick<Actor, "userId">,
  postingIds: readonly string[],
): Promise<Map<string, AppliedTo>> {
  if (postingIds.length === 0) return new Map();
  const rows = await db()
    .select({
      postingId: applications.postingId,
      id: applications.id,
      state: applications.state,
      submittedAt: applications.submittedAt,
      answeredAt: applications.answeredAt,
      replyBy: applications.replyBy,
    })
    .from(applications)
    .where(and(inArray(applications.postingId, [...postingIds]), eq(applications.candidateId, actor.userId)));
  return new Map(rows.map(({ postingId, ...application }) => [postingId, application]));
}

/** The actor's application to this posting, if there is one. */
export const findApplicationTo = async (actor: Pick<Actor, "userId">, postingId: string) =>
  (await listApplicationsTo(actor, [postingId])).get(postingId) ?? null;

/** Whether the application is under way: the candidate waits for the company's next answer. */
export const isOpenNow = notInArray(applications.state, [...endedStates]);

/** How many applications to a posting are under way, so that their candidates wait for an answer. */
export async function countOpenApplications(postingId: string): Promise<number> {
  const [row] = await db()
    .select({ n: sql<number>`count(*)::int` })
    .from(applications)
    .where(and(eq(applications.postingId, postingId), isOpenNow));
  return row?.n ?? 0;
}

/** Whether those who apply to the posting are looked at without their names until the first move. */
export async function isReviewBlind(postingId: string): Promise<boolean> {
  const [row] = await db()
    .select({ isBlind: postings.blindReview })
    .from(postings)
    .where(eq(postings.id, postingId));
  return row?.isBlind ?? false;
}

/** Reviewed without names first, and not moved yet: who it is stays hidden from the company. */
export const isHidden = sql<boolean>`(${postings.blindReview} and ${applications.answeredAt} is null)`;

/** An application's place in the order of arrival at its posting, from 1 on. */
const arrivalOf = sql<number>`(select count(*)::int from applications earlier where earlier.posting_id = ${applications.postingId}
  and (earlier.submitted_at, earlier.id) <= (${applications.submittedAt}, ${applications.id}))`;

/** What masking needs to know besides name and address, as of the sending and as of now; never handed on. */
export const schools = sql<string[]>`array(
  (select e ->> 'school' from jsonb_array_elements(${applications.education}) e where e ->> 'school' <> '')
  union (select e.school from profile_education e where e.user_id = ${applications.candidateId} and e.school <> '') limit 50)`;

/**
 * Those who applied to a posting of the actor's company, in order of arrival, which numbers them; at most 500, each with the sheet that was
 * kept with the application. Where the review is blind, `name` is null until the first move, and the headline is without it. Empty for
 * strangers.
 */
export async function listApplicants(actor: Actor, postingId: string) {
  const rows = await db()
    .select({
      ...common,
      number: sql<number>`row_number() over (order by ${applications.submittedAt}, ${applications.id})::int`,
      hidden: isHidden,
      name: applications.name,
      email: applications.email,
      schools,
      headline: sql<string | null>`${applications.profile} ->> 'headline'`,
      years: sql<number | null>`(${applications.profile} ->> 'years')::numeric::float8`,
      inputs: applicationMatches.inputs,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .leftJoin(applicationMatches, eq(applicationMatches.applicationId, applications.id))
    .where(and(eq(applications.postingId, postingId), isMember(actor, applications.companyId)))
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(500);
  return rows.map(({ name, email, schools, headline, inputs, ...applicant }) => ({
    ...applicant,
    name: applicant.hidden ? null : name,
    headline: applicant.hidden ? withoutIdentity(headline ?? "", { name, email, schools }) : headline,
    sheet: inputs === null ? null : sheetFrom(readInputs(inputs)),
  }));
}

const pageSize = 50;

/**
 * Those who wait for a first answer from any of the actor's companies, in the order in which it is due: one page from after the application
 * `after`, and where the next one begins, or null. Where the review is blind, `name` is null. Empty for strangers.
 */
export async function listWaiting(actor: Actor, after?: string) {
  const rows = await db()
    .select({
      id: applications.id,
      postingId: applications.postingId,
      title: postings.title,
      companyName: companies.name,
      submittedAt: applications.submittedAt,
      replyBy: applications.replyBy,
      overdue: common.overdue,
      number: arrivalOf,
      name: sql<string | null>`case when ${isHidden} then null else ${applications.name} end`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(
      and(
        eq(applications.state, "submitted"),
        sql`${applications.companyId} in ${companyIdsOf(actor)}`,
        after
          ? sql`(${applications.replyBy}, ${applications.id}) > (select l.reply_by, l.id from applications l where l.id = ${after}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(applications.replyBy), asc(applications.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { applicants: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/**
 * One applicant of the actor's company, as sent, with the history; without the address for reviewers; or null. Where the review is blind,
 * name and address are null until the first move, and the texts are without them and without schools.
 */
export async function findApplicant(actor: Actor, id: string) {
  const [row] = await db()
    .select({
      ...full,
      hidden: isHidden,
      number: arrivalOf,
      schools,
      role: roleOf(actor, applications.companyId),
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), isMember(actor, applications.companyId)));
  if (!row) return null;
  const { role, email, schools: ofWriter, ...application } = row;
  const mayMove = role !== "reviewer";
  const history = await listMoves(id);
  if (!application.hidden) return { ...application, email: mayMove ? email : null, mayMove, history };
  const masked = (text: string) =>
    withoutIdentity(text, { name: application.name, email, schools: ofWriter });
  return {
    ...application,
    name: null,
    email: null,
    coverNote: masked(application.coverNote),
    profile: { ...application.profile, headline: masked(application.profile.headline ?? "") },
    mayMove,
    history,
  };
}

function listMoves(applicationId: string) {
  return db()
    .select({
      id: applicationMoves.id,
      from: applicationMoves.fromState,
      to: applicationMoves.toState,
      message: applicationMoves.message,
      at: applicationMoves.at,
    })
    .from(applicationMoves)
    .where(eq(applicationMoves.applicationId, applicationId))
    .orderBy(asc(applicationMoves.id))
    .limit(100);
}
