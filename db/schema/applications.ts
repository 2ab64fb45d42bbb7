import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  applicationStates,
  type DraftAnswer,
  endedStates,
  fileStates,
  lastInOrder,
  lineKinds,
  lineRatings,
  longestMessage,
  longestNote,
  longestRatingReason,
  longestTag,
  longestWords,
  openStates,
  plainReasons,
  reachedStages,
  reasonKinds,
} from "../../lib/applications/lists";
import { arrivals, questionKinds } from "../../lib/postings/lists";
import { mostFileBytes, resumeFileKinds } from "../../lib/profiles/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
import { companies } from "./companies";
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
    /** Which of our links led to the posting. */
    arrival: text({ enum: arrivals }).notNull().default("direct"),
    submittedAt: instant().notNull(),
    /** The employer's promise: an answer by then. */
    replyBy: instant().notNull(),
    /** The first move by the employer. */
    answeredAt: instant(),
    /** What the list of applicants sorts and filters by, of the stored sheet: see `lib/applications/match-facts.ts`. Null until computed. */
    matchOrder: integer().notNull().default(lastInOrder),
    had: text().array(),
    fails: text().array(),
    /** How often the company was reminded of its answer: three days and one day before it is due. */
    reminders: smallint().notNull().default(0),
    /** When both sides were told that the promised day passed without an answer. */
    lapsedAt: instant(),
    /** When the candidate withdrew, and when the company was told of it; null in applications that were withdrawn before it could be undone. */
    withdrawnAt: instant(),
    withdrawalToldAt: instant(),
    /** When something last happened in it. What is later than `seenAt` is news to the candidate. */
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
    }).onUpdate("cascade"),
    index("applications_candidate").on(t.candidateId, t.updatedAt.desc().nullsFirst(), t.id),
    index("applications_waiting").on(t.companyId, t.replyBy, t.id).where(sql`${t.state} = 'submitted'`),
    index("applications_due")
      .on(t.replyBy)
      .where(sql`${t.answeredAt} is null and ${t.state} = 'submitted' and ${t.lapsedAt} is null`),
    index("applications_withdrawn")
      .on(t.withdrawnAt)
      .where(sql`${t.state} = 'withdrawn' and ${t.withdrawalToldAt} is null`),
    index("applications_company").on(t.companyId, t.postingId),
    index("applications_arrival").on(t.postingId, t.submittedAt, t.id),
    index("applications_in_state").on(t.postingId, t.state, t.submittedAt, t.id),
    index("applications_open").on(t.postingId, t.submittedAt, t.id).where(oneOf(t.state, openStates)),
    index("applications_open_match")
      .on(t.postingId, t.matchOrder, t.submittedAt, t.id)
      .where(oneOf(t.state, openStates)),
    // Applicants of one posting who have a line: few of many are found without reading the others.
    index("applications_had").using("gin", sql`array_append(${t.had}, ${t.postingId}::text)`),
    index("applications_retained").on(t.submittedAt).where(oneOf(t.state, endedStates)),
    index("applications_ended").on(t.postingId, t.submittedAt, t.id).where(oneOf(t.state, endedStates)),
    index("applications_unanswered")
      .on(t.postingId, t.replyBy, t.id)
      .where(sql`${t.answeredAt} is null and ${t.state} = 'submitted'`),
    check("applications_arrival_known", oneOf(t.arrival, arrivals)),
    check("applications_state", oneOf(t.state, applicationStates)),
    check("applications_reminders", sql`${t.reminders} between 0 and 2`),
    check("applications_withdrawn_at", sql`${t.withdrawnAt} is null or ${t.state} = 'withdrawn'`),
    check("applications_withdrawal_told", sql`${t.withdrawalToldAt} is null or ${t.withdrawnAt} is not null`),
  ],
);

/**
 * How many applications of a kind were erased: what figures and answer rates need, and nothing about a person. An application that was open when
 * it was erased counts as withdrawn.
 */
export const erasedApplications = pgTable(
  "erased_applications",
  {
    postingId: uuid().notNull(),
    companyId: uuid().notNull(),
    arrival: text({ enum: arrivals }).notNull(),
    state: text({ enum: endedStates }).notNull(),
    reached: text({ enum: reachedStages }).notNull(),
    /** Tenths of days until the first answer; -1 without one. */
    answerTenths: integer().notNull(),
    /** Whether it counts for the answer rate, and as answered in time: see `db/answer-rate.ts`. */
    isRated: boolean().notNull(),
    isInTime: boolean().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({
      name: "erased_applications_kind",
      columns: [t.postingId, t.arrival, t.state, t.reached, t.answerTenths, t.isRated, t.isInTime],
    }),
    foreignKey({
      name: "erased_applications_posting",
      columns: [t.companyId, t.postingId],
      foreignColumns: [postings.companyId, postings.id],
    })
      .onUpdate("cascade")
      .onDelete("cascade"),
    check("erased_applications_arrival", oneOf(t.arrival, arrivals)),
    check("erased_applications_state", oneOf(t.state, endedStates)),
    check("erased_applications_reached", oneOf(t.reached, reachedStages)),
    check("erased_applications_count", sql`${t.count} > 0`),
  ],
);

/** What somebody typed of an application that they have not sent: one for each person and posting. */
export const applicationDrafts = pgTable(
  "application_drafts",
  {
    candidateId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    name: text().notNull(),
    coverNote: text().notNull(),
    /** With the questions that they answer, since the company may change its questions meanwhile. */
    answers: jsonb().$type<DraftAnswer[]>().notNull(),
    /** Which of our links led to it: who continues it from their list comes without one. */
    arrival: text({ enum: arrivals }).notNull().default("direct"),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.candidateId, t.postingId] }),
    index("application_drafts_newest").on(t.candidateId, t.updatedAt.desc().nullsFirst()),
    index("application_drafts_posting").on(t.postingId),
    check("application_drafts_arrival", oneOf(t.arrival, arrivals)),
    check("application_drafts_size", sql`octet_length(${t.answers}::text) <= 200000`),
  ],
);

/**
 * A résumé file that goes along with an application, or with the draft of one: the file is stored under the row's id. A trigger has the worker
 * erase it once the row is gone, however that happened.
 */
export const resumeFiles = pgTable(
  "resume_files",
  {
    id: uuid().primaryKey(),
    candidateId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** Null until it is sent. */
    applicationId: uuid().references(() => applications.id, { onDelete: "cascade" }),
    /** What it is called when it is downloaded. */
    name: text().notNull(),
    kind: text({ enum: resumeFileKinds }).notNull(),
    bytes: integer().notNull(),
    /** SHA-256, in hexadecimal digits. */
    hash: text().notNull(),
    /** Only what is clean can be downloaded; what is not safe is erased, and the row says so. */
    state: text({ enum: fileStates }).notNull(),
    /** When the scanner looks at it next. */
    scanAt: instant(),
    uploadedAt: instant().notNull(),
  },
  (t) => [
    unique("resume_files_once").on(t.candidateId, t.postingId),
    index("resume_files_application").on(t.applicationId),
    index("resume_files_posting").on(t.postingId),
    index("resume_files_due").on(t.scanAt).where(sql`${t.state} = 'pending'`),
    check("resume_files_kind", oneOf(t.kind, resumeFileKinds)),
    check("resume_files_state", oneOf(t.state, fileStates)),
    check("resume_files_bytes", sql`${t.bytes} between 1 and ${mostFileBytes}`.inlineParams()),
    check("resume_files_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check("resume_files_scan", sql`(${t.state} = 'pending') = (${t.scanAt} is not null)`),
  ],
);

/** The questions of the posting exactly as they were asked, in order, with what was answered: nothing where one was left open. */
export const applicationAnswers = pgTable(
  "application_answers",
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    question: text().notNull(),
    options: text().array().notNull().default(sql`'{}'`),
    required: boolean().notNull(),
    answer: text().array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.position] }),
    check("application_answers_kind", oneOf(t.kind, questionKinds)),
    check("application_answers_required", sql`not ${t.required} or cardinality(${t.answer}) > 0`),
    check("application_answers_one", sql`${t.kind} = 'multiple' or cardinality(${t.answer}) <= 1`),
  ],
);

/**
 * What the receipt of an application states, as it was when that was sent, in the very bytes that are signed. A trigger refuses every update; it
 * goes with its application alone.
 */
export const applicationReceipts = pgTable("application_receipts", {
  applicationId: uuid()
    .primaryKey()
    .references(() => applications.id, { onDelete: "cascade" }),
  payload: text().notNull(),
});

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

/** Why a company said no, one row for each reason: lines of the match sheet, or plain reasons. */
export const rejectionReasons = pgTable(
  "rejection_reasons",
  {
    moveId: bigint({ mode: "number" })
      .notNull()
      .references(() => applicationMoves.id, { onDelete: "cascade" }),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    kind: text({ enum: reasonKinds }).notNull(),
    /** The slug of the skill or responsibility, or the plain reason; "" for experience and degree. */
    slug: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.moveId, t.kind, t.slug] }),
    index("rejection_reasons_application").on(t.applicationId),
    check("rejection_reasons_kind", oneOf(t.kind, reasonKinds)),
    check("rejection_reasons_plain", sql`${t.kind} <> 'plain' or ${oneOf(t.slug, plainReasons)}`),
    check("rejection_reasons_slug", sql`(${t.slug} = '') = (${t.kind} in ('experience', 'degree'))`),
  ],
);

/** What candidate and company write to each other in an application. */
export const applicationMessages = pgTable(
  "application_messages",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    fromCompany: boolean().notNull(),
    /** Who wrote it; null once that account is gone. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index("application_messages_application").on(t.applicationId, t.id),
    index("application_messages_user").on(t.userId),
    check("application_messages_text", sql`length(${t.text}) between 1 and ${longestMessage}`.inlineParams()),
  ],
);

/** What members write on an applicant for each other. The candidate never sees it. */
export const applicationNotes = pgTable(
  "application_notes",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** Who wrote it; null once that account is gone. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index("application_notes_application").on(t.applicationId, t.id),
    index("application_notes_user").on(t.userId),
    check("application_notes_text", sql`length(${t.text}) between 1 and ${longestNote}`.inlineParams()),
  ],
);

/** Words by which members of a company find its applicants again. The candidate never sees them. */
export const applicationTags = pgTable(
  "application_tags",
  {
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    tag: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.applicationId, t.tag] }),
    check("application_tags_tag", sql`length(${t.tag}) between 1 and ${longestTag}`.inlineParams()),
  ],
);

/**
 * How strongly each member finds that an application shows a line of its match sheet. Members see those of others once they rated a line
 * themselves; the candidate never sees them.
 */
export const applicationRatings = pgTable(
  "application_ratings",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    applicationId: uuid()
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** Who rated; null once that account is gone. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    kind: text({ enum: lineKinds }).notNull(),
    /** The slug of the skill or responsibility; "" for experience and degree. */
    slug: text().notNull(),
    rating: text({ enum: lineRatings }).notNull(),
    reason: text().notNull().default(""),
    at: instant().notNull(),
  },
  (t) => [
    unique("application_ratings_once").on(t.applicationId, t.userId, t.kind, t.slug),
    index("application_ratings_user").on(t.userId),
    check("application_ratings_kind", oneOf(t.kind, lineKinds)),
    check("application_ratings_slug", sql`(${t.slug} = '') = (${t.kind} in ('experience', 'degree'))`),
    check("application_ratings_rating", oneOf(t.rating, lineRatings)),
    check("application_ratings_reason", sql`length(${t.reason}) <= ${longestRatingReason}`.inlineParams()),
  ],
);

/** Words that a company uses again: fields such as {candidate} are filled in for each applicant. */
export const messageTemplates = pgTable(
  "message_templates",
  {
    id: uuid().primaryKey().defaultRandom(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    name: text().notNull(),
    text: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique("message_templates_name").on(t.companyId, t.name),
    check("message_templates_text", sql`length(${t.text}) between 1 and ${longestWords}`.inlineParams()),
  ],
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
