import { XMLParser } from "fast-xml-parser";
import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, test } from "../fixtures";

const xml = new XMLParser();

test("each public page names itself for those who link to it", async ({ page }) => {
  const company = await createCompany({ name: unique("Findwell"), owner: await createUser() });
  const posting = await createPosting({ companyId: company.id, title: "Ledger Engineer" });
  for (const [path, title] of [
    ["/", "Backplane: the job board for backend developers"],
    ["/jobs?skill=go", undefined],
    ["/companies", "Companies · Backplane"],
    [`/companies/${company.slug}`, `${company.name} · Backplane`],
    ["/skills/go", "Go jobs · Backplane"],
    ["/salaries", "Salaries · Backplane"],
    ["/api", "API · Backplane"],
    ["/terms", "Terms · Backplane"],
    [`/jobs/${posting.slug}`, `Ledger Engineer, ${company.name} · Backplane`],
  ] as const) {
    await page.goto(path);
    const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content");
    const address = new URL(path, page.url());
    address.search = "";
    const own = address.href.replace(/\/$/, "");
    expect(await content("og:title"), path).toBe(title ?? (await page.title()));
    expect(await content("og:description")).toBe(
      await page.locator('meta[name="description"]').getAttribute("content"),
    );
    expect((await content("og:url"))?.replace(/\/$/, ""), path).toBe(own);
    expect(await content("og:site_name")).toBe("Backplane");
    const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(canonical?.replace(/\/$/, ""), path).toBe(own);
  }
});

test("a posting that is over is called by its own title, and machines are told once not to list it", async ({
  page,
}) => {
  const company = await createCompany({ name: unique("Findwell"), owner: await createUser() });
  const { slug } = await createPosting({
    companyId: company.id,
    title: "Ledger Engineer",
    state: "closed",
    closeReason: "filled",
  });
  await page.goto(`/jobs/${slug}`);
  await expect(page).toHaveTitle(`Ledger Engineer, ${company.name} · Backplane`);
  await expect(page.locator('meta[name="robots"]')).toHaveCount(1);
  await expect(page.locator('link[rel="canonical"]')).toHaveCount(0);
});

test("the sitemap leads to companies and skills too", async ({ request }) => {
  const company = await createCompany({ slug: unique("findwell"), owner: await createUser() });
  await createPosting({ companyId: company.id, skills: [{ slug: "go" }] });
  const index = xml.parse(await (await request.get("/sitemap.xml")).text());
  const files: string[] = index.sitemapindex.sitemap.map(({ loc }: { loc: string }) => new URL(loc).pathname);
  const texts = await Promise.all(files.map(async (file) => (await request.get(file)).text()));
  for (const path of [`/companies/${company.slug}`, "/skills/go", "/api"])
    expect(texts.join("")).toContain(`${path}</loc>`);
});

test("what programs look for at fixed addresses is there, or shortly not", async ({ request }) => {
  for (const [path, type] of [
    ["/favicon.ico", /icon/],
    ["/apple-touch-icon.png", /png/],
    ["/manifest.webmanifest", /manifest/],
    ["/.well-known/security.txt", /text\/plain/],
  ] as const) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect(answer.headers()["content-type"]).toMatch(type);
  }
  const text = await (await request.get("/.well-known/security.txt")).text();
  const expires = /^Expires: (.+)$/m.exec(text)?.[1] ?? "";
  expect(Date.parse(expires)).toBeGreaterThan(Date.now());
  expect(text).toMatch(/^Contact: mailto:/m);
  const missing = await request.get("/.well-known/change-password");
  expect([missing.status(), (await missing.body()).length < 100]).toEqual([404, true]);
});

test("a page of another site may call the API and read feeds", async ({ request }) => {
  const Origin = "https://widget.example";
  for (const path of ["/api/v1/postings?limit=1", "/feeds/postings.json", "/api/openapi.json"])
    expect((await request.get(path, { headers: { Origin } })).headers()["access-control-allow-origin"]).toBe(
      "*",
    );
  const preflight = await request.fetch("/api/v1/match", {
    method: "OPTIONS",
    headers: { Origin, "Access-Control-Request-Method": "POST" },
  });
  expect(preflight.status()).toBe(204);
  expect(preflight.headers()["access-control-allow-methods"]).toBe("POST");
  const asked = await request.post("/api/v1/match", { headers: { Origin }, data: { profile: { years: 5 } } });
  expect([asked.status(), asked.headers()["access-control-allow-origin"]]).toEqual([200, "*"]);
});

test("the page about the API has requests that can be copied and answers to expect", async ({ page }) => {
  await page.goto("/api");
  const origin = new URL(page.url()).origin;
  await expect(
    page.getByText(`curl '${origin}/api/v1/postings?skill=go&workplace=remote&limit=20'`),
  ).toBeVisible();
  await expect(page.getByRole("link", { name: "/feeds/indeed.xml" })).toBeVisible();
  // In code a backtick is one.
  const words = await page.locator("main :is(p, li, dt, dd, th, td, h1, h2, h3)").allTextContents();
  expect(words.filter((text) => text.includes("`"))).toEqual([]);
});
