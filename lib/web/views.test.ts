import { createServer, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, it } from "vitest";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { dayMs } from "@/lib/days";
import { addViews, type Views } from "@/lib/postings/commands/views";
import { sourceOf, viewCounter } from "./views";

const { sql } = await testDatabase();
const { id, slug } = await createPosting({ companyId: (await createCompany()).id });

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const safari =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

let now = Date.UTC(2026, 0, 5, 12);
let saved: Views[] = [];
let isAway = false;
const save = async (views: readonly Views[]) => {
  if (isAway) throw new Error("The database is away.");
  saved.push(...views);
};
let counter = viewCounter(save, () => now);
let status = 200;
const server = createServer((request, response) => {
  counter.count(request, response);
  response.statusCode = status;
  response.end();
});
await new Promise<void>((done) => server.listen(0, "localhost", done));
afterAll(() => server.close());

beforeEach(() => {
  saved = [];
  status = 200;
  isAway = false;
  counter = viewCounter(save, () => now);
});

type Asked = { address?: string; agent?: string; method?: string; headers?: IncomingMessage["headers"] };

function open(path: string, { address = "192.0.2.1", agent = firefox, method, headers }: Asked = {}) {
  const { port } = server.address() as AddressInfo;
  return new Promise<void>((done, failed) => {
    const asked = { "x-forwarded-for": address, "user-agent": agent, ...headers };
    send({ hostname: "localhost", port, path, method, headers: asked, agent: false }, (response) => {
      response.resume().on("end", done);
    })
      .on("error", failed)
      .end();
  });
}

/** Readers counted of the posting "go-developer". */
async function counted() {
  await counter.save();
  return saved.reduce((sum, { views }) => sum + views, 0);
}

it("counts each browser once a day", async () => {
  await open("/jobs/go-developer");
  await open("/jobs/go-developer?q=go");
  await open("/jobs/go-developer", { agent: safari });
  await open("/jobs/go-developer", { address: "192.0.2.2" });
  expect(await counted()).toBe(3);
  now += dayMs;
  await open("/jobs/go-developer");
  expect(await counted()).toBe(4);
});

it("counts a page that the browser has already, and none that was not shown", async () => {
  status = 304;
  await open("/jobs/go-developer");
  status = 410;
  await open("/jobs/go-developer", { address: "192.0.2.2" });
  expect(await counted()).toBe(1);
});

it("counts no robots, no other pages, and nothing that nobody reads yet", async () => {
  await open("/jobs/go-developer", { agent: "Mozilla/5.0 (compatible; Googlebot/2.1)" });
  await open("/jobs/go-developer", { agent: "curl/8.5.0" });
  await open("/jobs/go-developer", { agent: "" });
  await open("/jobs/go-developer", { headers: { "sec-purpose": "prefetch" } });
  await open("/jobs/go-developer", { headers: { "next-router-prefetch": "1" } });
  await open("/jobs/go-developer", { method: "HEAD" });
  await open("/jobs/go-developer", { method: "POST" });
  await open("/jobs");
  await open("/jobs/go-developer/apply");
  await open("/companies/go-developer");
  expect(await counted()).toBe(0);
});

it("tells where readers came from by kind alone", async () => {
  expect(sourceOf(undefined)).toBe("direct");
  expect(sourceOf("about:blank")).toBe("elsewhere");
  expect(sourceOf("http://localhost:3000/jobs?q=go")).toBe("here");
  expect(sourceOf("https://www.google.co.uk/")).toBe("search");
  expect(sourceOf("https://duckduckgo.com/")).toBe("search");
  expect(sourceOf("https://google.example.org.evil.test/")).toBe("elsewhere");
  expect(sourceOf("https://blog.example/jobs")).toBe("elsewhere");
});

it("loses nothing while the database is away", async () => {
  await open("/jobs/go-developer");
  isAway = true;
  expect(await counted()).toBe(0);
  await open("/jobs/go-developer", { address: "192.0.2.2" });
  isAway = false;
  expect(await counted()).toBe(2);
});

it("saves a row for each posting, day and source, and nothing for addresses that no public posting has", async () => {
  const draft = await createPosting({ companyId: (await createCompany()).id, state: "draft" });
  await addViews([
    { slug, source: "here", views: 2 },
    { slug, source: "search", views: 1 },
    { slug: draft.slug, source: "here", views: 1 },
    { slug: "no-such-posting", source: "here", views: 1 },
  ]);
  await addViews([{ slug, source: "here", views: 3 }]);
  expect(
    await sql`select posting_id, day = (app_now() at time zone 'UTC')::date as is_today, source, views from posting_views order by source`,
  ).toEqual([
    { posting_id: id, is_today: true, source: "here", views: 5 },
    { posting_id: id, is_today: true, source: "search", views: 1 },
  ]);
});
