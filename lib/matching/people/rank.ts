import type { FailingCounts } from "@/lib/board/gates";
import { type Ids, oneId } from "@/lib/board/ids";
import { insert } from "@/lib/board/page";
import type { People } from "@/lib/people/people";
import type { PostingFacts } from "../rules/facts";
import { weights } from "../rules/lines";
import { type Score, scoreOf } from "../rules/score";
import { factLines } from "./facts";
import { gatesFor } from "./gates";
import { seenRows } from "./seen";
import { type AskedTag, TagLines, type Way } from "./tags";

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
  question: Question,
  { after, limit, takeable }: Wanted,
): RankedPage {
  const { posting, tags, ways, leftOut, ahead } = question;
  const facts = factLines(people, posting);
  const weightOf = tags.map(({ must }) => (must ? weights.must : weights.nice));
  const weight = facts.weight + weightOf.reduce((sum: number, one) => sum + one, 0);
  const musts = facts.count + tags.filter(({ must }) => must).length;
  const lines = new TagLines(people, tags, ways);
  const { fails, failing } = gatesFor(people, posting, ahead);
  const start = after && { ...after, id: oneId(after.id) };
  const compare = (one: Found, other: Found) =>
    other.rank - one.rank || highOf(other) - highOf(one) || people.ids.compare(one.row, other.row);
  const best: Found[] = [];
  const isSeen = seenRows(people, leftOut);
  for (let row = 0; row < people.rowCount; row++) {
    if (isSeen[row] === 0) continue;
    if (fails(row) && takeable) continue;
    const known = facts.of(people.facts[row] as number);
    let { low, lost, had } = known;
    lines.read(row);
    for (let at = 0; at < lines.count; at++) {
      const line = lines.said[at] as number;
      const [counts, halves] = [weightOf[line] as number, lines.low[line] as number];
      low += counts * halves;
      lost += counts * (2 - (lines.high[line] as number));
      if (halves === 2 && tags[line]?.must) had++;
    }
    const found = { ...scoreOf({ weight, low, high: 2 * weight - lost }), row, mustsHad: had };
    if (start && !isBehind(people.ids, found, start)) continue;
    if (best.length < limit || compare(found, best[limit - 1] as Found) < 0)
      insert(best, found, limit, compare);
  }
  return {
    scored: best.map(({ row, ...score }) => ({ ...score, id: people.ids.at(row), musts })),
    failing,
  };
}

type Found = Score & { row: number; mustsHad: number };

const highOf = ({ high }: Score) => high ?? 0;

function isBehind(ids: Ids, found: Found, start: { rank: number; high: number; id: Ids }): boolean {
  if (found.rank !== start.rank) return found.rank < start.rank;
  if (highOf(found) !== start.high) return highOf(found) < start.high;
  return ids.compareWith(found.row, start.id) > 0;
}
