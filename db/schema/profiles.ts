import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./auth";
import { instant } from "./columns";
import { responsibilities, skills } from "./taxonomy";

/** What a candidate says of themselves; null is "not said". */
export const profiles = pgTable(
  "profiles",
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    headline: text().notNull().default(""),
    years: numeric({ precision: 4, scale: 1, mode: "number" }),
    degreeLevel: text({ enum: ["none", "associate", "bachelor", "master", "doctorate"] }),
    degreeField: text(),
    wantedMinMinor: bigint({ mode: "number" }),
    wantedCurrency: text(),
    /** The wanted sum as a year in whole dollars, by the table of rates in force. */
    wantedYearlyUsd: integer(),
    workplaces: text().array(),
    countries: text().array(),
    timezone: text(),
    employment: text().array(),
    /** Opted in to be found by employers. */
    searchable: boolean().notNull().default(false),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    check("profiles_years", sql`${t.years} between 0 and 70`),
    check(
      "profiles_degree",
      sql`${t.degreeLevel} in ('none', 'associate', 'bachelor', 'master', 'doctorate')`,
    ),
    check(
      "profiles_wanted",
      sql`(${t.wantedMinMinor} is null) = (${t.wantedCurrency} is null) and ${t.wantedMinMinor} >= 0`,
    ),
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
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.skillId] }),
    index("profile_skills_skill").on(t.skillId),
    check("profile_skills_years", sql`${t.years} between 0 and 70`),
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
