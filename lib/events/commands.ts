import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { enqueueAll } from "@/lib/background/commands";
import type { NewEvent } from "./input";

/** Writes what happened into the transaction that made it happen, and has the worker tell those whom it concerns. */
export async function record(tx: Transaction, ...happened: NewEvent[]): Promise<void> {
  const rows = await tx
    .insert(events)
    .values(
      happened.map((event) => ({
        type: event.type,
        at: tx.now,
        actorId: event.actorId,
        companyId: event.companyId ?? null,
        postingId: event.postingId ?? null,
        applicationId: event.applicationId ?? null,
        data: event.data ?? {},
      })),
    )
    .returning({ eventId: events.id });
  await enqueueAll(tx, "deliver-event", rows);
}
