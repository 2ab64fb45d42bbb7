import type { Metadata } from "next";
import { createElement, Fragment } from "react";
import { DataItem, DataList } from "@/app/_ui/data-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Section } from "@/app/_ui/section";
import { curlOf, operations } from "@/app/api/_parts/document";
import { verifyingCode, webhookExample, webhookHeaders } from "@/app/api/_parts/webhooks";
import { settings } from "@/lib/env";
import { webhookTypes } from "@/lib/webhooks/lists";
import { failingDays, mostTries } from "@/lib/webhooks/rules";
import { typeWords } from "@/lib/webhooks/words";

export const metadata: Metadata = {
  title: "API",
  description:
    "Search postings, read the taxonomy and turn a text into tags without a key, and post with a key of your company.",
};

const feeds = [
  ["postings.rss", "RSS 2.0, the newest 100 postings"],
  ["postings.atom", "Atom, the newest 100 postings"],
  ["postings.json", "JSON Feed 1.1, the newest 100 postings"],
  ["indeed.xml", "the XML that Indeed and other job sites read, with every posting"],
] as const;

export default function ApiPage() {
  const { API_RATE_LIMIT: limit, APP_URL: home } = settings();
  return (
    <>
      <PageHeader
        title="API"
        lead={
          <>
            Programs can read everything that is public, without a key or an account. Pages of other sites can
            call it from a browser. Companies post with a{" "}
            <a href="/employer/keys" className="link">
              key
            </a>
            . {limit > 0 && `Each network address, and each key, may send ${limit} requests a minute. `}
            The full description is in{" "}
            <a href="/api/openapi.json" className="link">
              OpenAPI 3.1
            </a>
            .
          </>
        }
      />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-12">
        {operations.map((operation) => {
          const { id, method, path, summary, parameters, scope, refusals, example } = operation;
          return (
            <Section
              key={id}
              id={id}
              title={
                <code>
                  {method.toUpperCase()} {path}
                </code>
              }
            >
              <p className="mb-3">
                <Words>{`${summary}.${scope ? ` It needs a key with \`${scope}\`.` : ""}`}</Words>
              </p>
              <Code label={`Request to ${method.toUpperCase()} ${path}`}>{curlOf(operation, home)}</Code>
              <details className="mt-2 mb-3">
                <summary className="link min-h-6 w-fit cursor-pointer text-sm">Example of an answer</summary>
                <Code label={`Answer of ${method.toUpperCase()} ${path}`}>
                  {typeof example.answer === "string"
                    ? example.answer
                    : JSON.stringify(example.answer, null, 2)}
                </Code>
              </details>
              {parameters.length > 0 && (
                <DataList>
                  {parameters.map(({ name, description }) => (
                    <DataItem key={name} label={<code>{name}</code>}>
                      <Words>{description}</Words>
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
          );
        })}
        <Section title="Errors">
          <p>
            Every error has the same form and names each field that is wrong:{" "}
            <code>{'{ "error": { "code", "message", "fields": [{ "path", "message" }] } }'}</code>.
          </p>
        </Section>
        <Section title="Webhooks" id="webhooks">
          <p className="mb-3">
            The owners of a company can ask us to notify your program. They enter its address at{" "}
            <a href="/employer/webhooks" className="link">
              Webhooks
            </a>{" "}
            and choose from these events:
          </p>
          <DataList>
            {webhookTypes.map((type) => (
              <DataItem key={type} label={<code className="break-all">{type}</code>}>
                {typeWords[type]}
              </DataItem>
            ))}
          </DataList>
          <p className="mt-3">Each is a POST request with a body like this:</p>
          <Code label="Body of a webhook">{JSON.stringify(webhookExample(home), null, 2)}</Code>
          <p className="mt-3 mb-3">
            Answer with a status from 200 to 299 within 7 seconds, and do longer work afterwards. Anything
            else is tried again, {mostTries} times within about three days. After {failingDays} days of
            failures only, we stop the webhook and e-mail its owners. Requests can arrive twice or in another
            order. They are signed as{" "}
            <a href="https://www.standardwebhooks.com" className="link">
              Standard Webhooks
            </a>{" "}
            describes, so its libraries can check them:
          </p>
          <DataList>
            {webhookHeaders.map(([name, what]) => (
              <DataItem key={name} label={<code className="break-all">{name}</code>}>
                <Words>{what}</Words>
              </DataItem>
            ))}
          </DataList>
          <Code label="How to check a signature">{verifyingCode}</Code>
        </Section>
        <Section title="Feeds" id="feeds">
          <p className="mb-3">
            Any search is also a feed, with the same parameters. An entry has the time of its last published
            change, and the whole description as HTML.
          </p>
          <DataList>
            {feeds.map(([name, what]) => (
              <DataItem
                key={name}
                label={
                  <a href={`/feeds/${name}`} className="link">
                    /feeds/{name}
                  </a>
                }
              >
                {what}
              </DataItem>
            ))}
          </DataList>
          <Code label="Request for a feed">{`curl '${home}/feeds/postings.rss?skill=go&workplace=remote'`}</Code>
        </Section>
      </div>
    </>
  );
}

/** Text to copy. It scrolls by itself where it is wider than the page, by keyboard too. */
function Code({ label, children }: { label: string; children: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="mt-2 overflow-x-auto border border-rule bg-raised p-3 text-sm"
    >
      <pre>
        <code>{children}</code>
      </pre>
    </section>
  );
}

/** A sentence whose `names` stand between backticks. */
const Words = ({ children }: { children: string }) =>
  createElement(
    Fragment,
    null,
    ...children
      .split(/`([^`]+)`/)
      .map((part, at) => (at % 2 === 1 ? createElement("code", null, part) : part)),
  );
