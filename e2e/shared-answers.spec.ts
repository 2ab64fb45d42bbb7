import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { pages, routes } from "./authorisation/pages";
import { createWorld, everyone, sql, type Who, type World } from "./authorisation/world";
import { cookieOf, expect, pageOf, test } from "./fixtures";

/*
 * Answers that all visitors share are made once and kept. Nobody gets what was made for another, and nobody gets what is older than their
 * question: by HTTP alone, and once in a browser.
 */

test.describe("nobody gets what was made for another", () => {
  let world: World;
  const cookies = new Map<Who, Record<string, string>>();
  test.beforeAll(async () => {
    world = await createWorld();
    for (const who of everyone) cookies.set(who, await cookieOf(world.actors[who]));
  });

  // The one who is signed in asks between two visitors, so that an answer that was kept wrongly reaches one of them; and twice, so that it is kept.
  const order: Who[] = everyone.flatMap((who) => [who, "visitor", who, "visitor"] as const);

  for (const [name, of] of Object.entries({ ...pages, ...routes }))
    test(`at ${name}`, async ({ request }) => {
      const { at } = of(world);
      for (const who of order) {
        const text = await (await request.get(at, { headers: cookies.get(who), maxRedirects: 0 })).text();
        for (const other of everyone) {
          const email = world.actors[other]?.email;
          // Recruiters may write to who applied.
          const mayKnow =
            other === who || (other === "applicant" && (who === "owner" || who === "recruiter"));
          if (!mayKnow && email) expect(text, `${at} for ${who}`).not.toContain(email);
        }
        if (who === "visitor") expect(text, at).not.toContain("Sam Example");
      }
    });

  test("a page and what the router gets at its address stay apart, whoever asks first", async ({
    request,
  }) => {
    const at = `/companies/${world.company.slug}`;
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
    const at = `/companies/${world.company.slug}`;
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
  const page = await pageOf(browser, null);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  for (let i = 0; i < 3; i++) await page.goto("/jobs");
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const first = page.locator("[data-postings] h2 a").first();
  const title = (await first.textContent()) ?? "";
  await first.click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Backend jobs" })).toBeVisible();
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
  expect(complaints).toEqual([]);
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
