import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { type ReadySearch, whereOf } from "./compile";
import { runSql } from "./run-sql";

/** Figures of fewer postings than these are not shown: they would tell what one company pays. */
export const fewestForPay = 5;

/** What a posting counts as: the middle of its range, in yearly dollars. */
export const middleOfPay = sql`((${postings.yearlyUsdMin} + ${postings.yearlyUsdMax}) / 2.0)`;

/** The quartiles of `pay` in a query that groups, as an array of three whole numbers. */
export const quartilesOf = (pay: SQL) =>
  sql`(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${pay}))::int[]`;

/** What postings pay, in yearly dollars: a quarter is below `lower`, half below `median`, a quarter above `upper`. */
export type PayFigures = { postings: number; lower: number; median: number; upper: number };

/** What the postings of one group paid when it was last computed. `label` is the technology's; others have their own words. */
type PayOfValue = PayFigures & { value: string; label: string };

const shownKinds = ["skill", "band", "country"];
const mostRows = 25;

/**
 * What live postings paid when it was last computed, by technology, band and country: of each those with most postings first, at most 25. One
 * statement.
 */
export async function listPay(): Promise<Record<"skill" | "band" | "country", PayOfValue[]>> {
  const rows = await db().execute<PayOfValue & { kind: string }>(sql`
    select kinds.kind, most.* from unnest(${sql.param(shownKinds)}::text[]) as kinds (kind) cross join lateral (
      select f.value, coalesce(s.label, f.value) as label, f.postings, f.lower, f.median, f.upper
      from pay_figures f left join skills s on f.kind = 'skill' and s.slug = f.value
      where f.kind = kinds.kind and (f.kind <> 'skill' or s.kind = 'technology')
      order by f.postings desc, f.value limit ${mostRows}
    ) most
    order by most.postings desc, most.value`);
  const of = (kind: string) => rows.flatMap(({ kind: one, ...figures }) => (one === kind ? figures : []));
  return { skill: of("skill"), band: of("band"), country: of("country") };
}

/** What the postings of a search pay now, and how many there are; `pay` is null where they are too few. */
export async function findPayOf(ready: ReadySearch): Promise<{ postings: number; pay: PayFigures | null }> {
  const [row] = await runSql<{ postings: number; quartiles: number[] | null }>(sql`
    select count(*)::int as postings, ${quartilesOf(middleOfPay)} as quartiles
    from ${postings} where ${whereOf(ready)} and ${postings.yearlyUsdMax} is not null`);
  const count = row?.postings ?? 0;
  const [lower = 0, median = 0, upper = 0] = row?.quartiles ?? [];
  return { postings: count, pay: count < fewestForPay ? null : { postings: count, lower, median, upper } };
}
