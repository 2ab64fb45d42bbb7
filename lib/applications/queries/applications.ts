import { and, asc, desc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companyIdOf, companyIdsOf, isMember, isMemberFor, roleOf } from "@/db/membership";
import { applicationAnswers, applicationMoves, applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { isLive } from "@/lib/postings/queries/live";
import { present } from "@/lib/present";
import { withoutContacts, withoutIdentity } from "@/lib/profiles/identity";
import type { OwnProfile } from "@/lib/profiles/queries/profile";
import type { Answered } from "../answers";
import { type ApplicationState, endedStates } from "../lists";
import type { Reason } from "../words";
import { findResumeOf } from "./resume";

/** The company did something that the candidate has not looked at yet. */
export const isNews = sql<boolean>`(${applications.updatedAt} > ${applications.seenAt} and ${applications.state} <> 'withdrawn')`;

/** The company has not answered yet: the candidate waits for a first move. */
export const isUnanswered = sql<boolean>`(${applications.answeredAt} is null and ${applications.state} = 'submitted')`;

/** Whether the application is under way: the candidate waits for the company's next answer. */
export const isOpenNow = notInArray(applications.state, [...endedStates]);

/**
 * Whether the user may read an application as its company does, and write on it: members in any role, but nobody on their own application, which
 * they may have sent before they joined.
 */
export const mayReview = (actor: Pick<Actor, "userId">) =>
  sql<boolean>`(${isMember(actor, applications.companyId)} and ${applications.candidateId} <> ${actor.userId}::uuid)`;

const pageSize = 50;

export const common = {
  id: applications.id,
  postingId: applications.postingId,
  companyId: applications.companyId,
  state: applications.state,
  submittedAt: applications.submittedAt,
  replyBy: applications.replyBy,
  answeredAt: applications.answeredAt,
  /** The promise lapsed without an answer. */
  overdue: sql<boolean>`${isUnanswered} and ${applications.replyBy} <= (select app_now())`,
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

/** The newest words of the company to the candidate, in a message or with a move; null where it wrote none. */
const lastWords = sql<string | null>`(select said.words from (
    (select m.message as words, m.at from ${applicationMoves} m
      where m.application_id = ${applications.id} and m.message <> '' and m.to_state <> 'withdrawn' order by m.id desc limit 1)
    union all
    (select t.text, t.at from application_messages t
      where t.application_id = ${applications.id} and t.from_company order by t.id desc limit 1)
  ) said order by said.at desc limit 1)`;

/**
 * The actor's applications that are open, or those that ended, the last changed first: one page from after the application `after`, and where
 * the next one begins, or null.
 */
export async function listOwnApplications(
  { userId }: Pick<Actor, "userId">,
  { ended = false, after }: { ended?: boolean; after?: string } = {},
) {
  const rows = await db()
    .select({
      ...common,
      updatedAt: applications.updatedAt,
      lastWords,
      isNews,
      live: sql<boolean>`${isLive()}`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(
      and(
        eq(applications.candidateId, userId),
        ended ? inArray(applications.state, [...endedStates]) : isOpenNow,
        after ? isBehind(userId, after) : undefined,
      ),
    )
    .orderBy(desc(applications.updatedAt), asc(applications.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { applications: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** Behind one of the user's applications in the order of that list. */
const isBehind = (userId: string, id: string) => sql`exists (select 1 from applications l
  where l.id = ${id}::uuid and l.candidate_id = ${userId}::uuid
    and (l.updated_at > ${applications.updatedAt} or (l.updated_at = ${applications.updatedAt} and l.id < ${applications.id})))`;

/** How many of the actor's applications are open, and how many ended. */
export async function countOwnApplications({ userId }: Pick<Actor, "userId">) {
  const [row] = await db()
    .select({
      open: sql<number>`(count(*) filter (where ${isOpenNow}))::int`,
      ended: sql<number>`(count(*) filter (where not ${isOpenNow}))::int`,
    })
    .from(applications)
    .where(eq(applications.candidateId, userId));
  return present(row);
}

/** One of the actor's applications as it was sent, with its history; or null. */
export async function findOwnApplication(actor: Actor, id: string) {
  const [application] = await db()
    .select({
      ...full,
      isNews,
      updatedAt: applications.updatedAt,
      lapsedAt: applications.lapsedAt,
      withdrawnAt: applications.withdrawnAt,
      withdrawalToldAt: applications.withdrawalToldAt,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), eq(applications.candidateId, actor.userId)));
  if (!application) return null;
  const [history, answers, resume] = await Promise.all([listMoves(id), listAnswers(id), findResumeOf(id)]);
  return { ...application, history, answers, resume };
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

/**
 * An application's place in the order of arrival at its posting, from 1 on, where that stands for its name; else 0. It counts all who came before:
 * for one row, or for those who came first.
 */
const arrivalOf = sql<number>`case when ${isHidden} then (
  select count(*)::int from applications earlier where earlier.posting_id = ${applications.postingId}
    and (earlier.submitted_at, earlier.id) <= (${applications.submittedAt}, ${applications.id})) else 0 end`;

/** What masking needs to know besides name and address, as of the sending and as of now; never handed on. */
export const schools = sql<string[]>`array(
  (select e ->> 'school' from jsonb_array_elements(${applications.education}) e where e ->> 'school' <> '')
  union (select e.school from profile_education e where e.user_id = ${applications.candidateId} and e.school <> '') limit 50)`;

/**
 * Those who wait for a first answer from any of the actor's companies, or from the one with the slug `company`, in the order in which it is due: one page from after the application
 * `after`, and where the next one begins, or null. Where the review is blind, `name` is null. Empty for strangers.
 */
export async function listWaiting(
  actor: Actor,
  { company, after }: { company?: string; after?: string } = {},
) {
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
        company
          ? sql`${applications.companyId} = ${companyIdOf(actor, company)}`
          : sql`${applications.companyId} in ${companyIdsOf(actor)}`,
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

/** The applicant of a posting of the actor's company whose first answer is due soonest, or null. */
export async function findNextWaiting(actor: Actor, postingId: string) {
  const [next] = await db()
    .select({
      id: applications.id,
      number: arrivalOf,
      overdue: common.overdue,
      name: sql<string | null>`case when ${isHidden} then null else ${applications.name} end`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(and(eq(applications.postingId, postingId), isUnanswered, isMemberFor(actor, postingId)))
    .orderBy(asc(applications.replyBy), asc(applications.id))
    .limit(1);
  return next ?? null;
}

/**
 * One applicant of the actor's company, as sent, with the history; without contact details for reviewers; or null. Where the review is blind,
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
      isPublished: sql<boolean>`(${postings.state} = 'published')`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), mayReview(actor)));
  if (!row) return null;
  const { role, email, schools: ofWriter, ...application } = row;
  const mayMove = role !== "reviewer";
  const [history, answers, resume] = await Promise.all([listMoves(id), listAnswers(id), findResumeOf(id)]);
  const masked = application.hidden
    ? (text: string) => withoutIdentity(text, { name: application.name, email, schools: ofWriter })
    : mayMove
      ? null
      : withoutContacts;
  const shown = {
    ...application,
    name: application.hidden ? null : application.name,
    email: application.hidden || !mayMove ? null : email,
    mayMove,
    history,
    answers,
    // Reviewers see no contact details, and a résumé has them.
    resume: resume && (application.hidden || !mayMove ? { ...resume, name: null } : resume),
  };
  if (!masked) return shown;
  return {
    ...maskWords(shown, masked),
    history: history.map((move) => ({ ...move, message: masked(move.message) })),
  };
}

/** An application whose texts went through `masked`, which removes what the reader may not see. */
export const maskWords = <
  Sent extends { coverNote: string; answers: Answered[]; profile: Partial<OwnProfile> },
>(
  sent: Sent,
  masked: (text: string) => string,
): Sent => ({
  ...sent,
  answers: sent.answers.map(({ answer, ...asked }) => ({ ...asked, answer: answer.map(masked) })),
  coverNote: masked(sent.coverNote),
  profile: { ...sent.profile, headline: masked(sent.profile.headline ?? "") },
});

/** The questions as they were asked, with the answers, in order. */
function listAnswers(applicationId: string): Promise<Answered[]> {
  return db()
    .select({
      kind: applicationAnswers.kind,
      question: applicationAnswers.question,
      options: applicationAnswers.options,
      required: applicationAnswers.required,
      answer: applicationAnswers.answer,
    })
    .from(applicationAnswers)
    .where(eq(applicationAnswers.applicationId, applicationId))
    .orderBy(asc(applicationAnswers.position));
}

function listMoves(applicationId: string) {
  return db()
    .select({
      id: applicationMoves.id,
      from: sql<ApplicationState | null>`${applicationMoves.fromState}`,
      to: sql<ApplicationState>`${applicationMoves.toState}`,
      message: applicationMoves.message,
      reasons: sql<
        Reason[]
      >`coalesce((select json_agg(json_build_object('kind', r.kind, 'slug', r.slug) order by r.kind, r.slug)
        from rejection_reasons r where r.move_id = ${applicationMoves.id}), '[]')`,
      at: applicationMoves.at,
    })
    .from(applicationMoves)
    .where(eq(applicationMoves.applicationId, applicationId))
    .orderBy(asc(applicationMoves.id))
    .limit(100);
}
