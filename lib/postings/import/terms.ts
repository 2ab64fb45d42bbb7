import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";
import { inMinor } from "@/lib/taxonomy/money";
import type { Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import type { ImportedSalary } from "./input";

/** The product's words for what a contract line says; several where it names several, none where it names none. */
export function employmentIn(text: string): Employment[] {
  return employmentWords.filter(([, words]) => words.test(text)).map(([employment]) => employment);
}

const employmentWords: [Employment, RegExp][] = [
  ["full-time", /\bfull[\s_-]?time\b|\bperm(?:anent)?\b|\bfte\b|\bregular\b/i],
  ["part-time", /\bpart[\s_-]?time\b/i],
  ["contract", /\bcontract(?:or|ing)?\b|\bfreelanc(?:e|er|ing)\b|\bfixed[\s_-]term\b|\bb2b\b/i],
  ["internship", /\bintern(?:ship)?\b|\btrainee(?:ship)?\b|\bplacement\b/i],
  ["temporary", /\btemp(?:orary)?\b|\bseasonal\b/i],
];

/** Remote where remote is allowed at all, hybrid where office days are named; null where the text says nothing of it. */
export function workplaceIn(text: string): Workplace | null {
  if (/\b(?:no|not) remote\b|\bremote: ?no\b/i.test(text)) return "onsite";
  if (
    /\bremote(?:ly)?\b|\btele-?(?:commut\w*|work\w*)|\bwork from (?:home|anywhere)\b|\bwfh\b|\banywhere\b|\bdistributed\b/i.test(
      text,
    )
  )
    return "remote";
  if (/\bhybrid\b/i.test(text)) return "hybrid";
  return /\bon-?site\b|\bin[\s-]?(?:the )?office\b|\bon[\s_]site\b/i.test(text) ? "onsite" : null;
}

const digits = new Map(exchangeRateTable.rates.map(({ currency, minorDigits }) => [currency, minorDigits]));
const signs: Record<string, string> = { $: "USD", "€": "EUR", "£": "GBP", "₹": "INR", "¥": "JPY", zł: "PLN" };

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

/**
 * The pay that a short text states ("$108,400—$129,600 USD", "£450 a day", "90k EUR"): the first range or figure with a currency.
 * Without a word for the period it is a year, and then a figure under 1,000 is none.
 */
export function salaryIn(text: string): ImportedSalary | null {
  const amounts = [
    ...text.slice(0, 300).matchAll(/(\d{1,3}(?:[,.\s']\d{3})+|\d+)(?:\.(\d{1,2}))?\s?(k\b)?/gi),
  ].slice(0, 2);
  const sign = /[$€£₹¥]|zł/.exec(text)?.[0];
  const code =
    text.match(/\b[A-Z]{3}\b/g)?.find((word) => digits.has(word)) ?? (sign ? signs[sign] : undefined);
  const values = amounts.map(
    ([, whole = "", cents = "0", k]) => Number(`${whole.replace(/\D/g, "")}.${cents}`) * (k ? 1000 : 1),
  );
  const [first, second] = values;
  if (first === undefined || !code) return null;
  const period = periodIn(text);
  const low = second !== undefined && amounts[1]?.[3] && first < 1000 ? first * 1000 : first;
  if (period === null && low < 1000) return null;
  return salaryOf(low, second !== undefined && second >= low ? second : low, code, period);
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

/** A web address, or null for anything that is none. */
export function webAddress(value: string | null): string | null {
  const text = value?.trim() ?? "";
  if (!/^(?:https?:\/\/|www\.)/i.test(text) || /\s/.test(text) || text.length > 2_000) return null;
  try {
    return new URL(/^www\./i.test(text) ? `https://${text}` : text).href;
  } catch {
    return null;
  }
}
