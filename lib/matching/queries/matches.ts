import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { type MatchablePosting, type PostingFacts, postingFacts, type WorkingTime } from "../rules/facts";
import { matcherOf, type Sheet } from "../rules/sheet";
import type { ReadyProfile } from "./profile";
import { type RankedPosting, rankPostings } from "./rank";

export type Match = Made & { posting: ListedPosting & PageFacts };

/**
 * The best matches among the postings that `where` lets through, each with its sheet, and how many postings were ranked. The condition is
 * the caller's: a search's filters, the postings of a company. Gates hide nothing here.
 */
export async function listMatches(
  where: SQL,
  profile: ReadyProfile,
  limit: number,
): Promise<{ matches: Match[]; total: number }> {
  return makeMatches(await rankPostings(where, profile, limit), profile);
}

/** Ranked postings with their sheets. */
export async function makeMatches(
  { ranked, total }: { ranked: RankedPosting[]; total: number },
  profile: ReadyProfile,
): Promise<{ matches: Match[]; total: number }> {
  const postings = await listPostingsByIds(ranked.map(({ id }) => id));
  const made = await makeSheets(postings, profile);
  return { matches: postings.map((posting, at) => ({ posting, ...(made[at] as Made) })), total };
}

/** A sheet, and the facts of the posting that it was made from. */
export type Made = { sheet: Sheet; facts: PostingFacts };

/** The sheets of these postings for one profile, in their order: one question for all of them. */
export async function makeSheets(
  postings: readonly (MatchablePosting & { id: string })[],
  profile: Pick<ReadyProfile, "facts" | "edges">,
): Promise<Made[]> {
  const facts = await listPostingFacts(postings);
  const sheetOf = matcherOf(profile.facts, profile.edges);
  return facts.map((one) => ({ facts: one, sheet: sheetOf(one) }));
}

/** What these postings ask, and what the gates compare, as of now. */
export async function listPostingFacts(
  postings: readonly (MatchablePosting & { id: string })[],
): Promise<PostingFacts[]> {
  const times = await listWorkingTimes(postings.map(({ id }) => id));
  const silent: WorkingTime = { window: null, placesAhead: [] };
  return postings.map((posting) => postingFacts(posting, times.get(posting.id) ?? silent));
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
