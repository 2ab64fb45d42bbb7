import { StatusMark, type StatusTone } from "@/app/_ui/status-mark";
import type { ApplicationState as State } from "@/lib/applications/lists";

export const applicationWords: Record<State, string> = {
  submitted: "Submitted",
  screening: "Screening",
  interview: "Interview",
  offer: "Offer",
  hired: "Hired",
  rejected: "Not successful",
  withdrawn: "Withdrawn",
};

const tones: Record<State, StatusTone> = {
  submitted: "waiting",
  screening: "waiting",
  interview: "good",
  offer: "good",
  hired: "good",
  rejected: "bad",
  withdrawn: "neutral",
};

/** Where an application stands; both sides see the same word. `applied` says how long ago it was sent. */
export function ApplicationState({ state, applied }: { state: State; applied?: string }) {
  const word = applicationWords[state];
  return (
    <StatusMark tone={tones[state]}>
      {!applied ? word : state === "submitted" ? `Applied ${applied}` : `${word}, applied ${applied}`}
    </StatusMark>
  );
}
