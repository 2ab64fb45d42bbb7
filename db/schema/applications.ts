import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { applicationStates } from "../../lib/applications/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
import { postings } from "./postings";

export const applications = pgTable(
  "applications",
  {
    id: uuid().primaryKey().defaultRandom(),
    postingId: uuid().notNull(),
    companyId: uuid().notNull(),
    candidateId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    state: text({
      enum: applicationStates,
    })
      .notNull()
      .default("submitted"),
    name: text().notNull(),
    email: text().notNull(),
    coverNote: text().notNull().default(""),
    /** The profile as it was when it was sent, and what was in it as evidence; null before evidence went along. */
    profile: jsonb().$type<Record<string, unknown>>().notNull(),
    evidence: jsonb().$type<Record<string, unknown>[]>(),
    education: jsonb().$type<Record<string, unknown>[]>().notNull().default([]),
    submittedAt: instant().notNull(),
    /** The employer's promise: an answer by then. */
    replyBy: instant().notNull(),
    /** The first move by the employer. */
    answeredAt: instant(),
    updatedAt: instant().notNull(),
    /** When the candidate last looked at it: what changed later is news to them. */
    seenAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique("applications_once").on(t.postingId, t.candidateId),
    foreignKey({
      name: "applications_posting",
      columns: [t.companyId, t.postingId],
      foreignColumns: [postings.companyId, postings.id],
    }),
    index("applications_candidate").on(t.candidateId, t.submittedAt.desc().nullsFirst()),
    index("applications_waiting").on(t.companyId, t.replyBy, t.id).where(sql`${t.state} = 'submitted'`),
    index("applications_due").on(t.replyBy).where(sql`${t.answeredAt} is null`),
    index("applications_arrival").on(t.postingId, t.submittedAt, t.id),
    check("applications_state", oneOf(t.state, applicationStates)),
  ],
);

/** The history that both sides see, with the words that reach the candidate. */
export const applicationMoves = pgTable(
  "application_moves",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    fromState: text(),
    toState: text().notNull(),
    message: text().notNull().default(""),
    at: instant().notNull(),
  },
  (t) => [index("application_moves_application").on(t.applicationId, t.id)],
);

/**
 * What an application's match sheet was made from when it was sent. A trigger refuses every update; it goes with its application alone.
 * Inputs are canonical JSON in a text: its bytes are what is hashed, and jsonb would write them anew.
 */
export const applicationMatches = pgTable(
  "application_matches",
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => applications.id, { onDelete: "cascade" }),
    rules: integer().notNull(),
    inputs: text().notNull(),
    /** SHA-256 of the inputs, and of the sheet in canonical JSON that they gave, in hexadecimal digits. */
    inputsHash: text().notNull(),
    sheetHash: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    check("application_matches_rules", sql`${t.rules} = 1`),
    check(
      "application_matches_hashes",
      sql`${t.inputsHash} ~ '^[0-9a-f]{64}$' and ${t.sheetHash} ~ '^[0-9a-f]{64}$'`,
    ),
  ],
);
