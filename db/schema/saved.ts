import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { frequencies, longestNote } from "../../lib/saved/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
import { postings } from "./postings";

/**
 * What is live, numbered in the order in which it went live. A posting that stops being live loses its number, and gets a new one when it
 * is live again: so what is new to a search is what has a higher number than its mark, however long a review, a freeze or a delay took.
 */
export const livePostings = pgTable("live_postings", {
  postingId: uuid()
    .primaryKey()
    .references(() => postings.id, { onDelete: "cascade" }),
  number: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity().unique("live_postings_number"),
});

/** A search that someone keeps, and wants to hear of. Following a company is one that asks for that company and for nothing else. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** The criteria as an address says them, in their one order. */
    criteria: text().notNull(),
    frequency: text({ enum: frequencies }).notNull(),
    /** Percent that the owner must match at least, for an alert to hold a posting. */
    minMatch: integer(),
    /** Numbers of `live_postings`: up to here alerts have looked, and up to here its owner was told or has looked. */
    mark: bigint({ mode: "number" }).notNull(),
    seen: bigint({ mode: "number" }).notNull(),
    /** When alerts look next. */
    nextAt: instant().notNull(),
    mailedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique("saved_searches_once").on(t.userId, t.criteria),
    index("saved_searches_due").on(t.nextAt, t.id).where(sql`${t.frequency} <> 'never'`),
    check("saved_searches_name", sql`length(${t.name}) between 1 and 120`),
    check("saved_searches_criteria", sql`length(${t.criteria}) between 1 and 2000`),
    check("saved_searches_frequency", oneOf(t.frequency, frequencies)),
    check("saved_searches_min_match", sql`${t.minMatch} between 0 and 100`),
  ],
);

/** A posting that someone saved, with a note for their own eyes. A removed one keeps its row for a while: it can come back with its note. */
export const savedPostings = pgTable(
  "saved_postings",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    note: text().notNull().default(""),
    savedAt: instant().notNull(),
    removedAt: instant(),
    /** When its owner was reminded that it closes soon. This happens once, also if it is removed and saved again. */
    remindedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.postingId] }),
    index("saved_postings_newest")
      .on(t.userId, t.savedAt.desc().nullsFirst(), t.postingId.desc().nullsFirst())
      .where(sql`${t.removedAt} is null`),
    index("saved_postings_posting").on(t.postingId),
    index("saved_postings_removed").on(t.removedAt).where(sql`${t.removedAt} is not null`),
    check("saved_postings_note", sql`length(${t.note}) <= ${longestNote}`.inlineParams()),
  ],
);

/** Someone who wants no e-mails before a saved posting closes. */
export const stoppedReminders = pgTable("stopped_reminders", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  at: instant().notNull(),
});
