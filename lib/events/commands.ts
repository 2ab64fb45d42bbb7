import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { enqueueAll } from "@/lib/background/commands";
import type { NewEvent } from "./input";
import { isMailed } from "./rules";

/** Writes what happened into the transaction that made it happen, and has the worker send the mails about it, if it is of a type with mails. */
export async function record(tx: Transaction, ...happened: NewEvent[]): Promise<void> {
  const rows = await tx
    .insert(events)
    .values(happened.map((event) => ({ ...event, at: tx.now })))
    .returning({ eventId: events.id, type: events.type, actorId: events.actorId });
  const jobs = rows.filter(isMailed).map(({ eventId }) => ({ eventId }));
  if (jobs.length > 0) await enqueueAll(tx, "deliver-event", jobs);
}
