import { ButtonLink } from "@/app/_ui/button";
import { counted, plural } from "@/lib/plural";
import type { PublicPosting } from "@/lib/postings/shape";
import { daysUntil, formatAge } from "../../../../_parts/search/format";

/** The button to apply, with the promise of an answer and how often answers came in time. */
export function ApplyCall({ posting, now }: { posting: PublicPosting & { claimed: boolean }; now: Date }) {
  const { company } = posting;
  return (
    <div className="grid gap-3">
      <ButtonLink href={`/jobs/${posting.slug}/apply`} look="primary" className="w-full">
        {posting.claimed ? "Apply" : "How to apply"}
      </ButtonLink>
      {posting.claimed ? (
        <p className="text-sm text-ink-2">
          The company promises an answer within{" "}
          <span className="font-medium tabular-nums text-ink">{posting.replyDays}</span>{" "}
          {plural(posting.replyDays, "day")}.{" "}
          {posting.answerRate !== null && (
            <>
              <span className="font-medium tabular-nums text-ink">
                {Math.round(posting.answerRate * 100)}%
              </span>{" "}
              of applicants got theirs in time.
            </>
          )}
        </p>
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
