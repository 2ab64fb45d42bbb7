import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { inRange } from "@/lib/board/conditions";
import type { FailingCounts } from "@/lib/board/gates";
import { findBoard } from "@/lib/board/start";
import { countsOfFailing, gatesForBoard } from "@/lib/matching/queries/gates";
import { makeMatches } from "@/lib/matching/queries/matches";
import type { ReadyProfile } from "@/lib/matching/queries/profile";
import { type RankedPosting, rankPostings, toRankProfile } from "@/lib/matching/queries/rank";
import { canonicalJson } from "@/lib/matching/record";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { one } from "@/lib/present";
import { type Place, toCursor } from "../cursor";
import { type ReadySearch, whereOf } from "./compile";
import { hiddenOf } from "./lookups";
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

/** The search without what the actor hid, but for the posting `except`. */
export const withoutHidden = (
  ready: ReadySearch,
  { userId }: Pick<Actor, "userId">,
  except?: string,
): ReadySearch => ({
  ...ready,
  reader: { ...ready.reader, hidden: hiddenOf(userId, except) },
});

/** The search without the postings that fail one of the profile's gates. */
export const withoutFailing = (ready: ReadySearch, { facts }: Pick<ReadyProfile, "facts">): ReadySearch => ({
  ...ready,
  reader: { ...ready.reader, gates: facts },
});

/** The search with only the postings that fail one of the profile's gates. */
export const onlyFailing = (ready: ReadySearch, { facts }: Pick<ReadyProfile, "facts">): ReadySearch => ({
  ...ready,
  reader: { ...ready.reader, failing: facts },
});

/** How many of the postings that a search finds fail one of the profile's gates, and how many fail each; one may fail several. */
export async function countFailing(
  ready: ReadySearch,
  { facts }: Pick<ReadyProfile, "facts">,
): Promise<FailingCounts> {
  const found = await findBoard();
  if (found) {
    const [conditionsOf, gates] = await Promise.all([
      toConditions(found.board, ready),
      gatesForBoard(found.board, facts),
    ]);
    return found.board.countFailing(conditionsOf(ready.criteria), gates);
  }
  const rows = await runSql<FailingCounts>(
    sql`select ${countsOfFailing(facts)} from ${postings} where ${whereOf(ready)}`,
  );
  return one(rows);
}

/**
 * One page of a search in the order of matches, behind the place `after`: first the postings that can be taken, behind them those that fail a
 * gate, each in the order of `rankPostings`. Where the search is narrowed to one of the two, its page holds no other.
 */
export async function findMatchPage(
  ready: ReadySearch,
  profile: ReadyProfile,
  after: Place | null,
  limit: number,
): Promise<{ ids: string[]; next: Place | null }> {
  const start = after ? toStart(after) : undefined;
  const isNarrowed = Boolean(ready.reader?.gates ?? ready.reader?.failing);
  const takeable = start?.fails
    ? []
    : await rankSide(isNarrowed ? ready : withoutFailing(ready, profile), profile, limit + 1, start?.after);
  const rest = limit + 1 - takeable.length;
  const failing =
    isNarrowed || rest <= 0
      ? []
      : await rankSide(onlyFailing(ready, profile), profile, rest, start?.fails ? start.after : undefined);
  const found = [
    ...takeable.map((posting) => ({ posting, fails: false })),
    ...failing.map((posting) => ({ posting, fails: true })),
  ];
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    ids: found.slice(0, limit).map(({ posting }) => posting.id),
    next: last ? { value: placeValue(last.posting, last.fails), id: last.posting.id } : null,
  };
}

/** The best `limit` of the postings of a search that fail a gate: what is folded behind a list of those that can be taken. */
export async function listFailing(ready: ReadySearch, profile: ReadyProfile, limit: number) {
  const { ids } = await findMatchPage(onlyFailing(ready, profile), profile, null, limit);
  return listPostingsByIds(ids);
}

const rankSide = async (
  ready: ReadySearch,
  profile: ReadyProfile,
  limit: number,
  after: RankedPosting | undefined,
) => (await rankFound(ready, profile, limit, after)).ranked;

/** What cursors of this search belong to besides its criteria: what it is narrowed to, and in the order of matches all of the profile. */
export function cursorOwner({ criteria, reader }: ReadySearch, profile?: ReadyProfile): string {
  const ranked = criteria.sort === "match" && profile ? { facts: profile.facts, edges: profile.edges } : null;
  if (!ranked && !reader) return "";
  return createHash("sha256")
    .update(
      canonicalJson([reader?.hidden?.from ?? null, reader?.gates ?? null, reader?.failing ?? null, ranked]),
    )
    .digest("base64url");
}

/** The cursor of the first posting that fails a gate, in the order of matches of the whole search. */
export const failingCursor = (ready: ReadySearch, profile: ReadyProfile): string =>
  toCursor(ready.criteria, { value: failingSide, id: nobody }, cursorOwner(ready, profile));

const failingSide = "f";
/** An id that no posting has. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * "t.310.83.1764000000000": t for what can be taken or f for what fails a gate, rank, high and the moment of publishing. A posting without a
 * score has dashes; "f" alone is where the failing ones begin.
 */
const placeValue = ({ low, high, rank, publishedAt }: RankedPosting, fails: boolean) =>
  [fails ? failingSide : "t", low === null ? "-" : rank, high ?? "-", Date.parse(publishedAt)].join(".");

/** Of a place only what its order is by. Cursors are ours, so their values are well made. */
function toStart({ value, id }: Place): { fails: boolean; after?: RankedPosting } {
  const [side, rank, high = "-", at] = value.split(".");
  const fails = side === failingSide;
  if (rank === undefined) return { fails };
  const isBare = high === "-";
  return {
    fails,
    after: {
      id,
      low: isBare ? null : 0,
      high: isBare ? null : Number(high),
      rank: isBare ? 0 : Number(rank),
      publishedAt: new Date(Number(at)).toISOString(),
    },
  };
}

/** How many of the postings that a search finds were published after `since`. */
export async function countSince(ready: ReadySearch, since: Date): Promise<number> {
  const found = await findBoard();
  if (found) {
    const conditions = (await toConditions(found.board, ready))(ready.criteria);
    return found.board.count([
      ...conditions,
      { ...inRange("publishedAt", since.getTime() + 1), name: "since" },
    ]);
  }
  const [row] = await runSql<{ count: number }>(
    sql`select count(*)::int as count from ${postings} where ${whereOf(ready)} and ${postings.publishedAt} > ${since.toISOString()}::timestamptz`,
  );
  return row?.count ?? 0;
}
