import { Unstated } from "@/app/_ui/data-list";
import { Section } from "@/app/_ui/section";
import { Table } from "@/app/_ui/table";
import { formatPay } from "@/lib/postings/words";
import { countryName } from "@/lib/taxonomy/countries";
import { articlePay } from "@/lib/taxonomy/data/article-pay";
import { bandWords } from "@/lib/taxonomy/words";
import { formatDate } from "../../../_parts/search/format";

/** What another source printed, named and dated. */
export function Reference() {
  const { source, published, country, currency, rows } = articlePay;
  return (
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
              <a href={`/jobs?country=${country}${band === "all" ? "" : `&band=${band}`}`} className="link">
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
  );
}
