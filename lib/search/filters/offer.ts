import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { postings } from "@/db/schema/postings";
import { atCompanies, hasOnCard, inRange, ofValues } from "@/lib/board/conditions";
import { dayMs } from "@/lib/days";
import { counted } from "@/lib/plural";
import { clock } from "@/lib/postings/queries/live";
import { wholeCard } from "@/lib/postings/queries/reality";
import { formatPay } from "@/lib/postings/words";
import { one } from "@/lib/present";
import { degreeRank } from "@/lib/taxonomy/rules";
import { bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { bandWords, degreeWords, employmentWords, workplaceWords } from "@/lib/taxonomy/words";
import { any, either, filter, listed, many, number, oneOf, steps } from "./filter";

const anyOf = (column: SQL, values: readonly string[]) => sql`${column} = any(${sql.param(values)}::text[])`;

const salarySteps = Array.from({ length: 10 }, (_, i) => 25_000 * (i + 1));
/** The thresholds of the salary facet, a year in the asked currency. */
export const salaryThresholds: readonly number[] = salarySteps;

export const degree = filter({
  schema: oneOf(degrees).optional(),
  about: "The highest degree I hold.",
  chip: "degree held",
  label: (value) => degreeWords[value],
  phrase: (_, __, values) => `degree held: ${degreeWords[one(values)].toLowerCase()}`,
  sql: (value) =>
    sql`(${postings.degreeRank} is null or ${postings.equalExperience} or ${postings.degreeRank} <= ${degreeRank(value)}::int)`,
  board: (value) => [ofValues("degreeNeed", degrees.slice(0, degreeRank(value) + 1), degrees)],
  facet: steps(degrees, (step) => sql`degree_need <= ${degreeRank(step)}::int`),
});

export const experience = filter({
  schema: number("a number of years", 0, 60).optional(),
  about: "My years of experience.",
  chip: "years",
  phrase: ([years]) => `for ${counted(Number(years), "year")} of experience`,
  sql: (years) =>
    sql`coalesce(${postings.experienceMin}, 0) <= ${years} and coalesce(${postings.experienceMax}, 60) >= ${years}`,
  board: (years) => [inRange("experienceMin", 0, years), inRange("experienceMax", years)],
});

export const band = filter({
  schema: many(oneOf(bands)),
  repeat: any,
  about: "Any of these.",
  label: (value) => bandWords[value],
  phrase: (_, __, values) => either(values.map((value) => bandWords[value])),
  sql: (values) => anyOf(sql`${postings.band}`, values),
  board: (values) => [ofValues("band", values, bands)],
  facet: { kind: "values", values: bands, column: sql`band` },
});

export const salary = filter({
  schema: number("a yearly amount in the chosen currency, like 85,000 or 85k,", 1, 1_000_000_000).optional(),
  modifier: {
    name: "currency",
    schema: z
      .string()
      .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters, like EUR")
      .transform((value) => value.toUpperCase())
      .default("USD"),
    about: "The currency of `salary` and of the salary facet.",
  },
  about: "The yearly amount I want, in `currency`.",
  chip: "pay from",
  label: (value, _, currency) => formatPay({ min: Number(value), max: Number(value), currency }),
  phrase: ([amount], currency) => `from ${Number(amount).toLocaleString("en")} ${currency}`,
  sql: (yearly, _, { toUsd }) => sql`${postings.yearlyUsdMax} >= ${toUsd(yearly)}`,
  board: (yearly, _, { toUsd }) => [inRange("usdMax", toUsd(yearly))],
  facet: steps(
    salaryThresholds.map(String),
    (step, { toUsd }) => sql`yearly_usd_max >= ${toUsd(Number(step))}::int`,
  ),
});

export const workplace = filter({
  schema: many(oneOf(workplaces)),
  repeat: any,
  about: "Any of these.",
  label: (value) => workplaceWords[value],
  phrase: (_, __, values) => either(values.map((value) => workplaceWords[value].toLowerCase())),
  sql: (values) => anyOf(sql`${postings.workplace}`, values),
  board: (values) => [ofValues("workplace", values, workplaces)],
  facet: { kind: "values", values: workplaces, column: sql`workplace` },
});

export const employment = filter({
  schema: many(oneOf(employments)),
  repeat: any,
  about: "Any of these.",
  label: (value) => employmentWords[value],
  phrase: (_, __, values) => either(values.map((value) => employmentWords[value].toLowerCase())),
  sql: (values) => anyOf(sql`${postings.employment}`, values),
  board: (values) => [ofValues("employment", values, employments)],
  facet: { kind: "values", values: employments, column: sql`employment` },
});

export const company = filter({
  schema: many(listed),
  repeat: any,
  about: "Any of these, by slug.",
  chip: "at",
  list: "company",
  phrase: (names) => `at ${either(names)}`,
  sql: (slugs) =>
    sql`${postings.companyId} in (select c.id from companies c where c.slug = any(${sql.param(slugs)}::text[]))`,
  board: (slugs, _, { companies }) => [atCompanies(slugs.map((slug) => companies.get(slug) ?? ""))],
});

const onCard = (condition: SQL) =>
  sql`exists (select 1 from reality_cards r where r.posting_id = ${postings.id} and ${condition})`;

export const oncall = filter({
  schema: oneOf(["none"]).optional(),
  about: "No on-call.",
  chip: "on call",
  phrase: () => "no on-call",
  sql: () => onCard(sql`r.on_call_weeks = 0`),
  board: () => [hasOnCard("noOnCall")],
});

export const takehome = filter({
  schema: oneOf(["none"]).optional(),
  about: "No take-home task.",
  chip: "take-home",
  phrase: () => "no take-home",
  sql: () => onCard(sql`r.take_home_hours = 0`),
  board: () => [hasOnCard("noTakeHome")],
});

export const complete = filter({
  schema: oneOf(["1"]).optional(),
  about: "The whole reality card is filled in.",
  chip: "reality card",
  label: () => "complete",
  phrase: () => "reality card complete",
  sql: () => onCard(wholeCard),
  board: () => [hasOnCard("whole")],
});

export const posted = filter({
  schema: number("a number of days", 1, 90).optional(),
  about: "At most this many days old.",
  chip: "within",
  label: (value) => (value === "1" ? "a day" : `${value} days`),
  phrase: ([days]) => `at most ${counted(Number(days), "day")} old`,
  sql: (days) => sql`${postings.publishedAt} >= ${clock} - make_interval(days => ${days}::int)`,
  board: (days, _, { now }) => [inRange("publishedAt", now - days * dayMs)],
});
