import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { findNow, holdsUntil } from "@/lib/clock";

/** Months that the public figures go back. */
const months = 12;

/** What the desk did in one month (UTC), the present one included. */
export type MonthlyFigures = {
  /** "2026-11". */
  month: string;
  received: number;
  removed: number;
  /** How often a posting was removed for each reason. */
  removedFor: Record<string, number>;
  frozen: number;
  appeals: number;
  appealsReversed: number;
  /** Hours from a submission to its decision: half of the decisions took longer. Null without a decision. */
  medianHours: number | null;
};

type Count = { month: string; n: number };

/** What the desk did in each of the last twelve months, the newest first. One statement for each figure, each over an index by time. */
export async function listMonthlyFigures(): Promise<MonthlyFigures[]> {
  const now = await findNow();
  const startOf = (ahead: number) => Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1);
  holdsUntil(startOf(1));
  const from = sql`${new Date(startOf(1 - months)).toISOString()}::timestamptz`;
  const month = sql`to_char(at at time zone 'UTC', 'YYYY-MM')`;
  const eventsOf = (type: string) =>
    db().execute<Count>(sql`
      select ${month} as month, count(*)::int as n from events where type = ${type} and at >= ${from} group by 1`);
  const [received, frozen, removed, appeals, medians] = await Promise.all([
    eventsOf("posting.submitted"),
    eventsOf("posting.frozen"),
    db().execute<Count & { reason: string | null }>(sql`
      select ${month} as month, reasons -> 0 ->> 'field' as reason, count(*)::int as n
      from decisions where kind = 'remove' and at >= ${from} group by 1, 2`),
    db().execute<Count & { reversed: number }>(sql`
      select ${month} as month, count(*)::int as n, count(*) filter (where state = 'reversed')::int as reversed
      from appeals where at >= ${from} group by 1`),
    db().execute<{ month: string; hours: number }>(sql`
      select to_char(d.at at time zone 'UTC', 'YYYY-MM') as month,
        percentile_cont(0.5) within group (order by extract(epoch from d.at - sent.at) / 3600)::float8 as hours
      from decisions d cross join lateral (
        select e.at from events e where e.posting_id = d.posting_id and e.at <= d.at
          and e.type in ('posting.submitted', 'posting.revision_submitted', 'posting.imported') order by e.id desc limit 1
      ) sent
      where d.kind in ('approve', 'send_back') and d.at >= ${from} group by 1`),
  ]);
  const of = (counts: readonly Count[], name: string) => counts.find((one) => one.month === name)?.n ?? 0;
  return Array.from({ length: months }, (_, ago) => {
    const name = new Date(startOf(-ago)).toISOString().slice(0, 7);
    const removals = removed.filter((one) => one.month === name);
    return {
      month: name,
      received: of(received, name),
      frozen: of(frozen, name),
      removed: removals.reduce((sum, { n }) => sum + n, 0),
      removedFor: Object.fromEntries(removals.map(({ reason, n }) => [reason ?? "other", n])),
      appeals: of(appeals, name),
      appealsReversed: appeals.find((one) => one.month === name)?.reversed ?? 0,
      medianHours: medians.find((one) => one.month === name)?.hours ?? null,
    };
  });
}
