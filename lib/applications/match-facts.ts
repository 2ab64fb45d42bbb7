import { sheetFrom } from "@/lib/matching/record";
import { failingGates } from "@/lib/matching/rules/gates";
import { readInputs } from "@/lib/matching/stored";
import { reasonKey } from "./input";
import { lastInOrder } from "./lists";

/**
 * What the list of applicants sorts and filters by, of the stored inputs of a sheet: its place by match (the smaller, the better: by rank, then
 * by the upper end, those without a score last), the lines that are had in full, and the gates that fail.
 */
export function matchFacts(inputs: string): { matchOrder: number; had: string[]; fails: string[] } {
  const { lines, gates, low, high, rank } = sheetFrom(readInputs(inputs));
  return {
    matchOrder: low === null ? lastInOrder : lastInOrder - 1 - (rank * 101 + (high ?? 0)),
    had: lines
      .filter((line) => line.low === 1)
      .map(({ kind, slug }) => reasonKey({ kind, slug: slug ?? "" })),
    fails: failingGates(gates),
  };
}
