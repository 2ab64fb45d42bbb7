import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  companySizes,
  type DomainCheckResult,
  identityParts,
  keyScopes,
  longestRetention,
  memberRoles,
  usualRetention,
  verifications,
} from "../../lib/companies/lists";
import { users } from "./auth";
import { allOf, bytes, instant, oneOf } from "./columns";
import { skills } from "./taxonomy";

export const companies = pgTable(
  "companies",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    /** The name as companies are told apart by it, and what name and website look like: see `lib/companies/identity.ts`. Null until computed. */
    nameKey: text(),
    skeletons: text().array(),
    /** Made by an import, which finds it again by its name; no longer once an owner edits it. */
    fromImport: boolean().notNull().default(false),
    website: text(),
    /** In its people's words, in Markdown: what they build, how they work, and what they get. */
    description: text().notNull().default(""),
    working: text().notNull().default(""),
    benefits: text().notNull().default(""),
    country: text(),
    size: text({ enum: companySizes }),
    /** Months after their decision for which its applications are stored. */
    retentionMonths: integer().notNull().default(usualRetention),
    /** How the company was shown to be who it says; null while it was not. */
    verifiedBy: text({ enum: verifications }),
    verifiedAt: instant(),
    /** What an owner changed that the badge had belonged to, and when; null once it is verified again. */
    badgeLostBy: text({ enum: identityParts }),
    badgeLostAt: instant(),
    suspendedAt: instant(),
    /** Why an admin suspended it, in words for its owners. */
    suspendReason: text(),
    /** The company that an admin merged it into: its postings, members and followers are there, and its address leads there. */
    mergedInto: uuid().references((): AnyPgColumn => companies.id),
    /** An owner closed it, for good: its page stays, and it has no postings any more. */
    closedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("companies_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("companies_retention", sql`${t.retentionMonths} between 1 and ${longestRetention}`.inlineParams()),
    check("companies_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("companies_verified", sql`(${t.verifiedBy} is null) = (${t.verifiedAt} is null)`),
    check("companies_badge_lost", sql`(${t.badgeLostBy} is null) = (${t.badgeLostAt} is null)`),
    check("companies_badge_lost_by", oneOf(t.badgeLostBy, identityParts)),
    check("companies_badge", sql`${t.badgeLostAt} is null or ${t.verifiedAt} is null`),
    check(
      "companies_merged",
      sql`${t.mergedInto} is null or (${t.closedAt} is not null and ${t.mergedInto} <> ${t.id})`,
    ),
    index("companies_merged_into").on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
    check("companies_suspend_reason", sql`${t.suspendReason} is null or ${t.suspendedAt} is not null`),
    index("companies_suspended").on(t.suspendedAt).where(sql`${t.suspendedAt} is not null`),
    index("companies_name").on(sql`lower(${t.name})`),
    index("companies_name_key").on(t.nameKey),
    uniqueIndex("companies_imported_name").on(t.nameKey).where(sql`${t.fromImport}`),
    index("companies_skeletons").using("gin", t.skeletons),
  ],
);

/**
 * A change of name, words or logo of a company that is not verified or looks like another one. It is public at once, and waits for an admin; or it
 * was sent back, or taken down, and waits for the company.
 */
export const companyChanges = pgTable(
  "company_changes",
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id, { onDelete: "cascade" }),
    /** Since when it waits, which is its place in the queue. */
    changedAt: instant().notNull(),
    /** When the company last changed anything: what an admin decides about is what they read. */
    editedAt: instant().notNull(),
    sentBackAt: instant(),
    /** What the company shall change, or why it was taken down. */
    reason: text(),
  },
  (t) => [
    index("company_changes_waiting").on(t.changedAt, t.companyId).where(sql`${t.sentBackAt} is null`),
    check("company_changes_sent_back", sql`(${t.sentBackAt} is null) = (${t.reason} is null)`),
  ],
);

/** What a company builds with, in its own order. */
export const companySkills = pgTable(
  "company_skills",
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.skillId] }), index("company_skills_skill").on(t.skillId)],
);

/** A company's logo as we made it: a small WebP. In a table of its own, so that nobody reads it along with a company. */
export const companyLogos = pgTable(
  "company_logos",
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id, { onDelete: "cascade" }),
    /** Of its bytes: its address is made of it. Two companies may have the same. */
    hash: text().notNull(),
    image: bytes().notNull(),
  },
  (t) => [
    index("company_logos_hash").on(t.hash),
    check("company_logos_hash_shape", sql`${t.hash} ~ '^[0-9a-f]{32}$'`),
    check("company_logos_size", sql`length(${t.image}) between 1 and 200000`),
  ],
);

/** A user's place in a company. A company without members is unclaimed. */
export const members = pgTable(
  "members",
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text({ enum: memberRoles }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index("members_user").on(t.userId),
    check("members_role", oneOf(t.role, memberRoles)),
  ],
);

/** A company asks somebody, by e-mail address, to become a member. The link in the mail holds a token, which is stored hashed and works once. */
export const memberInvitations = pgTable(
  "member_invitations",
  {
    id: uuid().primaryKey().defaultRandom(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    email: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    tokenHash: text().notNull().unique(),
    /** Who sent it; null once that account is gone. */
    invitedBy: uuid().references(() => users.id, { onDelete: "set null" }),
    sentAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    /** Also when it was sent again: each sending has a row and a token of its own. */
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("member_invitations_open")
      .on(t.companyId, t.email)
      .where(sql`${t.acceptedAt} is null and ${t.withdrawnAt} is null`),
    index("member_invitations_sent").on(t.companyId, t.sentAt),
    index("member_invitations_by").on(t.invitedBy),
    index("member_invitations_expiry").on(t.expiresAt),
    check("member_invitations_role", oneOf(t.role, memberRoles)),
    check("member_invitations_email", sql`${t.email} = lower(${t.email})`),
    check("member_invitations_expires", sql`${t.expiresAt} > ${t.sentAt}`),
    check("member_invitations_once", sql`${t.acceptedAt} is null or ${t.withdrawnAt} is null`),
  ],
);

/** A key with which a program acts for a company through the API, as the member who made it. Only its hash is stored. */
export const companyKeys = pgTable(
  "company_keys",
  {
    id: uuid().primaryKey().defaultRandom(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: "cascade" }),
    /** The key stops with the account. */
    madeBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    secretHash: text().notNull().unique(),
    /** The first characters of the key, by which people recognise it. */
    prefix: text().notNull(),
    scopes: text({ enum: keyScopes }).array().notNull(),
    createdAt: instant().notNull(),
    /** To the minute. */
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    index("company_keys_company").on(t.companyId, t.createdAt),
    index("company_keys_maker").on(t.madeBy),
    check("company_keys_hash", sql`${t.secretHash} ~ '^[0-9a-f]{64}$'`),
    check("company_keys_scopes", sql`cardinality(${t.scopes}) > 0 and ${allOf(t.scopes, keyScopes)}`),
  ],
);

/** A code by e-mail to an address at the domain of a company's website: the newest of each company, good once, for ten minutes and five tries. */
export const domainCodes = pgTable(
  "domain_codes",
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id, { onDelete: "cascade" }),
    email: text().notNull(),
    codeHash: text().notNull(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("domain_codes_expiry").on(t.expiresAt),
    check("domain_codes_tries", sql`${t.tries} between 0 and 5`),
  ],
);

/** A company asked us to look for its record in the DNS: the newest request, what came of each look, and when the next one is due. */
export const domainChecks = pgTable(
  "domain_checks",
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id, { onDelete: "cascade" }),
    domain: text().notNull(),
    askedAt: instant().notNull(),
    /** Oldest first. */
    results: jsonb().$type<{ at: string; result: DomainCheckResult }[]>().notNull().default([]),
    /** Null once it was found, or was looked for often enough. */
    nextAt: instant(),
  },
  (t) => [index("domain_checks_due").on(t.nextAt).where(sql`${t.nextAt} is not null`)],
);
