import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { GateState, Gates } from "@/lib/matching/rules/gates";

/** What each gate compares, and what it means when it fails, in the order of the page. */
const gates: readonly { gate: keyof Gates; name: string; fails: string }[] = [
  { gate: "pay", name: "Pay", fails: "it is below the minimum wanted" },
  { gate: "place", name: "Place", fails: "the workplace or country does not fit" },
  { gate: "timezone", name: "Time zone", fails: "there are too few working hours in common" },
  { gate: "employment", name: "Employment", fails: "the kind of employment does not fit" },
];

const looks: Record<GateState, { word: string; tone: StatusTone }> = {
  meets: { word: "Meets", tone: "good" },
  fails: { word: "Fails", tone: "bad" },
  unknown: { word: "Unknown", tone: "neutral" },
};

/** The names of the gates that fail, in their order: "pay", "time zone". */
export const failingGates = (of: Gates) =>
  gates.filter(({ gate }) => of[gate] === "fails").map(({ name }) => name.toLowerCase());

/** The gates, which are not part of the score. */
export function SheetGates({ gates: of }: { gates: Gates }) {
  return (
    <div>
      <h3 className="eyebrow pb-1">Not part of the score</h3>
      <ul className="border-b border-rule">
        {gates.map(({ gate, name, fails }) => {
          const state = of[gate];
          return (
            <li key={gate} className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-1.5">
              <span className="w-32">{name}</span>
              <StatusMark tone={looks[state].tone}>{looks[state].word}</StatusMark>
              {state !== "meets" && (
                <span className="text-sm text-ink-3">
                  {state === "fails" ? fails : "not stated in the profile or in the posting"}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
