import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema/events";
import { webhooks } from "@/db/schema/webhooks";
import { enqueueAll } from "@/lib/background/commands";
import type { NewEvent } from "./input";
import { isAnnounced, isMailed } from "./rules";

/**
 * Writes what happened into the transaction that made it happen, and has the worker send the mails about it, if it is of a type with mails,
 * and tell the webhooks that ask for it.
 */
export async function record(tx: Transaction, ...happened: NewEvent[]): Promise<void> {
  const rows = await tx
    .insert(events)
    .values(happened.map((event) => ({ ...event, at: tx.now })))
    .returning({ eventId: events.id, type: events.type, actorId: events.actorId });
  const jobs = rows.filter(isMailed).map(({ eventId }) => ({ eventId }));
  if (jobs.length > 0) await enqueueAll(tx, "deliver-event", jobs);
  const announced = await askedFor(tx, rows.filter(isAnnounced));
  if (announced.length > 0) await enqueueAll(tx, "announce-event", announced);
}

/** Those of the events that a webhook of their company asks for. */
async function askedFor(tx: Transaction, rows: { eventId: number }[]) {
  if (rows.length === 0) return [];
  return tx
    .selectDistinct({ eventId: events.id })
    .from(events)
    .innerJoin(webhooks, eq(webhooks.companyId, events.companyId))
    .where(
      and(
        inArray(
          events.id,
          rows.map(({ eventId }) => eventId),
        ),
        sql`${events.type} = any(${webhooks.types})`,
        isNull(webhooks.disabledAt),
      ),
    )
    .orderBy(events.id);
}
