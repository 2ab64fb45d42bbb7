import { daysAfter } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { compareScores, type Score } from "@/lib/matching/rules/score";
import { type ApplicationState, endedStates } from "./lists";

/** The one map of moves: what an employer may do from each state. */
export const moves: Record<ApplicationState, ApplicationState[]> = {
  submitted: ["screening", "interview", "offer", "rejected"],
  screening: ["interview", "offer", "rejected"],
  interview: ["screening", "offer", "rejected"],
  offer: ["interview", "hired", "rejected"],
  hired: [],
  rejected: [],
  withdrawn: [],
};

/** Whether it is still under way: it can be moved, and withdrawn. */
export const isOpen = (state: ApplicationState) => !endedStates.includes(state);

/** An employer's move. Throws `conflict` when it is elsewhere by now, `invalid` for a move that is not on the map or a no without a reason. */
export function move(
  application: { state: ApplicationState; answeredAt: Date | null },
  { from, to, message }: { from: ApplicationState; to: ApplicationState; message: string },
  now: Date,
) {
  if (application.state !== from)
    throw new DomainError(
      "conflict",
      `This application is already in “${application.state}”. Check it again before you move it.`,
    );
  if (!moves[from].includes(to))
    throw new DomainError("invalid", `An application cannot move from “${from}” to “${to}”.`, "to");
  if (to === "rejected" && message === "")
    throw new DomainError("invalid", "Give a reason; the candidate will read it.", "message");
  return { state: to, answeredAt: application.answeredAt ?? now, updatedAt: now };
}

/** The candidate takes it back. Throws `conflict` once it is over. */
export function withdraw(application: { state: ApplicationState }, now: Date) {
  if (!isOpen(application.state)) throw new DomainError("conflict", "This application is already closed.");
  return { state: "withdrawn" as const, updatedAt: now };
}

/** When the promised answer is due. */
export const replyBy = (submittedAt: Date, replyDays: number) => daysAfter(submittedAt, replyDays);

type Matched = { sheet: Score | null };

const noScore: Score = { low: null, high: null, rank: 0 };

/** The order by match; applications without a sheet are among those without a score. Equal ones stay in order of arrival. */
export const byMatch = ({ sheet: a }: Matched, { sheet: b }: Matched): number =>
  compareScores(a ?? noScore, b ?? noScore);
