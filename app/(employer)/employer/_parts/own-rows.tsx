"use client";

import type { ComponentProps } from "react";
import { PostingState } from "@/app/_parts/posting-state";
import { Unstated } from "@/app/_ui/data-list";
import { Table } from "@/app/_ui/table";

/** A posting as its company's list shows it. */
type OwnRow = ComponentProps<typeof PostingState> & {
  id: string;
  title: string;
  pay: string;
  isUnconfirmed: boolean;
  /** How many days it stays live, in words; null while it is not. */
  left: string | null;
  /** Null before it is published. */
  views: number | null;
  applications: number;
  unanswered: number;
  overdue: number;
};

/** The table of a company's postings, drawn from plain data. */
export function OwnRows({ rows }: { rows: readonly OwnRow[] }) {
  return (
    <Table
      caption="Postings"
      rows={rows}
      rowKey={({ id }) => id}
      empty="No posting matches."
      columns={[
        {
          key: "title",
          head: "Posting",
          cell: ({ id, title, pay }) => (
            <>
              <a className="link font-medium" href={`/employer/postings/${id}`}>
                {title}
              </a>
              <span className="block text-sm text-ink-3">{pay}</span>
            </>
          ),
        },
        {
          key: "state",
          head: "State",
          cell: ({ standing, closeReason, isSentBack, isUnconfirmed, left }) => (
            <>
              <PostingState standing={standing} closeReason={closeReason} isSentBack={isSentBack} />
              {isUnconfirmed && <span className="block text-sm text-warn">Not confirmed lately</span>}
              {left && <span className="block text-sm text-ink-3">{left}</span>}
            </>
          ),
        },
        {
          key: "views",
          head: "Readers",
          figure: true,
          wide: true,
          cell: ({ id, views }) =>
            views === null ? (
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
