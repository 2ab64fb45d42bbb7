import { z } from "zod";

/** The closed list of what a skill may be filed under. `practice` and `concept` are kinds of their own. */
export const skillCategories = [
  "language",
  "runtime",
  "framework",
  "library",
  "database",
  "cache",
  "messaging",
  "search",
  "cloud",
  "cloud-service",
  "container",
  "infrastructure",
  "web-server",
  "operating-system",
  "ci-cd",
  "build",
  "version-control",
  "observability",
  "testing",
  "data",
  "ai",
  "front-end",
  "mobile",
  "api",
  "security",
  "platform",
  "tool",
  "practice",
  "concept",
] as const;
export type SkillCategory = (typeof skillCategories)[number];

export type SkillKind = "technology" | "practice" | "concept";

/**
 * How a name is recognised in running text, for names that are also common words; a name without a hint is read in any case.
 * - `case`: only as the hint spells it, or all in capitals
 * - `context`: only as spelled, and in a list with other technologies or after words such as "experience with"
 * - `asked`: in any case, but only after words such as "experience with", or in a list with other skills
 * - `none`: never from text; it still leads to the skill where a skill is asked for by name
 */
export type Reading = "case" | "context" | "asked" | "none";

/** One skill as the data files state it. What a file leaves out is empty, or false. */
export type SkillSource = {
  slug: string;
  label: string;
  category: SkillCategory;
  /** Other names, lower case. Spaces, dots, hyphens and underscores inside a name are the same to a reader. */
  aliases?: string[];
  /** Slugs of what having this skill necessarily shows; used transitively. */
  implies?: string[];
  /** Slugs of near substitutes; said once, true in both directions. */
  related?: string[];
  /** Named by the article that the product is built from. */
  article?: true;
  reading?: Record<string, Reading>;
};

/** One skill, whole: nothing left out, `related` in both directions. */
export type SkillEntry = {
  slug: string;
  label: string;
  kind: SkillKind;
  category: SkillCategory;
  aliases: string[];
  implies: string[];
  related: string[];
  article: boolean;
  reading: Record<string, Reading>;
};

/** What admins changed of the taxonomy, as processes share it. */
export type TaxonomyChanges = {
  /** Counts the changes: 0 where there is none. */
  version: number;
  added: Pick<SkillEntry, "slug" | "label" | "kind" | "category" | "implies">[];
  /** Slugs. */
  retired: string[];
  /** Names in the spelling of `normalizeTerm`, with the slug that each leads to, or null for none. */
  names: { name: string; slug: string | null; everyday: boolean }[];
};

/** A table of exchange rates as its file states it: for each currency what one US dollar buys. */
export const RateTable = z.object({
  date: z.iso.date("must be a date like 2026-09-29"),
  base: z.literal("USD", "must be USD"),
  rates: z.record(
    z.string().regex(/^[A-Z]{3}$/, "must be the three letters of a currency"),
    z.number().positive("must be above 0").max(1e11),
  ),
});
export type RateTable = z.output<typeof RateTable>;
