import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";

/** Has the applications of an account that moved follow it, in the transaction that moved it: our mails, and answers, go to the new address. */
export async function followApplicant(
  tx: Transaction,
  { userId, from, to }: { userId: string; from: string; to: string },
) {
  await tx
    .update(applications)
    .set({ email: to })
    .where(and(eq(applications.candidateId, userId), eq(applications.email, from)));
}
