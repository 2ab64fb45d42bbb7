import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import { postings } from "@/db/schema/postings";
import type { Admin } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import type { Approved } from "@/lib/postings/commands/decide";
import { lockPosting } from "@/lib/postings/commands/lock";
import type { ApprovePosting } from "../input";
import { decidedInWords } from "../lists";
import { waitsForReview } from "../queries/queue";

/**
 * The posting, locked, if it waits for an admin. Throws `not_found`, and `conflict` where it does not wait any more: with what was decided
 * meanwhile, if that is why.
 */
export async function refuseIfDecided(tx: Transaction, id: string) {
  const posting = await lockPosting(tx, id);
  const [waiting] = await tx
    .select({ id: postings.id })
    .from(postings)
    .where(and(eq(postings.id, id), waitsForReview));
  if (!waiting) await refuseDecided(tx, id, "This posting is no longer in review.");
  return posting;
}

/**
 * What the admin approved of this very version of a posting, where that is the newest decision on it; null for none. The posting is locked.
 */
export async function findSameApproval(
  tx: Transaction,
  { userId }: Admin,
  { id, seen }: ApprovePosting,
): Promise<Approved["as"] | null> {
  const { publishAt, submittedAt } = await lockPosting(tx, id);
  const last = await findLast(tx, id);
  if (!seen || last?.kind !== "approve" || last.adminId !== userId || last.at < new Date(seen)) return null;
  if (submittedAt?.toISOString() !== seen) return "change";
  return publishAt && publishAt > tx.now ? "scheduled" : "live";
}

async function findLast(tx: Transaction, id: string) {
  const [last] = await tx
    .select({ kind: decisions.kind, at: decisions.at, adminId: decisions.adminId })
    .from(decisions)
    .where(eq(decisions.postingId, id))
    .orderBy(desc(decisions.id))
    .limit(1);
  return last;
}

/** Throws `conflict`, with the newest decision on a posting as the reason; `otherwise` where there is none. */
export async function refuseDecided(tx: Transaction, id: string, otherwise: string): Promise<never> {
  const last = await findLast(tx, id);
  throw new DomainError("conflict", last ? `This was decided already: ${decidedInWords(last)}.` : otherwise);
}
