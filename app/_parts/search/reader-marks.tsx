import { AppliedMark } from "@/app/_parts/applied-mark";
import { listApplicationsTo } from "@/lib/applications/queries/applications";
import type { Actor } from "@/lib/auth/input";
import { listSavedAmong } from "@/lib/saved/queries/postings";
import { Star } from "./star";

/**
 * What belongs to the reader on each card of a list, by one query of each kind for all of its postings: the star, and the mark of their own
 * application. `back` is the address of the page.
 */
export async function readerMarks(
  actor: Actor | null,
  ids: readonly string[],
  { back, now }: { back: string; now: Date },
) {
  const [saved, applied] = actor
    ? await Promise.all([listSavedAmong(actor, ids), listApplicationsTo(actor, ids)])
    : [];
  return (posting: { id: string; title: string }) => {
    const application = applied?.get(posting.id);
    return {
      star: <Star posting={posting} isSaved={saved?.has(posting.id)} back={back} />,
      applied: application && <AppliedMark application={application} now={now} />,
    };
  };
}
