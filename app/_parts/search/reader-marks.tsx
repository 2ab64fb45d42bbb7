import type { ReactNode } from "react";
import { AppliedMark } from "@/app/_parts/applied-mark";
import { listApplicationsTo } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { listSavedAmong } from "@/lib/saved/queries/postings";

type Marks = { isSaved?: boolean; applied?: ReactNode };

/**
 * What belongs to the reader on each card of a list, by one query of each kind for all of its postings: whether they saved it, and the mark of
 * their own application. A visitor has neither: their card leads to the sign-in.
 */
export async function readerMarks(
  actor: Actor | null,
  ids: readonly string[],
  now: Date,
): Promise<(posting: { id: string }) => Marks> {
  if (!actor) return () => ({});
  const [saved, applied] = await Promise.all([listSavedAmong(actor, ids), listApplicationsTo(actor, ids)]);
  return ({ id }) => {
    const application = applied.get(id);
    return {
      isSaved: saved.has(id),
      ...(application && { applied: <AppliedMark application={application} now={now} /> }),
    };
  };
}
