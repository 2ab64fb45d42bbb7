import { DomainError } from "@/lib/errors";
import type { InterviewState } from "./lists";
import { rangeIn } from "./zones";

export type Interview = {
  state: InterviewState;
  sequence: number;
  startsAt: Date | null;
  minutes: number;
  zone: string;
};

/** Whether it may still take place: somebody has to act, or a time was accepted. */
export const isOpenInterview = (state: InterviewState) => state !== "declined" && state !== "cancelled";

/** What became of an interview, in a sentence, with the time on the clock of `zone`. */
export function standingOf({ state, startsAt, minutes }: Interview, zone: string): string {
  switch (state) {
    case "proposed":
      return "The candidate has not answered yet.";
    case "countered":
      return "The candidate proposed other times.";
    case "accepted":
      return startsAt ? `It was accepted for ${rangeIn(startsAt, minutes, zone)}.` : "It was accepted.";
    case "declined":
      return "The candidate declined it.";
    case "cancelled":
      return "The company cancelled it.";
  }
}

/** Throws `conflict` where an interview was answered or changed since it was shown: with what it is now. */
export function refuseIfMoved(interview: Interview, seen: number, awaits: readonly InterviewState[]) {
  if (interview.sequence === seen && awaits.includes(interview.state)) return;
  throw new DomainError(
    "conflict",
    interview.state === "proposed"
      ? "The company changed this interview after you opened the page. Look at it again."
      : `This interview was answered already. ${standingOf(interview, interview.zone)}`,
  );
}

/** Throws `invalid` at each time that has passed. */
export function refusePast(times: readonly Date[], now: Date) {
  const faults = times.flatMap((at, i) =>
    at <= now ? [{ path: `times[${i}]`, message: "This time has passed. Choose a later one." }] : [],
  );
  if (faults.length > 0) throw new DomainError("invalid", "Choose times that are still ahead.", faults);
}

/** Whether a change leaves the accepted time as it is, so that nobody has to accept it again. */
export const keepsTime = ({ state, startsAt }: Interview, times: readonly Date[]): boolean =>
  state === "accepted" && times.length === 1 && times[0]?.getTime() === startsAt?.getTime();
