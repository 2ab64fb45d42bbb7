import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { applicationReceipts, applications } from "@/db/schema/applications";
import type { Actor } from "@/lib/auth/input";

/** What the receipt of the actor's own application states, as it was written when that was sent; null for everyone else, and for older ones. */
export async function findReceipt(actor: Actor, applicationId: string): Promise<string | null> {
  const [row] = await db()
    .select({ payload: applicationReceipts.payload })
    .from(applicationReceipts)
    .innerJoin(applications, eq(applications.id, applicationReceipts.applicationId))
    .where(
      and(eq(applicationReceipts.applicationId, applicationId), eq(applications.candidateId, actor.userId)),
    );
  return row?.payload ?? null;
}
