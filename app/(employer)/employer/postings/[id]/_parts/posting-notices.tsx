import { ButtonForm } from "@/app/_parts/button-form";
import { formatTime } from "@/app/_parts/dates";
import { LookTwice, type ShownRisk } from "@/app/_parts/look-twice";
import { Notice } from "@/app/_ui/notice";
import { reasonInWords } from "@/lib/moderation/lists";
import { counted } from "@/lib/plural";
import { undoUntil } from "@/lib/postings/life";
import type { PostingStanding } from "@/lib/postings/lists";
import type { OwnPosting } from "@/lib/postings/queries/own";
import { reconfirmPostingAction, reopenPostingAction } from "../actions";

/** Why a published posting is not live, and what to do about it. */
const hidden: Partial<Record<PostingStanding, string>> = {
  paused: "This posting is paused: nobody sees it or can apply. Resume it when you are ready.",
  suspended: "Your company is suspended, so its postings are not shown. Contact us to have this reviewed.",
  expired: "This posting has expired. To offer the role again, copy it as a new draft.",
};

/** How to appeal against the removal or freezing of a posting, for those who may; others read why. */
const Appeal = ({ posting: { id, mayWrite } }: { posting: OwnPosting }) =>
  mayWrite && (
    <p className="mt-2">
      If you think this decision is wrong,{" "}
      <a href={`/employer/postings/${id}/appeal`} className="link">
        appeal
      </a>
      . Another admin will look at it.
    </p>
  );

/** How to object to any other decision. */
const Objection = () => (
  <p className="mt-2">
    If you think this decision is wrong,{" "}
    <a href="/contact" className="link">
      contact us
    </a>
    . Another admin will look at it.
  </p>
);

/** What each button of the page says once it is done. */
const done: Record<string, string> = {
  copied: "This is the copy, a new draft. The original stays as it was.",
  edited: "Changes saved. They are public.",
  revision:
    "Changes saved. Pay, requirements and place are in review, and the posting stays as it is until then. Everything else is public.",
  "revision-withdrawn": "The change is withdrawn. The posting stays as it is.",
  reopened: "The closing is undone. The posting is public as before, and we e-mailed nobody.",
  scheduled: "Publication date saved.",
  paused: "The posting is paused. Nobody sees it or can apply until you resume it.",
  resumed: "The posting is live again.",
  confirmed: "Confirmed as still open. We will ask you again in two weeks.",
  extended: "The posting is extended. Its new end is shown below.",
  "taken-back": "The posting is a draft again. Edit it, then submit it for review.",
};
const doneWords = (asked: string | string[] | undefined) =>
  typeof asked === "string" ? done[asked] : undefined;

/** What the reader just did with a posting, and the result of its review. */
export function PostingNotices({
  posting,
  risks,
  waiting,
  asked,
}: {
  posting: OwnPosting;
  risks: ShownRisk[];
  /** How many of those who applied are still to be answered. */
  waiting: number;
  asked: Record<string, string | string[] | undefined>;
}) {
  const isOpen = posting.standing === "live" || posting.standing === "unconfirmed";
  return (
    <div className="mb-8 grid gap-3">
      {asked.saved && posting.state === "draft" && <Notice tone="success" live title="Draft saved." />}
      {doneWords(asked.done) && <Notice tone="success" live title={doneWords(asked.done)} />}
      {asked.submitted && posting.state === "in_review" && (
        <Notice tone="success" live title="Submitted for review.">
          An admin will review your posting and you will hear by e-mail. To edit it before then, take it back
          from review.
        </Notice>
      )}
      <LookTwice title="The reviewer will look closely at" risks={risks} />
      {posting.state === "draft" && posting.sentBack && (
        <Notice tone="warning" title="Changes requested">
          <p>Please change the following before it can go live:</p>
          <ul className="mt-1 list-disc pl-5">
            {posting.sentBack.map(({ field, message }) => (
              <li key={field + message}>{reasonInWords({ field, message })}</li>
            ))}
          </ul>
          <Objection />
        </Notice>
      )}
      {isOpen && posting.isUnconfirmed && (
        <Notice
          tone="warning"
          title={
            posting.live ? "Not confirmed lately" : "Hidden, because it was not confirmed for three weeks"
          }
        >
          <p>
            {posting.live
              ? "Candidates see this note on the posting. Without an answer it is hidden three weeks after it was last confirmed."
              : "Nobody sees the posting or can apply. Confirm that it is still open, and it is live again."}
          </p>
          {posting.mayWrite && (
            <ButtonForm
              action={reconfirmPostingAction}
              values={{ id: posting.id }}
              look="primary"
              size="md"
              waiting="Confirming…"
              className="mt-3"
            >
              It is still open
            </ButtonForm>
          )}
        </Notice>
      )}
      {posting.canReopen && posting.closedAt && (
        <Notice tone="success" live title="The posting is closed.">
          <p>
            {posting.closeMessage
              ? `Those who wait get your message after ${formatTime(undoUntil(posting.closedAt))}.`
              : "We do not write to anyone."}{" "}
            Until {formatTime(undoUntil(posting.closedAt))} you can undo this.
          </p>
          {posting.mayWrite && (
            <ButtonForm
              action={reopenPostingAction}
              values={{ id: posting.id }}
              size="md"
              waiting="Undoing…"
              className="mt-3"
            >
              Undo
            </ButtonForm>
          )}
        </Notice>
      )}
      {posting.state === "closed" && waiting > 0 && !(posting.closeMessage && !posting.closeToldAt) && (
        <Notice
          tone="warning"
          title={`${counted(waiting, "applicant still waits", "applicants still wait")} for your answer.`}
        >
          <a className="link" href={`/employer/postings/${posting.id}/applicants`}>
            Answer the applicants
          </a>
        </Notice>
      )}
      {hidden[posting.standing] && <Notice tone="warning" title={hidden[posting.standing]} />}
      {posting.standing === "frozen" && (
        <Notice tone="warning" title="This posting is frozen">
          <p>An admin looks into it. Until that is decided, nobody sees the posting or can apply.</p>
          <Appeal posting={posting} />
        </Notice>
      )}
      {posting.state === "removed" && (
        <Notice tone="danger" title="An admin removed this posting">
          <p>{posting.removeReason}</p>
          <Appeal posting={posting} />
        </Notice>
      )}
    </div>
  );
}
