import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { appeals } from "@/db/schema/moderation";
import type { Actor, Admin } from "@/lib/auth/input";
import { daysAfter } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { restorePosting } from "@/lib/postings/commands/decide";
import { thaw } from "@/lib/postings/commands/freeze";
import { type LockedPosting, lockPosting, lockPostingFor } from "@/lib/postings/commands/lock";
import { decideReports, dismissUpheld } from "@/lib/reports/commands";
import type { AppealDecision, DecideAppeal } from "../input";
import { appealDays } from "../lists";
import { findAppealed } from "../queries/appeals";

/**
 * Appeals, for its owner or recruiter, against what hides a posting now: its removal, or that it is frozen. Once for each, within 30 days.
 * Throws `not_found`, and `conflict` where nothing of the kind hides it, it was appealed before, or the days are over.
 */
export function appealDecision(actor: Actor, { id, words }: AppealDecision): Promise<void> {
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    const appealed = await findAppealed(posting, tx);
    if (!appealed)
      throw new DomainError("conflict", "There is no decision on this posting to appeal against.");
    if (daysAfter(appealed.at, appealDays) <= tx.now)
      throw new DomainError(
        "conflict",
        `A decision can be appealed within ${appealDays} days. They are over.`,
      );
    const { at: _, ...against } = appealed;
    const [appeal] = await tx
      .insert(appeals)
      .values({ ...against, postingId: id, words, at: tx.now })
      .onConflictDoNothing({ target: appeals.eventId })
      .returning({ id: appeals.id });
    if (!appeal)
      throw new DomainError("conflict", "This decision was appealed already. Each can be appealed once.");
    await record(tx, {
      type: "appeal.submitted",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
      data: { appealId: appeal.id },
    });
  });
}

/**
 * Decides an appeal, with reasons for the company. A decision that is reversed is undone with what followed from it: the posting is shown, or in
 * review, again, and those whose reports led to it are told. Throws `not_found`, `forbidden` for the admin whose decision it is about, and
 * `conflict` where it is decided already.
 */
export function decideAppeal(admin: Admin, { id, outcome, reasons }: DecideAppeal): Promise<void> {
  return inTransaction(async (tx) => {
    const { posting, appeal } = await lockAppeal(tx, id);
    if (appeal.state !== "open")
      throw new DomainError(
        "conflict",
        appeal.state === "settled"
          ? "There is nothing to decide any more: the posting was decided about in the meantime."
          : `This appeal was decided already: the decision was ${appeal.state}.`,
      );
    if (appeal.againstAdminId === admin.userId)
      throw new DomainError(
        "forbidden",
        "This appeal is against your own decision. Another admin decides it.",
      );
    await tx
      .update(appeals)
      .set({ state: outcome, decidedBy: admin.userId, decidedAt: tx.now, reasons })
      .where(eq(appeals.id, id));
    if (outcome === "reversed") await reverse(tx, admin, posting, appeal);
    await record(tx, {
      type: "appeal.decided",
      actorId: admin.userId,
      companyId: posting.companyId,
      postingId: posting.id,
      data: { appealId: id, outcome },
    });
  });
}

/** Ends the open appeal about a posting that was decided about in another way, in the transaction of that decision. */
export async function settleAppeals(tx: Transaction, postingId: string) {
  await tx
    .update(appeals)
    .set({ state: "settled", decidedAt: tx.now })
    .where(and(eq(appeals.postingId, postingId), eq(appeals.state, "open")));
}

async function reverse(
  tx: Transaction,
  admin: Admin,
  posting: LockedPosting,
  { against, eventId }: Pick<typeof appeals.$inferSelect, "against" | "eventId">,
) {
  const appealed = await findAppealed(posting, tx);
  // Whatever ends a freezing or removal settles its appeal, so this is what is in force.
  if (appealed?.eventId !== eventId) throw new Error(`Posting ${posting.id} is hidden by another decision.`);
  if (against === "freeze") {
    await thaw(tx, posting);
    await decideReports(tx, admin, posting, "dismissed");
    return;
  }
  await restorePosting(tx, admin, posting, appealed.at);
  await dismissUpheld(tx, admin, posting, appealed.at);
}

/** An appeal with its posting, both locked: the posting first, as every decision has it. */
async function lockAppeal(tx: Transaction, id: string) {
  const [found] = await tx.select({ postingId: appeals.postingId }).from(appeals).where(eq(appeals.id, id));
  if (!found) throw new DomainError("not_found", "We cannot find this appeal.");
  const posting = await lockPosting(tx, found.postingId);
  const [appeal] = await tx
    .select({
      state: appeals.state,
      against: appeals.against,
      eventId: appeals.eventId,
      againstAdminId: appeals.againstAdminId,
    })
    .from(appeals)
    .where(eq(appeals.id, id))
    .for("update");
  if (!appeal) throw new DomainError("not_found", "We cannot find this appeal.");
  return { posting, appeal };
}
