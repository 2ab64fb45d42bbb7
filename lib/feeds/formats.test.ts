import { XMLParser, XMLValidator } from "fast-xml-parser";
import Parser from "rss-parser";
import { describe, expect, it } from "vitest";
import { postings } from "@/lib/postings/import/testing";
import { type FeedName, type FeedPosting, writeFeed } from "./formats";
import { indeedFeed } from "./indeed";
import { structuredData } from "./structured-data";

const hostile =
  "# Role\n\nWe build `Vec<String>` and List<T>. <script>alert(1)</script> <img src=x onerror=alert(2)>\n\n" +
  "- one ]]> two\n- [x](javascript:alert(3)) ![i](https://evil.example/t.png)";

const posting: FeedPosting & { claimed: boolean } = {
  id: "7e4b1c9a-0000-4000-8000-000000000001",
  slug: "backend",
  url: "http://localhost:3000/jobs/backend",
  title: "Backend <script>alert(4)</script> & more",
  company: { slug: "feedwell", name: "Feedwell & Sons <GmbH>", verified: false },
  skills: [{ slug: "go", label: "Go", must: true, minYears: null }],
  responsibilities: [],
  degree: { level: null, field: null, equalExperience: true },
  experience: { min: null, max: null, band: null },
  salary: {
    min: 60_000,
    max: 80_000,
    currency: "EUR",
    period: "year",
    yearlyUsd: { min: 68_000, max: 91_000 },
  },
  workplace: "hybrid",
  places: [{ city: "Berlin", country: "DE" }],
  hiringCountries: [],
  employment: "full-time",
  reality: {
    onCall: null,
    datastores: null,
    deploysPerWeek: null,
    requestsPerSecond: null,
    takeHome: null,
    interview: null,
    teamSize: null,
    complete: false,
  },
  replyDays: 14,
  answerRate: null,
  publishedAt: "2026-11-01T00:00:00.000Z",
  confirmedAt: "2026-11-01T00:00:00.000Z",
  expiresAt: "2026-12-30T00:00:00.000Z",
  description: hostile,
  changedAt: "2026-11-20T00:00:00.000Z",
  claimed: true,
};

const updated = new Date("2026-11-20T00:00:00Z");
const home = "http://localhost:3000";

async function feed(name: FeedName, of: Partial<FeedPosting> = {}): Promise<string> {
  const one = { ...posting, ...of };
  if (name !== "indeed.xml")
    return writeFeed(name, [one], {
      home,
      self: `${home}/feeds/${name}?q=a%3Cb`,
      page: `${home}/jobs?q=a%3Cb`,
      title: "Backplane: “a<b”",
      updated,
    });
  async function* pages() {
    yield [one];
    yield [{ ...one, id: "7e4b1c9a-0000-4000-8000-000000000002" }];
  }
  let text = "";
  for await (const piece of indeedFeed(pages(), { home, updated })) text += piece;
  return text;
}
const xml = new XMLParser({ ignoreAttributes: false });

/** The pieces of each format that a reader shows: the one that it takes for HTML, and the title. */
const shown: Record<FeedName, (text: string) => { html: string; title: string }> = {
  "postings.rss": (text) => {
    const { item } = xml.parse(text).rss.channel;
    return { html: item["content:encoded"], title: item.title };
  },
  "postings.atom": (text) => {
    const { entry } = xml.parse(text).feed;
    return { html: entry.content["#text"], title: entry.title["#text"] };
  },
  "postings.json": (text) => {
    const [item] = JSON.parse(text).items;
    return { html: item.content_html, title: item.title };
  },
  "indeed.xml": (text) => {
    const [job] = xml.parse(text).source.job;
    return { html: job.description, title: job.title };
  },
};

describe.each(Object.keys(shown) as FeedName[])("%s", (name) => {
  it("carries the page's HTML, with nothing in it that runs or loads", async () => {
    const { html } = shown[name](await feed(name));
    expect(html).toContain("<h3>Role</h3>");
    expect(html).toContain("<li>");
    expect(html).toContain("<code>Vec&#x3C;String></code> and List&#x3C;T>");
    expect(html).toContain("alert(1)");
    expect(html).not.toMatch(/<(script|img|iframe)|javascript:|\*\*|\son\w+="/);
  });

  it("has a title that reads as it was written", async () => {
    const { title } = shown[name](await feed(name));
    const isHtml = name === "postings.rss" || name === "postings.atom";
    expect(title).toContain(
      isHtml
        ? "Backend &lt;script&gt;alert(4)&lt;/script&gt; &amp; more"
        : "Backend <script>alert(4)</script> & more",
    );
  });
});

/** Titles that have broken the feeds of others. */
const hostileTitles = [
  "Backend \u000f Engineer\u0000",
  "A ]]> B </title> C <![CDATA[ D",
  "&amp; &#1; &nosuch; <!-- x --> ?> %pct;",
  "\ud83d half, \udc00 half, \ufffe\uffff, \u{1f680}",
  "</script><script>alert(1)</script> \u202e\u2028 \"'",
];

describe.each(hostileTitles)("with the title %j", (title) => {
  const hostile = { title, company: { ...posting.company, name: title }, description: title };

  it.each(["postings.rss", "postings.atom", "indeed.xml"] as const)("%s is well-formed", async (name) => {
    expect(XMLValidator.validate(await feed(name, hostile))).toBe(true);
  });

  it.each(["postings.rss", "postings.atom"] as const)("%s is read by a parser of feeds", async (name) => {
    const read = await new Parser().parseString(await feed(name, hostile));
    expect(read.items).toHaveLength(1);
    expect(read.items[0]).toMatchObject({ link: `${posting.url}?from=feed` });
  });

  it("postings.json is JSON", async () => {
    expect(JSON.parse(await feed("postings.json", hostile)).items[0].title).toContain(title);
  });
});

it("a feed has the search in words as its title, and the search's own page as its home", async () => {
  const { channel } = xml.parse(await feed("postings.rss")).rss;
  expect(channel.title).toBe("Backplane: “a&lt;b”");
  expect(channel.link).toBe("http://localhost:3000/jobs?q=a%3Cb");
  expect(xml.parse(await feed("postings.atom")).feed.title).toBe("Backplane: “a&lt;b”");
  expect(JSON.parse(await feed("postings.json"))).toMatchObject({
    title: "Backplane: “a<b”",
    home_page_url: "http://localhost:3000/jobs?q=a%3Cb",
  });
});

it("an entry has one id in every format, its company as its author, and the time of its last change", async () => {
  const id = `urn:uuid:${posting.id}`;
  const rss = xml.parse(await feed("postings.rss")).rss.channel;
  expect(rss.item).toMatchObject({ guid: { "#text": id }, "dc:creator": "Feedwell & Sons <GmbH>" });
  expect(rss.item.author).toBeUndefined();
  expect(xml.parse(await feed("postings.atom")).feed.entry).toMatchObject({
    id,
    published: posting.publishedAt,
    updated: posting.changedAt,
    author: { name: "Feedwell & Sons <GmbH>" },
  });
  expect(JSON.parse(await feed("postings.json"))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    language: "en",
    items: [
      {
        id,
        date_published: posting.publishedAt,
        date_modified: posting.changedAt,
        authors: [{ name: "Feedwell & Sons <GmbH>", url: "http://localhost:3000/companies/feedwell" }],
      },
    ],
  });
});

it("Indeed's feed holds every page, and no element for what a posting does not say", async () => {
  const { source } = xml.parse(await feed("indeed.xml", { places: [], hiringCountries: ["DE", "FR"] }));
  expect(source.lastBuildDate).toBe("2026-11-20T00:00:00.000Z");
  expect(source.job).toHaveLength(4);
  expect(source.job[1]).toMatchObject({
    referencenumber: `${posting.id}-2`,
    requisitionid: posting.id,
    date: "2026-11-01T00:00:00.000Z",
    country: "FR",
    category: "Go",
  });
  expect(source.job[0]).not.toHaveProperty("city");
  expect(source.job[0]).not.toHaveProperty("education");
});

it("structured data has the page's HTML too", () => {
  const links = { website: "https://feedwell.example", logo: null };
  const { description, title } = structuredData(posting, links);
  expect(description).toContain("<h3>Role</h3>");
  expect(description).not.toMatch(/<(script|img)|javascript:/);
  expect(title).toBe(posting.title);
  const data = structuredData(posting, links);
  expect(data).not.toHaveProperty("responsibilities");
  expect(data.hiringOrganization).toEqual({
    "@type": "Organization",
    name: "Feedwell & Sons <GmbH>",
    url: "http://localhost:3000/companies/feedwell",
    sameAs: "https://feedwell.example",
  });
});

it.each(["postings.rss", "indeed.xml"] as const)("%s is read again as it was written", async (name) => {
  const title = "Backend Engineer – Payments, Core";
  const [read] = await postings(await feed(name, { title }), "feed.xml");
  expect(read).toMatchObject({
    title,
    companyName: "Feedwell & Sons <GmbH>",
    tags: ["Go"],
    postedAt: new Date(posting.publishedAt),
  });
  expect(read?.description).toContain("### Role");
});
