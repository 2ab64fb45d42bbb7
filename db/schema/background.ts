import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** A live worker says so here; jobs of one that fell silent are unlocked by the others. */
export const workers = pgTable("workers", {
  id: text().primaryKey(),
  beatAt: instant().notNull(),
});
