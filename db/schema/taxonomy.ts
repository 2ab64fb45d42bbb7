import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core";
import { nameSources } from "../../lib/taxonomy/terms";
import { instant, oneOf } from "./columns";

const kinds = ["technology", "practice", "concept"] as const;

export const skills = pgTable(
  "skills",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    slug: text().notNull().unique(),
    label: text().notNull(),
    kind: text({ enum: kinds }).notNull(),
    category: text().notNull(),
    /** Named by the article that the product is built from. */
    article: boolean().notNull().default(false),
    /** By an admin: the product's own data never changes it. */
    added: boolean().notNull().default(false),
    /** Not offered and not read from text any more since then; whatever has it keeps it. */
    retiredAt: instant(),
  },
  (t) => [
    check("skills_slug_shape", sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check("skills_kind", oneOf(t.kind, kinds)),
  ],
);

/** Other names of a skill, lower case, each leading to one skill. */
export const skillAliases = pgTable(
  "skill_aliases",
  {
    alias: text().primaryKey(),
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
  },
  (t) => [index("skill_aliases_skill").on(t.skillId)],
);

/**
 * What admins decided about names, in the spelling of `normalizeTerm`: each leads to a skill, or to none. The product's own data gives way to it.
 * A skill that was merged into another one is gone, and its address is a name of the other.
 */
export const decidedNames = pgTable(
  "decided_names",
  {
    name: text().primaryKey(),
    skillId: integer().references(() => skills.id, { onDelete: "cascade" }),
    /** An everyday word too: in a text it counts only where skills are asked for. */
    everyday: boolean().notNull().default(false),
  },
  (t) => [
    index("decided_names_skill").on(t.skillId),
    check("decided_names_length", sql`length(${t.name}) <= 80`),
  ],
);

/** One row: how often admins changed the taxonomy. Each change locks it, so that they come one after the other. */
export const taxonomyVersion = pgTable(
  "taxonomy_version",
  { id: integer().primaryKey().default(1), version: integer().notNull() },
  (t) => [check("taxonomy_version_one", sql`${t.id} = 1`)],
);

/**
 * Names that people typed as a skill and that lead to none, by day. Who typed one is not stored: `people` has one of 31 bits for each, so that
 * three bits are three different people at least.
 */
export const unknownNames = pgTable(
  "unknown_names",
  {
    name: text().notNull(),
    day: date().notNull(),
    source: text({ enum: nameSources }).notNull(),
    count: integer().notNull(),
    people: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.name, t.day, t.source] }),
    index("unknown_names_day").on(t.day),
    check("unknown_names_length", sql`length(${t.name}) between 2 and 40`),
    check("unknown_names_source", oneOf(t.source, nameSources)),
  ],
);

export const skillImplies = pgTable(
  "skill_implies",
  {
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    impliedId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.skillId, t.impliedId] }),
    index("skill_implies_implied").on(t.impliedId),
    check("skill_implies_other", sql`${t.skillId} <> ${t.impliedId}`),
  ],
);

/**
 * `skill_implies` followed to its end, with each skill itself. Triggers keep it equal to the edges, in the transaction that changes them:
 * nothing else writes it.
 */
export const skillClosure = pgTable(
  "skill_closure",
  {
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    impliedId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.skillId, t.impliedId] }),
    index("skill_closure_implied").on(t.impliedId, t.skillId),
  ],
);

/** Symmetrical: one row a pair, the smaller id first. */
export const skillRelated = pgTable(
  "skill_related",
  {
    skillId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    relatedId: integer()
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.skillId, t.relatedId] }),
    index("skill_related_other").on(t.relatedId),
    check("skill_related_order", sql`${t.skillId} < ${t.relatedId}`),
  ],
);

/** The published list of 25. */
export const responsibilities = pgTable("responsibilities", {
  id: integer().primaryKey(),
  slug: text().notNull().unique(),
  label: text().notNull(),
  group: text({
    enum: ["building", "operations", "quality", "planning", "collaboration", "growth"],
  }).notNull(),
  /** Order in the published list. */
  position: integer().notNull().unique(),
});

/** The newest table of rates only: how many units of the currency one US dollar buys. */
export const exchangeRates = pgTable(
  "exchange_rates",
  {
    currency: text().primaryKey(),
    perUsd: numeric({ precision: 20, scale: 8 }).notNull(),
    /** Digits after the point in this currency (ISO 4217): 2 for EUR, 0 for JPY. */
    minorDigits: integer().notNull(),
    asOf: date().notNull(),
  },
  (t) => [
    check("exchange_rates_currency", sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check("exchange_rates_positive", sql`${t.perUsd} > 0`),
  ],
);

/** Cities that a place may be picked from, with the point that distances are measured from. */
export const cities = pgTable(
  "cities",
  {
    slug: text().primaryKey(),
    name: text().notNull(),
    country: text().notNull(),
    latitude: numeric({ precision: 8, scale: 5, mode: "number" }).notNull(),
    longitude: numeric({ precision: 8, scale: 5, mode: "number" }).notNull(),
    timezone: text().notNull(),
    population: integer().notNull(),
  },
  (t) => [index("cities_name").on(sql`lower(${t.name})`), index("cities_country").on(t.country)],
);

/** What people call the cities, folded (`foldPlace`): the name that each is listed under, and others. */
export const cityNames = pgTable(
  "city_names",
  {
    name: text().notNull(),
    city: text()
      .notNull()
      .references(() => cities.slug, { onDelete: "cascade" }),
    isMain: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.city] }), index("city_names_city").on(t.city)],
);
