import { Feed } from "feed";
import { arrivingFrom } from "@/lib/postings/arrival";
import { htmlOf } from "@/lib/postings/markup";
import type { PublicPosting } from "@/lib/postings/shape";
import { formatPlace } from "@/lib/postings/words";
import { countryName } from "@/lib/taxonomy/countries";
import { employmentWords, periodWords, workplaceWords } from "@/lib/taxonomy/words";

/** The formats of the public feeds by file name, each with its media type. */
export const feedTypes = {
  "postings.rss": "application/rss+xml; charset=utf-8",
  "postings.atom": "application/atom+xml; charset=utf-8",
  "postings.json": "application/feed+json; charset=utf-8",
  "indeed.xml": "application/xml; charset=utf-8",
} as const;
export type FeedName = keyof typeof feedTypes;

/** A posting in a feed, with its last published change. */
export type FeedPosting = PublicPosting & { changedAt: string };

/** What a feed is: `home` our own address, `self` the feed's, `page` that of the page with the same search, `title` the search in words. */
export type FeedHead = { home: string; self: string; page: string; title: string; updated: Date };

const about = "Backend roles with the pay shown.";

/**
 * The text of a feed but Indeed's. `updated` of an entry is its last published change. The same postings give the same bytes, and their ids
 * are the same in every format, wherever we are.
 */
export function writeFeed(
  name: Exclude<FeedName, "indeed.xml">,
  postings: readonly FeedPosting[],
  head: FeedHead,
): string {
  if (name === "postings.json") return jsonFeed(postings, head);
  const { self, page, title, updated } = head;
  const feed = new Feed({
    id: self,
    // Readers take titles and summaries of RSS and Atom for HTML, and those of a JSON Feed for text.
    title: escapeHtml(title),
    description: about,
    link: page,
    language: "en",
    copyright: "The postings belong to the companies that wrote them.",
    updated,
    feedLinks: { [name.split(".")[1] as string]: self },
  });
  for (const posting of postings)
    feed.addItem({
      id: idOf(posting),
      link: arrivingFrom(posting.url, "feed"),
      title: escapeHtml(titleOf(posting)),
      description: escapeHtml(summaryOf(posting)),
      content: contentOf(posting),
      date: new Date(posting.changedAt),
      published: new Date(posting.publishedAt),
      category: posting.skills.map(({ slug, label }) => ({ name: label, term: slug })),
      // RSS wants an address for mail in its own element for authors.
      ...(name === "postings.rss"
        ? { extensions: [{ name: "dc:creator", objects: { _text: posting.company.name } }] }
        : { author: [{ name: posting.company.name }] }),
    });
  return legalXml(name === "postings.rss" ? feed.rss2() : feed.atom1());
}

/** JSON Feed 1.1; the library writes version 1 alone. */
function jsonFeed(postings: readonly FeedPosting[], { home, self, page, title }: FeedHead): string {
  const items = postings.map((posting) => ({
    id: idOf(posting),
    url: arrivingFrom(posting.url, "feed"),
    title: titleOf(posting),
    summary: summaryOf(posting),
    content_html: contentOf(posting),
    date_published: posting.publishedAt,
    date_modified: posting.changedAt,
    authors: [{ name: posting.company.name, url: `${home}/companies/${posting.company.slug}` }],
    tags: posting.skills.map(({ label }) => label),
    language: "en",
  }));
  const version = "https://jsonfeed.org/version/1.1";
  const feed = {
    version,
    title,
    home_page_url: page,
    feed_url: self,
    description: about,
    language: "en",
    items,
  };
  return JSON.stringify(feed, null, 2);
}

const idOf = ({ id }: FeedPosting) => `urn:uuid:${id}`;
const titleOf = (posting: FeedPosting) => `${posting.title}, ${posting.company.name}: ${payOf(posting)}`;
const contentOf = (posting: FeedPosting) =>
  `<p>${escapeHtml(summaryOf(posting))}</p>\n${htmlOf(posting.description)}`;

/** Without the characters that XML 1.0 has no way to write: one of them would end the feed for every reader. */
export const legalXml = (xml: string) =>
  xml.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** "EUR 60,000–80,000 a year". */
export function payOf({ salary: { min, max, currency, period } }: PublicPosting): string {
  const money = (units: number) => units.toLocaleString("en");
  return `${currency} ${min === max ? money(min) : `${money(min)}–${money(max)}`} ${periodWords[period]}`;
}

function whereOf({ workplace, places, hiringCountries }: PublicPosting): string {
  const names =
    workplace === "remote"
      ? hiringCountries.map(countryName)
      : places.map(({ city, country }) => formatPlace(city, country));
  return `${workplaceWords[workplace]}: ${names.join("; ")}`;
}

const summaryOf = (posting: PublicPosting) =>
  [
    payOf(posting),
    whereOf(posting),
    employmentWords[posting.employment],
    posting.skills.map(({ label }) => label).join(", "),
  ]
    .filter(Boolean)
    .join(". ");
