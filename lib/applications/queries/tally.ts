import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember } from "@/db/membership";
import { applicationMatches, applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { sheetFrom } from "@/lib/matching/record";
import { type LineTally, tallyOf } from "@/lib/matching/rules/tally";
import { readInputs } from "@/lib/matching/stored";

/**
 * What the applicants for a posting of the actor's company have of what it asks, and how many applicants that is: the first 500 that a match
 * sheet was stored for. Null for fewer than five, and for everyone who is not a member. It reads the stored inputs and nothing about people.
 */
export async function findTally(
  actor: Actor,
  postingId: string,
): Promise<{ applicants: number; lines: LineTally[] } | null> {
  const rows = await db()
    .select({ inputs: applicationMatches.inputs })
    .from(applications)
    .innerJoin(applicationMatches, eq(applicationMatches.applicationId, applications.id))
    .where(and(eq(applications.postingId, postingId), isMember(actor, applications.companyId)))
    .orderBy(asc(applications.submittedAt), asc(applications.id))
    .limit(500);
  const lines = tallyOf(rows.map(({ inputs }) => sheetFrom(readInputs(inputs))));
  return lines && { applicants: rows.length, lines };
}
