import { and, asc, desc, eq, ilike, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companyIdOf, companyIdsOf } from "@/db/membership";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { exchangeRates } from "@/db/schema/taxonomy";
import type { Actor } from "@/lib/auth/input";
import { remindOfEndDays } from "../life-days";
import { type PostingStanding, type StandingGroup, standingGroups } from "../lists";
import { viewsOfPosting } from "./figures";
import { clock, isLive, isShown, isUnconfirmed, standingNow } from "./live";
import { payOfRow } from "./own";

/** How the list of a company's postings is narrowed: by company (its slug), by words of the title, and by where the postings stand. */
export type OwnListFilter = { company?: string; q?: string; group?: StandingGroup };

/** Whether the newest decision about the posting sent it back, and it waits for its writer. */
const isSentBack = sql<boolean>`(${postings.state} = 'draft' and coalesce((
  select d.kind = 'send_back' from decisions d where d.posting_id = ${postings.id} order by d.id desc limit 1), false))`;

/** The same for a change of a published posting. */
const isRevisionSentBack = sql<boolean>`(${postings.state} = 'published' and exists (
  select 1 from pending_versions v where v.posting_id = ${postings.id} and v.sent_back_at is not null))`;

const mine = (actor: Actor, { company, q }: Omit<OwnListFilter, "group">): SQL | undefined =>
  and(
    company
      ? sql`${postings.companyId} = ${companyIdOf(actor, company)}`
      : sql`${postings.companyId} in ${companyIdsOf(actor)}`,
    q ? ilike(postings.title, `%${q.replace(/[\\%_]/g, "\\$&")}%`) : undefined,
  );

const pageSize = 50;

/**
 * The postings of the actor's companies, newest first: one page from after the posting `after`, and where the next one begins, or null. Each
 * has where it stands, its pay, its readers and its applicants.
 */
export async function listOwnPostings(actor: Actor, filter: OwnListFilter = {}, after?: string) {
  const rows = await db()
    .select({
      id: postings.id,
      slug: postings.slug,
      title: postings.title,
      state: postings.state,
      live: sql<boolean>`${isLive()}`,
      standing: standingNow,
      isUnconfirmed,
      isSentBack,
      closeReason: postings.closeReason,
      submittedAt: postings.submittedAt,
      publishedAt: postings.publishedAt,
      expiresAt: postings.expiresAt,
      salaryMinMinor: postings.salaryMinMinor,
      salaryMaxMinor: postings.salaryMaxMinor,
      salaryCurrency: postings.salaryCurrency,
      salaryPeriod: postings.salaryPeriod,
      minorDigits: exchangeRates.minorDigits,
      views: viewsOfPosting,
      applications: sql<number>`(select count(*)::int from applications a where a.posting_id = ${postings.id})
        + coalesce((select sum(e.count)::int from erased_applications e where e.posting_id = ${postings.id}), 0)`,
      unanswered: sql<number>`(select count(*)::int from applications a where a.posting_id = ${postings.id} and a.state = 'submitted')`,
      overdue: sql<number>`(select count(*)::int from applications a where a.posting_id = ${postings.id} and a.state = 'submitted'
        and a.reply_by < ${clock})`,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .leftJoin(exchangeRates, eq(exchangeRates.currency, postings.salaryCurrency))
    .where(
      and(
        mine(actor, filter),
        filter.group ? inGroup(filter.group) : undefined,
        after
          ? sql`(${postings.createdAt}, ${postings.id}) < (select l.created_at, l.id from postings l where l.id = ${after}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(postings.createdAt), desc(postings.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize).map(({ minorDigits, ...row }) => ({
    ...row,
    pay: payOfRow({ ...row, minorDigits }),
  }));
  return { postings: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

const inGroup = (group: StandingGroup) =>
  sql`${standingNow} = any(${sql.param([...standingGroups[group]])}::text[])`;

/** How many postings the list has in each group; the search for words and company applies, the group does not. */
export async function countOwnPostings(
  actor: Actor,
  filter: Omit<OwnListFilter, "group"> = {},
): Promise<Record<StandingGroup, number>> {
  const rows = await db()
    .select({ standing: sql<PostingStanding>`${standingNow}`, count: sql<number>`count(*)::int` })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(mine(actor, filter))
    .groupBy(sql`1`);
  const counts = { live: 0, draft: 0, review: 0, hidden: 0, over: 0 };
  for (const group of Object.keys(counts) as StandingGroup[])
    for (const { standing, count } of rows)
      if (standingGroups[group].some((one) => one === standing)) counts[group] += count;
  return counts;
}

/** What a posting asks of its company now. */
export type Need = "sent_back" | "revision_sent_back" | "confirm" | "ending";

const mostNeeds = 20;

/** The postings that ask something of the actor's companies, or of the one with this slug: what was sent back first, then what to confirm, then what ends within a week. */
export function listNeeds(actor: Actor, company?: string) {
  const isOpen = sql`(${isShown()} and ${postings.expiresAt} > ${clock})`;
  const need = sql<Need | null>`case
    when ${isSentBack} then 'sent_back'
    when ${isRevisionSentBack} then 'revision_sent_back'
    when ${isOpen} and ${isUnconfirmed} then 'confirm'
    when ${isOpen} and ${postings.expiresAt} < ${clock} + make_interval(days => ${remindOfEndDays}::int) then 'ending' end`;
  return db()
    .select({
      id: postings.id,
      title: postings.title,
      confirmedAt: postings.confirmedAt,
      expiresAt: postings.expiresAt,
      canExtend: sql<boolean>`${postings.extendedAt} is null`,
      need,
    })
    .from(postings)
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(
      and(
        mine(actor, { company }),
        sql`${postings.state} in ('draft', 'published')`,
        sql`${need} is not null`,
      ),
    )
    .orderBy(
      sql`array_position(array['sent_back', 'revision_sent_back', 'confirm', 'ending'], ${need})`,
      asc(postings.expiresAt),
      asc(postings.id),
    )
    .limit(mostNeeds);
}
