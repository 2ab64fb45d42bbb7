import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { reportReasons, reportStates } from "../../lib/reports/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
import { postings } from "./postings";

/** What somebody says is wrong with a posting. */
export const reports = pgTable(
  "reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** Null for a report without an account. */
    reporterId: uuid().references(() => users.id, { onDelete: "set null" }),
    reason: text({ enum: reportReasons }).notNull(),
    words: text().notNull(),
    /** It counts towards freezing the posting. */
    weighs: boolean().notNull(),
    state: text({ enum: reportStates }).notNull().default("open"),
    at: instant().notNull(),
    decidedAt: instant(),
  },
  (t) => [
    uniqueIndex("reports_once").on(t.postingId, t.reporterId).where(sql`${t.state} = 'open'`),
    index("reports_queue").on(t.at, t.id).where(sql`${t.state} = 'open'`),
    index("reports_posting").on(t.postingId, t.at, t.id).where(sql`${t.state} = 'open'`),
    index("reports_reporter").on(t.reporterId, t.state),
    check("reports_reason", oneOf(t.reason, reportReasons)),
    check("reports_state", oneOf(t.state, reportStates)),
    check("reports_decided", sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check("reports_words", sql`length(${t.words}) <= 1000`),
  ],
);
