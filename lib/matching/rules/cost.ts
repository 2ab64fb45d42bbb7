/** A count as employers may read it: at least so many, in steps of five; null is fewer than five. */
export type RoundedCount = number | null;

const step = 5;

/**
 * A count of people, rounded down to a step of five. All of the figures are, and not the small ones alone: who reads 37 with a line and 40
 * without it has counted three people. Rounded, whatever can be subtracted leaves four possible numbers of people or more.
 */
export function roundedCount(people: number): RoundedCount {
  const rounded = people - (people % step);
  return rounded === 0 ? null : rounded;
}
