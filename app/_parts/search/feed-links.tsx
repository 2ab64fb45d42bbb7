import type { Metadata } from "next";
import { feedTitle } from "@/lib/feeds/queries";
import { type SearchCriteria, toParams } from "@/lib/search/criteria";

/** The way from a list to its feed. */
export function FeedLink({ criteria }: { criteria: SearchCriteria }) {
  return (
    <a
      href={feedHref(criteria)}
      type="application/rss+xml"
      title="New postings of this list, for feed readers"
      className="link inline-flex min-h-9 items-center text-sm"
    >
      Feed
    </a>
  );
}

/** The address of a search's feed. The order is left out: a feed is read by the newest. */
function feedHref(criteria: SearchCriteria, format: "rss" | "atom" | "json" = "rss"): string {
  const query = toParams({ ...criteria, sort: undefined }).toString();
  return `/feeds/postings.${format}${query && `?${query}`}`;
}

/** The feeds of a search in the head of its page, where readers of feeds look for them. `name` is the search in words. */
export function feedsInHead(criteria: SearchCriteria, name: string): Metadata["alternates"] {
  const title = feedTitle(name);
  return {
    types: {
      "application/rss+xml": [{ url: feedHref(criteria), title }],
      "application/atom+xml": [{ url: feedHref(criteria, "atom"), title }],
      "application/feed+json": [{ url: feedHref(criteria, "json"), title }],
    },
  };
}
