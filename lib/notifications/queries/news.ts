import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companyIdsOf, isMemberAnywhere } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import { mailSettings, notifications } from "@/db/schema/notifications";
import { postings } from "@/db/schema/postings";
import { isNews } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { isBounced } from "@/lib/email/queries";
import { countWaiting } from "@/lib/moderation/queries/queue";
import { clock, isLive } from "@/lib/postings/queries/live";
import { present } from "@/lib/present";
import type { MailKind, MailTime } from "../lists";

/** When mails of each kind come to the user, where they chose it; without a choice, at once. */
export async function findMailTimes({ userId }: Pick<Actor, "userId">): Promise<Map<MailKind, MailTime>> {
  const rows = await db()
    .select({ kind: mailSettings.kind, time: mailSettings.time })
    .from(mailSettings)
    .where(eq(mailSettings.userId, userId));
  return new Map(rows.map(({ kind, time }) => [kind, time]));
}

const pageSize = 50;

/** What the actor was told of, the latest first: one page from before the notification `before`, and where the next one begins, or null. */
export async function listNotifications({ userId }: Pick<Actor, "userId">, before?: number) {
  const rows = await db()
    .select({
      id: notifications.id,
      title: notifications.title,
      path: notifications.path,
      at: notifications.at,
      readAt: notifications.readAt,
    })
    .from(notifications)
    .where(
      and(eq(notifications.userId, userId), before === undefined ? undefined : lt(notifications.id, before)),
    )
    .orderBy(desc(notifications.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { notifications: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

export type News = Awaited<ReturnType<typeof countNews>>;

/**
 * What the bar of every page tells the actor: in which parts of the site they have something, whether they have unread notifications, how many of their applications hold news, how many
 * applicants wait for a first answer from their companies, for admins how many postings and changed companies wait for review, and the actor’s address if it refuses our mails. One statement over indexes.
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
      hasUnread: sql<boolean>`exists (select 1 from notifications n where n.user_id = ${id} and n.read_at is null)`,
      unread: sql<number>`(select count(*)::int from ${applications} where ${applications.candidateId} = ${id} and ${isNews})`,
      waiting: sql<number>`(select count(*)::int from applications a where a.state = 'submitted' and a.company_id in ${companyIdsOf(actor)})`,
      bouncedAddress: sql<string | null>`case when ${isBounced(sql`${users.email}`)} then ${users.email} end`,
      inReview: actor.isAdmin ? countWaiting.postings : sql<number>`0`,
      changedCompanies: actor.isAdmin ? countWaiting.companies : sql<number>`0`,
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
