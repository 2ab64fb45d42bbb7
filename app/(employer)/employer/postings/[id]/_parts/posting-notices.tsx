import { LookTwice } from "@/app/_parts/look-twice";
import { Notice } from "@/app/_ui/notice";
import type { listRisks } from "@/lib/moderation/queries";
import type { OwnPosting } from "@/lib/postings/queries/own";

/** How to object to a decision. */
const Appeal = () => (
  <p className="mt-2">
    If you think that this is wrong,{" "}
    <a href="/contact" className="link">
      write to us
    </a>
    , and another admin looks at it.
  </p>
);

/** What was just done with a posting, and what its review says of it. */
export function PostingNotices({
  posting,
  risks,
  asked,
}: {
  posting: OwnPosting;
  risks: Awaited<ReturnType<typeof listRisks>>;
  asked: Record<string, string | string[] | undefined>;
}) {
  return (
    <div className="mb-8 grid gap-3">
      {asked.saved && posting.state === "draft" && <Notice tone="success" live title="The draft is kept." />}
      {asked.submitted && posting.state === "in_review" && (
        <Notice tone="success" live title="It is handed in.">
          An admin reads it before it goes live, and you hear by e-mail. Until then it cannot be edited.
        </Notice>
      )}
      <LookTwice title="Whoever reviews it looks twice at this" risks={risks} />
      {posting.state === "draft" && posting.sentBack && (
        <Notice tone="warning" title="It came back from review. Please fix:">
          <ul className="mt-1 list-disc pl-5">
            {posting.sentBack.map(({ field, message }) => (
              <li key={field + message}>
                <span className="font-medium">{field}</span>: {message}
              </li>
            ))}
          </ul>
          <Appeal />
        </Notice>
      )}
      {posting.state === "removed" && (
        <Notice tone="danger" title="An admin removed this posting">
          <p>{posting.removeReason}</p>
          <Appeal />
        </Notice>
      )}
    </div>
  );
}
