import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import { type GateState, type Gates, gateNames } from "@/lib/matching/rules/gates";
import { gateWords } from "./gate-words";

/** What it means when a gate fails. */
const failWords: Record<keyof Gates, string> = {
  pay: "it is below the minimum wanted",
  place: "the workplace or country does not fit",
  timezone: "there are too few working hours in common",
  employment: "the kind of employment does not fit",
};

const looks: Record<GateState, { word: string; tone: StatusTone }> = {
  meets: { word: "Meets", tone: "good" },
  fails: { word: "Fails", tone: "bad" },
  unknown: { word: "Unknown", tone: "neutral" },
};

/** The gates, which are not part of the score. */
export function SheetGates({ gates: of }: { gates: Gates }) {
  return (
    <div>
      <h3 className="eyebrow pb-1">Not part of the score</h3>
      <ul className="border-b border-rule">
        {gateNames.map((gate) => {
          const state = of[gate];
          return (
            <li key={gate} className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-1.5">
              <span className="w-32">{gateWords[gate]}</span>
              <StatusMark tone={looks[state].tone}>{looks[state].word}</StatusMark>
              {state !== "meets" && (
                <span className="text-sm text-ink-3">
                  {state === "fails" ? failWords[gate] : "not stated in the profile or in the posting"}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
