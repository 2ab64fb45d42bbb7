import { and, eq } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { alertPostings } from "@/db/schema/notifications";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { reconfirmPosting } from "@/lib/postings/commands/life";
import { stopReminders } from "@/lib/saved/commands/postings";
import { stopAlerts } from "@/lib/saved/commands/searches";
import type { AnswerAlert, StopByToken } from "./input";
import { readConfirmToken, readRemindersToken, readStopToken } from "./tokens";

/**
 * Notes which postings the reader is told of in this transaction, and gives their ids: those that another search of theirs told them of in
 * the meantime are not among them.
 */
export async function noteTold(
  tx: Transaction,
  { userId, savedSearchId }: { userId: string; savedSearchId: string },
  postingIds: readonly string[],
): Promise<Set<string>> {
  // In one order everywhere, so that two alerts of one reader wait for each other and never in a circle.
  const rows = [...postingIds]
    .sort()
    .map((postingId) => ({ userId, postingId, savedSearchId, sentAt: tx.now }));
  const told = await tx
    .insert(alertPostings)
    .values(rows)
    .onConflictDoNothing()
    .returning({ postingId: alertPostings.postingId });
  return new Set(told.map(({ postingId }) => postingId));
}

/** Stops the mails that the link in one of them names; gives which they are, or null for a link that is not ours. */
export async function stopMails(token: string): Promise<"alerts" | "reminders" | null> {
  const search = readStopToken(token);
  const reader = readRemindersToken(token);
  if (search) await stopAlerts(search.savedSearchId);
  if (reader) await stopReminders(reader);
  return search ? "alerts" : reader ? "reminders" : null;
}

/** Confirms for the member whom the mail was to that its posting is still open. Throws `not_found` for a link that is not ours, else as `reconfirmPosting`. */
export async function confirmByToken({ token }: StopByToken): Promise<void> {
  const meant = readConfirmToken(token);
  if (!meant) throw new DomainError("not_found", "This link is not valid.");
  await reconfirmPosting(meant, { id: meant.postingId });
}

/**
 * Keeps whether a posting that the reader was told of was relevant to them; said again, the last word stands. Throws `not_found` where they
 * were not told of it.
 */
export function answerAlert({ userId }: Pick<Actor, "userId">, { postingId, relevant }: AnswerAlert) {
  return inTransaction(async (tx) => {
    const [answered] = await tx
      .update(alertPostings)
      .set({ relevant: relevant === "yes", answeredAt: tx.now })
      .where(and(eq(alertPostings.userId, userId), eq(alertPostings.postingId, postingId)))
      .returning({ postingId: alertPostings.postingId });
    if (!answered) throw new DomainError("not_found", "We did not send you an alert for this posting.");
    await record(tx, { type: "alert.answered", actorId: userId, postingId, data: { relevant } });
  });
}
