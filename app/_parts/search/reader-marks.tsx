import type { ReactNode } from "react";
import { AppliedMark } from "@/app/_parts/applied-mark";
import { listApplicationsTo } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { listSavedAmong } from "@/lib/saved/queries/postings";
import { Star } from "./star";

type Marks = { star?: ReactNode; applied?: ReactNode };

/**
 * What belongs to the reader on each card of a list, by one query of each kind for all of its postings: the star, and the mark of their own
 * application. A visitor has neither: their card leads to the sign-in. `back` is the address of the page.
 */
export async function readerMarks(
  actor: Actor | null,
  ids: readonly string[],
  { back, now }: { back: string; now: Date },
): Promise<(posting: { id: string; title: string }) => Marks> {
  if (!actor) return () => ({});
  const [saved, applied] = await Promise.all([listSavedAmong(actor, ids), listApplicationsTo(actor, ids)]);
  return ({ id, title }) => {
    const application = applied.get(id);
    return {
      star: <Star posting={{ id, title }} isSaved={saved.has(id)} back={back} />,
      ...(application && { applied: <AppliedMark application={application} now={now} /> }),
    };
  };
}
