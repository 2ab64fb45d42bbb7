import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { arrivingFrom } from "@/lib/postings/arrival";
import type { Arrival } from "@/lib/postings/lists";
import { parseParameters } from "@/lib/search/criteria";
import { readCriteria, search } from "@/lib/search/queries/search";
import { cardOf } from "./card";
import { FeedLink } from "./feed-links";
import { PostingCards } from "./posting-cards";
import { readerMarks } from "./reader-marks";

/**
 * The newest postings of a search, with the way to the rest: for pages about one company or one skill, as `arrival` says. `back` is the page's
 * own address.
 */
export async function PostingsOf({
  query,
  back,
  arrival,
}: {
  query: Record<string, string>;
  back: string;
  arrival: Arrival;
}) {
  const params = new URLSearchParams(query);
  const { criteria } = parseParameters(params);
  const [{ ready, labels }, now, actor] = await Promise.all([
    readCriteria(criteria),
    findNow(),
    currentActor(),
  ]);
  const answer = await search(ready, { limit: 10 }, labels);
  if (!answer || answer.total === 0)
    return <p className="text-ink-3">There are no open postings at the moment.</p>;
  const ids = answer.postings.map(({ id }) => id);
  const marks = await readerMarks(actor, ids, now);
  return (
    <>
      <PostingCards
        className="border-t border-rule"
        back={back}
        cards={answer.postings.map((posting) => ({
          ...cardOf(posting, { href: arrivingFrom(`/jobs/${posting.slug}`, arrival), now }),
          ...marks(posting),
        }))}
      />
      <p className="flex flex-wrap items-center gap-x-6 pt-2">
        {answer.total > answer.postings.length && (
          <a href={`/jobs?${params}`} className="link inline-flex min-h-9 items-center">
            All {answer.total.toLocaleString("en")} postings
          </a>
        )}
        <FeedLink criteria={criteria} />
      </p>
    </>
  );
}
