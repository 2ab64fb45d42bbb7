import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applicationMoves, applications } from "@/db/schema/applications";
import { record } from "@/lib/events/commands";
import { takeClosing } from "@/lib/postings/commands/close";
import { present } from "@/lib/present";
import { isOpenNow } from "./queries/applications";
import { move } from "./rules";

/** So many rows in one statement. */
const chunk = 500;

/**
 * The worker's task of each minute: where a posting was closed with a message and the time to undo that has passed, everyone who still waits
 * gets the message as their answer, once. Whoever was moved or withdrew after the closing is left as they are.
 */
export async function answerClosed() {
  while (await inTransaction(answerOne));
}

async function answerOne(tx: Transaction): Promise<boolean> {
  const closing = await takeClosing(tx);
  if (!closing) return false;
  const { postingId, message } = closing;
  const waiting = await tx
    .select({
      id: applications.id,
      companyId: applications.companyId,
      state: applications.state,
      answeredAt: applications.answeredAt,
    })
    .from(applications)
    .where(
      and(eq(applications.postingId, postingId), isOpenNow, lte(applications.updatedAt, closing.closedAt)),
    )
    .orderBy(applications.id)
    .for("update");
  const moved = waiting.map((application) => ({
    ...application,
    ...move(application, { from: application.state, to: "rejected", message }, tx.now),
    from: application.state,
  }));
  for (let at = 0; at < moved.length; at += chunk)
    await write(tx, moved.slice(at, at + chunk), { postingId, message, actorId: closing.closedBy });
  return true;
}

type Moved = { id: string; companyId: string; from: (typeof applications.$inferSelect)["state"] };

async function write(
  tx: Transaction,
  moved: readonly Moved[],
  { postingId, message, actorId }: { postingId: string; message: string; actorId: string | null },
) {
  const to = "rejected" as const;
  await tx
    .update(applications)
    .set({
      state: to,
      answeredAt: sql`coalesce(${applications.answeredAt}, ${tx.now.toISOString()})`,
      updatedAt: tx.now,
    })
    .where(
      inArray(
        applications.id,
        moved.map(({ id }) => id),
      ),
    );
  const moves = await tx
    .insert(applicationMoves)
    .values(
      moved.map(({ id, from }) => ({ applicationId: id, fromState: from, toState: to, message, at: tx.now })),
    )
    .returning({ id: applicationMoves.id, applicationId: applicationMoves.applicationId });
  const moveIds = new Map(moves.map(({ id, applicationId }) => [applicationId, id]));
  await record(
    tx,
    ...moved.map(({ id, companyId, from }) => ({
      type: "application.moved" as const,
      actorId,
      companyId,
      postingId,
      applicationId: id,
      data: { from, to, moveId: present(moveIds.get(id)) },
    })),
  );
}
