import { ButtonLink } from "@/app/_ui/button";
import type { PublicPosting } from "@/lib/postings/shape";
import { daysUntil, formatAge } from "../../../../_parts/search/format";

/** The way to apply and what follows: the promise of an answer, and how it has been kept. */
export function ApplyCall({ posting, now }: { posting: PublicPosting & { claimed: boolean }; now: Date }) {
  const { company } = posting;
  return (
    <div className="grid gap-3">
      <ButtonLink href={`/jobs/${posting.slug}/apply`} look="primary" className="w-full">
        {posting.claimed ? "Apply" : "How to apply"}
      </ButtonLink>
      {posting.claimed ? (
        <p className="text-sm text-ink-2">
          An answer within <span className="font-medium tabular-nums text-ink">{posting.replyDays}</span> days
          is promised.{" "}
          {posting.answerRate !== null && (
            <>
              <span className="font-medium tabular-nums text-ink">
                {Math.round(posting.answerRate * 100)}%
              </span>{" "}
              of applicants have had theirs in time.
            </>
          )}
        </p>
      ) : (
        <p className="text-sm text-warn">
          Not answered here: {company.name} has no members on Backplane. The way leads to its own page.
        </p>
      )}
      <p className="text-sm text-ink-3">
        Confirmed {formatAge(posting.confirmedAt, now)}. Closes in {daysUntil(posting.expiresAt, now)} days.
      </p>
    </div>
  );
}
