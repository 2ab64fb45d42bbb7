import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * What happened, append-only (a trigger refuses update and delete). Holds opaque ids and codes and no text about a person, and has no
 * foreign key to users, so that it can outlive them. The ledger, the audit, notifications and mail are read from it. `lib/events/input.ts`
 * states which types there are, and the columns and data of each.
 */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    type: text().notNull(),
    at: instant().notNull(),
    /** Who did it; null for the system itself. */
    actorId: uuid(),
    companyId: uuid(),
    postingId: uuid(),
    applicationId: uuid(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index("events_posting").on(t.postingId, t.id).where(sql`${t.postingId} is not null`),
    index("events_application").on(t.applicationId, t.id).where(sql`${t.applicationId} is not null`),
    index("events_company").on(t.companyId, t.id).where(sql`${t.companyId} is not null`),
    index("events_type").on(t.type, t.id),
    index("events_type_at").on(t.type, t.at),
    index("events_at").on(t.at, t.id),
    index("events_actor").on(t.actorId, t.id).where(sql`${t.actorId} is not null`),
  ],
);
