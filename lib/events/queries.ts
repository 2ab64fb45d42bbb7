import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { Event, type PublicType, publicTypes, type RecordedEvent } from "./input";

const columns = {
  id: events.id,
  type: events.type,
  at: events.at,
  actorId: events.actorId,
  companyId: events.companyId,
  postingId: events.postingId,
  applicationId: events.applicationId,
  data: events.data,
};

/** One event by its id, or null. */
export async function findEvent(id: number): Promise<RecordedEvent | null> {
  const [row] = await db().select(columns).from(events).where(eq(events.id, id));
  return row ? eventOf(row) : null;
}

export type LedgerEntry = RecordedEvent<PublicType>;

/** A posting's public ledger, oldest first: every published change, at most the first 100. It does not say who made them. */
export async function listLedger(postingId: string): Promise<LedgerEntry[]> {
  const rows = await db()
    .select({ ...columns, actorId: sql<null>`null` })
    .from(events)
    .where(and(eq(events.postingId, postingId), inArray(events.type, publicTypes)))
    .orderBy(asc(events.id))
    .limit(100);
  return rows.map(eventOf).filter(isPublic);
}

/** The row as the event that it is. Throws where its type is unknown, or where it is not about what events of its type are about. */
function eventOf({ id, at, ...row }: { id: number; at: Date; type: string }): RecordedEvent {
  return { id, at, ...Event.parse(row) };
}

const isPublic = (event: RecordedEvent): event is LedgerEntry =>
  publicTypes.some((type) => type === event.type);
