import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { hiddenPostings } from "@/db/schema/profiles";
import type { Actor } from "@/lib/auth/input";

/** That the user hid a posting: a condition on the table `postings`, for matches and alerts. Lists of `/jobs` are everyone's, and keep it. */
export const isHiddenFrom = (userId: string): SQL =>
  sql`exists (select 1 from hidden_postings h where h.user_id = ${userId}::uuid and h.posting_id = ${postings.id})`;

/** That the user applied to a posting, whatever became of it: a condition on the table `postings`. */
export const hasApplied = (userId: string): SQL =>
  sql`exists (select 1 from applications a where a.posting_id = ${postings.id} and a.candidate_id = ${userId}::uuid)`;

/** Which of these postings the actor hid. */
export async function listHiddenAmong(
  { userId }: Pick<Actor, "userId">,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db()
    .select({ id: hiddenPostings.postingId })
    .from(hiddenPostings)
    .where(and(eq(hiddenPostings.userId, userId), inArray(hiddenPostings.postingId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** What the actor hid, the latest first, at most 200. */
export function listHidden({ userId }: Pick<Actor, "userId">) {
  return db()
    .select({
      id: hiddenPostings.postingId,
      at: hiddenPostings.at,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
    })
    .from(hiddenPostings)
    .innerJoin(postings, eq(postings.id, hiddenPostings.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(eq(hiddenPostings.userId, userId))
    .orderBy(desc(hiddenPostings.at), hiddenPostings.postingId)
    .limit(200);
}
