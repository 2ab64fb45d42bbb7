import type { Edges, PostingFacts, ProfileFacts } from "./facts";
import { type Gates, gatesOf } from "./gates";
import { type Line, type LineKind, linesOf } from "./lines";
import { rangeOf, type Score, scoreOf, type Totals, totalsOf } from "./score";
import { type State, standingsOf } from "./standing";

/**
 * A line as the API gives it, and as the test vectors and the hashes of stored sheets have it: credits are 0, 0.5 or 1; `ifHad` is the whole
 * score if this line were had, for unknown and missing lines.
 */
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
  /** The unknown line whose answer would narrow the range most, by its place in `lines`; null where nothing is unknown. */
  question: number | null;
};

/** A line with what pages need besides: what exactly it asks, and what it is had by where that is something else. */
export type ExplainedLine = SheetLine & Pick<Line, "asks" | "by">;

/** The sheet that pages draw, with the two sides that it compares. `publicSheet` gives the one that leaves the product. */
export type ExplainedSheet = Omit<Sheet, "lines"> & {
  lines: ExplainedLine[];
  compared: { posting: PostingFacts; profile: ProfileFacts };
};

/** How many of the must lines are had in full. */
export function mustsOf(lines: readonly Pick<SheetLine, "must" | "low">[]): { had: number; asked: number } {
  const musts = lines.filter(({ must }) => must);
  return { had: musts.filter(({ low }) => low === 1).length, asked: musts.length };
}

/** Rules, version 1, of one profile: gives the sheet of any posting. */
export function matcherOf(profile: ProfileFacts, edges: Edges): (posting: PostingFacts) => Sheet {
  const explain = explainerOf(profile, edges);
  return (posting) => publicSheet(explain(posting));
}

/** The same with explained lines. */
export function explainerOf(profile: ProfileFacts, edges: Edges): (posting: PostingFacts) => ExplainedSheet {
  const standings = standingsOf(profile, edges);
  return (posting) => {
    const lines = linesOf(posting, profile, standings);
    const totals = totalsOf(lines);
    const question = questionOf(lines);
    return {
      ...scoreOf(totals),
      lines: lines.map((line) => ({
        kind: line.asks.kind,
        slug: "slug" in line.asks ? line.asks.slug : null,
        must: line.must,
        weight: line.weight,
        state: line.state,
        low: line.lowHalves / 2,
        high: line.highHalves / 2,
        reason: line.reason,
        ifHad: ifHad(line, totals),
        asks: line.asks,
        by: line.by,
      })),
      gates: gatesOf(posting, profile),
      question: question && lines.indexOf(question),
      compared: { posting, profile },
    };
  };
}

/** A sheet without what it and its lines carry for pages. */
export const publicSheet = ({ compared: _, ...sheet }: ExplainedSheet): Sheet => ({
  ...sheet,
  lines: sheet.lines.map(({ kind, slug, must, weight, state, low, high, reason, ifHad }) => ({
    kind,
    slug,
    must,
    weight,
    state,
    low,
    high,
    reason,
    ifHad,
  })),
});

/** Only this line changes: what its skill would imply elsewhere is not counted, so that the figure can be checked on the sheet. */
function ifHad({ state, weight, lowHalves, highHalves }: Line, totals: Totals) {
  if (state !== "unknown" && state !== "missing") return null;
  return rangeOf({
    weight: totals.weight,
    low: totals.low + weight * (2 - lowHalves),
    high: totals.high + weight * (2 - highHalves),
  });
}

/** The heaviest unknown line, the first of equals; null where there is none. `isSkipped` leaves out lines that the reader skipped. */
export function questionOf<L extends { state: State; weight: number }>(
  lines: readonly L[],
  isSkipped: (line: L) => boolean = () => false,
): L | null {
  let heaviest: L | null = null;
  for (const line of lines)
    if (line.state === "unknown" && !isSkipped(line) && line.weight > (heaviest?.weight ?? 0))
      heaviest = line;
  return heaviest;
}
