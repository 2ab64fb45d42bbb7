import type { FailingCounts } from "@/lib/board/gates";
import { type Ids, oneId } from "@/lib/board/ids";
import { insert } from "@/lib/board/page";
import type { People } from "@/lib/people/people";
import type { PostingFacts } from "../rules/facts";
import { weights } from "../rules/lines";
import { compareScores, type Score, scoreOf } from "../rules/score";
import { factLines, remembered } from "./facts";
import { gatesFor } from "./gates";
import { seenRows } from "./seen";
import { type AskedTag, readTags, type Way } from "./tags";

/** Where a page of the list ends. */
export type CandidateCursor = { rank: number; high: number; id: string };

/** Which part of the list is wanted: `limit` of those behind `after`; with `takeable`, without those who fail a gate. */
export type Wanted = { after?: CandidateCursor; limit: number; takeable: boolean };

/** Some of the ranked candidates, and how many of all of them fail a gate. */
export type RankedPage = {
  scored: (Score & { id: string; mustsHad: number; musts: number })[];
  failing: FailingCounts;
};

/** What a posting asks, and who is left out of its list, by the numbers of their profiles. `ahead` is of zones, in minutes. */
export type Question = {
  posting: PostingFacts;
  tags: readonly (AskedTag & { must: boolean })[];
  ways: readonly Way[];
  leftOut: readonly number[];
  ahead: ReadonlyMap<string, number>;
};

/** The list of candidates as the statement gives it, of the people in memory. */
export function rankPeople(
  people: People,
  { posting, tags, ways, leftOut, ahead }: Question,
  { after, limit, takeable }: Wanted,
): RankedPage {
  const facts = factLines(people, posting);
  const musts = facts.count + tags.filter(({ must }) => must).length;
  const sums = sumTags(people, tags, ways);
  const weight = facts.weight + sums.weight;
  // Both ends are sums of halves by weight, from 0 to twice the weight: each pair of them has a code.
  const ends = 2 * weight + 1;
  const scoreAt = remembered(ends * ends, (code) =>
    scoreOf({ weight, low: Math.floor(code / ends), high: code % ends }),
  );
  const { fails, failing } = gatesFor(people, posting, ahead);
  const compare = (one: Found, other: Found) =>
    compareScores(one.score, other.score) || people.ids.compare(one.row, other.row);
  const start = after && { ...after, id: oneId(after.id) };
  const best: Found[] = [];
  const isSeen = seenRows(people, leftOut);
  for (let row = 0; row < people.rowCount; row++) {
    if (isSeen[row] === 0 || (fails(row) && takeable)) continue;
    const { low, lost, had } = facts.of(people.facts[row] as number);
    const high = 2 * weight - lost - (sums.lost[row] as number);
    const score = scoreAt((low + (sums.low[row] as number)) * ends + high);
    const last = best[limit - 1];
    if (last && compareScores(score, last.score) > 0) continue;
    const found = { row, score, mustsHad: had + (sums.mustsHad[row] as number) };
    const isWanted = !start || isBehind(people.ids, found, start);
    if (isWanted && (!last || compare(found, last) < 0)) insert(best, found, limit, compare);
  }
  return {
    scored: best.map(({ row, score, mustsHad }) => ({ ...score, id: people.ids.at(row), mustsHad, musts })),
    failing,
  };
}

/** By row, what the lines of tags add at least and lose at most, in halves by weight, and how many of the musts are had in full. */
function sumTags(people: People, tags: Question["tags"], ways: readonly Way[]) {
  const low = new Int32Array(people.rowCount);
  const lost = new Int32Array(people.rowCount);
  const mustsHad = new Uint16Array(people.rowCount);
  const weightOf = tags.map(({ must }) => (must ? weights.must : weights.nice));
  readTags(people, tags, ways, (line, row, lowHalves, highHalves) => {
    const weight = weightOf[line] as number;
    low[row] = (low[row] as number) + weight * lowHalves;
    lost[row] = (lost[row] as number) + weight * (2 - highHalves);
    if (lowHalves === 2 && tags[line]?.must) mustsHad[row] = (mustsHad[row] as number) + 1;
  });
  return { low, lost, mustsHad, weight: weightOf.reduce((sum: number, one) => sum + one, 0) };
}

type Found = { row: number; score: Score; mustsHad: number };

function isBehind(ids: Ids, { row, score }: Found, start: { rank: number; high: number; id: Ids }): boolean {
  const high = score.high ?? 0;
  if (score.rank !== start.rank) return score.rank < start.rank;
  return high < start.high || (high === start.high && ids.compareWith(row, start.id) > 0);
}
