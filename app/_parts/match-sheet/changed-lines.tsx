import { Mark } from "@/app/_ui/mark";
import { Section } from "@/app/_ui/section";
import type { ApplicationSheet } from "@/lib/applications/queries/sheet";
import type { Made } from "@/lib/matching/queries/matches";
import type { ExplainedLine, SheetLine } from "@/lib/matching/rules/sheet";
import { askedWords, type TagLabels } from "./asked-words";
import type { Stated } from "./gate-words";
import { MatchSheet, SheetRange } from "./match-sheet";
import { StateMark } from "./sheet-lines";

/** Today's sheet beside the one that was sent: the lines that differ, then all of it. Only for the candidate. */
export function ChangedLines({
  then,
  today: { made, changes },
  labels,
  stated,
}: {
  then: Made;
  stated: Stated;
  today: NonNullable<ApplicationSheet["today"]>;
  labels: TagLabels;
}) {
  const isChanged = changes.length > 0;
  if (!isChanged)
    return (
      <Section title="Changes since you applied">
        <p className="text-ink-3">Nothing has changed. Your profile and the posting still give this sheet.</p>
      </Section>
    );
  const changed = new Set(changes.flatMap(({ now }) => now ?? []));
  return (
    <Section title="Changes since you applied" note="The company still sees the sheet you sent">
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <div>
          <p className="eyebrow">As sent</p>
          <SheetRange sheet={then.sheet} />
        </div>
        <div>
          <p className="eyebrow">Today</p>
          <SheetRange sheet={made.sheet} />
        </div>
      </div>
      <ul className="mt-4 border-b border-rule">
        {changes.map(({ kind, slug, then: before, now }) => (
          <li
            key={`${kind} ${slug}`}
            className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-1.5"
          >
            <span className="min-w-40 flex-1">{nameOf(now ?? before, labels)}</span>
            <Side line={before} none="not in the posting then" />
            <Mark name="arrow" className="text-ink-3" />
            <span className="sr-only">now</span>
            <Side line={now} none="no longer in the posting" />
          </li>
        ))}
      </ul>
      <details className="mt-3">
        <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 text-sm">
          <Mark name="down" />
          Today’s full sheet
        </summary>
        <div className="pt-3">
          <MatchSheet
            sheet={made.sheet}
            labels={labels}
            changed={changed}
            reader="candidate"
            stated={stated}
          />
        </div>
      </details>
    </Section>
  );
}

function Side({ line, none }: { line: SheetLine | null; none: string }) {
  if (!line) return <span className="text-sm text-ink-3">{none}</span>;
  return (
    <span className="inline-flex items-baseline gap-2">
      <StateMark state={line.state} />
      <span className="text-sm text-ink-3">{line.reason}</span>
    </span>
  );
}

const nameOf = (line: ExplainedLine | null, labels: TagLabels) => line && askedWords(line, labels).label;
