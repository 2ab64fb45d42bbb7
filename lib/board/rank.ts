import { type Columns, responsibilityKey } from "./columns";
import type { Found } from "./found";
import { type Ids, oneId } from "./ids";
import { type Listed, plainKernels } from "./kernels";
import type { Line } from "./lines";
import { insert } from "./page";

/** A profile as the ranking reads it: halves (0 to 2) that each line counts for at least and at most. */
export type RankProfile = {
  skills: {
    id: number;
    low: number;
    high: number;
    /** Of the skill itself. */
    years: number | null;
    /** Where more years are asked than those. */
    shortLow: number;
    shortHigh: number;
  }[];
  responsibilities: { id: number; low: number; high: number }[];
  years: number | null;
  degreeRank: number | null;
  /** Of the rules: the weights of lines, and what is added to their sum in the rank. */
  weights: { must: number; nice: number; experience: number; degree: number };
  padding: number;
};

/** As the rules of the match have it: null where the posting has no lines; `publishedAt` in ISO 8601, in UTC. */
export type Ranked = {
  id: string;
  publishedAt: string;
  low: number | null;
  high: number | null;
  rank: number;
};

/** Rows that are ranked at once: so few that what is computed of them stays near the processor. */
const blockSize = 256;

/** Up to this share of all rows it takes less to rank each of them than each block. */
const fewUpTo = 1 / 16;

/**
 * The best `limit` of the rows for a profile, by rank, then high, then the newer, then id; rows without lines last. The same whole numbers
 * as the rules of `matching` give, for which a property test stands.
 */
export function rank(
  columns: Columns,
  found: Found,
  profile: RankProfile,
  limit: number,
  after?: Ranked,
): { ranked: Ranked[]; total: number } {
  const { space, rowCount, sortCount, publishedAt } = columns;
  const kernels = found.count > rowCount * fewUpTo ? space.kernels : plainKernels;
  const credits = creditsOf(columns, profile);
  const lines = { starts: columns.lineStart, entries: columns.lines.raw() };
  const ranking = { bits: found.bits, lines, credits, padding: profile.padding };
  const room = { rows: space.borrow(blockSize), keys: space.borrow(blockSize) };
  const start = after && startOf(after);
  const compare = (one: Candidate, other: Candidate) =>
    other.key - one.key ||
    (publishedAt[other.row] as number) - (publishedAt[one.row] as number) ||
    columns.ids.compare(one.row, other.row);
  const best: Candidate[] = [];
  // The rows of the last block that are not there yet have no lines.
  lines.starts.fill(columns.lines.length, rowCount + 1, rowCount + 1 + blockSize);
  for (let from = 0; from < rowCount; from += blockSize) {
    const to = Math.min(from + blockSize, columns.capacity);
    const last = best[limit - 1];
    // A row that stands in order comes behind those before it that have its key.
    const least = last ? last.key + Number(to <= sortCount) : 0;
    const count = kernels.findBest(ranking, from, to, least, start?.key ?? mostKey, room);
    for (let at = 0; at < count; at++) {
      const one = { row: room.rows[at] as number, key: room.keys[at] as number };
      const isWanted = !start || isBehind(columns, one, start);
      if (isWanted && (best.length < limit || compare(one, best[limit - 1] as Candidate) < 0))
        insert(best, one, limit, compare);
    }
  }
  return {
    ranked: best.map(({ row, key }) => ({
      id: columns.ids.at(row),
      publishedAt: new Date(publishedAt[row] as number).toISOString(),
      ...scoreOf(lines, row, credits, key),
    })),
    total: found.count,
  };
}

/** A row with its key: one number in the order of rank and upper score, 0 for a row without lines. */
type Candidate = { row: number; key: number };
const keyOf = (rank: number, high: number) => 1 + rank * 128 + high;
const mostKey = keyOf(1_000, 127);

type Start = { key: number; publishedAt: number; id: Ids };
const startOf = ({ low, high, rank, publishedAt, id }: Ranked): Start => ({
  key: low === null ? 0 : keyOf(rank, high ?? 0),
  publishedAt: Date.parse(publishedAt),
  id: oneId(id),
});

function isBehind(columns: Columns, { row, key }: Candidate, start: Start): boolean {
  const publishedAt = columns.publishedAt[row] as number;
  if (key !== start.key) return key < start.key;
  if (publishedAt !== start.publishedAt) return publishedAt < start.publishedAt;
  return columns.ids.compareWith(row, start.id) > 0;
}

function scoreOf({ starts, entries }: Listed, row: number, credits: Uint32Array, key: number) {
  if (key === 0) return { low: null, high: null, rank: 0 };
  let [weight, low] = [0, 0];
  for (const line of entries.subarray(starts[row], starts[row + 1])) {
    weight += credits[2 * line] as number;
    low += (credits[2 * line + 1] as number) & 0xffff;
  }
  return {
    low: Math.floor((50 * low) / weight),
    high: (key - 1) % 128,
    rank: Math.floor((key - 1) / 128),
  };
}

/**
 * What each line counts for, by its number: its weight in one word, and in the next the halves that it adds at least and, in the upper 16 bits,
 * at most. So a row's sums are sums of numbers of 8 bytes.
 */
function creditsOf(columns: Columns, profile: RankProfile): Uint32Array {
  const { all } = columns.knownLines;
  const halvesOf = halvesBy(columns, profile);
  const credits = columns.space.borrow(2 * all.length);
  for (const [number, line] of all.entries()) {
    const weight = weightOf(line, profile);
    const { low, high } = halvesOf(line);
    credits[2 * number] = weight;
    credits[2 * number + 1] = weight * low + weight * high * 65_536;
  }
  return credits;
}

function weightOf(line: Line, { weights }: RankProfile): number {
  if (line.kind === "tag") return line.must ? weights.must : weights.nice;
  return weights[line.kind];
}

/** Halves (0 to 2) that a line counts for at least and at most. */
function halvesBy(columns: Columns, profile: RankProfile): (line: Line) => { low: number; high: number } {
  const { years, degreeRank } = profile;
  const tags = tagsOf(columns, profile);
  const known = (halves: number) => ({ low: halves, high: halves });
  return (line) => {
    switch (line.kind) {
      case "tag": {
        const own = tags.get(line.code);
        if (!own) return unknown;
        if (line.years === 0) return own;
        return (own.years ?? -1) >= line.years ? known(2) : { low: own.shortLow, high: own.shortHigh };
      }
      case "experience":
        if (years === null) return unknown;
        return known(years >= line.minimum ? 2 : years > line.minimum - 1 ? 1 : 0);
      case "degree": {
        const halves = degreeHalves(line.rank, line.equal, line.minimum, years, degreeRank);
        return halves === null ? unknown : known(halves);
      }
    }
  };
}

const unknown = { low: 0, high: 2 };

/** Halves of an asked degree: 2 had, 0 missing, null unknown. */
function degreeHalves(
  asked: number,
  equal: boolean,
  minimum: number,
  years: number | null,
  own: number | null,
): 0 | 2 | null {
  if (own !== null && own >= asked) return 2;
  const instead = minimum + 2 * (asked - (own ?? 0));
  if (equal && years !== null && years >= instead) return 2;
  if (own === null) return null;
  return equal && years === null ? null : 0;
}

/** By code, what the profile says of skills and responsibilities. Years are asked of skills alone. */
function tagsOf({ skillCodes }: Columns, { skills, responsibilities }: RankProfile) {
  const tags = new Map<number, RankProfile["skills"][number]>();
  const add = (key: number, said: RankProfile["skills"][number]) => {
    const code = skillCodes.find(key);
    if (code !== undefined) tags.set(code, said);
  };
  for (const skill of skills) add(skill.id, skill);
  for (const one of responsibilities)
    add(responsibilityKey(one.id), { ...one, years: null, shortLow: 0, shortHigh: 2 });
  return tags;
}
