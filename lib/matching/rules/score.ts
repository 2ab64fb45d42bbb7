/** A weight, and the halves that are certain and possible. */
type Weighed = { weight: number; lowHalves: number; highHalves: number };

/** Sums over lines: of weights, and of weights times halves. */
export type Totals = { weight: number; low: number; high: number };

export type Score = { low: number | null; high: number | null; rank: number };

/** Added to the weight of all lines in `rank`, because a posting that asks for one thing says little. */
export const rankPadding = 6;

export function totalsOf(lines: readonly Weighed[]): Totals {
  const totals: Totals = { weight: 0, low: 0, high: 0 };
  for (const { weight, lowHalves, highHalves } of lines) {
    totals.weight += weight;
    totals.low += weight * lowHalves;
    totals.high += weight * highHalves;
  }
  return totals;
}

/**
 * Rules, version 1: `low = floor(100 · Σ w·low / Σ w)`, `high = ceil(100 · Σ w·high / Σ w)`, `rank = floor(1000 · Σ w·low / (Σ w + 6))`, in
 * whole numbers throughout. Without lines there is no score: low and high are null, and rank is what its formula gives, 0.
 */
export function scoreOf(totals: Totals): Score {
  const rank = quotient(500 * totals.low, totals.weight + rankPadding);
  return totals.weight === 0 ? { low: null, high: null, rank } : { ...rangeOf(totals), rank };
}

/** The two ends of the score of at least one line. */
export const rangeOf = ({ weight, low, high }: Totals): { low: number; high: number } => ({
  low: quotient(50 * low, weight),
  high: quotient(50 * high + weight - 1, weight),
});

/** The whole part of a quotient of whole numbers that are not negative. */
const quotient = (of: number, by: number) => (of - (of % by)) / by;

export type Ranked = Score & { publishedAt: string; id: string };

/**
 * The order of a candidate's matches: rank, then high, then the newer (times as ISO 8601 in UTC), all descending, then id ascending;
 * postings without a score last, among themselves by time and id.
 */
export const compareMatches = (a: Ranked, b: Ranked): number =>
  compareScores(a, b) || compareText(b.publishedAt, a.publishedAt) || compareText(a.id, b.id);

/** The order by score alone: rank, then high, both descending; those without a score last. */
export const compareScores = (a: Score, b: Score): number =>
  Number(a.low === null) - Number(b.low === null) || b.rank - a.rank || (b.high ?? 0) - (a.high ?? 0);

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
