import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import {
  closeReasons,
  type PostingTerms,
  postingStates,
  questionKinds,
  viewSources,
} from "../../lib/postings/lists";
import { bands, degrees, employments, periods, requestBands, workplaces } from "../../lib/taxonomy/terms";
import { degreeRankOf, instant, oneOf } from "./columns";
import { companies } from "./companies";
import { responsibilities, skills } from "./taxonomy";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const postings = pgTable(
  "postings",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** A short name within this database: what the board and the text index exchange by the hundred thousand. */
    number: integer().notNull().unique().generatedAlwaysAsIdentity(),
    slug: text().notNull().unique(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    title: text().notNull(),
    description: text().notNull().default(""),
    state: text({ enum: postingStates }).notNull().default("draft"),
    closeReason: text({ enum: closeReasons }),
    /** Said in public on the page of a removed posting. */
    removeReason: text(),
    frozenAt: instant(),
    pausedAt: instant(),
    /** Approved, but not before this moment. */
    publishAt: instant(),
    submittedAt: instant(),
    publishedAt: instant(),
    confirmedAt: instant(),
    expiresAt: instant(),
    /** When its end was put off, which can be done once. */
    extendedAt: instant(),
    /** When the company was last asked whether it is still open, and when it was last told that the end is near. */
    askedAt: instant(),
    endToldAt: instant(),
    closedAt: instant(),
    /** What those who still wait for an answer are told about the closing; null where each is answered one by one. */
    closeMessage: text(),
    /** When they were told: from then on the closing cannot be undone. */
    closeToldAt: instant(),

    degreeLevel: text({ enum: degrees }),
    /** The degree's place in the order of degrees, for comparison. */
    degreeRank: integer().generatedAlwaysAs(degreeRankOf(sql`degree_level`)),
    degreeField: text(),
    equalExperience: boolean().notNull().default(true),
    experienceMin: integer(),
    experienceMax: integer(),
    band: text({ enum: bands }).generatedAlwaysAs(
      sql`case when experience_min < 3 then 'entry' when experience_min < 10 then 'mid' when experience_min <= 20 then 'senior' when experience_min > 20 then 'principal' end`,
    ),

    /** As given, in the currency's smallest unit. */
    salaryMinMinor: bigint({ mode: "number" }),
    salaryMaxMinor: bigint({ mode: "number" }),
    salaryCurrency: text(),
    salaryPeriod: text({ enum: periods }),
    /** The same as a year in whole dollars: what filters, facets, gates and sorting compare. */
    yearlyUsdMin: integer(),
    yearlyUsdMax: integer(),

    workplace: text({ enum: workplaces }),
    employment: text({ enum: employments }),
    hiringCountries: text().array().notNull().default(sql`'{}'`),
    /** Working window in minutes after midnight at `windowZone`. */
    windowStart: integer(),
    windowEnd: integer(),
    windowZone: text(),

    replyDays: integer().notNull().default(14),
    /** Names, schools and contact of applicants stay hidden until the company's first move. */
    blindReview: boolean().notNull().default(false),

    /** Where it was read from: (source, external id) is its identity. */
    source: text(),
    externalId: text(),
    externalUrl: text(),
    /** When the source of an imported posting published it, and when it stops offering it. */
    sourcePostedAt: instant(),
    sourceEndsAt: instant(),
    /** Fingerprint of what the source last said, so that the same again is left as it is. */
    sourceDigest: text(),

    /** Title, tags, company and description, weighted A to D. */
    document: tsvector(),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    // Applications refer to (company, posting) together, so that none can point across companies.
    unique("postings_company_id").on(t.companyId, t.id),
    unique("postings_source").on(t.source, t.externalId),
    index("postings_newest")
      .on(t.publishedAt.desc().nullsFirst(), t.id.asc())
      .where(sql`${t.state} = 'published'`),
    index("postings_salary")
      .on(t.yearlyUsdMax.desc().nullsFirst(), t.id.asc())
      .where(sql`${t.state} = 'published'`),
    index("postings_closing").on(t.expiresAt).where(sql`${t.state} = 'published'`),
    index("postings_asking")
      .on(t.confirmedAt)
      .where(sql`${t.state} = 'published' and (${t.askedAt} is null or ${t.askedAt} < ${t.confirmedAt})`),
    index("postings_ending").on(t.expiresAt).where(sql`${t.state} = 'published' and ${t.endToldAt} is null`),
    index("postings_closing_told")
      .on(t.closedAt)
      .where(sql`${t.closeMessage} is not null and ${t.closeToldAt} is null`),
    index("postings_confirmed").on(t.confirmedAt).where(sql`${t.state} = 'published'`),
    index("postings_beginning").on(t.publishAt).where(sql`${t.state} = 'published'`),
    index("postings_review").on(t.submittedAt, t.id).where(sql`${t.state} = 'in_review'`),
    index("postings_frozen")
      .on(t.frozenAt, t.id)
      .where(sql`${t.state} = 'published' and ${t.frozenAt} is not null`),
    index("postings_imported_drafts")
      .on(t.createdAt, t.id)
      .where(sql`${t.state} = 'draft' and ${t.source} is not null`),
    index("postings_once_public").on(t.companyId).where(sql`${t.publishedAt} is not null`),
    index("postings_company").on(t.companyId, t.createdAt.desc().nullsFirst()),
    index("postings_document").using("gin", t.document),
    index("postings_title").on(sql`lower(${t.title}) text_pattern_ops`).where(sql`${t.state} = 'published'`),
    check("postings_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("postings_state", oneOf(t.state, postingStates)),
    check("postings_close_reason", sql`(${t.state} = 'closed') = (${t.closeReason} is not null)`),
    check(
      "postings_close_message",
      sql`${t.closeMessage} is null or (${t.state} = 'closed' and length(${t.closeMessage}) between 1 and 2000)`,
    ),
    check(
      "postings_experience",
      sql`${t.experienceMin} between 0 and 60 and ${t.experienceMax} between 0 and 60`,
    ),
    check("postings_experience_order", sql`${t.experienceMax} >= ${t.experienceMin}`),
    check(
      "postings_salary_order",
      sql`${t.salaryMinMinor} > 0 and ${t.salaryMaxMinor} >= ${t.salaryMinMinor}`,
    ),
    check(
      "postings_salary_whole",
      sql`num_nulls(${t.salaryMinMinor}, ${t.salaryMaxMinor}, ${t.salaryCurrency}, ${t.salaryPeriod}, ${t.yearlyUsdMin}, ${t.yearlyUsdMax}) in (0, 6)`,
    ),
    check("postings_reply_days", sql`${t.replyDays} between 1 and 60`),
    // An imported posting is as old as its source says, and lives from the day that it is shown here.
    check(
      "postings_life",
      sql`${t.expiresAt} <= ${t.publishedAt} + interval '90 days' or ${t.sourcePostedAt} is not null`,
    ),
    check("postings_source_whole", sql`(${t.source} is null) = (${t.externalId} is null)`),
    // What the product promises, held by the database too: nothing is public without pay, a workplace and a place to work. What was removed
    // before it was public never is.
    check(
      "postings_published_whole",
      sql`${t.state} in ('draft', 'in_review') or (${t.state} = 'removed' and ${t.publishedAt} is null) or num_nulls(${t.salaryMinMinor}, ${t.workplace}, ${t.employment}, ${t.publishedAt}, ${t.confirmedAt}, ${t.expiresAt}) = 0`,
    ),
    check(
      "postings_remote_countries",
      sql`${t.state} in ('draft', 'in_review') or (${t.state} = 'removed' and ${t.publishedAt} is null) or ${t.workplace} <> 'remote' or cardinality(${t.hiringCountries}) > 0`,
    ),
  ],
);

export const postingPlaces = pgTable(
  "posting_places",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    city: text(),
    country: text().notNull(),
    latitude: numeric({ precision: 8, scale: 5, mode: "number" }),
    longitude: numeric({ precision: 8, scale: 5, mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.position] }),
    index("posting_places_country").on(t.country, t.postingId),
    check("posting_places_country_code", sql`${t.country} ~ '^[A-Z]{2}$'`),
  ],
);

export const postingSkills = pgTable(
  "posting_skills",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    skillId: integer()
      .notNull()
      .references(() => skills.id),
    must: boolean().notNull(),
    minYears: integer(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.skillId] }),
    index("posting_skills_skill").on(t.skillId, t.postingId),
    check("posting_skills_years", sql`${t.minYears} between 1 and 60`),
  ],
);

export const postingResponsibilities = pgTable(
  "posting_responsibilities",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    responsibilityId: integer()
      .notNull()
      .references(() => responsibilities.id),
    must: boolean().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.responsibilityId] }),
    index("posting_responsibilities_responsibility").on(t.responsibilityId, t.postingId),
  ],
);

/** What applicants are asked, in order; options only where one or some of them are chosen. */
export const postingQuestions = pgTable(
  "posting_questions",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    position: integer().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    text: text().notNull(),
    options: text().array().notNull().default(sql`'{}'`),
    required: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.position] }),
    check("posting_questions_position", sql`${t.position} between 0 and 9`),
    check("posting_questions_kind", oneOf(t.kind, questionKinds)),
    check("posting_questions_text", sql`length(${t.text}) between 1 and 300`),
    check(
      "posting_questions_options",
      sql`case when ${t.kind} in ('single', 'multiple') then cardinality(${t.options}) between 2 and 20 else cardinality(${t.options}) = 0 end`,
    ),
  ],
);

/** The optional facts of working there; null is "not said". */
export const realityCards = pgTable(
  "reality_cards",
  {
    postingId: uuid()
      .primaryKey()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** One week on call in this many; 0 is no on-call at all. */
    onCallWeeks: integer(),
    onCallPaid: boolean(),
    datastores: text().array(),
    deploysPerWeek: integer(),
    requestsPerSecond: text({ enum: requestBands }),
    /** 0 is no take-home task. */
    takeHomeHours: integer(),
    takeHomePaid: boolean(),
    interviewStages: integer(),
    interviewHours: integer(),
    teamSize: integer(),
  },
  (t) => [
    check("reality_cards_on_call", sql`${t.onCallWeeks} between 0 and 52`),
    check("reality_cards_deploys", sql`${t.deploysPerWeek} between 0 and 10000`),
    check("reality_cards_take_home", sql`${t.takeHomeHours} between 0 and 100`),
    check("reality_cards_stages", sql`${t.interviewStages} between 1 and 20`),
    check("reality_cards_hours", sql`${t.interviewHours} between 1 and 100`),
    check("reality_cards_team", sql`${t.teamSize} between 1 and 10000`),
  ],
);

/**
 * What a company wants to change of a live posting and an admin has to approve: pay, requirements and place. The posting is the key, so
 * that it has at most one; the posting itself stays as it is until then.
 */
export const pendingVersions = pgTable(
  "pending_versions",
  {
    postingId: uuid()
      .primaryKey()
      .references(() => postings.id, { onDelete: "cascade" }),
    terms: jsonb().$type<PostingTerms>().notNull(),
    submittedAt: instant().notNull(),
    /** When an admin sent it back for changes. It waits for the company from then on, and no longer for a review. */
    sentBackAt: instant(),
  },
  (t) => [
    index("pending_versions_review").on(t.submittedAt, t.postingId).where(sql`${t.sentBackAt} is null`),
  ],
);

/**
 * A posting's text in a dozen numbers (`likeness.ts`): two postings that share one may be alike. Rows under a btree, not an array under
 * GIN: a search that stops at the first few of thousands of copies is a hundred times faster.
 */
export const postingBands = pgTable(
  "posting_bands",
  {
    band: integer().notNull(),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.band, t.postingId] }), index("posting_bands_posting").on(t.postingId)],
);

/** What the text of a posting was like when it was last handed in or imported: a reason for a second look. */
export const nearDuplicates = pgTable(
  "near_duplicates",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    otherId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    /** Percent. */
    likeness: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.otherId] }),
    index("near_duplicates_other").on(t.otherId),
    check("near_duplicates_likeness", sql`${t.likeness} between 80 and 100`),
    check("near_duplicates_another", sql`${t.postingId} <> ${t.otherId}`),
  ],
);

/** How many readers opened a posting's page on a day (UTC), by where they came from. It holds nothing about the readers. */
export const postingViews = pgTable(
  "posting_views",
  {
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    day: date().notNull(),
    source: text({ enum: viewSources }).notNull(),
    views: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postingId, t.day, t.source] }),
    check("posting_views_source", oneOf(t.source, viewSources)),
    check("posting_views_views", sql`${t.views} > 0`),
  ],
);
