import { XMLParser } from "fast-xml-parser";
import { DomUtils, parseDocument } from "htmlparser2";
import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { expect, test } from "../fixtures";

/** A live posting of a company of its own, found by its company alone. */
async function created() {
  const slug = unique("feedwell");
  const company = await createCompany({ slug, name: "Feedwell & Sons <GmbH>", owner: await createUser() });
  const posting = await createPosting({
    companyId: company.id,
    companySlug: slug,
    title: "Backend <Engineer>",
    description:
      "Ends nothing: ]]> and </script> are words here, and this description goes on for a while longer.",
    skills: [{ slug: "go" }],
    places: [
      { city: "Berlin", country: "DE" },
      { city: "Lyon", country: "FR" },
    ],
  });
  return { query: `company=${slug}`, ...posting };
}

const xml = new XMLParser({ ignoreAttributes: false });

for (const [name, type, titleOf] of [
  ["postings.rss", "application/rss+xml", (text: string) => xml.parse(text).rss.channel.item.title],
  ["postings.atom", "application/atom+xml", (text: string) => xml.parse(text).feed.entry.title["#text"]],
  ["postings.json", "application/feed+json", (text: string) => JSON.parse(text).items[0].title],
  ["indeed.xml", "application/xml", (text: string) => xml.parse(text).source.job[0].title],
] as const)
  test(`${name} holds the postings of a search, and those that are read often say when nothing is new`, async ({
    request,
  }) => {
    const { query } = await created();
    const answer = await request.get(`/feeds/${name}?${query}&utm_source=reader`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toContain(type);
    const isHtml = name === "postings.rss" || name === "postings.atom";
    expect(titleOf(await answer.text())).toContain(
      isHtml ? "Backend &lt;Engineer&gt;" : "Backend <Engineer>",
    );
    expect((await request.get(`/feeds/${name}?band=wizard`)).status()).toBe(400);
    // It has all postings and is sent as it is written, so nobody knows beforehand whether it is new.
    if (name === "indeed.xml") return;
    const again = await request.get(`/feeds/${name}?${query}`, {
      headers: { "If-None-Match": answer.headers().etag as string },
    });
    expect(again.status()).toBe(304);
  });

test("every list leads to its feed, by a link and in its head, and the feed has the search in words as its title", async ({
  page,
  request,
}) => {
  const company = await createCompany({ name: unique("Feedwell"), owner: await createUser() });
  await createPosting({ companyId: company.id, workplace: "remote", skills: [{ slug: "go" }] });
  const query = `skill=go&workplace=remote&company=${company.slug}`;
  const title = `Backplane: Go, remote, at ${company.name}`;
  for (const [path, feed, name] of [
    [`/jobs?${query}&sort=salary`, `?${query}`, title],
    ["/jobs", "", "Backplane: all backend jobs"],
    [`/companies/${company.slug}`, `?company=${company.slug}`, `Backplane: ${company.name}`],
    ["/skills/go", "?skill=go", "Backplane: Go"],
  ] as const) {
    await page.goto(path);
    const heads = page.locator('head link[rel="alternate"]');
    const found = await heads.evaluateAll((links) =>
      links.map((link) => ["type", "href", "title"].map((of) => link.getAttribute(of))),
    );
    const formats = [
      ["application/rss+xml", "rss"],
      ["application/atom+xml", "atom"],
      ["application/feed+json", "json"],
    ];
    expect(found).toEqual(
      formats.map(([type, end]) => [
        type,
        expect.stringMatching(new RegExp(`^http.*/feeds/postings\\.${end}${feed.replace("?", "\\?")}$`)),
        name,
      ]),
    );
    const link = page.getByRole("link", { name: "Feed", exact: true });
    const address = (await link.getAttribute("href")) as string;
    expect(address).toBe(`/feeds/postings.rss${feed}`);
    const { channel } = xml.parse(await (await request.get(address)).text()).rss;
    expect(channel.title).toBe(name);
    expect(channel.link).toBe(`${new URL(page.url()).origin}/jobs${feed}`);
  }
  await page.goto(`/jobs?${query}`);
  await expect(page).toHaveTitle(`Go, remote, at ${company.name}: 1 backend job · Backplane`);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute(
    "content",
    `1 backend job: Go, remote, at ${company.name}. Each shows its pay and what it requires.`,
  );
});

test("the API says when nothing is new, too", async ({ request }) => {
  const { id } = await created();
  const answer = await request.get(`/api/v1/postings/${id}`);
  const headers = { "If-None-Match": answer.headers().etag as string };
  expect((await request.get(`/api/v1/postings/${id}`, { headers })).status()).toBe(304);
});

test("the sitemap leads to each live posting", async ({ request }) => {
  const { slug } = await created();
  const index = xml.parse(await (await request.get("/sitemap.xml")).text());
  const files: string[] = index.sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
  const texts = await Promise.all(
    files.map(async (file) => (await request.get(new URL(file).pathname)).text()),
  );
  expect(texts.join("")).toContain(`/jobs/${slug}</loc>`);
  expect((await request.get("/sitemaps/nothing.xml")).status()).toBe(404);
  expect(await (await request.get("/robots.txt")).text()).toContain("sitemap.xml");
});

test("a posting's page says the same for machines, and text of its writer cannot end the script", async ({
  request,
}) => {
  const { slug } = await created();
  const scripts = async (path: string) => {
    const page = parseDocument(await (await request.get(path)).text());
    return DomUtils.findAll((one) => one.attribs.type === "application/ld+json", page.children);
  };
  const data = JSON.parse(DomUtils.textContent(await scripts(`/jobs/${slug}`)));
  expect(data).toMatchObject({
    "@type": "JobPosting",
    title: "Backend <Engineer>",
    hiringOrganization: { name: "Feedwell & Sons <GmbH>" },
    baseSalary: { currency: "EUR", value: { minValue: 60_000, maxValue: 80_000, unitText: "YEAR" } },
  });
  expect(data.description).toContain("&#x3C;/script> are words here");
  expect(await scripts("/jobs/nothing-of-this-name")).toEqual([]);
});
