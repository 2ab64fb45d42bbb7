import { and, desc, inArray, max, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { events } from "@/db/schema/events";
import { postings } from "@/db/schema/postings";
import { isPublicCompany } from "@/lib/companies/queries";
import { isLive } from "@/lib/postings/queries/live";
import { listWholePostingsByIds } from "@/lib/postings/queries/public";
import type { PublicPosting } from "@/lib/postings/shape";
import { type Fault, parseSearch, toParams } from "@/lib/search/criteria";
import { nameOf } from "@/lib/search/naming";
import type { ReadySearch } from "@/lib/search/queries/compile";
import { listAllFound } from "@/lib/search/queries/run";
import { readCriteria, search } from "@/lib/search/queries/search";
import { listCountedSkills } from "@/lib/search/queries/tags";
import type { FeedPosting } from "./formats";

/** Postings in one answer of a feed. */
const longest = 100;

/** What the feed of a search is called. `name` is the search in words, "" for all postings. */
export const feedTitle = (name: string) => `Backplane: ${name || "all backend jobs"}`;

/** The search of a feed's address, ready; or what of the address makes no sense. */
async function readAddress(
  address: URLSearchParams,
): Promise<
  { faults: Fault[] } | { ready: ReadySearch; labels: Map<string, string>; query: string; title: string }
> {
  const { criteria, faults } = await parseSearch(address);
  const { ready, faults: names, labels } = await readCriteria(criteria);
  if (faults.length + names.length > 0) return { faults: [...faults, ...names] };
  const query = toParams(ready.criteria).toString();
  return { ready, labels, query, title: feedTitle(nameOf(ready.criteria, labels)) };
}

/**
 * What a feed of a search holds, newest first as the search says, and what it is called; or what of its address makes no sense. `updated` is
 * the last change of what it holds, or of anything public where it holds nothing.
 */
export async function readFeed(
  address: URLSearchParams,
): Promise<{ postings: FeedPosting[]; query: string; title: string; updated: Date } | { faults: Fault[] }> {
  const read = await readAddress(address);
  if ("faults" in read) return read;
  const { ready, labels, query, title } = read;
  const answer = await search(ready, { limit: longest }, labels);
  const ids = (answer?.postings ?? []).map(({ id }) => id);
  const [whole, changes] = await Promise.all([listWholePostingsByIds(ids), listLastChanges(ids)]);
  const postings = whole.map((posting) => {
    const changed = changes.get(posting.id);
    const changedAt = changed && changed > posting.publishedAt ? changed : posting.publishedAt;
    return { ...posting, changedAt };
  });
  const updated =
    postings.length > 0
      ? new Date(Math.max(...postings.map(({ changedAt }) => Date.parse(changedAt))))
      : await findLastChange();
  return { postings, query, title, updated };
}

/** Postings of Indeed's feed that are read at once. */
const pageLength = 200;

/** All postings of a search, page by page, for the feed that has to hold every one; or what of its address makes no sense. */
export async function readWholeFeed(
  address: URLSearchParams,
): Promise<{ pages: AsyncIterable<PublicPosting[]>; updated: Date } | { faults: Fault[] }> {
  const read = await readAddress(address);
  if ("faults" in read) return read;
  return { pages: pagesOf(read.ready), updated: await findLastChange() };
}

async function* pagesOf(ready: ReadySearch) {
  for await (const ids of listAllFound(ready, pageLength)) yield await listWholePostingsByIds(ids);
}

/** What changes a posting for those who read it. That it was confirmed again changes nothing in it. */
const changing = inArray(events.type, ["posting.published", "posting.changed", "posting.revised"]);

async function listLastChanges(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: events.postingId, at: max(events.at) })
    .from(events)
    .where(and(inArray(events.postingId, ids), changing))
    .groupBy(events.postingId);
  return new Map(rows.flatMap(({ id, at }) => (id && at ? [[id, at.toISOString()] as const] : [])));
}

/** When anything public changed last; the beginning of our time where nothing ever did. */
async function findLastChange(): Promise<Date> {
  const [last] = await db()
    .select({ at: events.at })
    .from(events)
    .where(changing)
    .orderBy(desc(events.id))
    .limit(1);
  return last?.at ?? firstDay;
}

const firstDay = new Date("2026-01-01T00:00:00Z");

/** Addresses in one file of the sitemap, at most; files are cut by the first digits of ids, which are random, so that none is nearly full. */
const fileSize = 10_000;
const wanted = 0.8;

/** What has so many pages that its part of the sitemap is cut: where it is, which of it is public, and when it changed. */
const kinds = {
  postings: {
    table: postings,
    isListed: isLive(),
    changedAt: sql<Date | null>`${postings.updatedAt}`.mapWith(postings.updatedAt),
  },
  companies: {
    table: companies,
    isListed: isPublicCompany(sql`${companies.id}`),
    changedAt: sql<null>`null`,
  },
};
export type SitemapKind = keyof typeof kinds;

/** How many first digits of ids tell the files of the sitemap of one kind apart: 0 for one file, 1 for 16 … */
export async function findSitemapDigits(kind: SitemapKind): Promise<number> {
  const { table, isListed } = kinds[kind];
  const [row] = await db().select({ n: sql<number>`count(*)::int` }).from(table).where(isListed);
  let digits = 0;
  while ((row?.n ?? 0) / 16 ** digits > fileSize * wanted) digits++;
  return digits;
}

/** The live postings, or public companies, whose ids begin with `prefix` (hexadecimal digits): address, and last change where it is known. */
export async function listSitemapPart(kind: SitemapKind, prefix: string) {
  const { table, isListed, changedAt } = kinds[kind];
  const bound = (filler: string) =>
    prefix.padEnd(32, filler).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return db()
    .select({ slug: table.slug, changedAt })
    .from(table)
    .where(sql`${table.id} between ${bound("0")}::uuid and ${bound("f")}::uuid and ${isListed}`)
    .orderBy(table.id)
    .limit(fileSize);
}

/** The slugs of skills that a live posting has, or has by implication: their pages have something to show. */
export async function listSkillsInUse(): Promise<string[]> {
  return (await listCountedSkills()).filter(({ postings: count }) => count > 0).map(({ slug }) => slug);
}
