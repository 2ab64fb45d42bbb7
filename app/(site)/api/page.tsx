import type { Metadata } from "next";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { operations } from "@/app/api/_parts/document";
import { settings } from "@/lib/env";

export const metadata: Metadata = {
  title: "API",
  description: "Search postings, read the taxonomy and turn a text into tags, without a key.",
};

export default function ApiPage() {
  const limit = settings().API_RATE_LIMIT;
  return (
    <>
      <PageHeader
        title="API"
        lead={
          <>
            Programs can read everything that is public, without a key or an account.{" "}
            {limit > 0 && `Each network address may send ${limit} requests a minute. `}
            The full description is in{" "}
            <a href="/api/openapi.json" className="link">
              OpenAPI 3.1
            </a>
            . Any search is also a{" "}
            <a href="/feeds/postings.rss" className="link">
              feed
            </a>{" "}
            (<code>.rss</code>, <code>.atom</code>, <code>.json</code>, with the same parameters).
          </>
        }
      />
      <div className="grid max-w-3xl gap-12">
        {operations.map(({ method, path, summary, parameters, refusals }) => (
          <Section
            key={path}
            title={
              <code>
                {method.toUpperCase()} {path}
              </code>
            }
          >
            <p className="mb-3">{summary}.</p>
            {parameters.length > 0 && (
              <DataList>
                {parameters.map(({ name, description }) => (
                  <DataItem key={name} label={<code>{name}</code>}>
                    {description}
                  </DataItem>
                ))}
              </DataList>
            )}
            <ul className="mt-3 text-sm text-ink-2">
              {Object.entries(refusals).map(([status, why]) => (
                <li key={status}>
                  <span className="figure">{status}</span> {why}
                </li>
              ))}
            </ul>
          </Section>
        ))}
        <Section title="Errors">
          <p>
            Every error has the same form and names each field that is wrong:{" "}
            <code>{'{ "error": { "code", "message", "fields": [{ "path", "message" }] } }'}</code>.
          </p>
        </Section>
      </div>
    </>
  );
}
