import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";

/**
 * What somebody typed into a form whose session had ended: shown to them again once they have signed in, in the same browser and within
 * the hour. The newest of each form of a page.
 */
export const unsentForms = pgTable(
  "unsent_forms",
  {
    browserHash: text().notNull(),
    path: text().notNull(),
    form: text().notNull(),
    /** Whose session it was that had ended, where that is known: nobody else sees it. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    values: jsonb().$type<Record<string, string | string[]>>().notNull(),
    version: text(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.browserHash, t.path, t.form] }),
    index("unsent_forms_user").on(t.userId),
    index("unsent_forms_expires").on(t.expiresAt),
    check("unsent_forms_size", sql`octet_length(${t.values}::text) <= 400000`),
  ],
);
