import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companyIdsOf, isMemberAnywhere } from "@/db/membership";
import { applicationMoves, applications } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import { companies, members } from "@/db/schema/companies";
import { invitations } from "@/db/schema/invitations";
import { alertPostings } from "@/db/schema/notifications";
import { postings } from "@/db/schema/postings";
import { isNews } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { clock, isLive, isShown } from "@/lib/postings/queries/live";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { waitsForReview } from "@/lib/postings/queries/review";
import { confirmedWithinDays } from "@/lib/postings/rules";
import { present } from "@/lib/present";
import { hasReminders } from "@/lib/saved/queries/postings";
import { findSearchOfToken } from "@/lib/saved/queries/searches";
import { readConfirmToken, readRemindersToken, readStopToken } from "./tokens";

/**
 * What a mail about an application needs: both sides, the posting, and the words of the move `moveId`, if one is given. For the company a candidate has a
 * number, by order of arrival, instead of a name where it reviews without names first.
 */
export async function findApplicationFacts(applicationId: string, moveId: number | null = null) {
  const [row] = await db()
    .select({
      candidateId: applications.candidateId,
      candidateEmail: applications.email,
      candidateName: sql<string>`case when ${postings.blindReview} and ${applications.answeredAt} is null
        then 'Applicant ' || (select count(*) from applications earlier where earlier.posting_id = ${applications.postingId}
          and (earlier.submitted_at, earlier.id) <= (${applications.submittedAt}, ${applications.id}))
        else ${applications.name} end`,
      replyBy: applications.replyBy,
      title: postings.title,
      companyName: companies.name,
      message: sql<string | null>`(select m.message from ${applicationMoves} m where m.id = ${moveId})`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.id, applicationId));
  return row ?? null;
}

/** A posting's title, address and dates, its company, the reasons it was last sent back for, and the one for which it was removed. */
export async function findPostingFacts(postingId: string) {
  const [row] = await db()
    .select({
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      publishAt: postings.publishAt,
      /** When it is hidden unless it is confirmed; null while it is hidden for another reason, or over. */
      hiddenFrom: sql<string | null>`case when ${isShown()}
        then ${postings.confirmedAt} + make_interval(days => ${confirmedWithinDays}::int) end`,
      publishedAt: postings.publishedAt,
      expiresAt: postings.expiresAt,
      extendedAt: postings.extendedAt,
      removeReason: postings.removeReason,
      reasons: sql<{ field: string; message: string }[] | null>`(
        select d.reasons from decisions d where d.posting_id = ${postings.id} and d.kind = 'send_back' order by d.id desc limit 1)`,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(postings.id, postingId));
  return row ? { ...row, hiddenFrom: row.hiddenFrom === null ? null : new Date(row.hiddenFrom) } : null;
}

/** What a mail about an invitation needs: who is invited, to what, by whom and in which words. */
export async function findInvitationFacts(invitationId: string) {
  const [row] = await db()
    .select({
      candidateId: invitations.candidateId,
      candidateEmail: users.email,
      message: invitations.message,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.candidateId))
    .innerJoin(postings, eq(postings.id, invitations.postingId))
    .innerJoin(companies, eq(companies.id, invitations.companyId))
    .where(eq(invitations.id, invitationId));
  return row ?? null;
}

/** A company's name and website; or null. */
export async function findCompanyFacts(companyId: string) {
  const [row] = await db()
    .select({ name: companies.name, website: companies.website })
    .from(companies)
    .where(eq(companies.id, companyId));
  return row ?? null;
}

/** Those who answer for a company: its owners and recruiters unless said otherwise, at most 50. */
export function listCompanyReaders(
  companyId: string,
  roles: readonly ("owner" | "recruiter")[] = ["owner", "recruiter"],
) {
  return db()
    .select({ id: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.companyId, companyId), inArray(members.role, [...roles])))
    .limit(50);
}

const toldColumns = {
  postingId: alertPostings.postingId,
  sentAt: alertPostings.sentAt,
  relevant: alertPostings.relevant,
  title: postings.title,
  slug: postings.slug,
  companyName: companies.name,
};
const told = () =>
  db()
    .select(toldColumns)
    .from(alertPostings)
    .innerJoin(postings, eq(postings.id, alertPostings.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId));

/** What alerts told the actor of last, at most 20 postings, with what they said of each. */
export const listTold = ({ userId }: Pick<Actor, "userId">) =>
  told()
    .where(eq(alertPostings.userId, userId))
    .orderBy(desc(alertPostings.sentAt), asc(alertPostings.postingId))
    .limit(20);

/** One posting that alerts told the user of, or null. */
export async function findTold({ userId }: Pick<Actor, "userId">, postingId: string) {
  const [row] = await told().where(
    and(eq(alertPostings.userId, userId), eq(alertPostings.postingId, postingId)),
  );
  return row ?? null;
}

/** By each of the actor's saved searches: how many postings it told them of, on how many of those they answered, and how many were relevant. */
export async function countTold({ userId }: Pick<Actor, "userId">) {
  const rows = await db().execute<{ id: string; told: number; answered: number; relevant: number }>(sql`
    select t.saved_search_id as id, count(*)::int as told, count(t.relevant)::int as answered,
      (count(*) filter (where t.relevant))::int as relevant
    from saved_searches s join alert_postings t on t.saved_search_id = s.id
    where s.user_id = ${userId}::uuid group by t.saved_search_id`);
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

/** The mails that the link in one of them stops, and whether they are sent now; null for a link that is not ours. */
export async function findStoppable(
  token: string,
): Promise<{ of: "alerts"; name: string | null; isOn: boolean } | { of: "reminders"; isOn: boolean } | null> {
  const search = readStopToken(token);
  if (search) {
    const found = await findSearchOfToken(search.savedSearchId);
    return { of: "alerts", name: found?.name ?? null, isOn: Boolean(found && found.frequency !== "never") };
  }
  const reader = readRemindersToken(token);
  return reader && { of: "reminders", isOn: await hasReminders(reader) };
}

/** The posting that the link in a mail confirms, as the member whom the mail was to sees it now; null for a link that is not ours or no longer theirs. */
export async function findToConfirm(token: string) {
  const meant = readConfirmToken(token);
  return meant && findOwnPosting(meant, meant.postingId);
}

export type News = Awaited<ReturnType<typeof countNews>>;

/**
 * What the bar of every page tells the actor: in which parts of the site they have something, how many of their applications hold news, how many
 * applicants wait for a first answer from their companies, and for admins how many postings wait for review. One statement over indexes.
 */
export async function countNews(actor: Pick<Actor, "userId" | "isAdmin">) {
  const id = sql`${actor.userId}::uuid`;
  const [row] = await db()
    .select({
      hasCandidatePart: sql<boolean>`exists (select 1 from profiles where user_id = ${id})
        or exists (select 1 from applications where candidate_id = ${id})
        or exists (select 1 from saved_postings where user_id = ${id} and removed_at is null)
        or exists (select 1 from saved_searches where user_id = ${id})`,
      isMember: isMemberAnywhere(actor),
      unread: sql<number>`(select count(*)::int from ${applications} where ${applications.candidateId} = ${id} and ${isNews})`,
      waiting: sql<number>`(select count(*)::int from applications a where a.state = 'submitted' and a.company_id in ${companyIdsOf(actor)})`,
      inReview: actor.isAdmin
        ? sql<number>`(select count(*)::int from postings where ${waitsForReview})`
        : sql<number>`0`,
    })
    .from(users)
    .where(eq(users.id, actor.userId));
  return present(row);
}

/** Days before its end that a saved posting is said to close soon. */
const soon = 3;

/**
 * What the home page tells the actor: invitations that wait for an answer, saved postings that close within three days, applicants whose reply
 * is overdue, and how many applicants and postings came since the visit before, which `since` is the end of; null on the first visit. One statement
 * over indexes.
 */
export async function findWaiting(actor: Pick<Actor, "userId">) {
  const id = sql`${actor.userId}::uuid`;
  const [row] = await db().execute<{
    since: string | null;
    invitations: number;
    closing: number;
    overdue: number;
    applicants: number;
    postings: number;
  }>(sql`
    with me as (
      select id, case when visited_at < ${clock} - interval '30 minutes' then visited_at else visit_before_at end as since
      from users where id = ${id}
    )
    select me.since,
      (select count(*)::int from invitations i join postings on postings.id = i.posting_id
        where i.candidate_id = me.id and i.declined_at is null and ${isLive()} and not exists (
          select 1 from applications a where a.posting_id = i.posting_id and a.candidate_id = i.candidate_id)) as invitations,
      (select count(*)::int from saved_postings s join postings on postings.id = s.posting_id
        where s.user_id = me.id and s.removed_at is null and ${isLive()}
          and ${postings.expiresAt} < ${clock} + make_interval(days => ${soon}::int)) as closing,
      (select count(*)::int from applications a where a.state = 'submitted' and a.reply_by < ${clock}
        and a.company_id in ${companyIdsOf(actor)}) as overdue,
      (select count(*)::int from applications a where a.state = 'submitted' and a.submitted_at > me.since
        and a.company_id in ${companyIdsOf(actor)}) as applicants,
      (select count(*)::int from postings where ${isLive()} and ${postings.publishedAt} > me.since) as postings
    from me`);
  const { since: at, ...counts } = present(row);
  return { since: at === null ? null : new Date(at), ...counts };
}
