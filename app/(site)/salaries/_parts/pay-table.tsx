import { Section } from "@/app/_ui/section";
import { formatPay } from "@/lib/postings/words";
import { fewestForPay, type PayFigures } from "@/lib/search/queries/pay";
import { PayRows } from "./pay-rows";

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
      <PayRows
        caption={`Pay ${title.toLowerCase()}`}
        empty={`No group has ${fewestForPay} postings yet.`}
        head={head}
        rows={rows.map(({ value, label, lower, median, upper, postings }) => ({
          value,
          label,
          lower,
          upper,
          half: formatPay({ min: round(lower), max: round(upper), currency: "USD" }),
          median: dollars(median),
          postings,
        }))}
        parameter={parameter}
        most={most}
      />
    </Section>
  );
}
