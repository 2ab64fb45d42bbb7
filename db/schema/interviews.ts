import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { interviewStates, longest, shortest } from "../../lib/interviews/lists";
import { applications } from "./applications";
import { users } from "./auth";
import { instant, oneOf } from "./columns";

/** A talk between a company and an applicant, from the first times that were proposed on. */
export const interviews = pgTable(
  "interviews",
  {
    id: uuid().primaryKey().defaultRandom(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** The member who proposed it last; null once that account is gone. */
    proposedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    state: text({ enum: interviewStates }).notNull().default("proposed"),
    /** Counts its changes and answers: whoever answers says which of them they saw, and calendars take the highest. */
    sequence: integer().notNull().default(0),
    /** The zone of the member, and that of the candidate where they proposed times. */
    zone: text().notNull(),
    candidateZone: text(),
    minutes: integer().notNull(),
    place: text().notNull(),
    link: text().notNull(),
    words: text().notNull(),
    candidateWords: text().notNull().default(""),
    /** The time that both accepted; it stays when the interview is cancelled. */
    startsAt: instant(),
    acceptedAt: instant(),
    /** When both were reminded. */
    dayTold: instant(),
    hourTold: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index("interviews_application").on(t.applicationId, t.createdAt),
    index("interviews_proposed_by").on(t.proposedBy),
    index("interviews_open")
      .on(t.applicationId)
      .where(sql`${t.state} in ('proposed', 'countered', 'accepted')`),
    index("interviews_ahead").on(t.startsAt).where(sql`${t.state} = 'accepted'`),
    check("interviews_state", oneOf(t.state, interviewStates)),
    check("interviews_minutes", sql`${t.minutes} between ${shortest} and ${longest}`.inlineParams()),
    check("interviews_where", sql`${t.place} <> '' or ${t.link} <> ''`),
    check("interviews_link", sql`${t.link} = '' or ${t.link} like 'https://%'`),
    check(
      "interviews_accepted",
      sql`${t.state} <> 'accepted' or (${t.startsAt} is not null and ${t.acceptedAt} is not null)`,
    ),
    check("interviews_open", sql`${t.state} not in ('proposed', 'countered') or ${t.startsAt} is null`),
  ],
);

/** The times that are proposed now, by the company and by the candidate. */
export const interviewTimes = pgTable(
  "interview_times",
  {
    interviewId: uuid()
      .notNull()
      .references(() => interviews.id, { onDelete: "cascade" }),
    byCandidate: boolean().notNull(),
    startsAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.interviewId, t.byCandidate, t.startsAt] })],
);
