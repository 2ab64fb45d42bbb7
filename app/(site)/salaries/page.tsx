import type { Metadata } from "next";
import { Unstated } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { formatPay } from "@/lib/postings/words";
import { salaryThresholds } from "@/lib/search/filters/offer";
import { countryName } from "@/lib/taxonomy/countries";
import { articlePay } from "@/lib/taxonomy/data/article-pay";
import { bandWords } from "@/lib/taxonomy/words";
import { formatDate } from "../../_parts/search/format";

export const metadata: Metadata = {
  title: "Salaries",
  description:
    "What backend developers are paid: a dated reference, and the postings behind today’s figures.",
};

export default function SalariesPage() {
  const { source, published, country, currency, rows } = articlePay;
  return (
    <>
      <PageHeader title="Salaries" lead="Every posting here shows its pay, so you can search by pay." />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-12">
        <Section title="Open postings that pay at least" note="US dollars a year">
          <ul className="flex flex-wrap gap-x-6">
            {salaryThresholds.map((yearly) => (
              <li key={yearly}>
                <a
                  href={`/jobs?salary=${yearly}&sort=salary`}
                  className="link inline-flex min-h-9 items-center tabular-nums"
                >
                  {formatPay({ min: yearly, max: yearly, currency: "USD" })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={`Reference: ${countryName(country)}, ${published.slice(0, 4)}`}>
          <Table
            caption={`Yearly pay of backend developers in ${countryName(country)}`}
            rows={rows}
            rowKey={(row) => row.band}
            columns={[
              {
                key: "band",
                head: "Group",
                cell: ({ band }) => (band === "all" ? "All, on average" : bandWords[band]),
              },
              { key: "years", head: "Years", cell: ({ years }) => (years === "all" ? "" : years) },
              {
                key: "pay",
                head: "Pay a year",
                figure: true,
                cell: ({ amount }) =>
                  amount === null ? (
                    <Unstated>no figure given</Unstated>
                  ) : (
                    <span className="amount">{formatPay({ min: amount, max: amount, currency })}</span>
                  ),
              },
              {
                key: "search",
                head: "Postings today",
                cell: ({ band }) => (
                  <a
                    href={`/jobs?country=${country}${band === "all" ? "" : `&band=${band}`}`}
                    className="link"
                  >
                    {band === "all" ? "All" : bandWords[band]} in {countryName(country)}
                  </a>
                ),
              },
            ]}
          />
          <p className="mt-3 max-w-measure text-sm text-ink-3">
            Source: “{source}”, published {formatDate(published)}. We read its figures as rupees. A dash means
            that the source gives no figure for the group.
          </p>
        </Section>
      </div>
    </>
  );
}
