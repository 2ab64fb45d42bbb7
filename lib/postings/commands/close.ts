import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { endedStates } from "@/lib/applications/lists";
import type { Actor } from "@/lib/auth/input";
import { daysBefore } from "@/lib/days";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import { counted, plural } from "@/lib/plural";
import { present } from "@/lib/present";
import type { ClosePosting, OnePosting } from "../input";
import { refuseToClose, reopen, undoMinutes } from "../life";
import type { CloseReason } from "../lists";
import { close } from "../rules";
import { type LockedPosting, lockPostingFor } from "./lock";

/**
 * Closes a published posting as filled or withdrawn. The message goes to those who wait for an answer when the closing cannot be undone any
 * more. Throws `not_found`; `conflict` when it is not published; `invalid` at `answer` when somebody waits and it is not said how they get
 * their answer.
 */
export function closePosting(actor: Actor, { id, ...how }: ClosePosting) {
  return inTransaction(async (tx) => {
    await closeLocked(tx, actor, await lockPostingFor(tx, actor, id), how);
  });
}

/** The same of a posting that is locked, in the caller's transaction. */
export async function closeLocked(
  tx: Transaction,
  actor: Actor,
  posting: LockedPosting,
  { reason, answer, message }: Omit<ClosePosting, "id">,
) {
  const { id } = posting;
  refuseToClose(posting, tx.now);
  const closed = close(posting, reason, tx.now);
  const waiting = answer ? 0 : await countWaiting(tx, id);
  if (waiting > 0)
    throw new DomainError(
      "invalid",
      `${counted(waiting, "applicant waits", "applicants wait")} for an answer. Choose how ${plural(waiting, "this person gets", "they get")} it.`,
      "answer",
    );
  await tx
    .update(postings)
    .set({ ...closed, closeMessage: answer === "message" ? present(message) : null, closeToldAt: null })
    .where(eq(postings.id, id));
  await record(tx, {
    type: "posting.closed",
    actorId: actor.userId,
    companyId: posting.companyId,
    postingId: id,
    data: { reason },
  });
}

async function countWaiting(tx: Transaction, id: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from applications a
    where a.posting_id = ${id} and a.state <> all(${sql.param([...endedStates])}::text[])`);
  return row?.n ?? 0;
}

/** Undoes a closing: the posting is published as before, and nobody is told of it. Throws `not_found`, or `conflict` after ten minutes. */
export function reopenPosting(actor: Actor, { id }: OnePosting) {
  return inTransaction(async (tx) => {
    const posting = await lockPostingFor(tx, actor, id);
    await tx.update(postings).set(reopen(posting, tx.now)).where(eq(postings.id, id));
    await record(tx, {
      type: "posting.reopened",
      actorId: actor.userId,
      companyId: posting.companyId,
      postingId: id,
    });
  });
}

/** A closing that cannot be undone any more, by whom it was closed and what those who wait are told. */
export type Closing = {
  postingId: string;
  closedAt: Date;
  closedBy: string | null;
  message: string;
  reason: CloseReason;
};

/** Takes one such closing in hand, in the transaction that tells those who wait: no other worker does, and it cannot be undone. */
export async function takeClosing(tx: Transaction): Promise<Closing | null> {
  const [due] = await tx
    .select({
      postingId: postings.id,
      closedAt: postings.closedAt,
      message: postings.closeMessage,
      reason: postings.closeReason,
      closedBy: sql<string | null>`(
        select e.actor_id from events e where e.posting_id = postings.id and e.type = 'posting.closed' order by e.id desc limit 1)`,
    })
    .from(postings)
    .where(
      and(
        eq(postings.state, "closed"),
        isNotNull(postings.closeMessage),
        isNull(postings.closeToldAt),
        lte(postings.closedAt, daysBefore(tx.now, undoMinutes / (24 * 60))),
      ),
    )
    .orderBy(postings.closedAt)
    .limit(1)
    .for("update", { skipLocked: true });
  if (!due) return null;
  await tx.update(postings).set({ closeToldAt: tx.now }).where(eq(postings.id, due.postingId));
  return {
    ...due,
    closedAt: present(due.closedAt),
    message: present(due.message),
    reason: present(due.reason),
  };
}
