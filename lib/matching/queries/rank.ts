import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { Board } from "@/lib/board/board";
import type { Condition } from "@/lib/board/conditions";
import type { RankProfile } from "@/lib/board/rank";
import { findBoard } from "@/lib/board/start";
import { isLive } from "@/lib/postings/queries/live";
import { degreeRank } from "@/lib/taxonomy/rules";
import { weights } from "../rules/lines";
import { type Ranked, rankPadding } from "../rules/score";
import { skillTerms, standingsOf } from "../rules/standing";
import { scoreFrom } from "./credits";
import { factsOfPosting, linesFor } from "./lines";
import type { ReadyProfile } from "./profile";

/** `publishedAt` in ISO 8601, in UTC. */
export type RankedPosting = Ranked;

/**
 * The postings that meet `where` (a condition on the table `postings`), ranked for a profile: the best `limit` of those after the place
 * `after`, in the order of matches, and how many meet `where` in all. A place is a ranked posting; it does not have to exist any more, so
 * that none is skipped or repeated when others come and go. One statement, with the same whole numbers as the rules, which a property test
 * checks.
 */
export async function rankPostings(
  where: SQL,
  profile: ReadyProfile,
  limit: number,
  after?: RankedPosting,
): Promise<{ ranked: RankedPosting[]; total: number }> {
  const rows = await db().execute<Omit<RankedPosting, "id"> & { id: string | null; total: number }>(
    rankStatement(where, profile, limit, after),
  );
  return {
    ranked: rows.flatMap(({ id, low, high, rank, publishedAt }) =>
      id === null ? [] : [{ id, low, high, rank, publishedAt: new Date(publishedAt).toISOString() }],
    ),
    total: rows[0]?.total ?? 0,
  };
}

/** Which live postings are ranked: as a condition on the table `postings` that implies that they are live, and as conditions on the board. */
export type Among = { where: SQL; onBoard: (board: Board) => Promise<Condition[]> };

const allLive: Among = { where: isLive(), onBoard: async () => [] };

/** The live postings, or those `among` them, ranked in the same way: by the board where there is one, else in SQL. */
export async function rankLivePostings(
  profile: ReadyProfile,
  limit: number,
  among = allLive,
): Promise<{ ranked: RankedPosting[]; total: number }> {
  const found = await findBoard();
  if (!found) return rankPostings(among.where, profile, limit);
  return found.board.rank(await among.onBoard(found.board), toRankProfile(profile), limit);
}

/** The statement of `rankPostings`: a row for each of the best, with the total; a single row without an id where there are none. */
export const rankStatement = (where: SQL, profile: ReadyProfile, limit: number, after?: RankedPosting) => {
  const score = scoreFrom({ weight: sql`t.weight`, low: sql`t.low`, high: sql`t.high` });
  return sql`
    with wanted as materialized (
      select ${postings.id} as id, ${postings.publishedAt} as published_at, ${factsOfPosting} from postings where ${where}
    ),
    total (posting_id, weight, low, high) as (
      select l.posting_id, sum(l.weight), sum(l.weight * l.low), sum(l.weight * l.high)
      from (${linesFor(toRankProfile(profile), sql`wanted`)}) l group by 1
    ),
    ranked (id, published_at, low, high, rank) as (
      select w.id, w.published_at, ${score.low}, ${score.high}, ${score.rank}
      from wanted w left join total t on t.posting_id = w.id
    )
    select counted.total, best.id, best.published_at as "publishedAt", best.low, best.high, best.rank
    from (select count(*)::int as total from wanted) counted
    left join lateral (
      select * from ranked r ${after ? sql`where ${isBehind(after)}` : sql``}
      order by r.low is null, r.rank desc, r.high desc, r.published_at desc, r.id limit ${limit}::int
    ) best on true
    order by best.low is null, best.rank desc, best.high desc, best.published_at desc, best.id`;
};

/** `compareMatches` as a condition: the row comes after the place. */
function isBehind({ low, high, rank, publishedAt, id }: RankedPosting): SQL {
  const behind = sql`(r.published_at < ${publishedAt}::timestamptz
    or (r.published_at = ${publishedAt}::timestamptz and r.id > ${id}::uuid))`;
  if (low === null) return sql`r.low is null and ${behind}`;
  return sql`(r.low is null or r.rank < ${rank}::int or (r.rank = ${rank}::int
    and (r.high < ${high}::int or (r.high = ${high}::int and ${behind}))))`;
}

/** A profile as rankings read it, in SQL and on the board: what each skill and responsibility counts for, in halves. */
export function toRankProfile({ facts, edges, ids }: ReadyProfile): RankProfile {
  const denied = new Set(facts.no.responsibilities);
  const had = facts.responsibilities.map(({ slug }) => slug).filter((slug) => !denied.has(slug));
  const responsibility = (slug: string, halves: number) => ({
    id: idOf(ids.responsibilities, slug),
    low: halves,
    high: halves,
  });
  return {
    skills: [...standingsOf(facts, edges)].map(([slug, standing]) => {
      const { plain, years, short } = skillTerms(standing);
      return {
        id: idOf(ids.skills, slug),
        low: plain.lowHalves,
        high: plain.highHalves,
        years,
        shortLow: short.lowHalves,
        shortHigh: short.highHalves,
      };
    }),
    responsibilities: [
      ...had.map((slug) => responsibility(slug, 2)),
      ...[...denied].map((slug) => responsibility(slug, 0)),
    ],
    years: facts.years,
    degreeRank: facts.degree === null ? null : degreeRank(facts.degree),
    weights,
    padding: rankPadding,
  };
}

function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`No id was read for “${slug}”.`);
  return id;
}
