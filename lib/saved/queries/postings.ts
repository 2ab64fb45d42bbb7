import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/auth";
import { companies } from "@/db/schema/companies";
import { postings } from "@/db/schema/postings";
import { savedPostings, stoppedReminders } from "@/db/schema/saved";
import type { Actor } from "@/lib/auth/input";
import { clock, isLive } from "@/lib/postings/queries/live";
import { present } from "@/lib/present";

/** Which of these postings the actor saved. */
export async function listSavedAmong(
  { userId }: Pick<Actor, "userId">,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db()
    .select({ id: savedPostings.postingId })
    .from(savedPostings)
    .where(and(isSavedBy(userId), inArray(savedPostings.postingId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

const pageSize = 50;

/** Of a posting that an admin removed nothing is public but the reason. */
const shownTitle = sql<string>`case when ${postings.state} = 'removed' then '' else ${postings.title} end`;

export type SavedPosting = Awaited<ReturnType<typeof listSavedPostings>>["postings"][number];

/**
 * What the actor saved, the latest first: one page from after the posting `after`, and where the next one begins, or null. Those that are
 * over stay, with what became of them; of a removed one the title is "".
 */
export async function listSavedPostings({ userId }: Pick<Actor, "userId">, after?: string) {
  const rows = await db()
    .select({
      id: postings.id,
      title: shownTitle,
      slug: postings.slug,
      companyName: companies.name,
      state: sql<typeof postings.$inferSelect.state>`
        case when ${postings.state} = 'published' and ${postings.expiresAt} <= ${clock} then 'expired' else ${postings.state} end`,
      live: sql<boolean>`${isLive()}`,
      closeReason: postings.closeReason,
      expiresAt: postings.expiresAt,
      note: savedPostings.note,
      savedAt: savedPostings.savedAt,
    })
    .from(savedPostings)
    .innerJoin(postings, eq(postings.id, savedPostings.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(isSavedBy(userId), after ? isBehind(userId, after) : undefined))
    .orderBy(desc(savedPostings.savedAt), desc(savedPostings.postingId))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { postings: page, next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** A posting that the actor removed from what they saved, for the way back; or null. Its title as in the list. */
export async function findRemovedPosting({ userId }: Pick<Actor, "userId">, postingId: string) {
  const [row] = await db()
    .select({ id: postings.id, title: shownTitle })
    .from(savedPostings)
    .innerJoin(postings, eq(postings.id, savedPostings.postingId))
    .where(
      and(
        eq(savedPostings.userId, userId),
        eq(savedPostings.postingId, postingId),
        isNotNull(savedPostings.removedAt),
      ),
    );
  return row ?? null;
}

/** What a reminder says of a saved posting; null where it is not saved any more, or not open. */
export async function findReminder({ userId }: Pick<Actor, "userId">, postingId: string) {
  const [row] = await db()
    .select({
      email: users.email,
      title: postings.title,
      slug: postings.slug,
      companyName: companies.name,
      expiresAt: postings.expiresAt,
      note: savedPostings.note,
    })
    .from(savedPostings)
    .innerJoin(users, eq(users.id, savedPostings.userId))
    .innerJoin(postings, eq(postings.id, savedPostings.postingId))
    .innerJoin(companies, eq(companies.id, postings.companyId))
    .where(and(isSavedBy(userId), eq(savedPostings.postingId, postingId), isLive()));
  return row ? { ...row, expiresAt: present(row.expiresAt) } : null;
}

/** Whether the user is reminded before a saved posting closes; false where there is no such user. */
export async function hasReminders({ userId }: Pick<Actor, "userId">): Promise<boolean> {
  const [row] = await db()
    .select({ id: users.id })
    .from(users)
    .leftJoin(stoppedReminders, eq(stoppedReminders.userId, users.id))
    .where(and(eq(users.id, userId), isNull(stoppedReminders.userId)));
  return row !== undefined;
}

const isSavedBy = (userId: string) => and(eq(savedPostings.userId, userId), isNull(savedPostings.removedAt));

/** Behind a posting that the user saved in the order of the list, also if they removed it meanwhile; none where they never saved it. */
const isBehind = (userId: string, postingId: string) => sql`
  (${savedPostings.savedAt}, ${savedPostings.postingId}) < (
    select l.saved_at, l.posting_id from saved_postings l
    where l.user_id = ${userId}::uuid and l.posting_id = ${postingId}::uuid)`;
