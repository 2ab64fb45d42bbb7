import { sql } from "drizzle-orm";
import { bigint, index, pgTable, unique } from "drizzle-orm/pg-core";
import { instant, xid8 } from "./columns";

/**
 * That what companies may find of a profile changed, in the transaction that changed it: triggers write it, once for each profile and
 * transaction. By the profile's number, which leads to nobody once the profile is gone. There is no foreign key, since that is a change too.
 */
export const profileChanges = pgTable(
  "profile_changes",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    profileNumber: bigint({ mode: "number" }).notNull(),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [unique("profile_changes_once").on(t.xid, t.profileNumber), index("profile_changes_at").on(t.at)],
);
