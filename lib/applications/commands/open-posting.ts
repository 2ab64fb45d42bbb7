import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isClaimed, isMember } from "@/db/membership";
import { applications } from "@/db/schema/applications";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import type { Question } from "@/lib/postings/lists";
import { isLive } from "@/lib/postings/queries/live";
import { questionsKey } from "@/lib/postings/questions-key";
import type { Apply } from "../input";

/**
 * A posting that takes an application of the actor, locked against changes. Throws `gone` when it is not live any more; `conflict` when nobody
 * here would answer, and when it is their own company's.
 */
export async function findOpenPosting(tx: Transaction, actor: Actor, id: string) {
  const [posting] = await tx
    .select({
      companyId: postings.companyId,
      replyDays: postings.replyDays,
      live: sql<boolean>`${isLive()}`,
      claimed: isClaimed(postings.companyId),
      own: isMember(actor, postings.companyId),
    })
    .from(postings)
    .where(eq(postings.id, id))
    .for("share");
  if (!posting?.live) throw new DomainError("gone", "This posting no longer accepts applications.");
  if (!posting.claimed)
    throw new DomainError("conflict", "This company has no members on Backplane. Apply on its own site.");
  if (posting.own) throw new DomainError("conflict", "You cannot apply to a posting of your own company.");
  return posting;
}

/** Throws `conflict` where the questions are not those that were shown to the one who answers. */
export function refuseOtherQuestions(questions: readonly Question[], { questions: shown }: Apply) {
  if (questionsKey(questions) !== (shown ?? questionsKey([])))
    throw new DomainError(
      "conflict",
      "The company changed its questions after you opened this page. Answer those that are shown now.",
    );
}

/** Throws `conflict` where the actor has applied already. */
export async function refuseIfSent(tx: Transaction, { userId }: Actor, postingId: string) {
  const [sent] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.postingId, postingId), eq(applications.candidateId, userId)));
  if (sent)
    throw new DomainError("conflict", "You have already applied to this posting. See it under Applications.");
}
