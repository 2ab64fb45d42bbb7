import { sql } from "drizzle-orm";
import { inLongTransaction, type Transaction } from "@/db/client";
import { eraseExpired } from "@/lib/applications/commands/erase";
import { deleteMailJobs } from "@/lib/background/commands";
import { deleteFromMailbox } from "@/lib/email/commands";
import { record } from "@/lib/events/commands";
import { deleteNotifications } from "@/lib/notifications/commands";

/**
 * The worker's task of each hour: erases applications whose decision is older than their company stores them (12 months, or 1 to 24), with
 * messages, notes, files, interviews, what their matches and receipts were made from, and what was or will be told of them. Counts stay.
 */
export async function eraseOldApplications(): Promise<void> {
  while (await inLongTransaction(eraseSome));
}

async function eraseSome(tx: Transaction): Promise<boolean> {
  const erased = await eraseExpired(tx, async (ids) => {
    const events = sql`(select e.id from events e where e.application_id in ${ids})`;
    await deleteMailJobs(tx, { to: "", events, words: sql`(select i::text from ${ids} as asked (i))` });
    await deleteFromMailbox(tx, events);
    await deleteNotifications(tx, events);
  });
  if (erased.length > 0)
    await record(
      tx,
      ...erased.map((one) => ({ ...one, type: "application.retention_ended" as const, actorId: null })),
    );
  return erased.length > 0;
}
