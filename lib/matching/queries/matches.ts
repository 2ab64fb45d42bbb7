import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { cityOf, minutesAhead } from "@/lib/postings/queries/zones";
import type { ListedPosting, PageFacts } from "@/lib/postings/shape";
import { type MatchablePosting, type PostingFacts, postingFacts, type WorkingTime } from "../rules/facts";
import { type ExplainedSheet, explainerOf } from "../rules/sheet";
import type { ReadyProfile } from "./profile";
import { type RankedPosting, rankPostings } from "./rank";

export type Match = Made & { posting: ListedPosting & PageFacts };

/**
 * The best matches among the postings that meet `where`, each with its sheet, and how many postings were ranked. Postings that fail a gate
 * are included unless `where` leaves them out.
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
  const matches = postings.flatMap((posting) => {
    const own = made.get(posting.id);
    return own ? [{ posting, ...own }] : [];
  });
  return { matches, total };
}

/** A sheet, and the facts of the posting that it was made from. */
export type Made = { sheet: ExplainedSheet; facts: PostingFacts };

/** The sheets of these postings for one profile, by id: one query for all of them. */
export async function makeSheets(
  postings: readonly (MatchablePosting & { id: string })[],
  profile: Pick<ReadyProfile, "facts" | "edges">,
): Promise<Map<string, Made>> {
  const facts = await listPostingFacts(postings);
  const sheetOf = explainerOf(profile.facts, profile.edges);
  return new Map([...facts].map(([id, one]) => [id, { facts: one, sheet: sheetOf(one) }]));
}

/** What these postings ask, and what the gates compare, as of now; by id. */
export async function listPostingFacts(
  postings: readonly (MatchablePosting & { id: string })[],
): Promise<Map<string, PostingFacts>> {
  const times = await listWorkingTimes(postings.map(({ id }) => id));
  const silent: WorkingTime = { window: null, placesAhead: [] };
  return new Map(
    postings.map((posting) => [posting.id, postingFacts(posting, times.get(posting.id) ?? silent)]),
  );
}

/**
 * The working time of each of these postings, by id. The zone of a place is that of its city, as in the search by hours in common; a place
 * without a known city has none.
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
