/**
 * A number with its word: "1 posting", "1,234 postings". `many` is the plural where it is not `one` with an s, as with a verb
 * ("posting waits", "postings wait").
 */
export const counted = (n: number, one: string, many?: string) =>
  `${number.format(n)} ${plural(n, one, many)}`;

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });

/** The word alone, for a number that is written elsewhere. */
export const plural = (n: number, one: string, many = `${one}s`) => (n === 1 ? one : many);

/** The same of a number that was counted up to one more than `most`: "more than 999 postings". */
export const countedUpTo = (most: number, n: number, one: string, many?: string) =>
  n > most ? `more than ${counted(most, one, many)}` : counted(n, one, many);
