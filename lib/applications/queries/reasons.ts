import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isMember } from "@/db/membership";
import { applications, rejectionReasons } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";

/** How often each reason was given for a no to applicants of a posting of the actor's company, the most frequent first, at most 50. Empty for strangers. */
export function countReasons(actor: Actor, postingId: string) {
  const times = sql<number>`count(*)::int`;
  return db()
    .select({ kind: rejectionReasons.kind, slug: rejectionReasons.slug, times })
    .from(rejectionReasons)
    .innerJoin(applications, eq(applications.id, rejectionReasons.applicationId))
    .where(and(eq(applications.postingId, postingId), isMember(actor, applications.companyId)))
    .groupBy(rejectionReasons.kind, rejectionReasons.slug)
    .orderBy(desc(times), rejectionReasons.kind, rejectionReasons.slug)
    .limit(50);
}
