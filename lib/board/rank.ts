import { type Columns, codeOf, isMust, readId, responsibilityKey, yearsOf } from "./columns";
import { firstOf } from "./page";

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

/**
 * The best `limit` of the rows for a profile, by rank, then high, then the newer, then id; rows without lines last. The same whole numbers
 * as the rules of `matching` give, for which a property test stands.
 */
export function rank(
  columns: Columns,
  rows: Uint32Array,
  profile: RankProfile,
  limit: number,
  after?: Ranked,
): { ranked: Ranked[]; total: number } {
  const scores = scoreAll(columns, rows, profile);
  const order = new Uint32Array(rows.length).map((_, at) => at);
  const start = after && startOf(after);
  const rowAt = (at: number) => rows[at] as number;
  const compare = (one: number, other: number) =>
    (scores.key[other] as number) - (scores.key[one] as number) ||
    (columns.publishedAt[rowAt(other)] as number) - (columns.publishedAt[rowAt(one)] as number) ||
    columns.compareIds(rowAt(one), rowAt(other));
  const best = firstOf(order, limit, {
    compare,
    sortedBelow: 0,
    isWanted: (at) => !start || isBehind(columns, rowAt(at), scores.key[at] as number, start),
  });
  return {
    ranked: best.map((at) => ({
      id: columns.idAt(rowAt(at)),
      publishedAt: new Date(columns.publishedAt[rowAt(at)] as number).toISOString(),
      ...scores.scoreAt(at),
    })),
    total: rows.length,
  };
}

type Start = { key: number; publishedAt: number; id: Uint32Array };
const startOf = ({ low, high, rank, publishedAt, id }: Ranked): Start => ({
  key: low === null ? 0 : keyOf(rank, high ?? 0),
  publishedAt: Date.parse(publishedAt),
  id: readId(id),
});

function isBehind(columns: Columns, row: number, key: number, start: Start): boolean {
  const publishedAt = columns.publishedAt[row] as number;
  if (key !== start.key) return key < start.key;
  if (publishedAt !== start.publishedAt) return publishedAt < start.publishedAt;
  return columns.compareIdWith(row, start.id) > 0;
}

/** One number in the order of rank and high; 0 is below them all, for those without a score. */
const keyOf = (rank: number, high: number) => 1 + rank * 128 + high;

function scoreAll(columns: Columns, rows: Uint32Array, profile: RankProfile) {
  const credits = creditsOf(columns, profile);
  const { years, degreeRank, weights: weight, padding } = profile;
  const flat = columns.tags.raw();
  const { tagStart, experienceMin, degree, equal } = columns;
  const key = new Uint32Array(rows.length);
  const lows = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    let [sum, low, high] = [0, 0, 0];
    const end = tagStart[row + 1] as number;
    for (let at = tagStart[row] as number; at < end; at++) {
      const tag = flat[at] as number;
      const code = codeOf(tag);
      const asked = yearsOf(tag);
      const own = isMust(tag) ? weight.must : weight.nice;
      sum += own;
      if (asked === 0) {
        low += own * (credits.low[code] as number);
        high += own * (credits.high[code] as number);
      } else if ((credits.years[code] as number) >= asked) {
        low += own * 2;
        high += own * 2;
      } else {
        low += own * (credits.shortLow[code] as number);
        high += own * (credits.shortHigh[code] as number);
      }
    }
    const minimum = experienceMin[row] as number;
    if (minimum > 0) {
      sum += weight.experience;
      if (years === null) high += 2 * weight.experience;
      else {
        const halves = years >= minimum ? 2 : years > minimum - 1 ? 1 : 0;
        low += halves * weight.experience;
        high += halves * weight.experience;
      }
    }
    const asked = degree[row] as number;
    if (asked > 0) {
      sum += weight.degree;
      const halves = degreeHalves(asked, equal[row] === 1, minimum, years, degreeRank);
      low += weight.degree * (halves ?? 0);
      high += weight.degree * (halves ?? 2);
    }
    if (sum === 0) continue;
    lows[i] = Math.floor((50 * low) / sum);
    key[i] = keyOf(Math.floor((500 * low) / (sum + padding)), Math.floor((50 * high + sum - 1) / sum));
  }
  const scoreAt = (at: number) => {
    const value = key[at] as number;
    if (value === 0) return { low: null, high: null, rank: 0 };
    return { low: lows[at] as number, high: (value - 1) % 128, rank: Math.floor((value - 1) / 128) };
  };
  return { key, scoreAt };
}

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

/** By code: halves of a line, of a line that asks for more years than there are, and those years. */
function creditsOf({ skillCodes }: Columns, { skills, responsibilities }: RankProfile) {
  const low = new Uint8Array(skillCodes.end);
  const high = new Uint8Array(skillCodes.end).fill(2);
  const shortLow = new Uint8Array(skillCodes.end);
  const shortHigh = new Uint8Array(skillCodes.end).fill(2);
  const years = new Float64Array(skillCodes.end).fill(-1);
  for (const skill of skills) {
    const code = skillCodes.find(skill.id);
    if (code === undefined) continue;
    low[code] = skill.low;
    high[code] = skill.high;
    shortLow[code] = skill.shortLow;
    shortHigh[code] = skill.shortHigh;
    years[code] = skill.years ?? -1;
  }
  for (const responsibility of responsibilities) {
    const code = skillCodes.find(responsibilityKey(responsibility.id));
    if (code === undefined) continue;
    low[code] = responsibility.low;
    high[code] = responsibility.high;
  }
  return { low, high, shortLow, shortHigh, years };
}
