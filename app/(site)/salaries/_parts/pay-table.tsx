import { RangeBar } from "@/app/_ui/range-bar";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { formatPay } from "@/lib/postings/words";
import { fewestForPay, type PayFigures } from "@/lib/search/queries/pay";

type Row = PayFigures & { value: string; label: string };

const step = 50_000;

/** Where a ruler ends that holds all of these, in yearly dollars. */
export const scaleOf = (rows: readonly PayFigures[]) =>
  Math.max(step, ...rows.map(({ upper }) => Math.ceil(upper / step) * step));

/** "$82,000". */
export const dollars = (yearly: number) =>
  formatPay({ min: round(yearly), max: round(yearly), currency: "USD" });

/** More digits would say more than figures of some dozens of postings can. */
const round = (yearly: number) => Math.round(yearly / 100) * 100;

/** What postings of each group pay, on one scale; each leads to its postings and to its own figures. */
export function PayTable({
  title,
  head,
  rows,
  parameter,
  most,
}: {
  title: string;
  head: string;
  rows: readonly Row[];
  /** The parameter of the search that the values belong to. */
  parameter: string;
  /** Where the rulers end. */
  most: number;
}) {
  return (
    <Section title={title} note="US dollars a year">
      <Table
        caption={`Pay ${title.toLowerCase()}`}
        rows={rows}
        rowKey={({ value }) => value}
        empty={`No group has ${fewestForPay} postings yet.`}
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
            cell: ({ lower, upper }) => (
              <span className="whitespace-nowrap">
                {formatPay({ min: round(lower), max: round(upper), currency: "USD" })}
              </span>
            ),
          },
          {
            key: "median",
            head: "Median",
            figure: true,
            cell: ({ median }) => <span className="amount">{dollars(median)}</span>,
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
    </Section>
  );
}
