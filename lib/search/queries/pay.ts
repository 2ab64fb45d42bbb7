import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { payFigures } from "@/db/schema/search";
import { skills } from "@/db/schema/taxonomy";
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

const columns = {
  value: payFigures.value,
  postings: payFigures.postings,
  lower: payFigures.lower,
  median: payFigures.median,
  upper: payFigures.upper,
};

const mostRows = 25;

/** What live postings paid when it was last computed, by band or country: those with most postings first, at most 25. */
export function listPayBy(kind: "band" | "country") {
  return db()
    .select(columns)
    .from(payFigures)
    .where(eq(payFigures.kind, kind))
    .orderBy(desc(payFigures.postings), asc(payFigures.value))
    .limit(mostRows);
}

/** The same by technology, each with its label. */
export function listPayBySkill() {
  return db()
    .select({ ...columns, label: skills.label })
    .from(payFigures)
    .innerJoin(skills, eq(skills.slug, payFigures.value))
    .where(and(eq(payFigures.kind, "skill"), eq(skills.kind, "technology")))
    .orderBy(desc(payFigures.postings), asc(payFigures.value))
    .limit(mostRows);
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
