import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { clock, isLive } from "./live";

/** 200 live; 410 once public and over for good; 404 never public, or hidden for now. */
export type PostingStatus = 200 | 404 | 410;

/** The status of a posting's public page by its address. */
export const findPostingStatus = (slug: string) => findStatus(eq(postings.slug, slug));

/** The same by its id. */
export const findPostingStatusById = (id: string) => findStatus(eq(postings.id, id));

async function findStatus(which: SQL): Promise<PostingStatus> {
  const [row] = await db()
    .select({
      live: sql<boolean>`${isLive()}`,
      over: sql<boolean>`(${postings.state} in ('closed', 'expired', 'removed') and ${postings.publishedAt} is not null)
        or (${postings.state} = 'published' and ${postings.frozenAt} is null and ${postings.expiresAt} <= ${clock})`,
    })
    .from(postings)
    .where(which);
  if (row?.live) return 200;
  return row?.over ? 410 : 404;
}
