import { findSalary } from "@/lib/reading/salary";
import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";
import { inMinor } from "@/lib/taxonomy/money";
import type { Period } from "@/lib/taxonomy/terms";
import type { ImportedSalary } from "./input";

const digits = new Map(exchangeRateTable.rates.map(({ currency, minorDigits }) => [currency, minorDigits]));

/** A stated base pay: min and max in units of the currency. Null where an amount or a known currency is missing. */
export function salaryOf(
  min: number | null,
  max: number | null,
  currency: string | null,
  period: Period | null,
): ImportedSalary | null {
  const code = currency?.trim().toUpperCase() ?? "";
  const minorDigits = digits.get(code);
  const [low, high] = [min ?? max, max ?? min];
  if (minorDigits === undefined || low === null || high === null || !(low > 0) || low > high || high > 1e12)
    return null;
  return {
    minMinor: inMinor(low, minorDigits),
    maxMinor: inMinor(high, minorDigits),
    currency: code,
    period: period ?? "year",
  };
}

/** The base pay that a short text states ("$108,400—$129,600 USD", "£450 a day", "90k EUR"), or null. */
export function salaryIn(text: string): ImportedSalary | null {
  const found = findSalary(text.slice(0, 300));
  return found && salaryOf(found.min, found.max, found.currency, found.period);
}

/** The period that a text names: "per hour", "yearly", "per-year-salary". */
export function periodIn(text: string): Period | null {
  return periodWords.find(([, words]) => words.test(text))?.[0] ?? null;
}

const periodWords: [Period, RegExp][] = [
  ["hour", /\bhour(?:ly)?\b|\/\s?h(?:r|our)?\b/i],
  ["day", /\b(?:day|daily)\b/i],
  ["week", /\bweek(?:ly)?\b/i],
  ["month", /\bmonth(?:ly)?\b|\/\s?mo\b/i],
  ["year", /\byear(?:ly)?\b|\bannual(?:ly)?\b|\bannum\b|\bp\.?a\b/i],
];

/** A date as feeds, boards and people write it; a day alone is its midnight in UTC. Null for anything else. */
export function dateOf(value: unknown): Date | null {
  if (typeof value === "number") return checked(new Date(value < 1e11 ? value * 1000 : value));
  if (value instanceof Date) return checked(value);
  if (typeof value !== "string") return null;
  const text = value
    .replace(/^!!timestamp\s*/, "")
    .replace(/^['"]|['"]$/g, "")
    .trim();
  if (!/\d{4}/.test(text)) return null;
  const isBare = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text);
  return checked(new Date(isBare ? `${text.replace(" ", "T")}Z` : text));
}

const checked = (date: Date) => (date.getUTCFullYear() >= 1990 && date.getUTCFullYear() < 2100 ? date : null);
