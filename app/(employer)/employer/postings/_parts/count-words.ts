import type { Cost } from "@/lib/matching/queries/cost";

export type Count = Cost["meeting"];

/** A count that is rounded down to protect individuals, in words. */
export const countInWords = (count: Count) =>
  count === null ? "fewer than 5" : `at least ${count.toLocaleString("en")}`;
export const people = (count: Count) => `${countInWords(count)} candidates`;
export const capital = (text: string) => text[0]?.toUpperCase() + text.slice(1);
