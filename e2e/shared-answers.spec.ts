import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { createWorld, sql } from "./authorisation/world";
import { expect, pageOf, startWeb, test, whenScripted } from "./fixtures";

/*
 * Answers that all visitors share are made once and kept. Nobody gets what was made for another, and nobody gets what is older than their
 * question: by HTTP alone, and once in a browser.
 */

test.describe("nobody gets what was made for another", () => {
  let slug: string;
  test.beforeAll(async () => {
    const company = await createCompany();
    slug = company.slug;
    await createPosting({ companyId: company.id, companySlug: slug });
  });

  test("a page and what the router gets at its address stay apart, whoever asks first", async ({
    request,
  }) => {
    const at = `/companies/${slug}`;
    const kinds = new Set<string>();
    for (let round = 0; round < 3; round++)
      for (const rsc of [true, false]) {
        const answer = await request.get(at, { headers: rsc ? { RSC: "1" } : {} });
        expect(answer.headers()["content-type"]).toContain(rsc ? "text/x-component" : "text/html");
        kinds.add(`${rsc} ${(await answer.text()).startsWith("<!DOCTYPE html>")}`);
      }
    expect(kinds).toEqual(new Set(["true false", "false true"]));
  });

  test("what a visitor invents in headers changes nothing for the next", async ({ request }) => {
    const at = `/companies/${slug}`;
    const first = await (await request.get(at)).text();
    for (let round = 0; round < 3; round++)
      await request.get(at, {
        headers: {
          "X-Forwarded-Host": "evil.example",
          "X-Forwarded-Proto": "gopher",
          "X-Nonce": "evil",
          "X-Path": "/evil",
          "X-Middleware-Rewrite": "/evil",
          "Accept-Language": "xx",
          Cookie: "__prerender_bypass=1; evil=1",
        },
      });
    expect(await (await request.get(at)).text()).toBe(first);
  });
});

test("a visitor's browser runs a shared page without a complaint, and goes on from it without a reload", async ({
  browser,
}) => {
  // Of its own: the newest of all postings may be closed by another test meanwhile, and its page then is loaded anew.
  const company = await createCompany();
  await createPosting({ companyId: company.id, companySlug: company.slug });
  const page = await pageOf(browser, null);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (let i = 0; i < 3; i++) await page.goto(`/jobs?company=${company.slug}`);
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const first = page.locator("[data-postings] h2 a").first();
  const title = (await first.textContent()) ?? "";
  await whenScripted(first);
  await first.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Backend jobs" })).toBeVisible();
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
  expect(complaints).toEqual([]);
});

test("every table that a shared answer is read from says when it changes", async ({ request }) => {
  const { company, live } = await createWorld();
  const role = unique("reader").replaceAll("-", "_");
  await sql.unsafe(`create role ${role} login password '${role}'`);
  try {
    await sql`grant usage on schema public, drizzle to ${sql(role)}`;
    const watched = await sql<{ name: string }[]>`
      select t.tgrelid::regclass::text as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      where p.proname = 'note_public_change' group by 1`;
    // Beside them what says that something changed, what counts requests to the API, and what the process reads for itself.
    const own = ["public_changes", "posting_changes", "rate_limits", "drizzle.__drizzle_migrations"];
    for (const name of [...watched.map((table) => table.name), ...own])
      await sql`grant select on ${sql.unsafe(name)} to ${sql(role)}`;
    await sql`grant insert, update on rate_limits to ${sql(role)}`;
    const address = new URL(process.env.DATABASE_URL as string);
    Object.assign(address, { username: role, password: role });
    const web = await startWeb({ DATABASE_WEB_URL: address.href });
    try {
      for (const path of [
        ...[
          "/",
          "/jobs",
          "/jobs?skill=go&near=berlin&salary=50000&sort=salary",
          "/jobs?q=go+developer",
          "/companies",
        ],
        ...[
          `/jobs/${live.slug}`,
          `/companies/${company.slug}`,
          "/skills/go",
          "/salaries",
          "/transparency",
          "/terms",
        ],
        ...["/api", "/api/openapi.json", "/api/v1/postings", `/api/v1/postings/${live.id}`, "/api/v1/skills"],
        ...["/api/v1/responsibilities", "/feeds/postings.rss", "/feeds/postings.json", "/sitemap.xml"],
      ])
        expect((await request.get(`${web.url}${path}`)).status(), path).toBe(200);
    } finally {
      await web.stop();
    }
  } finally {
    await sql`drop owned by ${sql(role)}`;
    await sql`drop role ${sql(role)}`;
  }
});

test("the scripts of a page are sent compressed, and a browser asks for each but once", async ({
  request,
}) => {
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(
    await (await request.get("/jobs")).text(),
  ) as RegExpExecArray;
  const text = await (await request.get(script, { headers: { "Accept-Encoding": "identity" } })).text();
  for (const encoding of ["br", "gzip"]) {
    const answer = await request.get(script, { headers: { "Accept-Encoding": encoding } });
    expect(answer.headers()).toMatchObject({
      "content-encoding": encoding,
      "content-type": "text/javascript",
      "cache-control": "public,max-age=31536000,immutable",
      "x-content-type-options": "nosniff",
    });
    expect(await answer.text()).toBe(text);
    expect(Number(answer.headers()["content-length"])).toBeLessThan(text.length / 2);
  }
  expect((await request.get(`${script}.none`)).status()).toBe(404);
});

test.describe("nobody gets what is older than their question", () => {
  test("a posting is on every page the moment it is published, and off it the moment it closes", async ({
    request,
  }) => {
    const company = await createCompany();
    const word = unique("marmot");
    const at = [
      `/jobs?company=${company.slug}`,
      `/jobs?q=${word}`,
      `/companies/${company.slug}`,
      "/feeds/postings.rss",
      `/api/v1/postings?company=${company.slug}`,
    ];
    const read = () => Promise.all(at.map(async (path) => (await request.get(path)).text()));
    for (let i = 0; i < 3; i++) await read();
    const { id, slug } = await createPosting({
      companyId: company.id,
      companySlug: company.slug,
      title: `Keeper of ${word}`,
      publishedAt: new Date(),
    });
    for (let i = 0; i < 3; i++)
      for (const [place, text] of (await read()).entries())
        expect(text, at[place]).toContain(`Keeper of ${word}`);
    for (let i = 0; i < 2; i++) expect((await request.get(`/jobs/${slug}`)).status()).toBe(200);
    await sql`update postings set state = 'closed', close_reason = 'filled', closed_at = now() where id = ${id}`;
    for (const [place, text] of (await read()).entries())
      expect(text, at[place]).not.toContain(`Keeper of ${word}`);
    expect((await request.get(`/jobs/${slug}`)).status()).toBe(410);
  });

  test("what belongs to another table counts as well: the name of its company", async ({ request }) => {
    const company = await createCompany({ name: unique("Before") });
    const { slug } = await createPosting({ companyId: company.id, companySlug: company.slug });
    for (let i = 0; i < 3; i++)
      expect(await (await request.get(`/jobs/${slug}`)).text()).toContain(company.name);
    const name = unique("After");
    await sql`update companies set name = ${name} where id = ${company.id}`;
    const text = await (await request.get(`/jobs/${slug}`)).text();
    expect(text).toContain(name);
    expect(text).not.toContain(company.name);
  });

  test("signing in is seen at once on a page that was kept", async ({ browser }) => {
    const actor = await createUser({ name: unique("Nadia") });
    const visitor = await pageOf(browser, null);
    for (let i = 0; i < 3; i++) await visitor.goto("/jobs");
    await expect(visitor.getByRole("link", { name: "Sign in" })).toBeVisible();
    const page = await pageOf(browser, actor);
    await page.goto("/jobs");
    await expect(page.locator("header").getByText(actor.name as string)).toBeVisible();
    await visitor.reload();
    await expect(visitor.getByRole("link", { name: "Sign in" })).toBeVisible();
  });
});
