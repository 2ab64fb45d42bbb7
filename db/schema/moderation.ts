import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { appealedKinds, appealStates, decisionKinds, longestAppeal } from "../../lib/moderation/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";
import { companyChanges } from "./companies";
import { postings } from "./postings";

/** An admin's word on a posting, kept for ever; reasons name what they are about. */
export const decisions = pgTable(
  "decisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Without a foreign key: a draft that was sent back can be deleted, and what was decided stays. */
    postingId: uuid().notNull(),
    adminId: uuid().notNull(),
    kind: text({ enum: decisionKinds }).notNull(),
    reasons: jsonb().$type<{ field: string; message: string }[]>().notNull().default([]),
    at: instant().notNull(),
  },
  (t) => [
    index("decisions_posting").on(t.postingId, t.id),
    index("decisions_at").on(t.at, t.kind),
    check("decisions_kind", oneOf(t.kind, decisionKinds)),
  ],
);

/**
 * What an admin is reviewing, one thing at a time: a posting, or what a company changed. So two admins do not work on one. It keeps nobody from
 * deciding.
 */
export const reviewClaims = pgTable(
  "review_claims",
  {
    adminId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .unique()
      .references(() => postings.id, { onDelete: "cascade" }),
    companyId: uuid()
      .unique()
      .references(() => companyChanges.companyId, { onDelete: "cascade" }),
    until: instant().notNull(),
  },
  (t) => [check("review_claims_one", sql`num_nonnulls(${t.postingId}, ${t.companyId}) = 1`)],
);

/** A company's objection to the removal or freezing of a posting: one for each, which another admin decides. */
export const appeals = pgTable(
  "appeals",
  {
    id: uuid().primaryKey().defaultRandom(),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** The event of what it is against: there is one appeal for each. */
    eventId: bigint({ mode: "number" }).notNull().unique(),
    against: text({ enum: appealedKinds }).notNull(),
    /** Who decided that; null where reports froze the posting. */
    againstAdminId: uuid(),
    words: text().notNull(),
    at: instant().notNull(),
    state: text({ enum: appealStates }).notNull().default("open"),
    decidedBy: uuid(),
    decidedAt: instant(),
    /** The reasons of the decision, in words for the company. */
    reasons: text(),
  },
  (t) => [
    index("appeals_open").on(t.at, t.id).where(sql`${t.state} = 'open'`),
    index("appeals_at").on(t.at, t.state),
    index("appeals_posting").on(t.postingId),
    check("appeals_against", oneOf(t.against, appealedKinds)),
    check("appeals_state", oneOf(t.state, appealStates)),
    check("appeals_words", sql`length(${t.words}) between 1 and ${longestAppeal}`.inlineParams()),
    check("appeals_decided", sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check(
      "appeals_decided_with_reasons",
      sql`(${t.state} in ('upheld', 'reversed')) = (num_nulls(${t.decidedBy}, ${t.reasons}) = 0)`,
    ),
    // Nobody decides about an appeal against their own decision, whoever writes.
    check("appeals_another_admin", sql`${t.decidedBy} <> ${t.againstAdminId}`),
  ],
);
