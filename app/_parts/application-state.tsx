import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { ApplicationState as State } from "@/lib/applications/lists";
import { candidateWords, companyWords } from "@/lib/applications/words";

const tones: Record<State, StatusTone> = {
  submitted: "waiting",
  screening: "waiting",
  interview: "good",
  offer: "good",
  hired: "good",
  rejected: "bad",
  withdrawn: "neutral",
};

/** Where an application stands, in the words of its reader. `applied` says how long ago it was sent. */
export function ApplicationState({
  state,
  applied,
  reader = "candidate",
}: {
  state: State;
  applied?: string;
  reader?: "candidate" | "company";
}) {
  const word = reader === "company" ? companyWords[state] : candidateWords[state].word;
  return (
    <StatusMark tone={tones[state]}>
      {!applied ? word : state === "submitted" ? `Applied ${applied}` : `${word}, applied ${applied}`}
    </StatusMark>
  );
}
