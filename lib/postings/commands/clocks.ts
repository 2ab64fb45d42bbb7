import { and, eq, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";

/** So many postings in one transaction. */
const batch = 200;

/**
 * The worker's task of each minute: what time alone does to postings. Each step marks what it takes and records the event in one
 * transaction, and skips what another worker has in hand, so that each thing happens once.
 */
export async function advancePostings() {
  await untilDone(publishDue);
}

async function untilDone(step: (tx: Transaction) => Promise<number>) {
  while ((await inTransaction(step)) === batch);
}

/**
 * Postings whose time of publication has come are live without it (`isLive`); here that is recorded, as the act of the admin who approved
 * them, and the company is told.
 */
async function publishDue(tx: Transaction) {
  const due = await tx
    .select({
      ...eventColumns,
      actorId: sql<string | null>`(
        select d.admin_id from decisions d where d.posting_id = postings.id and d.kind = 'approve' order by d.id desc limit 1)`,
    })
    .from(postings)
    .where(
      and(eq(postings.state, "published"), isNotNull(postings.publishAt), lte(postings.publishAt, tx.now)),
    )
    .limit(batch)
    .for("update", { skipLocked: true });
  await mark(tx, due, { publishAt: null });
  return tell(
    tx,
    due.map((posting) => ({ ...posting, type: "posting.published" })),
  );
}

const eventColumns = { postingId: postings.id, companyId: postings.companyId };

async function mark(
  tx: Transaction,
  due: readonly { postingId: string }[],
  columns: Partial<typeof postings.$inferInsert>,
) {
  const ids = due.map(({ postingId }) => postingId);
  if (ids.length > 0) await tx.update(postings).set(columns).where(inArray(postings.id, ids));
}

async function tell(tx: Transaction, happened: NewEvent[]) {
  if (happened.length > 0) await record(tx, ...happened);
  return happened.length;
}
