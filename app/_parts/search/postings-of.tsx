import { currentActor } from "@/lib/auth/session";
import { findNow } from "@/lib/clock";
import { parseParameters } from "@/lib/search/criteria";
import { readCriteria, search } from "@/lib/search/queries/search";
import { FeedLink } from "./feed-links";
import { PostingRow } from "./posting-row";
import { readerMarks } from "./reader-marks";

/** The newest postings of a search, with the way to the rest: for pages about one company or one skill. `back` is the page's own address. */
export async function PostingsOf({ query, back }: { query: Record<string, string>; back: string }) {
  const params = new URLSearchParams(query);
  const { criteria } = parseParameters(params);
  const { ready, labels } = await readCriteria(criteria);
  const answer = await search(ready, { limit: 10 }, labels);
  if (!answer || answer.total === 0)
    return <p className="text-ink-3">There are no open postings at the moment.</p>;
  const ids = answer.postings.map(({ id }) => id);
  const now = await findNow();
  const marks = await readerMarks(await currentActor(), ids, { back, now });
  return (
    <>
      <ol className="border-t border-rule">
        {answer.postings.map((posting) => (
          <PostingRow
            key={posting.id}
            posting={posting}
            href={`/jobs/${posting.slug}`}
            {...marks(posting)}
            now={now}
          />
        ))}
      </ol>
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
