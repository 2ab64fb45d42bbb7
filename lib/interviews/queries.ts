import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { companies } from "@/db/schema/companies";
import { interviews } from "@/db/schema/interviews";
import { postings } from "@/db/schema/postings";
import { isOpenNow } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { longest } from "./lists";

const mostOfOne = 20;
const mostAhead = 10;

const timesBy = (byCandidate: boolean) =>
  sql<Date[]>`coalesce((select json_agg(t.starts_at order by t.starts_at) from interview_times t
    where t.interview_id = ${interviews.id} and t.by_candidate = ${byCandidate}), '[]')`.mapWith(
    (times: string[]) => times.map((at) => new Date(at)),
  );

const columns = {
  id: interviews.id,
  applicationId: interviews.applicationId,
  state: interviews.state,
  sequence: interviews.sequence,
  zone: interviews.zone,
  candidateZone: sql<
    string | null
  >`coalesce(${interviews.candidateZone}, ${applications.profile} ->> 'timezone')`,
  minutes: interviews.minutes,
  place: interviews.place,
  link: interviews.link,
  words: interviews.words,
  candidateWords: interviews.candidateWords,
  startsAt: interviews.startsAt,
  updatedAt: interviews.updatedAt,
  times: timesBy(false),
  otherTimes: timesBy(true),
};

/** An interview as both sides see it: `times` are those that the company proposes, `otherTimes` those of the candidate. */
export type OwnInterview = Awaited<ReturnType<typeof listInterviews>>[number];

const isTheirs = (actor: Pick<Actor, "userId">) =>
  or(eq(applications.candidateId, actor.userId), mayWrite(actor, applications.companyId));

/** The interviews of the actor's own application, or of an applicant of a company whose owner or recruiter they are, the first first. Empty for everyone else. */
export const listInterviews = (actor: Pick<Actor, "userId">, applicationId: string) =>
  db()
    .select(columns)
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .where(and(eq(interviews.applicationId, applicationId), isTheirs(actor)))
    .orderBy(asc(interviews.createdAt))
    .limit(mostOfOne);

/** One of these interviews with what an entry of a calendar says, for the side that asks; or null. */
export async function findInterview(actor: Pick<Actor, "userId">, id: string) {
  const [row] = await db()
    .select({
      ...columns,
      ...named,
      isCandidate: sql<boolean>`${applications.candidateId} = ${actor.userId}::uuid`,
    })
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(and(eq(interviews.id, id), isTheirs(actor)));
  return row ?? null;
}

const named = {
  postingId: applications.postingId,
  candidateName: applications.name,
  title: postings.title,
  companyName: companies.name,
};

/** An interview with all that a mail about it needs, for the worker; or null. */
export async function findInterviewFacts(id: string) {
  const [row] = await db()
    .select(columns)
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .where(eq(interviews.id, id));
  return row ?? null;
}

/**
 * The next ten interviews that were accepted and are not over: those of the actor's own applications, or those with applicants of the company with
 * that slug, whose owner or recruiter they are.
 */
export const listAhead = (actor: Pick<Actor, "userId">, of: "own" | { company: string }) =>
  db()
    .select({ ...columns, ...named })
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(
      and(
        eq(interviews.state, "accepted"),
        // None is longer than that: the first condition is for the index.
        sql`${interviews.startsAt} > (select app_now()) - make_interval(mins => ${longest}::int)`,
        sql`${interviews.startsAt} + make_interval(mins => ${interviews.minutes}) > (select app_now())`,
        isOpenNow,
        of === "own"
          ? eq(applications.candidateId, actor.userId)
          : and(eq(companies.slug, of.company), mayWrite(actor, applications.companyId)),
      ),
    )
    .orderBy(asc(interviews.startsAt), asc(interviews.id))
    .limit(mostAhead);

/** The zone of the last interview that the actor proposed, or null. */
export async function findLastZone(actor: Pick<Actor, "userId">): Promise<string | null> {
  const [row] = await db()
    .select({ zone: interviews.zone })
    .from(interviews)
    .where(eq(interviews.proposedBy, actor.userId))
    .orderBy(desc(interviews.updatedAt))
    .limit(1);
  return row?.zone ?? null;
}
