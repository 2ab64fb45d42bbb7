import type { Metadata } from "next";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { operations } from "@/app/api/_parts/document";
import { settings } from "@/lib/env";

export const metadata: Metadata = {
  title: "API",
  description: "Search the postings, read the taxonomy and have a text read into tags: without a key.",
};

export default function ApiPage() {
  const limit = settings().API_RATE_LIMIT;
  return (
    <>
      <PageHeader
        title="API"
        lead={
          <>
            Everything public, for programs: no key, no account.{" "}
            {limit > 0 && `At most ${limit} requests a minute and address. `}
            The whole of it in{" "}
            <a href="/api/openapi.json" className="link">
              OpenAPI 3.1
            </a>
            ; any search is a{" "}
            <a href="/feeds/postings.rss" className="link">
              feed
            </a>{" "}
            too (<code>.rss</code>, <code>.atom</code>, <code>.json</code>, with the same parameters).
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
        <Section title="When it is refused">
          <p>
            Every refusal has one shape, with each field at fault:{" "}
            <code>{'{ "error": { "code", "message", "fields": [{ "path", "message" }] } }'}</code>.
          </p>
        </Section>
      </div>
    </>
  );
}
