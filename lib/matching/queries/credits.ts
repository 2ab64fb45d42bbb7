import { type SQL, sql } from "drizzle-orm";
import { weights } from "../rules/lines";
import { rankPadding } from "../rules/score";

/*
 * The match rules, version 1, as SQL: each rule once, as a fragment that takes its operands as SQL. Every statement that matches is composed
 * of these; property tests compare the statements with `rules`.
 *
 * A line counts in halves, from 0 to 2. Where a single number says what a line counts for, null stands for unknown: nothing is certain, and
 * everything is possible. `certain` and `possible` turn it into the two ends of a range.
 */

/** Halves that a line has for certain, and halves that it could have. */
export type Range = { low: SQL; high: SQL };

export const certain = (halves: SQL): SQL => sql`coalesce(${halves}, 0)`;
export const possible = (halves: SQL): SQL => sql`coalesce(${halves}, 2)`;

/** Whether these halves make the line had in full: true or false, never null. */
export const isHad = (halves: SQL): SQL => sql`coalesce(${halves} = 2, false)`;

/** The weight of a skill or a responsibility. */
export const tagWeight = (must: SQL): SQL =>
  sql`case when ${must} then ${weights.must}::int else ${weights.nice}::int end`;
export const experienceWeight = sql`${weights.experience}::int`;
export const degreeWeight = sql`${weights.degree}::int`;

/** What a posting asks about experience and degree. `degreeRank` is 0 or null where no degree is asked. */
export type FactsAsked = { experienceMin: SQL; degreeRank: SQL; equalExperience: SQL };

/** The same of a row with the columns of `factsOfPosting`. */
export const factsAskedBy = (row: SQL): FactsAsked => ({
  experienceMin: sql`${row}.experience_min`,
  degreeRank: sql`${row}.degree_rank`,
  equalExperience: sql`${row}.equal_experience`,
});

/** Whether a posting has a line about experience, and one about a degree. */
export const asksExperience = ({ experienceMin }: FactsAsked): SQL => sql`${experienceMin} > 0`;
export const asksDegree = ({ degreeRank }: FactsAsked): SQL => sql`${degreeRank} > 0`;

/** What a profile says about experience and degree: years, and the rank of the degree; each null where it says nothing. */
export type FactsSaid = { years: SQL; degree: SQL };

/** `experienceCredit` of the rules, in halves or null. */
export const experienceHalves = ({ experienceMin }: FactsAsked, { years }: FactsSaid): SQL =>
  sql`case when ${years} >= ${experienceMin} then 2 when ${years} > ${experienceMin} - 1 then 1
    when ${years} is not null then 0 end`;

/** `degreeCredit` of the rules, in halves or null. */
export const degreeHalves = (
  { experienceMin, degreeRank, equalExperience }: FactsAsked,
  { years, degree }: FactsSaid,
): SQL =>
  sql`case when ${degree} >= ${degreeRank} then 2
    when ${equalExperience} and ${years} >= coalesce(${experienceMin}, 0) + 2 * (${degreeRank} - coalesce(${degree}, 0)) then 2
    when ${degree} is not null and not (${equalExperience} and ${years} is null) then 0 end`;

/** `skillCredit` of the rules, from what a profile says of the ways to a skill: a row of `skillsSaid`. */
export function skillSaidHalves(said: SQL, minYears: SQL): Range {
  const had = sql`case when ${minYears} is null then ${said}.own or ${said}.implied else ${said}.own_years >= ${minYears} end`;
  const couldBeHad = sql`${said}.implied or (${said}.own and ${said}.own_years is null)`;
  return {
    low: sql`case when ${said}.denied then 0 when ${had} then 2 else 1 end`,
    high: sql`case when ${said}.denied then 0 when ${had} or ${couldBeHad} then 2 else 1 end`,
  };
}

/** The same from what the rules have worked out for one profile before: a row of `skillTerms`, or none for a skill that it says nothing about. */
export function skillTermsHalves(terms: SQL, minYears: SQL): Range {
  const side = (plain: SQL, short: SQL) =>
    sql`case when ${minYears} is null then ${plain} when ${terms}.years >= ${minYears} then 2 else ${short} end`;
  return {
    low: side(certain(sql`${terms}.low`), certain(sql`${terms}.short_low`)),
    high: side(possible(sql`${terms}.high`), possible(sql`${terms}.short_high`)),
  };
}

/** A responsibility's line, of a yes or a no; null for null. */
export const responsibilityHalves = (has: SQL): SQL =>
  sql`case when ${has} then 2 when not ${has} then 0 end`;

/** Sums over the lines of one posting: of weights, and of weights times halves. Null or 0 where there are no lines. */
export type Totals = { weight: SQL; low: SQL; high: SQL };

/** `scoreOf` of the rules, in whole numbers: low and high are null where there are no lines, and rank is 0. */
export const scoreFrom = ({ weight, low, high }: Totals): { low: SQL; high: SQL; rank: SQL } => ({
  low: sql`(50 * ${low} / nullif(${weight}, 0))::int`,
  high: sql`((50 * ${high} + ${weight} - 1) / nullif(${weight}, 0))::int`,
  rank: sql`coalesce(500 * ${low} / (${weight} + ${rankPadding}::int), 0)::int`,
});
