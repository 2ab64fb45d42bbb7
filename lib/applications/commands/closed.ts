import { and, eq, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { takeClosing } from "@/lib/postings/commands/close";
import { isOpenNow } from "../queries/applications";
import { firstAnswer, lockColumns, writeMoves } from "./write";

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
  const waiting = await tx
    .select(lockColumns)
    .from(applications)
    .where(
      and(
        eq(applications.postingId, closing.postingId),
        isOpenNow,
        sql`not exists (select 1 from application_moves m
          where m.application_id = ${applications.id} and m.at > ${closing.closedAt.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(applications.id)
    .for("update");
  await writeMoves(tx, waiting, {
    to: "rejected",
    event: "application.moved",
    actorId: closing.closedBy,
    message: closing.message,
    reasons: [{ kind: "plain", slug: closing.reason === "filled" ? "role_filled" : "role_withdrawn" }],
    columns: { answeredAt: firstAnswer(tx.now) },
  });
  return true;
}
