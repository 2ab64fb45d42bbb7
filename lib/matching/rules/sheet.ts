import type { Edges, PostingFacts, ProfileFacts } from "./facts";
import { type Gates, gatesOf } from "./gates";
import { type Line, type LineKind, linesOf } from "./lines";
import { type Score, scoreOf, type Totals, totalsOf } from "./score";
import { type State, standingsOf } from "./standing";

/** A line as both sides read it: credits are 0, 0.5 or 1; `ifHad` is the whole score if this line were had, for unknown and missing lines. */
export type SheetLine = {
  kind: LineKind;
  slug: string | null;
  must: boolean;
  weight: number;
  state: State;
  low: number;
  high: number;
  reason: string;
  ifHad: { low: number; high: number } | null;
};

/** The match sheet: the same for candidate and employer. */
export type Sheet = Score & {
  lines: SheetLine[];
  gates: Gates;
  /** The one unknown line whose answer would narrow the range most, by its place in `lines`; null where nothing is unknown. */
  question: number | null;
};

/** How many of the must lines are had in full. */
export function mustsOf(lines: readonly Pick<SheetLine, "must" | "low">[]): { had: number; asked: number } {
  const musts = lines.filter(({ must }) => must);
  return { had: musts.filter(({ low }) => low === 1).length, asked: musts.length };
}

/** Rules, version 1, of one profile: gives the sheet of any posting. */
export function matcherOf(profile: ProfileFacts, edges: Edges): (posting: PostingFacts) => Sheet {
  const standings = standingsOf(profile, edges);
  return (posting) => {
    const lines = linesOf(posting, profile, standings);
    const totals = totalsOf(lines);
    return {
      ...scoreOf(totals),
      lines: lines.map((line) => ({
        kind: line.kind,
        slug: line.slug,
        must: line.must,
        weight: line.weight,
        state: line.state,
        low: line.lowHalves / 2,
        high: line.highHalves / 2,
        reason: line.reason,
        ifHad: ifHad(line, totals),
      })),
      gates: gatesOf(posting, profile),
      question: questionOf(lines),
    };
  };
}

/** Only this line changes: what its skill would imply elsewhere is not counted, so that the figure can be checked on the sheet. */
function ifHad({ state, weight, lowHalves, highHalves }: Line, totals: Totals) {
  if (state !== "unknown" && state !== "missing") return null;
  const { low, high } = scoreOf({
    weight: totals.weight,
    low: totals.low + weight * (2 - lowHalves),
    high: totals.high + weight * (2 - highHalves),
  });
  return { low: low as number, high: high as number };
}

/**
 * The heaviest unknown line, the first of equals, by its place; null where there is none. `isSkipped` leaves out places that somebody did
 * not want to be asked about.
 */
export function questionOf(
  lines: readonly { state: State; weight: number }[],
  isSkipped: (at: number) => boolean = () => false,
): number | null {
  let heaviest: number | null = null;
  for (const [at, { state, weight }] of lines.entries())
    if (
      state === "unknown" &&
      !isSkipped(at) &&
      weight > (heaviest === null ? 0 : (lines[heaviest]?.weight ?? 0))
    )
      heaviest = at;
  return heaviest;
}
