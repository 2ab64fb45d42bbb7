import type { ReactNode } from "react";
import { RangeBar, RangeScale } from "@/app/_ui/range-bar";
import type { PostingFacts } from "@/lib/matching/rules/facts";
import type { Sheet } from "@/lib/matching/rules/sheet";
import { askedLines, type TagLabels } from "./asked-lines";
import type { ShownPiece } from "./pieces";
import { openWords, rangeWords, sumWords } from "./range-words";
import { SheetGates } from "./sheet-gates";
import { SheetLines } from "./sheet-lines";

/**
 * The match sheet, one for candidate and employer: the range with its words, each line with its state, what it counts for and why, and the
 * gates apart. `sheet` and `posting` belong together: the facts that the sheet was made from. `evidence` opens in place under the lines
 * that it shows; `ask` is the form that answers the question that narrows most; `changed` marks lines that differ from another sheet.
 */
export function MatchSheet({
  sheet,
  posting,
  labels,
  evidence = [],
  ask,
  kept,
  changed,
}: {
  sheet: Sheet;
  posting: PostingFacts;
  labels: TagLabels;
  evidence?: readonly ShownPiece[];
  ask?: ReactNode;
  /** An answer was just kept. */
  kept?: boolean;
  /** Places in `sheet.lines`. */
  changed?: ReadonlySet<number>;
}) {
  const asked = askedLines(posting, labels);
  const question = sheet.question === null ? null : asked[sheet.question];
  const lines = sheet.lines.map((line, at) => ({
    line,
    asked: asked[at] ?? { label: line.slug ?? line.kind, detail: null },
    isChanged: changed?.has(at) ?? false,
  }));
  return (
    <div className="grid gap-6">
      <SheetRange sheet={sheet} />
      {kept && (
        <p role="status" className="text-sm text-ink-2">
          Your answer is kept in your profile.
        </p>
      )}
      {ask ??
        (question && (
          <p className="text-sm text-ink-2">
            The one answer that would narrow it most:{" "}
            <span className="font-medium text-ink">{question.label}</span>.
          </p>
        ))}
      <SheetLines title="Must" rows={lines.filter(({ line }) => line.must)} evidence={evidence} />
      <SheetLines title="Nice to have" rows={lines.filter(({ line }) => !line.must)} evidence={evidence} />
      {lines.length > 0 && <Sum sheet={sheet} />}
      <SheetGates gates={sheet.gates} />
    </div>
  );
}

/** The range as a bar, and in words. A posting without lines has none. */
export function SheetRange({ sheet }: { sheet: Sheet }) {
  const { low, high } = sheet;
  if (low === null || high === null) return <p className="text-md">No score: this posting asks nothing.</p>;
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
      Together <span className="figure">{had}</span> of <span className="figure">{asked}</span>: what is
      certain is rounded down, what is possible up.
    </p>
  );
}
