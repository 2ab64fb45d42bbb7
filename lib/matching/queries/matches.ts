import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listPostingsByIds, type PageFacts } from "@/lib/postings/queries/public";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { ListedPosting } from "@/lib/postings/shape";
import { postingFacts, type WorkingTime } from "../rules/facts";
import { matcherOf, type Sheet } from "../rules/sheet";
import type { ReadyProfile } from "./profile";
import { rankPostings } from "./rank";

export type Match = { posting: ListedPosting & PageFacts; sheet: Sheet };

/**
 * The best matches among the postings that `where` lets through, each with its sheet, and how many postings were ranked. The condition is
 * the caller's: a search's filters, the postings of a company. Gates hide nothing here.
 */
export async function listMatches(
  where: SQL,
  profile: ReadyProfile,
  limit: number,
): Promise<{ matches: Match[]; total: number }> {
  const { ranked, total } = await rankPostings(where, profile, limit);
  const ids = ranked.map(({ id }) => id);
  const [postings, times] = await Promise.all([listPostingsByIds(ids), listWorkingTimes(ids)]);
  const sheetOf = matcherOf(profile.facts, profile.edges);
  const silent: WorkingTime = { window: null, placesAhead: [] };
  return {
    matches: postings.map((posting) => ({
      posting,
      sheet: sheetOf(postingFacts(posting, times.get(posting.id) ?? silent)),
    })),
    total,
  };
}

/**
 * When each of these postings is worked at, by id. The zone of a place is that of its city, as the search by hours in common has it; a place
 * without a city that we know has none.
 */
async function listWorkingTimes(ids: string[]): Promise<Map<string, WorkingTime>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<{
    id: string;
    start: number | null;
    end: number | null;
    ahead: number | null;
    placesAhead: number[];
  }>(sql`
    select p.id, p.window_start as start, p.window_end as end, ${minutesAhead(sql`p.window_zone`)} as ahead, array(
      select ${minutesAhead(sql`c.timezone`)} from posting_places l cross join lateral ${cityOf} c
      where l.posting_id = p.id order by l.position) as "placesAhead"
    from postings p where p.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(
    rows.map(({ id, start, end, ahead, placesAhead }) => [
      id,
      {
        window: start !== null && end !== null && ahead !== null ? { start, end, ahead } : null,
        placesAhead,
      },
    ]),
  );
}
