import { Notice } from "@/app/_ui/notice";
import type { ApplicationState } from "@/lib/applications/lists";
import type { findNextWaiting } from "@/lib/applications/queries/applications";
import { companyWords } from "@/lib/applications/words";
import { applicantName } from "./applicant-name";

type Next = { postingId: string; next: Awaited<ReturnType<typeof findNextWaiting>> };

/** What a decision did, and who waits next. */
export function Moved({ to, isClosed, ...next }: Next & { to: ApplicationState; isClosed: boolean }) {
  return (
    <Notice tone="success" live title={`Moved to ${companyWords[to]}, mail sent.`}>
      {isClosed && (
        <p>
          The posting is closed.{" "}
          <a className="link" href={`/employer/postings/${next.postingId}`}>
            See the posting, or undo the closing
          </a>
        </p>
      )}
      <NextWaiting {...next} />
    </Notice>
  );
}

/** The applicant whose first answer is due next, with the way there. */
export function NextWaiting({ postingId, next }: Next) {
  if (!next) return "Nobody else waits for a first answer to this posting.";
  return (
    <>
      Next:{" "}
      <a className="link" href={`/employer/postings/${postingId}/applicants/${next.id}`}>
        {applicantName(next)}
      </a>
      {next.overdue && " (overdue)"}
    </>
  );
}
