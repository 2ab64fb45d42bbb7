import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { events } from "@/db/schema/events";
import { appeals } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import type { Actor, Admin } from "@/lib/auth/input";
import { daysAfter } from "@/lib/days";
import { standingNow } from "@/lib/postings/queries/live";
import { type AppealedKind, appealDays, type DecisionReason, mostWaiting } from "../lists";

const eventOf = { remove: "posting.removed", freeze: "posting.frozen" } as const;

/** What hides a posting now, if an appeal can be against it: its event, when that was, and who decided it; null otherwise. */
export async function findAppealed(
  { id, state, frozenAt }: Pick<typeof postings.$inferSelect, "id" | "state" | "frozenAt">,
  on: Pick<Database, "select"> = db(),
) {
  const against: AppealedKind | null =
    state === "removed" ? "remove" : state === "published" && frozenAt ? "freeze" : null;
  if (!against) return null;
  const [event] = await on
    .select({ eventId: events.id, at: events.at, againstAdminId: events.actorId })
    .from(events)
    .where(and(eq(events.postingId, id), eq(events.type, eventOf[against])))
    .orderBy(desc(events.id))
    .limit(1);
  return event ? { ...event, against } : null;
}

const decided = {
  state: appeals.state,
  words: appeals.words,
  at: appeals.at,
  reasons: appeals.reasons,
  decidedAt: appeals.decidedAt,
};

/**
 * For those who may write a posting: what hides it now, until when they can appeal against that, and the appeal where there is one. Null
 * where nothing hides it that can be appealed, and for everyone else.
 */
export async function findOwnAppeal(actor: Actor, postingId: string) {
  const [posting] = await db()
    .select({ id: postings.id, state: postings.state, frozenAt: postings.frozenAt, title: postings.title })
    .from(postings)
    .where(and(eq(postings.id, postingId), mayWrite(actor, postings.companyId)));
  const appealed = posting && (await findAppealed(posting));
  if (!appealed) return null;
  const [[appeal], [decision]] = await Promise.all([
    db().select(decided).from(appeals).where(eq(appeals.eventId, appealed.eventId)),
    db().execute<{ reasons: DecisionReason[] }>(sql`
      select d.reasons from decisions d
      where d.posting_id = ${postingId}::uuid and d.kind = ${appealed.against} and d.at = ${appealed.at.toISOString()}::timestamptz limit 1`),
  ]);
  return {
    title: posting.title,
    against: appealed.against,
    at: appealed.at,
    until: daysAfter(appealed.at, appealDays),
    reasons: decision?.reasons ?? [],
    appeal: appeal ?? null,
  };
}

const listed = (admin: Admin) => ({
  id: appeals.id,
  postingId: appeals.postingId,
  at: appeals.at,
  against: appeals.against,
  words: appeals.words,
  title: postings.title,
  companyName: companies.name,
  standing: standingNow,
  closeReason: postings.closeReason,
  isOwn: sql<boolean>`coalesce(${appeals.againstAdminId} = ${admin.userId}::uuid, false)`,
  /** Whether there is an admin besides the one whose decision it is about. */
  hasOther: sql<boolean>`exists (select 1 from users u where u.is_admin and u.suspended_at is null
    and u.id is distinct from ${appeals.againstAdminId})`,
});

const pageSize = 50;

/** The open appeals, oldest first: one page from after the place `after`, and where the next one begins, or null. */
export async function listAppeals(admin: Admin, after?: { since: Date; id: string }) {
  const rows = await db()
    .select(listed(admin))
    .from(appeals)
    .innerJoin(postings, eq(postings.id, appeals.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        eq(appeals.state, "open"),
        after &&
          sql`(${appeals.at}, ${appeals.id}) > (${after.since.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(asc(appeals.at), asc(appeals.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { appeals: page, next: last ? { since: last.at, id: last.id } : null };
}

/** How many appeals are open, counted up to one more than `mostWaiting`. */
export async function countAppeals(_: Admin): Promise<number> {
  const [row] = await db().execute<{ n: number }>(sql`
    select count(*)::int as n from (select 1 from appeals where state = 'open' limit ${mostWaiting + 1}::int) as counted`);
  return row?.n ?? 0;
}

/** An appeal for an admin, with the reasons of the decision that it is against; or null. */
export async function findAppeal(admin: Admin, id: string) {
  const [row] = await db()
    .select({
      ...listed(admin),
      ...decided,
      decisionReasons: sql<DecisionReason[]>`coalesce((
        select d.reasons from events e join decisions d on d.posting_id = e.posting_id and d.at = e.at and d.kind = ${appeals.against}
        where e.id = ${appeals.eventId} limit 1), '[]')`,
      isByReports: sql<boolean>`${appeals.againstAdminId} is null`,
    })
    .from(appeals)
    .innerJoin(postings, eq(postings.id, appeals.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(appeals.id, id));
  return row ?? null;
}

/** What the mails about an appeal need; or null. */
export async function findAppealFacts(id: string) {
  const [row] = await db()
    .select({
      postingId: appeals.postingId,
      title: postings.title,
      companyName: companies.name,
      against: appeals.against,
      words: appeals.words,
      reasons: appeals.reasons,
      /** The admins who may decide it, at most 20. */
      admins: sql<{ id: string; email: string }[]>`coalesce((
        select json_agg(json_build_object('id', a.id, 'email', a.email)) from (
          select u.id, u.email from users u where u.is_admin and u.suspended_at is null and u.id is distinct from ${appeals.againstAdminId}
          order by u.created_at, u.id limit 20) a), '[]')`,
    })
    .from(appeals)
    .innerJoin(postings, eq(postings.id, appeals.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(appeals.id, id));
  return row ?? null;
}
