import { Hono } from "hono";
import { limitRequests } from "@/app/api/v1/_parts/limit";
import { settings } from "@/lib/env";
import { asRefusal, errorStatus } from "@/lib/errors";
import { type FeedName, feedTypes, writeFeed } from "@/lib/feeds/formats";
import { readFeed } from "@/lib/feeds/queries";
import { logger } from "@/lib/log";

/** The feeds: any search, in four formats. */
export const feeds = new Hono().basePath("/feeds");

feeds.use(limitRequests);

feeds.get("/:name", async (c) => {
  const name = c.req.param("name");
  if (!isFeed(name)) return c.text("There is no such feed.", 404);
  const address = new URL(c.req.url);
  const read = await readFeed(address.searchParams);
  if ("faults" in read) return c.text(read.faults.map(({ message }) => message).join("\n"), 400);
  const home = settings().APP_URL;
  const query = read.query && `?${read.query}`;
  const at = { home, self: `${home}/feeds/${name}${query}`, page: `${home}/jobs${query}` };
  return c.body(writeFeed(name, read.postings, { ...at, title: read.title }), 200, {
    "Content-Type": feedTypes[name],
    "Cache-Control": "public, max-age=300",
  });
});

feeds.notFound((c) => c.text("There is no such feed.", 404));

feeds.onError((error, c) => {
  const refusal = asRefusal(error);
  if (!refusal) logger.error({ err: error, path: c.req.path }, "feed failed");
  if (refusal && errorStatus[refusal.code] === 503) c.header("Retry-After", "2");
  return c.text(
    refusal?.message ?? "Something went wrong on our side.",
    refusal ? errorStatus[refusal.code] : 500,
  );
});

const isFeed = (name: string): name is FeedName => Object.hasOwn(feedTypes, name);
