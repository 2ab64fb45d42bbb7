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

/** Where an application stands; both sides see the same word. */
export function ApplicationState({ state }: { state: State }) {
  return <StatusMark tone={tones[state]}>{applicationWords[state]}</StatusMark>;
}
