import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";
import { postings } from "./postings";
import { savedSearches } from "./saved";

/** Each posting that an alert told someone of: once a person, whichever of their searches found it. */
export const alertPostings = pgTable(
  "alert_postings",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** The search that found it; null once that is deleted. */
    savedSearchId: uuid().references(() => savedSearches.id, { onDelete: "set null" }),
    sentAt: instant().notNull(),
    /** What the reader said of it; null is nothing. */
    relevant: boolean(),
    answeredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.postingId] }),
    index("alert_postings_newest").on(t.userId, t.sentAt.desc().nullsFirst(), t.postingId),
    index("alert_postings_search").on(t.savedSearchId),
    index("alert_postings_posting").on(t.postingId),
    check("alert_postings_answer", sql`(${t.relevant} is null) = (${t.answeredAt} is null)`),
  ],
);
