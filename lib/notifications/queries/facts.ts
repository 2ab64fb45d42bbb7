import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  applicationMessages,
  applicationMoves,
  applicationNotes,
  applications,
  resumeFiles,
} from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import { companies, companyChanges, companyKeys, memberInvitations, members } from "@/db/schema/companies";
import { invitations } from "@/db/schema/invitations";
import { postings } from "@/db/schema/postings";
import { webhooks } from "@/db/schema/webhooks";
import { isHidden, isUnanswered } from "@/lib/applications/queries/applications";
import type { Reason } from "@/lib/applications/words";
import type { MemberRole } from "@/lib/companies/lists";
import type { DecisionKind, DecisionReason } from "@/lib/moderation/lists";
import { confirmedWithinDays } from "@/lib/postings/life-days";
import { isShown } from "@/lib/postings/queries/live";

/** The name of an applicant as the company may read it: a number, by order of arrival, where it reviews without names first. */
const shownName = sql<string>`case when ${isHidden}
  then 'Applicant ' || (select count(*) from applications earlier where earlier.posting_id = ${applications.postingId}
    and (earlier.submitted_at, earlier.id) <= (${applications.submittedAt}, ${applications.id}))
  else ${applications.name} end`;

/**
 * What a mail about an application needs: both sides, the posting, and the words of the move `moveId`, if one is given. For the company a candidate has a
 * number, by order of arrival, instead of a name where it reviews without names first.
 */
export async function findApplicationFacts(applicationId: string, moveId: number | null = null) {
  const [row] = await db()
    .select({
      candidateId: applications.candidateId,
      candidateEmail: applications.email,
      candidateName: shownName,
      replyBy: applications.replyBy,
      title: postings.title,
      companyName: companies.name,
      message: sql<string | null>`(select m.message from ${applicationMoves} m where m.id = ${moveId})`,
      reasons: sql<
        Reason[]
      >`coalesce((select json_agg(json_build_object('kind', r.kind, 'slug', r.slug) order by r.kind, r.slug)
        from rejection_reasons r where r.move_id = ${moveId}), '[]')`,
      /** The words of the newest move; none where the company reviews without names first, since they may hold one. */
      lastMessage: sql<string | null>`(select m.message from ${applicationMoves} m
        where m.application_id = ${applications.id} and not ${isHidden} order by m.id desc limit 1)`,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.id, applicationId));
  return row ?? null;
}

/**
 * The applications of a company that wait for its answer, of these, the first due first: who sent each (a number where the company reviews
 * without names first), to which posting, and until when the answer was promised.
 */
export async function listAnswersDue(companyId: string, applicationIds: readonly string[]) {
  return db()
    .select({
      id: applications.id,
      postingId: applications.postingId,
      candidateName: shownName,
      title: postings.title,
      replyBy: applications.replyBy,
    })
    .from(applications)
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(
      and(eq(applications.companyId, companyId), inArray(applications.id, [...applicationIds]), isUnanswered),
    )
    .orderBy(asc(applications.replyBy), asc(applications.id));
}

/** The words of a message of an application; for the company none while it reviews without names, since they may hold one. */
export async function findMessageFacts(applicationId: string, messageId: number) {
  const [row] = await db()
    .select({
      fromCompany: applicationMessages.fromCompany,
      text: sql<
        string | null
      >`case when ${applicationMessages.fromCompany} or not ${isHidden} then ${applicationMessages.text} end`,
    })
    .from(applicationMessages)
    .innerJoin(applications, eq(applications.id, applicationMessages.applicationId))
    .innerJoin(postings, eq(postings.id, applications.postingId))
    .where(and(eq(applicationMessages.id, messageId), eq(applicationMessages.applicationId, applicationId)));
  return row ?? null;
}

/** A résumé file that is attached to an application, or to a draft (then `applicationId` is null): whose it is, what it is called, and for which posting. */
export async function findFileFacts(fileId: string) {
  const [row] = await db()
    .select({
      fileName: resumeFiles.name,
      applicationId: resumeFiles.applicationId,
      candidateId: users.id,
      candidateEmail: users.email,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
    })
    .from(resumeFiles)
    .innerJoin(users, eq(users.id, resumeFiles.candidateId))
    .innerJoin(postings, eq(postings.id, resumeFiles.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(resumeFiles.id, fileId));
  return row ?? null;
}

/** A note on an applicant, who wrote it, and those it mentions who are still members of the company. */
export async function findNoteFacts(companyId: string, noteId: number, mentioned: readonly string[]) {
  if (mentioned.length === 0) return null;
  const [note] = await db()
    .select({ text: applicationNotes.text, writer: sql<string>`coalesce(${users.name}, ${users.email})` })
    .from(applicationNotes)
    .innerJoin(users, eq(users.id, applicationNotes.userId))
    .where(eq(applicationNotes.id, noteId));
  if (!note) return null;
  const readers = await db()
    .select({ id: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.companyId, companyId), inArray(members.userId, [...mentioned])));
  return { ...note, readers };
}

/** The reasons of the newest decision of a kind on the posting of the row; null where there is none. */
const lastReasons = (kind: DecisionKind) => sql<DecisionReason[] | null>`(
  select d.reasons from decisions d where d.posting_id = ${postings.id} and d.kind = ${kind} order by d.id desc limit 1)`;

/** A posting's title, address and dates, its company, the reasons it was last sent back and frozen for, and the one for which it was removed. */
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
      reasons: lastReasons("send_back"),
      frozenFor: lastReasons("freeze"),
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
      memberName: sql<string | null>`(select u.name from users u where u.id = ${invitations.memberId})`,
      postingId: invitations.postingId,
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

/** A user's name and address, and why the account is suspended; or null. */
export async function findMemberFacts(userId: string) {
  const [row] = await db()
    .select({ name: users.name, email: users.email, suspendReason: users.suspendReason })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

/** Which address an invitation to become a member went to, and from which company; or null. */
export async function findMemberInvitationFacts(invitationId: string) {
  const [row] = await db()
    .select({ email: memberInvitations.email, companyName: companies.name })
    .from(memberInvitations)
    .innerJoin(companies, eq(companies.id, memberInvitations.companyId))
    .where(eq(memberInvitations.id, invitationId));
  return row ?? null;
}

/** A company's name, address and website, and why it is suspended; or null. */
export async function findCompanyFacts(companyId: string) {
  const [row] = await db()
    .select({
      name: companies.name,
      slug: companies.slug,
      website: companies.website,
      suspendReason: companies.suspendReason,
      changeReason: companyChanges.reason,
    })
    .from(companies)
    .leftJoin(companyChanges, eq(companyChanges.companyId, companies.id))
    .where(eq(companies.id, companyId));
  return row ?? null;
}

/** A key's name and first characters, what it may do, its company, and who made it; or null. */
export async function findKeyFacts(keyId: string) {
  const [row] = await db()
    .select({
      name: companyKeys.name,
      prefix: companyKeys.prefix,
      scopes: companyKeys.scopes,
      madeBy: users.email,
      companyName: companies.name,
      companySlug: companies.slug,
    })
    .from(companyKeys)
    .innerJoin(companies, eq(companies.id, companyKeys.companyId))
    .innerJoin(users, eq(users.id, companyKeys.madeBy))
    .where(eq(companyKeys.id, keyId));
  return row ?? null;
}

/** Those who answer for a company: its owners and recruiters unless said otherwise, at most 50. */
export function listCompanyReaders(companyId: string, roles: readonly MemberRole[] = ["owner", "recruiter"]) {
  return db()
    .select({ id: users.id, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.companyId, companyId), inArray(members.role, [...roles])))
    .limit(50);
}

/** The address of a webhook, with its company; or null. */
export async function findWebhookFacts(id: string) {
  const [row] = await db()
    .select({ id: webhooks.id, url: webhooks.url, companyName: companies.name })
    .from(webhooks)
    .innerJoin(companies, eq(companies.id, webhooks.companyId))
    .where(eq(webhooks.id, id));
  return row ?? null;
}
