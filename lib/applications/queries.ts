import { and, asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { applicationMoves, applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { isLive } from "@/lib/postings/queries/live";
import type { OwnProfile } from "@/lib/profiles/queries/profile";

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
    .select({ ...common, live: sql<boolean>`${isLive()}` })
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
    .select(full)
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), eq(applications.candidateId, actor.userId)));
  return application ? { ...application, history: await listMoves(id) } : null;
}

/** The actor's application to this posting, if there is one. */
export async function findApplicationTo(actor: Actor, postingId: string) {
  const [application] = await db()
    .select({
      id: applications.id,
      state: applications.state,
      submittedAt: applications.submittedAt,
      replyBy: applications.replyBy,
    })
    .from(applications)
    .where(and(eq(applications.postingId, postingId), eq(applications.candidateId, actor.userId)));
  return application ?? null;
}

const memberRole = (actor: Actor) => sql<"owner" | "recruiter" | "reviewer" | null>`(
  select m.role from members m where m.company_id = ${applications.companyId} and m.user_id = ${actor.userId})`;

/** Those who applied to a posting of the actor's company, in order of arrival, at most 500. Empty for strangers. */
export function listApplicants(actor: Actor, postingId: string) {
  return db()
    .select({
      ...common,
      name: applications.name,
      headline: sql<string | null>`${applications.profile} ->> 'headline'`,
      years: sql<number | null>`(${applications.profile} ->> 'years')::numeric::float8`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.postingId, postingId), sql`${memberRole(actor)} is not null`))
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(500);
}

/** One applicant of the actor's company, exactly as sent, with the history; without the address for reviewers; or null. */
export async function findApplicant(actor: Actor, id: string) {
  const [row] = await db()
    .select({ ...full, role: memberRole(actor) })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(applications.id, id), sql`${memberRole(actor)} is not null`));
  if (!row) return null;
  const { role, email, ...application } = row;
  const mayMove = role !== "reviewer";
  return { ...application, email: mayMove ? email : null, mayMove, history: await listMoves(id) };
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
