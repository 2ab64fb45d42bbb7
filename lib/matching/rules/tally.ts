import type { LineKind } from "./lines";
import type { Sheet } from "./sheet";

/** How many applicants had a line, had it in part, did not have it, or did not say. */
export type LineTally = {
  kind: LineKind;
  slug: string | null;
  must: boolean;
  had: number;
  partly: number;
  lacked: number;
  unsaid: number;
};

/** Fewer sheets than this would say too much about each person. */
export const fewestSheets = 5;

/**
 * What applicants have of what a posting asks, line by line in the order of the first sheet that has the line; null for fewer than five
 * sheets. Where the posting changed, a line is counted over the sheets that have it.
 */
export function tallyOf(sheets: readonly Pick<Sheet, "lines">[]): LineTally[] | null {
  if (sheets.length < fewestSheets) return null;
  const tallies = new Map<string, LineTally>();
  for (const { kind, slug, must, state } of sheets.flatMap(({ lines }) => lines)) {
    const key = `${kind} ${slug} ${must}`;
    const tally = tallies.get(key) ?? { kind, slug, must, had: 0, partly: 0, lacked: 0, unsaid: 0 };
    tallies.set(key, tally);
    if (state === "evidenced" || state === "claimed") tally.had++;
    else if (state === "partial") tally.partly++;
    else if (state === "missing") tally.lacked++;
    else tally.unsaid++;
  }
  return [...tallies.values()];
}
