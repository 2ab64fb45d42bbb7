import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember, memberIdsOf } from "@/db/membership";
import { applicationNotes, applications, applicationTags } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import type { Actor } from "@/lib/auth/input";
import { mayReview } from "./applications";

/** The notes on an applicant of the actor's company, the latest first, at most 100. Empty for everyone who is not a member. */
export function listNotes(actor: Actor, applicationId: string) {
  return db()
    .select({
      id: applicationNotes.id,
      text: applicationNotes.text,
      at: applicationNotes.at,
      writer: sql<string | null>`coalesce(${users.name}, ${users.email})`,
    })
    .from(applicationNotes)
    .innerJoin(applications, eq(applications.id, applicationNotes.applicationId))
    .leftJoin(users, eq(users.id, applicationNotes.userId))
    .where(and(eq(applicationNotes.applicationId, applicationId), mayReview(actor)))
    .orderBy(desc(applicationNotes.id))
    .limit(100);
}

/** The tags of these applicants of the actor's companies, in the order of the alphabet, by the application. */
export async function listTags(
  actor: Actor,
  applicationIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db()
    .select({ id: applicationTags.applicationId, tag: applicationTags.tag })
    .from(applicationTags)
    .innerJoin(applications, eq(applications.id, applicationTags.applicationId))
    .where(and(inArray(applicationTags.applicationId, [...applicationIds]), mayReview(actor)))
    .orderBy(asc(applicationTags.tag));
  const tags = new Map<string, string[]>();
  for (const { id, tag } of rows) tags.set(id, [...(tags.get(id) ?? []), tag]);
  return tags;
}

/** The other members of a company that the actor is a member of, without those who are suspended, by name, at most 50: whom a note can mention. */
export function listColleagues(actor: Actor, companyId: string) {
  return db()
    .select({ id: users.id, name: sql<string>`coalesce(${users.name}, ${users.email})` })
    .from(users)
    .where(
      and(
        sql`${users.id} in ${memberIdsOf(sql`${companyId}::uuid`)}`,
        sql`${users.id} <> ${actor.userId}::uuid`,
        isNull(users.suspendedAt),
        isMember(actor, sql`${companyId}::uuid`),
      ),
    )
    .orderBy(sql`coalesce(${users.name}, ${users.email})`)
    .limit(50);
}
