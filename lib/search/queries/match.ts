import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { findBoard } from "@/lib/board/start";
import { failsNoGate } from "@/lib/matching/queries/gates";
import { makeMatches } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { type RankedPosting, rankPostings, toRankProfile } from "@/lib/matching/queries/rank";
import { canonicalJson } from "@/lib/matching/record";
import type { Place } from "../cursor";
import { type ReadySearch, whereOf } from "./compile";
import { toConditions } from "./on-board";
import { runSql } from "./run-sql";

/** The best matches of a profile among the live postings that a search finds. */
export const matchPostings = async (search: ReadySearch, profile: ReadyProfile, limit: number) =>
  makeMatches(await rankFound(search, profile, limit), profile);

/** What a search finds, ranked as `rankPostings` does: by the board where it can, else by SQL. */
async function rankFound(ready: ReadySearch, profile: ReadyProfile, limit: number, after?: RankedPosting) {
  const found = await findBoard();
  if (!found) return rankPostings(whereOf(ready), profile, limit, after);
  const conditionsOf = await toConditions(found.board, ready);
  return found.board.rank(conditionsOf(ready.criteria), toRankProfile(profile), limit, after);
}

/** The search without what the actor hid. */
export const withoutHidden = (ready: ReadySearch, { userId }: Pick<Actor, "userId">): ReadySearch => ({
  ...ready,
  reader: { ...ready.reader, hiddenFrom: userId },
});

/** The search without the postings that fail one of the profile's gates. */
export const withoutFailing = (ready: ReadySearch, { facts }: ReadyProfile): ReadySearch => ({
  ...ready,
  reader: { ...ready.reader, gates: facts },
});

/** How many of the postings that a search finds fail one of the profile's gates. */
export async function countFailing(ready: ReadySearch, profile: ReadyProfile): Promise<number> {
  const found = await findBoard();
  if (!found) return countFailingBySql(ready, profile);
  const conditionsOf = await toConditions(found.board, withoutFailing(ready, profile));
  const conditions = conditionsOf(ready.criteria);
  const others = conditions.filter(({ name }) => name !== "gates");
  return found.board.count(others) - found.board.count(conditions);
}

async function countFailingBySql(ready: ReadySearch, { facts }: ReadyProfile): Promise<number> {
  const [row] = await runSql<{ failing: number }>(
    sql`select count(*)::int as failing from ${postings} where ${whereOf(ready)} and not ${failsNoGate(facts)}`,
  );
  return row?.failing ?? 0;
}

/** One page of a search in the order of matches, behind the place `after`; a place's value is what it was ranked by. */
export async function findMatchPage(
  ready: ReadySearch,
  profile: ReadyProfile,
  after: Place | null,
  limit: number,
): Promise<{ ids: string[]; next: Place | null }> {
  const { ranked } = await rankFound(ready, profile, limit + 1, after ? toRanked(after) : undefined);
  const last = ranked.length > limit ? ranked[limit - 1] : undefined;
  return {
    ids: ranked.slice(0, limit).map(({ id }) => id),
    next: last ? { value: placeValue(last), id: last.id } : null,
  };
}

/** What cursors of this search belong to besides its criteria: what it is narrowed to, and in the order of matches all of the profile. */
export function cursorOwner({ criteria, reader }: ReadySearch, profile?: ReadyProfile): string {
  const ranked = criteria.sort === "match" && profile ? { facts: profile.facts, edges: profile.edges } : null;
  if (!ranked && !reader) return "";
  return createHash("sha256")
    .update(canonicalJson([reader?.hiddenFrom ?? null, reader?.gates ?? null, ranked]))
    .digest("base64url");
}

/** "310.83.1764000000000": rank, high and the moment of publishing; a posting without a score has dashes. */
const placeValue = ({ low, high, rank, publishedAt }: RankedPosting) =>
  [low === null ? "-" : rank, high ?? "-", Date.parse(publishedAt)].join(".");

/** Of a place only what its order is by. Cursors are ours, so their values are well made. */
function toRanked({ value, id }: Place): RankedPosting {
  const [rank, high, at] = value.split(".") as [string, string, string];
  const isBare = high === "-";
  return {
    id,
    low: isBare ? null : 0,
    high: isBare ? null : Number(high),
    rank: isBare ? 0 : Number(rank),
    publishedAt: new Date(Number(at)).toISOString(),
  };
}
