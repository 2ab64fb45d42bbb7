import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { enqueue } from "@/lib/background/commands";
import { countRefusal } from "@/lib/forms/refusals";
import { mayReadMetrics, routeOf, sendMetrics, watchMetrics } from "./metrics";
import { watchRequests } from "./requests";

const { sql } = await testDatabase();
const token = "a-token-of-sixteen-letters";
process.env.METRICS_TOKEN = token;
const folder = mkdtempSync(join(tmpdir(), "backplane-routes-"));
process.env.NEXT_DIST_DIR = folder;
writeFileSync(
  join(folder, "routes-manifest.json"),
  JSON.stringify({
    staticRoutes: [{ page: "/jobs", regex: "^/jobs(?:/)?$" }],
    dynamicRoutes: [{ page: "/jobs/[slug]", regex: "^/jobs/([^/]+?)(?:/)?$" }],
  }),
);

watchRequests();
watchMetrics();
const server = createServer((asked, response) => {
  if (asked.url === "/metrics" && mayReadMetrics(asked)) void sendMetrics(response);
  else response.writeHead(404).end();
});
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => new Promise((done) => server.close(done)));

const get = (path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status?: number; body: string; headers: object }>((done, failed) => {
    const { port } = server.address() as AddressInfo;
    request({ port, host: "127.0.0.1", path, headers }, async (answer) =>
      done({ status: answer.statusCode, body: await text(answer), headers: answer.headers }),
    )
      .on("error", failed)
      .end();
  });

it("is answered to this machine, and elsewhere with the token alone", async () => {
  expect((await get("/metrics")).status).toBe(200);
  const throughProxy = { "x-forwarded-for": "203.0.113.9" };
  expect((await get("/metrics", throughProxy)).status).toBe(404);
  expect((await get("/metrics", { ...throughProxy, authorization: "Bearer wrong" })).status).toBe(404);
  expect((await get("/metrics", { authorization: "Bearer wrong" })).status).toBe(404);
  expect((await get("/metrics", { ...throughProxy, authorization: `Bearer ${token}` })).status).toBe(200);
});

it("names the patterns of addresses, and never an address", async () => {
  await get("/jobs");
  const { headers } = await get("/jobs/a-secret-slug?q=another-secret");
  expect(headers).toMatchObject({ "x-request-id": expect.stringMatching(/^[\w-]{36}$/) });
  await get("/somewhere/else");
  const { body } = await get("/metrics");
  expect(body).toContain('backplane_request_seconds_count{method="GET",route="/jobs/[slug]",status="404"} 1');
  expect(body).toContain('route="/jobs",');
  expect(body).toContain('route="other",');
  expect(body).not.toContain("secret");
  expect(routeOf("/_next/static/x.js")).toBe("/_next");
});

it("has the queue, the connections, mails and refusals", async () => {
  await inTransaction((tx) => enqueue(tx, "deliver-event", { eventId: 0 }));
  await sql`select graphile_worker.add_job('send-mail', '{}', max_attempts => 1)`;
  await sql`update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`;
  countRefusal("conflict");
  const { body } = await get("/metrics");
  for (const line of [
    'backplane_jobs_waiting{task="deliver-event"} 1',
    'backplane_jobs_failed{task="send-mail"} 1',
    "backplane_database_up 1",
    'backplane_refusals_total{code="conflict"} 1',
    "backplane_mails_sent_total 0",
  ])
    expect(body).toContain(line);
  expect(body).toMatch(/backplane_database_connections\{state="\w+"\} \d/);
});
