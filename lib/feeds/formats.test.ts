import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import type { PublicPosting } from "@/lib/postings/shape";
import { type FeedName, writeFeed } from "./formats";
import { structuredData } from "./structured-data";

const hostile =
  "# Role\n\nWe build `Vec<String>` and List<T>. <script>alert(1)</script> <img src=x onerror=alert(2)>\n\n" +
  "- one ]]> two\n- [x](javascript:alert(3)) ![i](https://evil.example/t.png)";

const posting: PublicPosting & { claimed: boolean } = {
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
  claimed: true,
};

const feed = (name: FeedName) =>
  writeFeed(name, [posting], {
    home: "http://localhost:3000",
    self: `http://localhost:3000/feeds/${name}?q=a%3Cb`,
    page: "http://localhost:3000/jobs?q=a%3Cb",
    title: "Backplane: “a<b”",
  });
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
    const { job } = xml.parse(text).source;
    return { html: job.description, title: job.title };
  },
};

describe.each(Object.keys(shown) as FeedName[])("%s", (name) => {
  const { html, title } = shown[name](feed(name));

  it("carries the page's HTML, with nothing in it that runs or loads", () => {
    expect(html).toContain("<h3>Role</h3>");
    expect(html).toContain("<li>");
    expect(html).toContain("<code>Vec&#x3C;String></code> and List&#x3C;T>");
    expect(html).toContain("alert(1)");
    expect(html).not.toMatch(/<(script|img|iframe)|javascript:|\*\*|\son\w+="/);
  });

  it("has a title that reads as it was written", () => {
    const isHtml = name === "postings.rss" || name === "postings.atom";
    expect(title).toContain(
      isHtml
        ? "Backend &lt;script&gt;alert(4)&lt;/script&gt; &amp; more"
        : "Backend <script>alert(4)</script> & more",
    );
  });
});

it("a feed has the search in words as its title, and the search's own page as its home", () => {
  const { channel } = xml.parse(feed("postings.rss")).rss;
  expect(channel.title).toBe("Backplane: “a&lt;b”");
  expect(channel.link).toBe("http://localhost:3000/jobs?q=a%3Cb");
  expect(xml.parse(feed("postings.atom")).feed.title).toBe("Backplane: “a&lt;b”");
  expect(JSON.parse(feed("postings.json"))).toMatchObject({
    title: "Backplane: “a<b”",
    home_page_url: "http://localhost:3000/jobs?q=a%3Cb",
  });
});

it("structured data has the page's HTML too", () => {
  const { description, title } = structuredData(posting);
  expect(description).toContain("<h3>Role</h3>");
  expect(description).not.toMatch(/<(script|img)|javascript:/);
  expect(title).toBe(posting.title);
});
