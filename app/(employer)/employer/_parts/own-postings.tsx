import { PostingState } from "@/app/_parts/posting-state";
import { Unstated } from "@/app/_ui/data-list";
import { Table } from "@/app/_ui/table";
import { daysBetween } from "@/lib/days";
import { counted } from "@/lib/plural";
import type { listOwnPostings } from "@/lib/postings/queries/own-list";
import { formatPay, formatPeriod } from "@/lib/postings/words";

type OwnRow = Awaited<ReturnType<typeof listOwnPostings>>["postings"][number];

/** A company's postings, a row each, with what their company looks for first. */
export function OwnPostings({ postings, now }: { postings: readonly OwnRow[]; now: Date }) {
  return (
    <Table
      caption="Postings"
      rows={postings}
      rowKey={({ id }) => id}
      empty="No posting matches."
      columns={[
        {
          key: "title",
          head: "Posting",
          cell: ({ id, title, pay }) => (
            <>
              <a className="link font-medium" href={`/employer/postings/${id}`}>
                {title || "Untitled posting"}
              </a>
              <span className="block text-sm text-ink-3">
                {pay ? `${formatPay(pay)} ${formatPeriod(pay.period)}` : "Pay not stated"}
              </span>
            </>
          ),
        },
        {
          key: "state",
          head: "State",
          cell: (posting) => (
            <>
              <PostingState {...posting} />
              {posting.live && posting.isUnconfirmed && (
                <span className="block text-sm text-warn">Not confirmed lately</span>
              )}
              {posting.live && posting.expiresAt && (
                <span className="block text-sm text-ink-3">
                  {counted(Math.ceil(daysBetween(now, posting.expiresAt)), "day")} left
                </span>
              )}
            </>
          ),
        },
        {
          key: "views",
          head: "Readers",
          figure: true,
          wide: true,
          cell: ({ id, state, views }) =>
            state === "draft" || state === "in_review" ? (
              <Unstated>not published yet</Unstated>
            ) : (
              <a className="link" href={`/employer/postings/${id}/figures`}>
                {views}
              </a>
            ),
        },
        {
          key: "applications",
          head: "Applicants",
          figure: true,
          cell: ({ id, applications, unanswered, overdue }) =>
            applications === 0 ? (
              "0"
            ) : (
              <>
                <a
                  className="link inline-flex min-h-6 items-center"
                  href={`/employer/postings/${id}/applicants`}
                >
                  {applications}
                  {unanswered > 0 && ` (${unanswered} new)`}
                </a>
                {overdue > 0 && (
                  <a
                    className="link flex min-h-6 items-center justify-end text-sm text-bad"
                    href={`/employer/postings/${id}/applicants?sort=due`}
                  >
                    {overdue} overdue
                  </a>
                )}
              </>
            ),
        },
      ]}
    />
  );
}
