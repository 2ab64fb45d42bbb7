import { and, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { isClaimed } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import { daysAfter, daysBefore } from "@/lib/days";
import { record } from "@/lib/events/commands";
import type { NewEvent } from "@/lib/events/input";
import { askToConfirmAfterDays, remindOfEndDays } from "../life-days";
import { isShown } from "../queries/live";

/** So many postings in one transaction. */
const batch = 200;

/**
 * The worker's task of each minute: what time alone does to postings. Each step marks what it takes and records the event in one
 * transaction, and skips what another worker has in hand, so that each thing happens once.
 */
export async function advancePostings() {
  await untilDone(publishDue);
  await untilDone(expireDue);
  await untilDone(askToConfirm);
  await untilDone(remindOfEnd);
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
  await tell(
    tx,
    due.map((posting) => ({ ...posting, type: "posting.published" })),
  );
  return due.length;
}

/** Postings whose end has come are not live without it; here they are over on the record, and the company is told. */
async function expireDue(tx: Transaction) {
  const due = await lockDue(tx, lte(postings.expiresAt, tx.now));
  await mark(tx, due, { state: "expired", pausedAt: null });
  await tell(
    tx,
    due.map(({ isClaimed: _, ...posting }) => ({ ...posting, type: "posting.expired" })),
  );
  return due.length;
}

/** Two weeks after each confirmation, the company is asked once whether the posting is still open. */
async function askToConfirm(tx: Transaction) {
  const due = await lockDue(
    tx,
    isShown(),
    isNull(postings.publishAt),
    lte(postings.confirmedAt, daysBefore(tx.now, askToConfirmAfterDays)),
    or(isNull(postings.askedAt), lt(postings.askedAt, postings.confirmedAt)),
  );
  await mark(tx, due, { askedAt: tx.now });
  return tellCompanies(tx, due, "posting.unconfirmed");
}

/** A week before its end the company of a posting is reminded, once for each end. */
async function remindOfEnd(tx: Transaction) {
  const due = await lockDue(
    tx,
    isNull(postings.frozenAt),
    lte(postings.expiresAt, daysAfter(tx.now, remindOfEndDays)),
    isNull(postings.endToldAt),
  );
  await mark(tx, due, { endToldAt: tx.now });
  return tellCompanies(tx, due, "posting.ending");
}

/** Some of the published postings for which all of `due` holds, for the system to act on. */
const lockDue = async (tx: Transaction, ...due: (SQL | undefined)[]) =>
  (
    await tx
      .select({ ...eventColumns, isClaimed: isClaimed(sql`postings.company_id`) })
      .from(postings)
      .where(and(eq(postings.state, "published"), ...due))
      .limit(batch)
      .for("update", { skipLocked: true })
  ).map((posting) => ({ ...posting, actorId: null }));

const eventColumns = { postingId: postings.id, companyId: postings.companyId };

async function mark(
  tx: Transaction,
  due: readonly { postingId: string }[],
  columns: Partial<typeof postings.$inferInsert>,
) {
  const ids = due.map(({ postingId }) => postingId);
  if (ids.length > 0) await tx.update(postings).set(columns).where(inArray(postings.id, ids));
}

/** A company without members is told nothing, but its postings are marked, so that they are looked at once. */
async function tellCompanies(
  tx: Transaction,
  due: Awaited<ReturnType<typeof lockDue>>,
  type: "posting.unconfirmed" | "posting.ending",
) {
  const told = due.filter((posting) => posting.isClaimed);
  await tell(
    tx,
    told.map(({ isClaimed: _, ...posting }) => ({ ...posting, type })),
  );
  return due.length;
}

async function tell(tx: Transaction, happened: NewEvent[]) {
  if (happened.length > 0) await record(tx, ...happened);
}
