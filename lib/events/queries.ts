import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import type { EventType } from "./input";

const publicTypes: EventType[] = [
  "posting.published",
  "posting.changed",
  "posting.reconfirmed",
  "posting.closed",
  "posting.expired",
  "posting.removed",
];

/** A posting's public ledger, oldest first: every published change, at most the first 100. */
export function listLedger(postingId: string) {
  return db()
    .select({ id: events.id, type: events.type, at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.postingId, postingId), inArray(events.type, publicTypes)))
    .orderBy(asc(events.id))
    .limit(100);
}

/** One event by its id, or null. */
export async function findEvent(id: number) {
  const [event] = await db()
    .select({
      id: events.id,
      type: events.type,
      at: events.at,
      actorId: events.actorId,
      companyId: events.companyId,
      postingId: events.postingId,
      applicationId: events.applicationId,
      data: events.data,
    })
    .from(events)
    .where(eq(events.id, id));
  return event ?? null;
}
