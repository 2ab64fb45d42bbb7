import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { holdsUntil } from "@/lib/clock";
import { answersOf } from "./answers";
import { watchPublicVersion } from "./version";

const { sql } = await testDatabase();
const { id } = await createPosting({ companyId: (await createCompany()).id });

/** A site that says how often it was asked, and what it was asked. */
let made: { url: string; headers: IncomingMessage["headers"] }[] = [];
let respond: (request: IncomingMessage, response: ServerResponse) => unknown;
const site = async (request: IncomingMessage, response: ServerResponse) => {
  made.push({ url: request.url ?? "", headers: request.headers });
  await respond(request, response);
};
const page = (_: IncomingMessage, response: ServerResponse) => {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.write(
    `<head><link rel="preload" as="script" href="/a.js"/></head><p>Zürich – page ${made.length}</p><script>run("ü")</script>`,
  );
  response.end(
    '<script src="/a.js" async=""></script><script src="/old.js" noModule=""></script><script type="application/ld+json">{}</script>',
  );
};

let handle = answersOf(site, watchPublicVersion(db));
const server = createServer((request, response) => void handle(request, response));
await new Promise<void>((done) => server.listen(0, "localhost", done));
afterAll(() => server.close());

beforeEach(() => {
  made = [];
  respond = page;
  handle = answersOf(site, watchPublicVersion(db));
});

type Got = { status: number; headers: IncomingMessage["headers"]; body: Buffer; text: string };

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((done, failed) => {
    send({ hostname: "localhost", port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts);
        done({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString() });
      });
    })
      .on("error", failed)
      .end();
  });
}

const change = () => sql`update postings set title = title || '.' where id = ${id}`;

it("is kept from the second time on, and given again from then on", async () => {
  for (const expected of ["page 1", "page 2", "page 2", "page 2"])
    expect((await get("/jobs")).text).toContain(expected);
  expect(made).toHaveLength(2);
});

it("says that it looked at the address itself, where the page of this address is shown as it is", async () => {
  const [{ slug } = { slug: "" }] = await sql<{ slug: string }[]>`select slug from postings where id = ${id}`;
  const isLookedAt = async (path: string) => {
    made = [];
    await get(path);
    return made.map(({ headers }) => headers["x-looked-at"] === "1");
  };
  expect(await isLookedAt(`/jobs/${slug}`)).toEqual([true]);
  expect(await isLookedAt("/jobs?skill=go&n=1")).toEqual([true]);
  expect(made[0]?.headers).toMatchObject({ "x-path": "/jobs", "x-query": "?skill=go&n=1" });
  expect(await isLookedAt("/companies?q=x")).toEqual([true]);
  for (const other of [
    "/jobs/no-such-posting",
    "/jobs?q=go+remote",
    "/jobs?salary=&currency=EUR",
    "/terms?x=%00",
    "/jobs/%ff",
  ])
    expect([other, ...(await isLookedAt(other))]).toEqual([other, false]);
});

it("is made anew when something public was committed before it was asked for", async () => {
  for (let i = 0; i < 3; i++) await get("/jobs");
  for (let round = 0; round < 5; round++) {
    await change();
    expect((await get("/jobs")).text).toContain(`page ${3 + round}`);
    expect((await get("/jobs")).text).toContain(`page ${3 + round}`);
  }
});

it("is made anew when its time is over", async () => {
  respond = (request, response) => {
    holdsUntil(0);
    page(request, response);
  };
  for (const expected of ["page 1", "page 2", "page 3"])
    expect((await get("/jobs")).text).toContain(expected);
});

it("is made once for all who ask while it is made, but not for who asks after a change", async () => {
  let release: () => void = () => {};
  const isHeld = new Promise<void>((done) => {
    release = done;
  });
  respond = async (request, response) => {
    const number = made.length;
    await isHeld;
    response.setHeader("X-Number", number);
    page(request, response);
  };
  const first = Array.from({ length: 10 }, () => get("/jobs"));
  await expect.poll(() => made.length).toBe(1);
  await change();
  const later = get("/jobs");
  await expect.poll(() => made.length).toBe(2);
  release();
  expect(new Set((await Promise.all(first)).map(({ headers }) => headers["x-number"]))).toEqual(
    new Set(["1"]),
  );
  expect((await later).headers["x-number"]).toBe("2");
});

it("does not keep what is asked for once, so that a walk through all addresses pushes nothing out", async () => {
  for (let i = 0; i < 3; i++) await get("/jobs");
  for (let i = 0; i < 200; i++) await get(`/jobs?never=${i}`);
  const before = made.length;
  await get("/jobs");
  expect(made).toHaveLength(before);
  await get("/jobs?never=199");
  expect(made).toHaveLength(before + 1);
});

it("is asked of the site with nothing of the visitor but the address", async () => {
  await get("/jobs?skill=go", {
    host: "evil.example",
    cookie: "theme=dark; backplane.browser=secret",
    "user-agent": "Evil",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "203.0.113.9",
    "x-invented": "yes",
    "accept-language": "de",
  });
  expect(made).toHaveLength(1);
  expect(made[0]?.url).toBe("/jobs?skill=go");
  expect(made[0]?.headers).toEqual({
    host: "localhost:3000",
    "user-agent": "lightMyRequest",
    "x-looked-at": "1",
    "x-path": "/jobs",
    "x-query": "?skill=go",
  });
});

it("never mixes a page with what the router gets at its address, nor with a page of who is signed in", async () => {
  respond = (request, response) => {
    if (request.headers.rsc || request.headers.cookie) response.end(`private ${request.headers.rsc ?? ""}`);
    else page(request, response);
  };
  for (let i = 0; i < 3; i++) {
    expect((await get("/jobs", { rsc: "1" })).text).toBe("private 1");
    expect((await get("/jobs", { cookie: "backplane.session=abc" })).text).toBe("private ");
    expect((await get("/jobs")).text).toContain("page");
  }
});

it("names its inline scripts by their hashes, and loads its files by one of them", async () => {
  const { text, headers } = await get("/jobs");
  const policy = String(headers["content-security-policy"]);
  const inline = [...text.matchAll(/<script>(.*?)<\/script>/g)].map(([, script]) => script as string);
  expect(inline).toEqual([expect.stringMatching(/^for\(const f of \["\/a\.js"\]\)/), 'run("ü")']);
  const hashes = inline.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  expect(policy).toContain(`script-src ${hashes.join(" ")} 'strict-dynamic';`);
  expect(text).toBe(
    `<head><script>${inline[0]}</script></head><p>Zürich – page 1</p><script>run("ü")</script><script type="application/ld+json">{}</script>`,
  );
});

it("comes in the best encoding that the reader accepts, kept or not", async () => {
  for (let i = 0; i < 3; i++) {
    const [br, gzip, plain, none] = await Promise.all([
      get("/jobs", { "accept-encoding": "gzip, deflate, br" }),
      get("/jobs", { "accept-encoding": "GZIP;q=0.5" }),
      get("/jobs"),
      get("/jobs", { "accept-encoding": "br;q=0, gzip;q=0" }),
    ]);
    expect([br, gzip, plain, none].map(({ headers }) => headers["content-encoding"])).toEqual([
      "br",
      "gzip",
      undefined,
      undefined,
    ]);
    for (const text of [brotliDecompressSync(br.body), gunzipSync(gzip.body), plain.body, none.body])
      expect(text.toString()).toContain('</p><script>run("ü")</script>');
    for (const { headers, body } of [br, gzip, plain])
      expect(headers["content-length"]).toBe(String(body.length));
  }
});

it("is not sent again to who has it", async () => {
  for (let i = 0; i < 2; i++) await get("/jobs");
  const { headers } = await get("/jobs");
  const again = await get("/jobs", { "if-none-match": `W/"other", ${headers.etag}` });
  expect([again.status, again.text]).toEqual([304, ""]);
  await change();
  const changed = await get("/jobs", { "if-none-match": String(headers.etag) });
  expect([changed.status, changed.text.includes("page 3<")]).toEqual([200, true]);
});

it("has no body for HEAD, and the same headers", async () => {
  const whole = await get("/jobs");
  for (let i = 0; i < 3; i++) {
    const head = await get("/jobs", {}, "HEAD");
    expect(head.body).toHaveLength(0);
    expect(head.headers["content-type"]).toBe(whole.headers["content-type"]);
  }
});

it("is never shared where it gives a cookie: everyone asks for their own", async () => {
  respond = (_, response) => response.setHeader("Set-Cookie", "a=1").end("yours");
  await Promise.all(Array.from({ length: 3 }, () => get("/jobs", { "x-mine": "1" })));
  expect(made.filter(({ headers }) => headers["x-mine"])).toHaveLength(3);
});

it("is never shared where it has a nonce, which belongs to one browser", async () => {
  respond = (request, response) => {
    response.setHeader("Content-Security-Policy", "script-src 'nonce-abc123' 'strict-dynamic'");
    page(request, response);
  };
  await Promise.all(Array.from({ length: 3 }, () => get("/jobs", { "x-mine": "1" })));
  expect(made.filter(({ headers }) => headers["x-mine"])).toHaveLength(3);
});

it("that failed is told to all who wait for it, asked for once, and not kept", async () => {
  respond = (_, response) => response.writeHead(500).end("failed");
  const answers = await Promise.all(Array.from({ length: 5 }, () => get("/jobs")));
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500, 500]);
  expect(made.length).toBeLessThan(5);
  respond = page;
  expect((await get("/jobs")).status).toBe(200);
});

it("is kept only where it is one of 200, and not one of a board that is behind", async () => {
  respond = (_, response) => response.writeHead(404).end("nothing");
  for (let i = 0; i < 3; i++) expect((await get("/jobs/none")).status).toBe(404);
  expect(made).toHaveLength(3);
  respond = (_, response) => response.setHeader("Age", "3").end("old");
  for (let i = 0; i < 3; i++) expect((await get("/api/v1/skills")).text).toBe("old");
  expect(made).toHaveLength(6);
});

it("is left to the site where nobody knows what is public", async () => {
  handle = answersOf(site, () => Promise.reject(new Error("no database")));
  for (let i = 0; i < 3; i++) await get("/jobs", { "x-mine": "1" });
  expect(made.map(({ headers }) => headers["x-mine"])).toEqual(["1", "1", "1"]);
});
