import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import { type GateState, gateNames } from "@/lib/matching/rules/gates";
import type { ExplainedSheet } from "@/lib/matching/rules/sheet";
import { gateLine, gateWords, type SheetReader, type Stated } from "./gate-words";

const looks: Record<GateState, { word: string; tone: StatusTone }> = {
  meets: { word: "Meets", tone: "good" },
  fails: { word: "Fails", tone: "bad" },
  unknown: { word: "Unknown", tone: "neutral" },
};

/** The state of a gate: a word with its own mark. */
export function GateMark({ state }: { state: GateState }) {
  return <StatusMark tone={looks[state].tone}>{looks[state].word}</StatusMark>;
}

/** The gates, which are not part of the score, each with what both sides say. */
export function SheetGates({
  sheet: { gates, compared },
  stated,
  reader,
}: {
  sheet: Pick<ExplainedSheet, "gates" | "compared">;
  stated?: Stated;
  reader: SheetReader;
}) {
  return (
    <div>
      <h3 className="eyebrow pb-1">Not part of the score</h3>
      <ul className="border-b border-rule">
        {gateNames.map((gate) => (
          <li
            key={gate}
            className="grid grid-cols-[8rem_minmax(0,1fr)] items-baseline gap-x-4 border-t border-rule py-1.5 sm:grid-cols-[8rem_6rem_minmax(0,1fr)]"
          >
            <span>{gateWords[gate]}</span>
            <GateMark state={gates[gate]} />
            <span className="text-sm text-ink-3 max-sm:col-span-full">
              {gateLine(gate, compared, { stated, reader })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
