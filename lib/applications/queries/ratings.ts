import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { applicationRatings, applications } from "@/db/schema/applications";
import { users } from "@/db/schema/auth";
import type { Actor } from "@/lib/auth/input";
import { mayReview } from "./applications";

/** Ratings of one application that a page shows: those of twenty members, each of fifty lines. */
const mostRatings = 1_000;

const isOwn = ({ userId }: Actor) =>
  sql<boolean>`coalesce(${applicationRatings.userId} = ${userId}::uuid, false)`;

/** Whether the actor has rated a line of the same application: until then, a member sees no rating of anybody else. */
const hasRated = ({ userId }: Actor) =>
  sql`exists (select 1 from application_ratings own
    where own.application_id = ${applicationRatings.applicationId} and own.user_id = ${userId}::uuid)`;

export type Rating = Awaited<ReturnType<typeof listRatings>>[number];

/**
 * The ratings of an applicant of the actor's company that the actor may see, their own first and then by name: those of others only once the
 * actor has rated a line. `reviewer` is null for an account that is gone. Empty for everyone who is not a member.
 */
export function listRatings(actor: Actor, applicationId: string) {
  return db()
    .select({
      kind: applicationRatings.kind,
      slug: applicationRatings.slug,
      rating: applicationRatings.rating,
      reason: applicationRatings.reason,
      isOwn: isOwn(actor),
      reviewer: sql<string | null>`coalesce(${users.name}, ${users.email})`,
    })
    .from(applicationRatings)
    .innerJoin(applications, eq(applications.id, applicationRatings.applicationId))
    .leftJoin(users, eq(users.id, applicationRatings.userId))
    .where(
      and(
        eq(applicationRatings.applicationId, applicationId),
        mayReview(actor),
        // Its author is among those who have rated.
        hasRated(actor),
      ),
    )
    .orderBy(
      desc(isOwn(actor)),
      asc(sql`coalesce(${users.name}, ${users.email})`),
      asc(applicationRatings.id),
    )
    .limit(mostRatings);
}

/** How many members have rated an applicant, and whether the actor is among them. Accounts that are gone count as one member. */
export type Raters = { raters: number; isOwn: boolean };

/** Who has rated these applicants of the actor's companies, by the application; those whom nobody has rated are left out. Says nothing about how. */
export async function countRaters(
  actor: Actor,
  applicationIds: readonly string[],
): Promise<Map<string, Raters>> {
  if (applicationIds.length === 0) return new Map();
  const rows = await db()
    .select({
      id: applicationRatings.applicationId,
      raters: sql<number>`count(distinct coalesce(${applicationRatings.userId}::text, ''))::int`,
      isOwn: sql<boolean>`bool_or(${isOwn(actor)})`,
    })
    .from(applicationRatings)
    .innerJoin(applications, eq(applications.id, applicationRatings.applicationId))
    .where(and(inArray(applicationRatings.applicationId, [...applicationIds]), mayReview(actor)))
    .groupBy(applicationRatings.applicationId);
  return new Map(rows.map(({ id, ...raters }) => [id, raters]));
}
