import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { mailKinds, mailTimes } from "../../lib/notifications/lists";
import { applications } from "./applications";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
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

/** What a person was told of, one row for each event and reader, and the mail about it where it waits for a bundle. */
export const notifications = pgTable(
  "notifications",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The event, which is kept for ever. */
    eventId: bigint({ mode: "number" }).notNull(),
    /** What it is about may name its candidate, so it goes with the application. */
    applicationId: uuid().references(() => applications.id, { onDelete: "cascade" }),
    /** Null for what always comes at once. */
    kind: text({ enum: mailKinds }),
    title: text().notNull(),
    /** The page that it leads to, from the root of the site. */
    path: text().notNull(),
    at: instant().notNull(),
    readAt: instant(),
    /** When it goes out with others in one mail, and when it did; null where it went out by itself, or not at all. */
    mailDueAt: instant(),
    mailedAt: instant(),
  },
  (t) => [
    unique("notifications_once").on(t.userId, t.eventId),
    index("notifications_newest").on(t.userId, t.id.desc().nullsFirst()),
    index("notifications_unread").on(t.userId).where(sql`${t.readAt} is null`),
    index("notifications_recent").on(t.userId, t.kind, t.at),
    index("notifications_due")
      .on(t.mailDueAt)
      .where(sql`${t.mailDueAt} is not null and ${t.mailedAt} is null`),
    index("notifications_application").on(t.applicationId),
    index("notifications_event").on(t.eventId),
    check("notifications_kind", oneOf(t.kind, mailKinds)),
    check("notifications_path", sql`${t.path} like '/%'`),
    check("notifications_mailed", sql`${t.mailedAt} is null or ${t.mailDueAt} is not null`),
  ],
);

/** When mails of a kind come to a person; without a row, at once. */
export const mailSettings = pgTable(
  "mail_settings",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    kind: text({ enum: mailKinds }).notNull(),
    time: text({ enum: mailTimes }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind] }),
    check("mail_settings_kind", oneOf(t.kind, mailKinds)),
    check("mail_settings_time", oneOf(t.time, mailTimes)),
  ],
);
