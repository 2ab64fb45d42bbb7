import { sql } from "drizzle-orm";
import { bigint, index, integer, pgTable } from "drizzle-orm/pg-core";
import { instant, xid8 } from "./columns";

/**
 * That a published posting changed, in the transaction that changed it: triggers write it, so that no way to change one is forgotten. The
 * board reads what is new by the transaction, since numbers of a sequence are not committed in their order. Without a posting: names of the
 * taxonomy, what skills imply, or cities changed.
 */
export const postingChanges = pgTable(
  "posting_changes",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    /** No foreign key: a posting that is gone is a change too. */
    postingNumber: integer(),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [index("posting_changes_xid").on(t.xid), index("posting_changes_at").on(t.at)],
);
