import { formatAge } from "@/app/_parts/dates";
import type { Applicant } from "@/lib/applications/queries/pipeline";

/** Until when a first answer is due; null once there was one. */
export const dueWords = (
  { state, overdue, replyBy }: Pick<Applicant, "state" | "overdue" | "replyBy">,
  now: Date,
): string | null =>
  state !== "submitted"
    ? null
    : overdue
      ? `The promised answer is overdue: it was due ${formatAge(replyBy, now)}.`
      : `Answer due ${formatAge(replyBy, now)}.`;
