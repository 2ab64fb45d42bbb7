import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { listWholePostingsByIds } from "@/lib/postings/queries/public";
import type { PublicPosting } from "@/lib/postings/shape";
import { type Fault, parseSearch, toParams } from "@/lib/search/criteria";
import { nameOf } from "@/lib/search/naming";
import { readCriteria, search } from "@/lib/search/queries/search";

/** Postings in one answer of a feed. */
const longest = 100;

/** What the feed of a search is called. `name` is the search in words, "" for all postings. */
export const feedTitle = (name: string) => `Backplane: ${name || "all backend jobs"}`;

/** What a feed of a search holds, newest first as the search says, and what it is called; or what of its address makes no sense. */
export async function readFeed(
  address: URLSearchParams,
): Promise<{ postings: PublicPosting[]; query: string; title: string } | { faults: Fault[] }> {
  const { criteria, faults } = await parseSearch(address);
  const { ready, faults: names, labels } = await readCriteria(criteria);
  if (faults.length + names.length > 0) return { faults: [...faults, ...names] };
  const answer = await search(ready, { limit: longest }, labels);
  const postings = await listWholePostingsByIds((answer?.postings ?? []).map(({ id }) => id));
  return {
    postings,
    query: toParams(ready.criteria).toString(),
    title: feedTitle(nameOf(ready.criteria, labels)),
  };
}

/** Addresses in one file of the sitemap, at most; files are cut by the first digits of ids, which are random, so that none is nearly full. */
const fileSize = 10_000;
const wanted = 0.8;

/** How many first digits of ids tell the files of the sitemap apart: 0 for one file, 1 for 16 … */
export async function findSitemapDigits(): Promise<number> {
  const [row] = await db().select({ n: sql<number>`count(*)::int` }).from(postings).where(isLive());
  let digits = 0;
  while ((row?.n ?? 0) / 16 ** digits > fileSize * wanted) digits++;
  return digits;
}

/** The live postings whose ids begin with `prefix` (hexadecimal digits): address and last change. */
export async function listSitemapPart(prefix: string) {
  const bound = (filler: string) =>
    prefix.padEnd(32, filler).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  return db()
    .select({ slug: postings.slug, changedAt: postings.updatedAt })
    .from(postings)
    .where(sql`${postings.id} between ${bound("0")}::uuid and ${bound("f")}::uuid and ${isLive()}`)
    .orderBy(postings.id)
    .limit(fileSize);
}
