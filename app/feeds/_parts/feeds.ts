import { Hono } from "hono";
import { openToEveryOrigin } from "@/app/api/_parts/cors";
import { limitRequests } from "@/app/api/v1/_parts/limit";
import { settings } from "@/lib/env";
import { asRefusal, errorStatus } from "@/lib/errors";
import { type FeedName, feedTypes, writeFeed } from "@/lib/feeds/formats";
import { indeedFeed } from "@/lib/feeds/indeed";
import { readFeed, readWholeFeed } from "@/lib/feeds/queries";
import { logger } from "@/lib/log";

/** The feeds: any search, in four formats. */
export const feeds = new Hono().basePath("/feeds");

feeds.use(openToEveryOrigin);
feeds.use(limitRequests);

feeds.get("/:name", async (c) => {
  const name = c.req.param("name");
  if (!isFeed(name)) return c.text("There is no such feed.", 404);
  const address = new URL(c.req.url);
  const home = settings().APP_URL;
  const headers = { "Content-Type": feedTypes[name], "Cache-Control": "public, max-age=300" };
  const lastModified = (updated: Date) => ({ "Last-Modified": updated.toUTCString() });
  if (name === "indeed.xml") {
    const read = await readWholeFeed(address.searchParams);
    if ("faults" in read) return c.text(inLines(read.faults), 400);
    const pieces = indeedFeed(read.pages, { home, updated: read.updated });
    return c.body(streamOf(pieces), 200, { ...headers, ...lastModified(read.updated) });
  }
  const read = await readFeed(address.searchParams);
  if ("faults" in read) return c.text(inLines(read.faults), 400);
  const { title, updated } = read;
  const query = read.query && `?${read.query}`;
  const at = { home, self: `${home}/feeds/${name}${query}`, page: `${home}/jobs${query}` };
  return c.body(writeFeed(name, read.postings, { ...at, title, updated }), 200, {
    ...headers,
    ...lastModified(updated),
  });
});

/** The pieces as bytes, each made when the one before it was taken. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

const inLines = (faults: { message: string }[]) => faults.map(({ message }) => message).join("\n");

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
