import { AnswerRate, HowItIsCounted } from "@/app/_parts/answer-rate";
import { ButtonLink } from "@/app/_ui/button";
import { findDraft } from "@/lib/applications/queries/drafts";
import { currentActor } from "@/lib/auth/session";
import { counted, plural } from "@/lib/plural";
import { arrivingFrom } from "@/lib/postings/arrival";
import type { Arrival } from "@/lib/postings/lists";
import type { PublicPosting } from "@/lib/postings/shape";
import { daysUntil, formatAge } from "../../../../_parts/search/format";

/** The button to apply, or to continue what the reader began, with the promise of an answer and how often answers came in time. */
export async function ApplyCall({
  posting,
  arrival,
  now,
}: {
  posting: PublicPosting & { claimed: boolean };
  /** Which of our links led here. */
  arrival: Arrival;
  now: Date;
}) {
  const { company } = posting;
  const actor = posting.claimed ? await currentActor() : null;
  const draft = actor && (await findDraft(actor, posting.id));
  return (
    <div className="grid gap-3">
      <ButtonLink
        href={arrivingFrom(`/jobs/${posting.slug}/apply`, arrival)}
        look="primary"
        className="w-full"
      >
        {draft ? "Continue your application" : posting.claimed ? "Apply" : "How to apply"}
      </ButtonLink>
      {posting.claimed ? (
        <div className="text-sm text-ink-2">
          The company promises an answer within{" "}
          <span className="font-medium tabular-nums text-ink">{posting.replyDays}</span>{" "}
          {plural(posting.replyDays, "day")}. <AnswerRate rate={posting.answerRate} />
          <HowItIsCounted />
        </div>
      ) : (
        <p className="text-sm text-warn">
          Not answered here: {company.name} has no members on Backplane. You will apply on the company’s own
          site.
        </p>
      )}
      <p className="text-sm text-ink-3">
        Confirmed {formatAge(posting.confirmedAt, now)}. Closes in{" "}
        {counted(daysUntil(posting.expiresAt, now), "day")}.
      </p>
    </div>
  );
}
