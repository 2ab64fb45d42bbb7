import { and, type SQL, sql } from "drizzle-orm";
import { closeDatabase, db as pool } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Board } from "@/lib/board/board";
import { failsNoGate as fitsOnBoard } from "@/lib/board/conditions";
import { Keeper } from "@/lib/board/keeper";
import type { MatchProfile } from "@/lib/matching/input";
import { failsNoGate, gatesForBoard } from "@/lib/matching/queries/gates";
import { makeMatches } from "@/lib/matching/queries/matches";
import { type ReadyProfile, readMatchProfile } from "@/lib/matching/queries/profile";
import { rankStatement, toRankProfile } from "@/lib/matching/queries/rank";
import { isLive } from "@/lib/postings/queries/live";
import { measure, measureLoad, median, ms, quantile, table, times, withoutSimd } from "./measure";
import { openPlain, type Plain } from "./ways";

export const shown = 20;
export const skillCounts = [12, 40];

/** The match: every live posting, and those that fail no gate, ranked for a profile of 12 and of 40 skills, with the sheets of the first page. */
export async function benchMatch(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const plain = openPlain(url);
  const parallel = openPlain(url, { workers: 2 });
  const keeper = new Keeper();
  await measureLoad(keeper);
  const rows: string[][] = [];
  for (const skills of skillCounts) {
    const { ready } = await readMatchProfile(await profileOf(skills));
    const board = async () => ((await keeper.current()) as { board: Board }).board;
    const ranked = async () => (await board()).rank([], toRankProfile(ready), shown);
    const bySql = await plain.db.execute<{ id: string }>(rankStatement(isLive(), ready, shown));
    const ids = (all: { id: string }[]) => all.map(({ id }) => id).join();
    if (ids(bySql) !== ids((await ranked()).ranked)) throw new Error("The orders differ.");
    const join = await measure(() => askJoin(plain.db, ready));
    const one = await measure(() => plain.db.execute(rankStatement(isLive(), ready, shown)));
    const two = await measure(() => parallel.db.execute(rankStatement(isLive(), ready, shown)));
    const fast = await measure(async () => makeMatches(await ranked(), ready), { most: 300 });
    const slow = await withoutSimd(await board(), () =>
      measure(async () => makeMatches(await ranked(), ready), { most: 300 }),
    );
    const [rankedFast, rankedSlow] = [
      await measure(ranked, { most: 300 }),
      await withoutSimd(await board(), () => measure(ranked, { most: 300 })),
    ];
    const gates = await gatesForBoard(await board(), ready.facts);
    const takeable = and(isLive(), failsNoGate(ready.facts)) as SQL;
    const takeableBySql = await measure(() => plain.db.execute(rankStatement(takeable, ready, shown)));
    const takeableFast = await measure(
      async () => {
        const now = await board();
        const fit = now.rank([{ ...fitsOnBoard(gates), name: "gates" }], toRankProfile(ready), shown);
        now.countFailing([], gates);
        return makeMatches(fit, ready);
      },
      { most: 300 },
    );
    const best = Math.min(median(one), median(two));
    rows.push([
      `${skills} skills`,
      ...[join, one, two, rankedSlow, rankedFast, slow, fast].map((all) => ms(median(all))),
      ms(quantile(fast, 0.99)),
      times(best / median(fast)),
      times(best / median(rankedFast)),
      ms(median(takeableBySql)),
      ms(median(takeableFast)),
      ms(quantile(takeableFast, 0.99)),
    ]);
  }
  table(
    [
      "profile",
      "join and group",
      "the rules in SQL",
      "with two workers",
      "board without SIMD, ranking alone",
      "board, ranking alone",
      `board without SIMD, with ${shown} sheets`,
      `board, with ${shown} sheets`,
      "its p99",
      "best SQL : board with sheets",
      "best SQL : ranking alone",
      "what can be taken, in SQL",
      "the same by the board, with what fails counted",
      "its p99",
    ],
    rows,
  );
  await Promise.all([plain.end(), parallel.end(), closeDatabase()]);
}

/** Every third of the skills from the commonest on, with some years, a third of the responsibilities, and what is wanted. */
export async function profileOf(count: number): Promise<MatchProfile> {
  const skills = await pool().execute<{ slug: string }>(sql`select slug from skills order by id`);
  const allResponsibilities = await pool().execute<{ slug: string }>(
    sql`select slug from responsibilities order by position`,
  );
  return {
    years: 6,
    degree: { level: "bachelor" },
    skills: Array.from({ length: count }, (_, at) => ({
      slug: skills[3 * at]?.slug as string,
      years: at % 2 === 0 ? 1 + (at % 7) : null,
    })),
    responsibilities: allResponsibilities.filter((_, at) => at % 3 === 0).map(({ slug }) => ({ slug })),
    salary: { min: 72_000, currency: "EUR" },
    workplaces: ["remote", "hybrid"],
    countries: ["DE", "AT", "NL"],
    timezone: "Europe/Berlin",
    employment: ["full-time"],
  };
}

/** What a board without the rules would do: count the skills in common. */
const askJoin = (db: Plain, { facts, ids }: ReadyProfile) =>
  db.execute(sql`
    select ${postings.id}, sum(case when t.skill_id = any(${sql.param(
      facts.skills.map(({ slug }) => ids.skills.get(slug) ?? 0),
    )}::int[]) then case when t.must then 3 else 1 end else 0 end)::float8 / sum(case when t.must then 3 else 1 end) as score
    from postings join posting_skills t on t.posting_id = ${postings.id}
    where ${isLive()} group by ${postings.id} order by score desc, ${postings.id} limit ${shown}::int`);
