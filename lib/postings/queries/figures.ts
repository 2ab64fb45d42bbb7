import { and, asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember } from "@/db/membership";
import { postings, postingViews } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { dayMs } from "@/lib/days";
import { present } from "@/lib/present";
import type { Arrival, ViewSource } from "../lists";
import { clock } from "./live";

/** The days that the figures of a posting show. */
export const figureDays = 90;

/** The day of the product's clock (UTC). */
const today = sql`(${clock} at time zone 'UTC')::date`;

/** How many readers the posting has had, as a column of a query on `postings`. */
export const viewsOfPosting = sql<number>`coalesce((
  select sum(v.views)::int from posting_views v where v.posting_id = ${postings.id}), 0)`;

/** Readers on a day: `day` is a date in ISO 8601. */
export type DayViews = { day: string; views: number };

/** How far applications came: each stage counts all that reached it, wherever they are now. Times are days. */
export type Funnel = {
  applications: number;
  answered: number;
  interview: number;
  offer: number;
  hired: number;
  rejected: number;
  withdrawn: number;
  /** Half of those answered had their first answer within so many days; null where none is. */
  medianAnswerDays: number | null;
};

/**
 * The figures of a posting of the actor's company: readers a day of the last 90 days and by where they came from, its
 * applications by the link that led to them, and how far they came. Null for strangers.
 */
export async function findFigures(actor: Actor, postingId: string) {
  const [own] = await db()
    .select({
      since: sql<string>`greatest(${today} - ${figureDays - 1}::int, (coalesce(${postings.publishedAt}, ${clock}) at time zone 'UTC')::date)::text`,
      until: sql<string>`least(${today}, (coalesce(${postings.closedAt}, ${postings.expiresAt}, ${clock}) at time zone 'UTC')::date)::text`,
    })
    .from(postings)
    .where(and(eq(postings.id, postingId), isMember(actor, postings.companyId)));
  if (!own) return null;
  const [days, sources, arrivals, funnel] = await Promise.all([
    listDayViews(postingId, own.since, own.until),
    listSources(postingId),
    listArrivals(postingId),
    findFunnel(postingId),
  ]);
  return { days, sources, arrivals, funnel };
}

/** Every day from the first to the last, those without readers too. */
async function listDayViews(postingId: string, since: string, until: string): Promise<DayViews[]> {
  return await db().execute<DayViews>(sql`
    select d.day::date::text as day, coalesce(sum(v.views), 0)::int as views
    from generate_series(${since}::date, ${until}::date, interval '1 day') as d (day)
      left join posting_views v on v.posting_id = ${postingId}::uuid and v.day = d.day::date
    group by 1 order by 1`);
}

function listSources(postingId: string): Promise<{ source: ViewSource; views: number }[]> {
  return db()
    .select({ source: postingViews.source, views: sql<number>`sum(${postingViews.views})::int` })
    .from(postingViews)
    .where(eq(postingViews.postingId, postingId))
    .groupBy(postingViews.source)
    .orderBy(sql`2 desc`, asc(postingViews.source));
}

/** Applications by the link that led to them, the most first. */
async function listArrivals(postingId: string) {
  return await db().execute<{ arrival: Arrival; applications: number }>(sql`
    select a.arrival, sum(a.count)::int as applications from (
      select arrival, 1 as count from applications where posting_id = ${postingId}::uuid
      union all select arrival, count from erased_applications where posting_id = ${postingId}::uuid
    ) a group by a.arrival order by 2 desc, 1`);
}

async function findFunnel(postingId: string): Promise<Funnel> {
  const [funnel] = await db().execute<Funnel>(sql`
    with reached as (
      select a.state, extract(epoch from a.answered_at - a.submitted_at) * 1000 / ${dayMs}::int as days,
        array(select m.to_state from application_moves m where m.application_id = a.id) as stages
      from applications a where a.posting_id = ${postingId}::uuid
      union all
      select e.state, case when e.answer_tenths >= 0 then e.answer_tenths / 10.0 end, array[e.reached]
      from erased_applications e cross join generate_series(1, e.count) where e.posting_id = ${postingId}::uuid
    )
    select count(*)::int as applications,
      count(days)::int as answered,
      count(*) filter (where stages && array['interview', 'offer', 'hired'])::int as interview,
      count(*) filter (where stages && array['offer', 'hired'])::int as offer,
      count(*) filter (where state = 'hired')::int as hired,
      count(*) filter (where state = 'rejected')::int as rejected,
      count(*) filter (where state = 'withdrawn')::int as withdrawn,
      round((percentile_cont(0.5) within group (order by days))::numeric, 1)::float8
        as "medianAnswerDays"
    from reached`);
  return present(funnel);
}
