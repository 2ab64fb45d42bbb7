import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { sharedAddress } from "./shared";

const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  sharedAddress({ url, headers, method } as unknown as IncomingMessage, "backplane.session");

test.each([
  ["/", true, false],
  ["/jobs", true, false],
  ["/jobs?skill=go&q=back%20end", true, false],
  ["/jobs/backend-engineer-ab12", true, false],
  ["/companies/lodz", true, false],
  ["/skills/go", true, false],
  ["/salaries?skill=go", true, false],
  ["/api", true, false],
  ["/api/v1/postings?limit=5", false, true],
  ["/api/v1/skills", false, true],
  ["/feeds/postings.rss?skill=go", false, true],
  ["/api/openapi.json", false, false],
  ["/sitemaps/pages.xml", false, false],
])("the answer of %s is the same for all", (url, isPage, isCounted) => {
  expect(asked(url)).toMatchObject({ address: url, isPage, isCounted });
  expect(asked(url, {}, "HEAD")).toMatchObject({ address: url });
});

test.each([
  ["a page of one's own", "/saved", {}],
  ["a page for those who are signed in", "/jobs/backend-engineer-ab12/apply", {}],
  ["the sign-in, which gives cookies", "/sign-in", {}],
  ["the matches of what a visitor says", "/matches?have=go", {}],
  ["a posting with what a visitor says of themselves", "/jobs/backend-engineer-ab12?have=go", {}],
  ["and however it is written", "/jobs/backend-engineer-ab12?x=1&HAVE=go", {}],
  ["a page that the router asks for", "/jobs", { rsc: "1" }],
  ["and its parts", "/jobs", { "next-router-state-tree": "[]" }],
  ["and its address", "/jobs?_rsc=abc", {}],
  ["the answer to an action", "/jobs", { "next-action": "abc" }],
  ["a page of who is signed in", "/jobs", { cookie: "a=1; backplane.session=abc" }],
  ["a request with a body", "/jobs", { "content-length": "3" }],
  ["an address that is longer than any of ours", `/jobs?q=${"a".repeat(2_000)}`, {}],
  ["another site's address", "//evil.example/jobs", {}],
  ["a whole address", "http://evil.example/jobs", {}],
  ["files of the build", "/_next/static/chunks/a.js", {}],
])("the answer is not shared: %s", (_, url, headers) => {
  expect(asked(url, headers)).toBeNull();
});

test("a form is never shared", () => {
  expect(asked("/jobs", {}, "POST")).toBeNull();
});

test("machines get the same whoever is signed in: they read no cookie", () => {
  expect(asked("/api/v1/postings", { cookie: "backplane.session=abc" })).not.toBeNull();
});
