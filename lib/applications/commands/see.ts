import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { OwnApplication } from "../input";
import { isNews } from "../queries/applications";

/** Notes that the actor has looked at what is new in their application. Throws `not_found` where it is not theirs. It is safe to call twice. */
export function seeApplication({ userId }: Actor, { id }: OwnApplication) {
  return inTransaction(async (tx) => {
    const [application] = await tx
      .select({ postingId: applications.postingId, companyId: applications.companyId, isNews })
      .from(applications)
      .where(and(eq(applications.id, id), eq(applications.candidateId, userId)))
      .for("update");
    if (!application) throw new DomainError("not_found", "This application does not exist.");
    if (!application.isNews) return;
    await tx.update(applications).set({ seenAt: tx.now }).where(eq(applications.id, id));
    const { postingId, companyId } = application;
    await record(tx, { type: "application.seen", actorId: userId, companyId, postingId, applicationId: id });
  });
}

/**
 * Says that something happened in an application, in the transaction of what did, which has locked it: it is news to the candidate, unless they
 * did it themselves.
 */
export async function noteNews(tx: Transaction, id: string, byCandidate: boolean) {
  await tx
    .update(applications)
    .set({ updatedAt: tx.now, ...(byCandidate && { seenAt: tx.now }) })
    .where(eq(applications.id, id));
}
