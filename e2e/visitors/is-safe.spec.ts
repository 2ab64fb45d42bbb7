import { createHash } from "node:crypto";
import { request as connect, type RequestOptions } from "node:http";
import { capture } from "@/bin/test/commands";
import { webArguments } from "@/bin/up/web";
import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { cookieOf, expect, pageOf, startWeb, test } from "../fixtures";

const own = process.env.E2E_BASE_URL as string;

type Asked = RequestOptions & { body?: string; url?: string };

/** The answer to a request as it is written here: without what a browser or a library would add or mend. */
function ask(path: string, { body, url = own, ...options }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, string>; text: string }>((done, failed) => {
    const { hostname, port } = new URL(url);
    const request = connect({ hostname, port, path, agent: false, ...options }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      answer.on("end", () => {
        done({
          status: answer.statusCode as number,
          headers: answer.headers as Record<string, string>,
          text,
        });
      });
    });
    request.on("error", failed);
    request.end(body);
  });
}

const asset = async () => /\/_next\/static\/[^"]+\.js/.exec((await ask("/")).text)?.[0] as string;
const closed = async () => {
  const { id: companyId } = await createCompany({ owner: await createUser() });
  return createPosting({ companyId, state: "closed", closeReason: "filled" });
};
const post = (headers: Record<string, string>) => ({ method: "POST", headers });
/** A body with 50,000 keys at `name`. */
const wide = (name: string) =>
  JSON.stringify({
    profile: {},
    [name]: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, 1])),
  });
const deep = `{"resume":${'{"a":'.repeat(20_000)}1${"}".repeat(20_001)}`;
const big = "x".repeat(9 * 1024 * 1024 + 1);

/** Every kind of answer that there is: who writes it differs, what protects its reader does not. */
const answers: [kind: string, status: number, path: () => string | Promise<string>, options?: Asked][] = [
  ["a page", 200, () => "/"],
  ["a page that asks for sign-in", 307, () => "/profile"],
  ["a page that does not exist", 404, () => "/nothing-here"],
  ["a posting that does not exist", 404, () => "/jobs/nothing-here"],
  ["a posting that is over", 410, async () => `/jobs/${(await closed()).slug}`],
  ["an address with a slash too many at its end", 308, () => "/terms/"],
  ["an address with a slash too many at its beginning", 308, () => "//evil.example/terms"],
  ["an address that cannot be decoded", 400, () => "/jobs/%E0%A4%A"],
  ["an address with NUL in it", 400, () => "/companies/%00"],
  ["a question with NUL in it", 400, () => "/jobs?q=%00"],
  ["an answer of the API", 200, () => "/api/v1/postings?limit=1"],
  ["a question that the API does not understand", 400, () => "/api/v1/postings?colour=red"],
  ["an address that the API does not know", 404, () => "/api/v1/nothing"],
  ["a method that the API does not know", 405, () => "/api/v1/postings", { method: "DELETE" }],
  ["a posting of the API that is over", 410, async () => `/api/v1/postings/${(await closed()).id}`],
  ["a body of the API nested too deep", 422, () => "/api/v1/match", { ...post({}), body: deep }],
  [
    "a body of the API with too many filters",
    422,
    () => "/api/v1/match",
    { ...post({}), body: wide("filters") },
  ],
  [
    "a body of the API with too many keys",
    422,
    () => "/api/v1/match",
    { ...post({}), body: wide("profile") },
  ],
  ["a parameter that is a word of JavaScript", 400, () => "/api/v1/postings?__proto__=1"],
  ["another", 400, () => "/api/v1/postings?constructor=1"],
  ["a feed that is one", 404, () => "/feeds/constructor"],
  ["another one", 404, () => "/feeds/__proto__"],
  ["a method that means nothing to a page", 405, () => "/jobs", { method: "PUT", headers: { Origin: own } }],
  ["a method that the framework breaks on", 405, () => "/jobs", { method: "TRACE" }],
  ["a way of next-auth's that nothing needs", 404, () => "/api/auth/session"],
  ["the way back from a provider that is not configured", 404, () => "/api/auth/callback/github?code=x"],
  ["a script", 200, asset],
  ["a part of a script", 206, asset, { headers: { Range: "bytes=0-9" } }],
  ["a script that does not exist", 404, () => "/_next/static/chunks/nothing.js"],
  ["the icon", 200, () => "/icon.svg"],
  ["whether the process runs", 200, () => "/healthz"],
  ["whether it can serve", 200, () => "/readyz"],
  ["a post from another site", 403, () => "/sign-in", post({ Origin: "https://evil.example" })],
  ["a post that is too large", 413, () => "/sign-in", { ...post({ Origin: own }), body: big }],
  ["a post to the API that is too large", 413, () => "/api/v1/postings", { ...post({}), body: big }],
];

test.describe("every answer protects its reader:", () => {
  for (const [kind, status, path, options] of answers)
    test(kind, async () => {
      const answer = await ask(await path(), options);
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringContaining("camera=()"),
      });
      expect(answer.headers).not.toHaveProperty("x-powered-by");
      expect(answer.headers).not.toHaveProperty("server");
      const policy = policyOf(answer.headers);
      expect(policy.get("frame-ancestors")).toBe("'none'");
      expect(policy.get("base-uri")).toBe("'none'");
      expect(policy.get("object-src") ?? policy.get("default-src")).toBe("'none'");
      expect(["'self'", "'none'"]).toContain(policy.get("form-action"));
      expect(policy.get("script-src") ?? policy.get("default-src")).not.toMatch(/unsafe|https?:|\*|data:/);
    });
});

test.describe("a page's scripts", () => {
  for (const [kind, , path] of answers.filter(([kind]) => /^a (page$|posting that)/.test(kind)))
    test(`are its own, by their hashes for visitors, who share it: ${kind}`, async () => {
      const { text, headers } = await ask(await path());
      const tags = text.match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(tags.filter((tag) => /\ssrc=|nonce|^<style/.test(tag))).toEqual([]);
      const inline = [...text.matchAll(/<script(?![^>]*\stype=)[^>]*>([\s\S]*?)<\/script>/g)].map(
        ([, script]) => script as string,
      );
      const hashes = inline.map(
        (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
      );
      expect(hashes.length).toBeGreaterThan(1);
      expect(policyOf(headers).get("script-src")).toBe([...hashes, "'strict-dynamic'"].join(" "));
      expect(text).not.toMatch(/<[a-z]+ [^>]*\son[a-z]+="/);
    });

  for (const [kind, , path] of answers.filter(([kind]) => /^a (page$|posting that)/.test(kind)))
    test(`are its own, by a nonce that is never used again for who is signed in: ${kind}`, async () => {
      const headers = await cookieOf(await createUser());
      const at = await path();
      const [one, other] = [await ask(at, { headers }), await ask(at, { headers })];
      const nonce = nonceOf(one.headers);
      expect(nonce.length).toBeGreaterThanOrEqual(22);
      expect(nonceOf(other.headers)).not.toBe(nonce);
      const tags = one.text.match(/<(script|style)\b[^>]*>/g) ?? [];
      expect(tags.length).toBeGreaterThan(0);
      expect(tags.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes("ld+json"))).toEqual([]);
      expect(one.text).not.toMatch(/<[a-z]+ [^>]*\son[a-z]+="/);
    });

  test("cannot be told which nonce to use", async () => {
    const headers = {
      "x-nonce": "mine",
      "Content-Security-Policy": "script-src 'nonce-mine'",
      ...(await cookieOf(await createUser())),
    };
    const { text, headers: got } = await ask("/", { headers });
    expect(nonceOf(got)).not.toBe("mine");
    expect(text).not.toContain('nonce="mine"');
  });

  test("run, and nothing that the page does is against its policy", async ({ browser }) => {
    const owner = await createUser();
    const { id: companyId } = await createCompany({ owner });
    const live = await createPosting({ companyId });
    const page = await pageOf(browser, owner);
    const broken: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => broken.push(`${page.url()}: ${error.message}`));
    for (const path of [
      "/",
      "/jobs",
      `/jobs/${live.slug}`,
      "/salaries",
      "/profile",
      "/employer/postings/new",
    ]) {
      await page.goto(path);
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
    }
    expect(broken).toEqual([]);
  });
});

test.describe("a post from elsewhere is refused:", () => {
  const foreign = "https://evil.example";
  for (const [kind, headers] of [
    ["without an origin", {}],
    ["from another origin", { Origin: foreign }],
    ["from an origin that is hidden", { Origin: "null" }],
    ["from another port", { Origin: "http://localhost:1" }],
    ["from an origin that begins like ours", { Origin: `${own}.evil.example` }],
    [
      "from another origin that claims to be the host",
      { Origin: foreign, "X-Forwarded-Host": "evil.example" },
    ],
    ["with our origin, but sent across sites", { Origin: own, "Sec-Fetch-Site": "cross-site" }],
    ["with our origin, but sent from a sister site", { Origin: own, "Sec-Fetch-Site": "same-site" }],
  ] as [string, Record<string, string>][])
    test(kind, async () => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"])
        for (const path of ["/", "/sign-in", "/nothing-here", "/api/auth/signout", "/api/v1"])
          expect((await ask(path, { method, headers })).status, `${method} ${path}`).toBe(403);
    });

  test("but not one of our own, nor one to the API, which knows no cookies", async () => {
    const headers = { Origin: own, "Sec-Fetch-Site": "same-origin" };
    expect((await ask("/sign-in", { method: "POST", headers })).status).toBe(200);
    expect((await ask("/api/v1/postings", { method: "POST", headers: { Origin: foreign } })).status).toBe(
      405,
    );
  });
});

test("what a signed-in reader sees is kept by nobody in between", async () => {
  const headers = await cookieOf(await createAdmin());
  for (const path of ["/", "/jobs", "/profile", "/applications", "/employer", "/admin"]) {
    const answer = await ask(path, { headers });
    expect(answer.status, path).toBe(200);
    expect(answer.headers["cache-control"], path).toMatch(/private.*no-store/);
  }
});

test.describe("the API", () => {
  test("does not see who is signed in", async () => {
    const headers = await cookieOf(await createAdmin());
    for (const path of [
      "/api/v1/skills?limit=3",
      "/api/v1/postings?sort=match",
      "/api/v1/postings?q=nothing-like-this",
    ]) {
      const [visitor, signedIn] = [await ask(path), await ask(path, { headers })];
      expect([signedIn.status, signedIn.text], path).toEqual([visitor.status, visitor.text]);
      expect(signedIn.headers).not.toHaveProperty("set-cookie");
    }
  });

  for (const [kind, status, code, path, fields, options] of [
    ["an unknown parameter", 400, "bad_request", "/api/v1/postings?colour=red", ["colour"]],
    ["two bad values", 400, "bad_request", "/api/v1/postings?band=chief&limit=0", ["band", "limit"]],
    ["a value that cannot be read", 400, "bad_request", "/api/v1/postings?skill=go&q=%00", ["q"]],
    ["a cursor that is none", 400, "bad_request", "/api/v1/postings?cursor=x", ["cursor"]],
    ["an unknown parameter of skills", 400, "bad_request", "/api/v1/skills?colour=red", ["colour"]],
    ["an unknown address", 404, "not_found", "/api/v1/nothing", []],
    ["its own address", 404, "not_found", "/api/v1", []],
    ["an id that is none", 404, "not_found", "/api/v1/postings/1", []],
    ["another method", 405, "method_not_allowed", "/api/v1/skills", [], { method: "POST" }],
  ] as [string, number, string, string, string[], RequestOptions?][])
    test(`says in one shape what is wrong with ${kind}`, async () => {
      const answer = await ask(path, options);
      expect(answer.status).toBe(status);
      expect(answer.headers["content-type"]).toContain("application/json");
      const { error, ...rest } = JSON.parse(answer.text);
      expect(rest).toEqual({});
      expect(error).toEqual({ code, message: expect.stringMatching(/\w/), fields: expect.any(Array) });
      expect(error.fields.map(({ path: at }: { path: string }) => at)).toEqual(fields);
      if (status === 405) expect(answer.headers.allow).toBe("GET, HEAD");
    });

  test("counts by the address that the server in front saw, whatever the caller adds", async () => {
    const address = `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 250)).join(".")}`;
    const left = async (forwarded: string) => {
      const { headers } = await ask("/api/v1/nothing", { headers: { "X-Forwarded-For": forwarded } });
      expect(headers["ratelimit-policy"]).toBe('"minute";q=300;w=60');
      return /^"minute";r=(\d+);t=\d+$/.exec(headers.ratelimit as string)?.[1];
    };
    expect(await left(address)).toBe("299");
    expect(await left(`1.1.1.1, ${address}`)).toBe("298");
    expect(await left(`2.2.2.2,${address}`)).toBe("297");
  });
});

test.describe("a product that faces its callers itself", () => {
  test("answers 429 over the limit, whatever address the caller claims", async () => {
    const { url, stop } = await startWeb({ API_RATE_LIMIT: "5", TRUSTED_PROXIES: "0" });
    const call = (i: number) =>
      ask("/api/v1/nothing", { url, headers: { "X-Forwarded-For": `10.9.8.${i}` } });
    for (let i = 0; i < 5; i++) expect((await call(i)).headers.ratelimit).toMatch(`"minute";r=${4 - i};t=`);
    const { status, headers, text } = await call(5);
    expect(status).toBe(429);
    expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(1);
    expect(Number(headers["retry-after"])).toBeLessThanOrEqual(60);
    expect(headers.ratelimit).toMatch(/^"minute";r=0;t=\d+$/);
    expect(JSON.parse(text)).toMatchObject({ error: { code: "rate_limited", fields: [] } });
    expect((await ask("/", { url })).status).toBe(200);
    await stop();
  });

  test("asks for https for ever where that is its address, and shows nothing of the demonstration", async () => {
    const served = {
      APP_URL: "https://jobs.example",
      DEMO: "",
      AUTH_GITHUB_ID: "id",
      AUTH_GITHUB_SECRET: "secret",
    };
    const { url, stop } = await startWeb(served);
    for (const path of ["/", "/healthz", "/terms/", "/api/v1/nothing"])
      expect((await ask(path, { url })).headers["strict-transport-security"]).toMatch(/max-age=\d{8}/);
    for (const path of ["/dev/mailbox", "/dev/mailbox/1", "/dev/mailbox/1/html"])
      expect((await ask(path, { url })).status, path).toBe(404);
    const signIn = await ask("/sign-in", { url });
    expect(signIn.text).not.toContain("example.com");
    expect(policyOf(signIn.headers).get("form-action")).toBe("'self' https://github.com");
    expect(policyOf((await ask("/jobs", { url })).headers).get("form-action")).toBe("'self'");
    await stop();
  });

  for (const [kind, change, words] of [
    ["its secret", { DEMO: "", AUTH_SECRET: "" }, "AUTH_SECRET is not set"],
    ["a whole secret", { AUTH_SECRET: "cut-off-secret" }, "AUTH_SECRET must be"],
    ["its database", { DATABASE_URL: "" }, "DATABASE_URL is not set"],
    ["a mail server", { DEMO: "", SMTP_URL: "" }, "SMTP_URL is not set"],
  ] as [string, Record<string, string>, string][])
    test(`does not start without ${kind}, and says so by name`, async () => {
      const env = { ...process.env, NODE_ENV: "production", ...change } as NodeJS.ProcessEnv;
      const { code, output } = await capture(webArguments("0", { isLocal: true }), env);
      expect(code).toBe(1);
      expect(output).toContain(`Cannot start: ${words}`);
      for (const value of ["cut-off-secret", process.env.AUTH_SECRET as string])
        expect(output).not.toContain(value);
    });
});

test("an address that leads elsewhere leads home after signing in", async () => {
  const headers = await cookieOf(await createUser({ name: unique("reader") }));
  for (const next of [
    "//evil.example",
    "/.//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/%09/evil.example",
  ]) {
    const { headers: got } = await ask(`/sign-in?next=${encodeURIComponent(next)}`, { headers });
    expect(new URL(got.location as string, own).origin, next).toBe(own);
  }
});

const policyOf = (headers: Record<string, string>) =>
  new Map(
    (headers["content-security-policy"] ?? "").split("; ").map((part) => {
      const [name, ...values] = part.split(" ");
      return [name as string, values.join(" ")];
    }),
  );

const nonceOf = (headers: Record<string, string>) =>
  /^'nonce-([\w+/=-]+)' 'strict-dynamic'$/.exec(policyOf(headers).get("script-src") ?? "")?.[1] as string;
