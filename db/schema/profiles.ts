import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
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
import { evidenceKinds, resumeSources, skillLevels } from "../../lib/profiles/lists";
import { bands, degrees } from "../../lib/taxonomy/terms";
import { users } from "./auth";
import { allOf, instant, oneOf } from "./columns";
import { companies } from "./companies";
import { postings } from "./postings";
import { responsibilities, skills } from "./taxonomy";

/** What a candidate says of themselves; null is "not said". */
export const profiles = pgTable(
  "profiles",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What else names the profile where its user should not be named. */
    number: bigint({ mode: "number" }).notNull().unique().generatedAlwaysAsIdentity(),
    headline: text().notNull().default(""),
    years: numeric({ precision: 4, scale: 1, mode: "number" }),
    degreeLevel: text({ enum: degrees }),
    degreeField: text(),
    wantedMinMinor: bigint({ mode: "number" }),
    wantedCurrency: text(),
    /** The wanted sum as a year in whole dollars, by the table of rates in force. */
    wantedYearlyUsd: integer(),
    workplaces: text().array(),
    countries: text().array(),
    timezone: text(),
    /** Hours that the working days must share; null is what everyone is taken to need. */
    overlapHours: integer(),
    employment: text().array(),
    /** The bands of experience that are looked for: a filter of the matches, and no part of any score or gate. */
    bands: text({ enum: bands }).array(),
    /** Opted in to be found by employers. */
    searchable: boolean().notNull().default(false),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("profiles_years", sql`${t.years} between 0 and 70`),
    check("profiles_degree", oneOf(t.degreeLevel, degrees)),
    check(
      "profiles_wanted",
      sql`(${t.wantedMinMinor} is null) = (${t.wantedCurrency} is null) and ${t.wantedMinMinor} >= 0`,
    ),
    check("profiles_bands", allOf(t.bands, bands)),
    check("profiles_overlap", sql`${t.overlapHours} between 1 and 8`),
  ],
);

/** A company that may not find the candidate. */
export const blockedCompanies = pgTable(
  "blocked_companies",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.companyId] }),
    index("blocked_companies_company").on(t.companyId),
  ],
);

/** The same by the domain of a company, or of any of its members' addresses, with all that lies below it. */
export const blockedDomains = pgTable(
  "blocked_domains",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    domain: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.domain] }),
    index("blocked_domains_domain").on(t.domain),
    check(
      "blocked_domains_shape",
      sql`${t.domain} ~ '^[^\\s@/:A-Z]+\\.[^\\s@/:A-Z.]+$' and length(${t.domain}) <= 253`,
    ),
  ],
);

/** Who opened a candidate's profile, when and for which posting: once a member, posting and day. The candidate reads it. */
export const profileViews = pgTable(
  "profile_views",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    candidateId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    companyId: uuid().notNull(),
    postingId: uuid().notNull(),
    /** Null once the member's account is gone: that the company looked stays true. */
    memberId: uuid().references(() => users.id, { onDelete: "set null" }),
    at: instant().notNull(),
    day: date({ mode: "string" }).generatedAlwaysAs(sql`(at at time zone 'UTC')::date`),
  },
  (t) => [
    unique("profile_views_once").on(t.postingId, t.candidateId, t.memberId, t.day),
    foreignKey({
      name: "profile_views_posting",
      columns: [t.companyId, t.postingId],
      foreignColumns: [postings.companyId, postings.id],
    })
      .onDelete("cascade")
      .onUpdate("cascade"),
    index("profile_views_candidate").on(t.candidateId, t.at.desc().nullsFirst()),
    index("profile_views_member").on(t.memberId),
  ],
);

/** A posting that the candidate wants to see no more. */
export const hiddenPostings = pgTable(
  "hidden_postings",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    postingId: uuid()
      .notNull()
      .references(() => postings.id, { onDelete: "cascade" }),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.postingId] }),
    index("hidden_postings_newest").on(t.userId, t.at.desc().nullsFirst()),
    index("hidden_postings_posting").on(t.postingId),
  ],
);

/** The profile names a skill, or (`has` false) says that it has it not. No row: nothing said. */
export const profileSkills = pgTable(
  "profile_skills",
  {
    userId: uuid()
      .notNull()
      .references(() => profiles.userId, { onDelete: "cascade" }),
    skillId: integer()
      .notNull()
      .references(() => skills.id),
    has: boolean().notNull(),
    years: numeric({ precision: 4, scale: 1, mode: "number" }),
    /** How well, and when last: shown to people, and none of the match's business. */
    level: text({ enum: skillLevels }),
    lastUsed: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.skillId] }),
    index("profile_skills_skill").on(t.skillId),
    check("profile_skills_years", sql`${t.years} between 0 and 70`),
    check("profile_skills_level", oneOf(t.level, skillLevels)),
    check("profile_skills_last_used", sql`${t.lastUsed} between 1950 and 2100`),
  ],
);

export const profileResponsibilities = pgTable(
  "profile_responsibilities",
  {
    userId: uuid()
      .notNull()
      .references(() => profiles.userId, { onDelete: "cascade" }),
    responsibilityId: integer()
      .notNull()
      .references(() => responsibilities.id),
    has: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.responsibilityId] }),
    index("profile_responsibilities_responsibility").on(t.responsibilityId),
  ],
);

/** A day, a month or a year, as precise as it was stated: "2018", "2018-09", "2018-09-30". */
const partialDate = sql`'^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$'`;

/** What shows that a profile's skills and responsibilities are had. A piece with a start and no end goes on. */
export const profileEvidence = pgTable(
  "profile_evidence",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => profiles.userId, { onDelete: "cascade" }),
    kind: text({ enum: evidenceKinds }).notNull(),
    title: text().notNull().default(""),
    /** The company, or who published it. */
    organisation: text().notNull().default(""),
    text: text().notNull().default(""),
    url: text().notNull().default(""),
    started: text(),
    ended: text(),
    position: integer().notNull().default(0),
  },
  (t) => [
    unique("profile_evidence_owner").on(t.userId, t.id),
    check("profile_evidence_kind", oneOf(t.kind, evidenceKinds)),
    check("profile_evidence_named", sql`${t.title} <> '' or ${t.organisation} <> ''`),
    check("profile_evidence_dates", sql`${t.started} ~ ${partialDate} and ${t.ended} ~ ${partialDate}`),
    check(
      "profile_evidence_order",
      sql`left(${t.started}, length(${t.ended})) <= left(${t.ended}, length(${t.started}))`,
    ),
    check("profile_evidence_link", sql`${t.kind} <> 'link' or ${t.url} <> ''`),
  ],
);

/** Evidence attaches to what its own profile names, and to nothing else: both keys begin with the user. */
export const profileEvidenceSkills = pgTable(
  "profile_evidence_skills",
  { userId: uuid().notNull(), evidenceId: uuid().notNull(), skillId: integer().notNull() },
  (t) => [
    primaryKey({ name: "profile_evidence_skills_key", columns: [t.userId, t.skillId, t.evidenceId] }),
    index("profile_evidence_skills_evidence").on(t.userId, t.evidenceId),
    foreignKey({
      name: "profile_evidence_skills_of",
      columns: [t.userId, t.evidenceId],
      foreignColumns: [profileEvidence.userId, profileEvidence.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "profile_evidence_skills_for",
      columns: [t.userId, t.skillId],
      foreignColumns: [profileSkills.userId, profileSkills.skillId],
    }).onDelete("cascade"),
  ],
);

export const profileEvidenceResponsibilities = pgTable(
  "profile_evidence_responsibilities",
  { userId: uuid().notNull(), evidenceId: uuid().notNull(), responsibilityId: integer().notNull() },
  (t) => [
    primaryKey({
      name: "profile_evidence_responsibilities_key",
      columns: [t.userId, t.responsibilityId, t.evidenceId],
    }),
    index("profile_evidence_responsibilities_evidence").on(t.userId, t.evidenceId),
    foreignKey({
      name: "profile_evidence_responsibilities_of",
      columns: [t.userId, t.evidenceId],
      foreignColumns: [profileEvidence.userId, profileEvidence.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "profile_evidence_responsibilities_for",
      columns: [t.userId, t.responsibilityId],
      foreignColumns: [profileResponsibilities.userId, profileResponsibilities.responsibilityId],
    }).onDelete("cascade"),
  ],
);

/** Studies: the evidence of a degree. */
export const profileEducation = pgTable(
  "profile_education",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => profiles.userId, { onDelete: "cascade" }),
    level: text({ enum: degrees }),
    /** The degree in its own words. */
    degree: text().notNull().default(""),
    field: text().notNull().default(""),
    school: text().notNull().default(""),
    started: text(),
    ended: text(),
    position: integer().notNull().default(0),
  },
  (t) => [
    index("profile_education_user").on(t.userId, t.position),
    check("profile_education_level", oneOf(t.level, degrees)),
    check("profile_education_named", sql`${t.degree} <> '' or ${t.school} <> ''`),
    check("profile_education_dates", sql`${t.started} ~ ${partialDate} and ${t.ended} ~ ${partialDate}`),
    check(
      "profile_education_order",
      sql`left(${t.started}, length(${t.ended})) <= left(${t.ended}, length(${t.started}))`,
    ),
  ],
);

/** A résumé that was read and waits for its owner's word: one a user, for a day. */
export const resumeDrafts = pgTable(
  "resume_drafts",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    source: text({ enum: resumeSources }).notNull(),
    text: text().notNull(),
    /** What was read in `text`, with places in it. */
    reading: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index("resume_drafts_created").on(t.createdAt),
    check("resume_drafts_source", oneOf(t.source, resumeSources)),
  ],
);
