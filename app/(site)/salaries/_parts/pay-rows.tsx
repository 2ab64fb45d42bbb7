"use client";

import { RangeBar } from "@/app/_ui/range-bar";
import { Table } from "@/app/_ui/table";

/** What a row of pay shows: text, and in yearly dollars where its bar begins and ends. */
type PayRow = {
  value: string;
  label: string;
  lower: number;
  upper: number;
  /** Between what half of the postings pay. */
  half: string;
  median: string;
  postings: number;
};

/** A table of pay, drawn from plain data. */
export function PayRows({
  caption,
  empty,
  head,
  rows,
  parameter,
  most,
}: {
  caption: string;
  empty: string;
  head: string;
  rows: readonly PayRow[];
  /** The parameter of the search that the values belong to. */
  parameter: string;
  /** Where the rulers end. */
  most: number;
}) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ value }) => value}
      empty={empty}
      columns={[
        {
          key: "group",
          head,
          cell: ({ value, label }) => (
            <a className="link" href={`/salaries?${parameter}=${value}`}>
              {label}
            </a>
          ),
        },
        {
          key: "scale",
          head: "",
          wide: true,
          cell: ({ lower, upper }) => (
            <span className="block w-40">
              <RangeBar from={lower} to={upper} max={most} />
            </span>
          ),
        },
        {
          key: "half",
          head: "Middle half",
          figure: true,
          cell: ({ half }) => <span className="whitespace-nowrap">{half}</span>,
        },
        {
          key: "median",
          head: "Median",
          figure: true,
          cell: ({ median }) => <span className="amount">{median}</span>,
        },
        {
          key: "postings",
          head: "Postings",
          figure: true,
          wide: true,
          cell: ({ value, postings }) => (
            <a className="link" href={`/jobs?${parameter}=${value}`}>
              {postings}
            </a>
          ),
        },
      ]}
    />
  );
}
