import type { Actor } from "@/lib/auth/input";
import { listSavedAmong } from "@/lib/saved/queries/postings";
import { Star } from "./star";

/**
 * What belongs to the reader on each card of a list, by one query for all of its postings: the star. `back` is the address of the page.
 */
export async function readerMarks(actor: Actor | null, ids: readonly string[], back: string) {
  const saved = actor ? await listSavedAmong(actor, ids) : undefined;
  return (posting: { id: string; title: string }) => ({
    star: <Star posting={posting} isSaved={saved?.has(posting.id)} back={back} />,
  });
}
