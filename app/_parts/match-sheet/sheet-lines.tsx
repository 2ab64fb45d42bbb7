import type { ReactNode } from "react";
import type { MarkName } from "@/app/_ui/mark";
import { Mark } from "@/app/_ui/mark";
import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { ExplainedLine } from "@/lib/matching/rules/sheet";
import type { State } from "@/lib/matching/rules/standing";
import type { AskedWords } from "./asked-words";
import { isShownBy, type ShownPiece } from "./pieces";
import { creditWords, rangeWords } from "./range-words";

export type SheetRow = { line: ExplainedLine; asked: AskedWords; isChanged: boolean };

/** What people say of a line besides, to be drawn under it. */
export type SaidOfLine = (line: ExplainedLine) => ReactNode;

const looks: Record<State, { word: string; tone: StatusTone; mark: MarkName }> = {
  evidenced: { word: "Evidenced", tone: "good", mark: "check" },
  claimed: { word: "Claimed", tone: "good", mark: "dot" },
  partial: { word: "Partial", tone: "warning", mark: "half" },
  unknown: { word: "Unknown", tone: "waiting", mark: "question" },
  missing: { word: "Missing", tone: "bad", mark: "cross" },
};

/** The state of a line: a word with its own mark. */
export function StateMark({ state }: { state: State }) {
  const { word, tone, mark } = looks[state];
  return (
    <StatusMark tone={tone} mark={mark}>
      {word}
    </StatusMark>
  );
}

/** Lines of one kind, must or nice, in the order of the sheet. */
export function SheetLines({
  title,
  rows,
  evidence,
  said,
}: {
  title: string;
  rows: readonly SheetRow[];
  evidence: readonly ShownPiece[];
  said?: SaidOfLine;
}) {
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 className="eyebrow pb-1">
        {title} <span className="figure">{rows.length}</span>
      </h3>
      <ul>
        {rows.map((row) => (
          <Row key={`${row.line.kind} ${row.line.slug}`} row={row} evidence={evidence} said={said} />
        ))}
      </ul>
    </div>
  );
}

function Row({
  row: { line, asked, isChanged },
  evidence,
  said,
}: {
  row: SheetRow;
  evidence: readonly ShownPiece[];
  said?: SaidOfLine;
}) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-t border-rule py-1.5 sm:grid-cols-[minmax(0,1fr)_6.5rem_5.5rem]">
      <span className="max-sm:col-span-2">
        {asked.href ? (
          <a href={asked.href} className="plain-link">
            {asked.label}
          </a>
        ) : (
          asked.label
        )}
        {asked.detail && <span className="ml-2 text-sm text-ink-2">{asked.detail}</span>}
        {isChanged && <span className="ml-2 text-sm text-warn">changed</span>}
      </span>
      <StateMark state={line.state} />
      <span className="text-right text-sm text-ink-2 tabular-nums">
        <span className="sr-only">counts </span>
        {creditWords(line)} of {line.weight}
      </span>
      <div className="col-span-full text-sm text-ink-3">
        <p>
          {line.reason}
          {line.ifHad && <span>; with it: {rangeWords(line.ifHad)}</span>}
        </p>
        <Shown pieces={evidence.filter((piece) => isShownBy(line, piece))} />
        {said?.(line)}
      </div>
    </li>
  );
}

/** The evidence itself, opened in place. */
function Shown({ pieces }: { pieces: readonly ShownPiece[] }) {
  if (pieces.length === 0) return null;
  return (
    <details className="group/evidence">
      <summary className="inline-flex min-h-9 cursor-pointer items-center gap-1.5 md:min-h-7">
        <Mark name="down" className="group-open/evidence:rotate-180" />
        Show the evidence
      </summary>
      <ul className="border-l-2 border-rule pl-3">
        {pieces.map(({ id, name, about, url, href }) => (
          <li key={id} className="py-0.5 break-words">
            {href ? (
              <a href={href} className="link">
                {name}
              </a>
            ) : (
              <span className="text-ink-2">{name}</span>
            )}
            {about && `, ${about}`}
            {url && (
              <>
                {" "}
                <a href={url} rel="nofollow ugc noopener" className="link">
                  {new URL(url).host}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
