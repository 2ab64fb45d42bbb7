import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { GateState, Gates } from "@/lib/matching/rules/gates";

type Gate = keyof Gates;

/** What each gate compares, and what it means when it fails. */
const gates: Record<Gate, { name: string; fails: string }> = {
  pay: { name: "Pay", fails: "it is below the wanted minimum" },
  place: { name: "Place", fails: "it is not one of the wanted places" },
  timezone: { name: "Time zone", fails: "too few working hours in common" },
  employment: { name: "Employment", fails: "it is not a wanted kind of employment" },
};

const looks: Record<GateState, { word: string; tone: StatusTone }> = {
  meets: { word: "Meets", tone: "good" },
  fails: { word: "Fails", tone: "bad" },
  unknown: { word: "Unknown", tone: "neutral" },
};

/** The names of the gates that fail, in their order: "pay", "time zone". */
export const failingGates = (of: Gates) =>
  (Object.keys(gates) as Gate[])
    .filter((gate) => of[gate] === "fails")
    .map((gate) => gates[gate].name.toLowerCase());

/** The gates, which are not part of the score. */
export function SheetGates({ gates: of }: { gates: Gates }) {
  return (
    <div>
      <h3 className="eyebrow pb-1">Apart from the score</h3>
      <ul className="border-b border-rule">
        {(Object.keys(gates) as Gate[]).map((gate) => {
          const state = of[gate];
          return (
            <li key={gate} className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-1.5">
              <span className="w-32">{gates[gate].name}</span>
              <StatusMark tone={looks[state].tone}>{looks[state].word}</StatusMark>
              {state !== "meets" && (
                <span className="text-sm text-ink-3">
                  {state === "fails" ? gates[gate].fails : "not stated in the profile or in the posting"}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
