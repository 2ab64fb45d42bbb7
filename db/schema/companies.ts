import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";

export const companies = pgTable(
  "companies",
  {
    id: uuid().primaryKey().defaultRandom(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    website: text(),
    description: text().notNull().default(""),
    country: text(),
    size: text({ enum: ["1-10", "11-50", "51-200", "201-1000", "1001+"] }),
    /** How the company was shown to be who it says; null while it was not. */
    verifiedBy: text({ enum: ["email", "dns"] }),
    verifiedAt: instant(),
    suspendedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("companies_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("companies_country", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check("companies_verified", sql`(${t.verifiedBy} is null) = (${t.verifiedAt} is null)`),
    index("companies_name").on(sql`lower(${t.name})`),
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
    role: text({ enum: ["owner", "recruiter", "reviewer"] }).notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.companyId, t.userId] }),
    index("members_user").on(t.userId),
    check("members_role", sql`${t.role} in ('owner', 'recruiter', 'reviewer')`),
  ],
);
