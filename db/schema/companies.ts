import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { companySizes, identityParts, memberRoles, verifications } from "../../lib/companies/lists";
import { users } from "./auth";
import { instant, oneOf } from "./columns";

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
    description: text().notNull().default(""),
    country: text(),
    size: text({ enum: companySizes }),
    /** How the company was shown to be who it says; null while it was not. */
    verifiedBy: text({ enum: verifications }),
    verifiedAt: instant(),
    /** What an owner changed that the badge had belonged to, and when; null once it is verified again. */
    badgeLostBy: text({ enum: identityParts }),
    badgeLostAt: instant(),
    suspendedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("companies_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("companies_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("companies_verified", sql`(${t.verifiedBy} is null) = (${t.verifiedAt} is null)`),
    check("companies_badge_lost", sql`(${t.badgeLostBy} is null) = (${t.badgeLostAt} is null)`),
    check("companies_badge_lost_by", oneOf(t.badgeLostBy, identityParts)),
    check("companies_badge", sql`${t.badgeLostAt} is null or ${t.verifiedAt} is null`),
    index("companies_name").on(sql`lower(${t.name})`),
    index("companies_name_key").on(t.nameKey),
    uniqueIndex("companies_imported_name").on(t.nameKey).where(sql`${t.fromImport}`),
    index("companies_skeletons").using("gin", t.skeletons),
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
