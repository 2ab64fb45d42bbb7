import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "./live";

/** The status of a posting's public page: 200 live, 410 once public and no longer, 404 never public or for now hidden. */
export async function findPostingStatus(slug: string): Promise<200 | 404 | 410> {
  const [row] = await db()
    .select({
      live: sql<boolean>`${isLive()}`,
      over: sql<boolean>`state in ('closed', 'expired', 'removed') or (state = 'published' and frozen_at is null and (expires_at <= (select app_now())))`,
    })
    .from(postings)
    .where(eq(postings.slug, slug));
  if (row?.live) return 200;
  return row?.over ? 410 : 404;
}
