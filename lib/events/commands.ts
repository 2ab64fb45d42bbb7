import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { enqueue } from "@/lib/background/commands";
import type { NewEvent } from "./input";

/**
 * Writes what happened into the transaction that made it happen, and has the worker tell those whom it concerns.
 * Gives the event's id.
 */
export async function record(tx: Transaction, event: NewEvent): Promise<number> {
  const [row] = await tx
    .insert(events)
    .values({
      type: event.type,
      at: tx.now,
      actorId: event.actorId,
      companyId: event.companyId ?? null,
      postingId: event.postingId ?? null,
      applicationId: event.applicationId ?? null,
      data: event.data ?? {},
    })
    .returning({ id: events.id });
  const { id } = row as { id: number };
  await enqueue(tx, "deliver-event", { eventId: id });
  return id;
}
