import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema/auth";
import { events } from "@/db/schema/events";
import type { Admin } from "@/lib/auth/input";
import { daysAfter } from "@/lib/days";
import type { AuditSearch } from "../input";

/** The columns by which one can look for an id. */
const idColumns = [events.postingId, events.applicationId, events.companyId, events.actorId];

/** The start of a day in UTC and of the next one. */
function bounds(day: string): [string, string] {
  const from = new Date(`${day}T00:00:00Z`);
  return [from.toISOString(), daysAfter(from, 1).toISOString()];
}

/** The day as moments, and as a range of ids, so that the newest events are read from the end of it, in order. */
function onDay(day: string): SQL {
  const [from, to] = bounds(day);
  const within = sql`e.at >= ${from}::timestamptz and e.at < ${to}::timestamptz`;
  return sql`${events.at} >= ${from}::timestamptz and ${events.at} < ${to}::timestamptz
    and ${events.id} between (select min(e.id) from events e where ${within}) and (select max(e.id) from events e where ${within})`;
}

/**
 * What happened, the newest first: at most `limit` events that the search finds, from before the event `before`, each with the address of who
 * did it, null for the system itself or an account that is gone. Each part of the search has an index in this order.
 */
export function listAudit(_: Admin, { who, what, id, day, before }: AuditSearch, limit: number) {
  const rest = and(
    who ? sql`${events.actorId} = (select u.id from users u where u.email = ${who})` : undefined,
    what && eq(events.type, what),
    day ? onDay(day) : undefined,
    before === undefined ? undefined : lt(events.id, before),
  );
  const ofColumn = (column: (typeof idColumns)[number]) =>
    db()
      .select({ id: events.id })
      .from(events)
      .where(and(sql`${column} = ${id}::uuid`, rest))
      .orderBy(desc(events.id))
      .limit(limit);
  const among = sql.join(
    idColumns.map((column) => sql`(${ofColumn(column)})`),
    sql` union `,
  );
  return db()
    .select({
      id: events.id,
      type: events.type,
      at: events.at,
      actorId: events.actorId,
      actor: users.email,
      companyId: events.companyId,
      postingId: events.postingId,
      applicationId: events.applicationId,
      data: events.data,
    })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(id ? sql`${events.id} in (${among})` : rest)
    .orderBy(desc(events.id))
    .limit(limit);
}
