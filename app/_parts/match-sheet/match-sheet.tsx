import type { ReactNode } from "react";
import { RangeBar, RangeScale } from "@/app/_ui/range-bar";
import { type ExplainedLine, type ExplainedSheet, questionOf, type Sheet } from "@/lib/matching/rules/sheet";
import { askedWords, type TagLabels } from "./asked-words";
import type { SheetReader, Stated } from "./gate-words";
import type { ShownPiece } from "./pieces";
import { openWords, rangeWords, sumWords } from "./range-words";
import { SheetGates } from "./sheet-gates";
import { type SaidOfLine, SheetLines } from "./sheet-lines";

/**
 * The match sheet, one for candidate and employer: the range with its words, each line with its state, what it counts for and why, and the
 * gates apart. `evidence` opens in place under the lines that it shows; `ask` is the form that answers the question that narrows most;
 * `changed` marks lines that differ from another sheet.
 */
export function MatchSheet({
  sheet,
  labels,
  evidence = [],
  ask,
  kept,
  changed,
  reader,
  stated,
  said,
}: {
  sheet: ExplainedSheet;
  labels: TagLabels;
  reader: SheetReader;
  /** What the two sides of the gates say in their own words. */
  stated?: Stated;
  evidence?: readonly ShownPiece[];
  ask?: ReactNode;
  /** An answer was just saved. */
  kept?: boolean;
  /** Lines of `sheet`. */
  changed?: ReadonlySet<ExplainedLine>;
  said?: SaidOfLine;
}) {
  const question = questionOf(sheet.lines);
  const lines = sheet.lines.map((line) => ({
    line,
    asked: askedWords(line, labels),
    isChanged: changed?.has(line) ?? false,
  }));
  return (
    <div className="grid gap-6">
      <SheetRange sheet={sheet} />
      {kept && (
        <p role="status" className="text-sm text-ink-2">
          Your answer is saved in your profile.
        </p>
      )}
      {ask ??
        (question && (
          <p className="text-sm text-ink-2">
            An answer to this would narrow the range most:{" "}
            <span className="font-medium text-ink">{askedWords(question, labels).label}</span>.
          </p>
        ))}
      <SheetLines
        title="Must have"
        rows={lines.filter(({ line }) => line.must)}
        evidence={evidence}
        said={said}
      />
      <SheetLines
        title="Nice to have"
        rows={lines.filter(({ line }) => !line.must)}
        evidence={evidence}
        said={said}
      />
      {lines.length > 0 && <Sum sheet={sheet} />}
      <SheetGates sheet={sheet} stated={stated} reader={reader} />
    </div>
  );
}

/** The range as a bar, and in words. A posting without lines has none. */
export function SheetRange({ sheet }: { sheet: Sheet }) {
  const { low, high } = sheet;
  if (low === null || high === null)
    return <p className="text-md">No score: this posting lists no requirements.</p>;
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="amount text-2xl text-accent">{rangeWords({ low, high })}</span>
        <span className="text-ink-2">{openWords(sheet)}</span>
      </p>
      <div className="mt-2 max-w-lg">
        <RangeBar from={low} to={high} max={100} tone="accent" />
        <RangeScale labels={["0", "25", "50", "75", "100"]} />
      </div>
    </div>
  );
}

/** How the lines make the score. */
function Sum({ sheet }: { sheet: Sheet }) {
  const { had, asked } = sumWords(sheet.lines);
  return (
    <p className="border-t-2 border-ink pt-2 text-sm text-ink-2">
      Total <span className="figure">{had}</span> of <span className="figure">{asked}</span> (lower bound
      rounded down, upper bound up).
    </p>
  );
}
