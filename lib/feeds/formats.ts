import { XMLBuilder } from "fast-xml-parser";
import { Feed } from "feed";
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

/**
 * The text of a feed. `home` is our own address, `self` the feed's, `page` that of the page with the same search, and `title` the search in
 * words. The same postings give the same bytes.
 */
export function writeFeed(
  name: FeedName,
  postings: readonly PublicPosting[],
  { home, self, page, title }: { home: string; self: string; page: string; title: string },
): string {
  if (name === "indeed.xml") return indeed(postings, home);
  // Readers take titles and summaries of RSS and Atom for HTML, and those of a JSON Feed for text.
  const text = name === "postings.json" ? (value: string) => value : escapeHtml;
  const feed = new Feed({
    id: self,
    title: text(title),
    description: "Backend roles with the pay shown.",
    link: page,
    language: "en",
    copyright: "The postings belong to the companies that wrote them.",
    updated: new Date(Math.max(0, ...postings.map(({ confirmedAt }) => Date.parse(confirmedAt)))),
    feedLinks: { [name.split(".")[1] as string]: self },
  });
  for (const posting of postings)
    feed.addItem({
      id: posting.url,
      guid: posting.id,
      link: posting.url,
      title: text(`${posting.title}, ${posting.company.name}: ${payOf(posting)}`),
      description: text(summaryOf(posting)),
      content: `<p>${escapeHtml(summaryOf(posting))}</p>\n${htmlOf(posting.description)}`,
      date: new Date(posting.publishedAt),
      published: new Date(posting.publishedAt),
      author: [{ name: posting.company.name }],
      category: posting.skills.map(({ slug, label }) => ({ name: label, term: slug })),
    });
  if (name === "postings.rss") return feed.rss2();
  return name === "postings.atom" ? feed.atom1() : feed.json1();
}

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function payOf({ salary: { min, max, currency, period } }: PublicPosting): string {
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

const xml = new XMLBuilder({ format: true, cdataPropName: "cdata", ignoreAttributes: false });

/** Indeed's shape: a source with its jobs, one for each place or hiring country that a posting names. */
function indeed(postings: readonly PublicPosting[], home: string): string {
  // A section of this kind ends at its first "]]>", whoever wrote that.
  const text = (value: string) => ({ cdata: value.replaceAll("]]>", "]] >") });
  const job = postings.flatMap((posting) => {
    const { workplace, places, hiringCountries } = posting;
    const spots = places.length > 0 ? places : hiringCountries.map((country) => ({ city: null, country }));
    return spots.map(({ city, country }, at) => ({
      title: text(posting.title),
      date: text(new Date(posting.publishedAt).toUTCString()),
      referencenumber: text(at === 0 ? posting.id : `${posting.id}-${at + 1}`),
      url: text(posting.url),
      company: text(posting.company.name),
      city: text(city ?? ""),
      country: text(country),
      description: text(htmlOf(posting.description)),
      salary: text(payOf(posting)),
      jobtype: text(posting.employment.replace("-", "")),
      remotetype: text({ remote: "Fully remote", hybrid: "Hybrid remote", onsite: "" }[workplace]),
      expirationdate: text(new Date(posting.expiresAt).toUTCString()),
    }));
  });
  const source = { publisher: "Backplane", publisherurl: home, job };
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.build({ source })}`;
}
