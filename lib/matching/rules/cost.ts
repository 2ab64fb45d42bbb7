/** A count that employers may read: at least this many, in steps of five; null is fewer than five. */
export type RoundedCount = number | null;

const step = 5;

/**
 * A count of people, rounded down to a step of five. Large counts are rounded too: a reader who sees 37 with a line and 40 without it has
 * counted three people. With rounded figures, every difference could stand for at least four different numbers of people.
 */
export function roundedCount(people: number): RoundedCount {
  const rounded = people - (people % step);
  return rounded === 0 ? null : rounded;
}
