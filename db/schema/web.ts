import { sql } from "drizzle-orm";
import { index, pgTable } from "drizzle-orm/pg-core";
import { instant, xid8 } from "./columns";

/**
 * The transactions that changed something public. Triggers on every table that public pages read write it, so that no way to change one is
 * forgotten. A web process compares it with what its kept answers are made from.
 */
export const publicChanges = pgTable(
  "public_changes",
  {
    xid: xid8().primaryKey().default(sql`pg_current_xact_id()`),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [index("public_changes_at").on(t.at)],
);
