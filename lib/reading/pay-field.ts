import { type Pay, roughYearlyUsd } from "@/lib/taxonomy/usual-pay";
import { periodWords } from "@/lib/taxonomy/words";
import { type Amount, alignedEnds, amountsIn, joinsRange, meantBy } from "./amounts";
import { currencyCodes, sameCurrency, surer, type WrittenCurrency } from "./currencies";
import { type PayPeriod, periodIn, yearly } from "./periods";

/** What somebody typed as pay: one sum or a range, with the currency and the period that stand in it, null where none does. */
export type TypedPay = {
  low: Amount;
  /** Null for a single sum. */
  high: Amount | null;
  written: WrittenCurrency | null;
  period: PayPeriod | null;
};

/** Characters: more is no amount. */
const longest = 80;
const anyCase = new RegExp(`(?<![\\p{L}])(?:${[...currencyCodes].join("|")})(?![\\p{L}])`, "giu");
/** Words that change nothing about a sum in a field of its own: whole ones, since "netto" is one word and not "net" and "to" as well. */
const around =
  /^(?:\s|(?:from|ab|von|desde|de|up to|to|bis|min(?:imum)?|max(?:imum)?|at least|about|around|circa|ca|approx|gross|net|netto|brutto|brut|bruto|lordi?|before tax|base|salary|pay|plus|vat|b2b)(?!\p{L})|[~≈<>≥≤=+:.,()])*$/iu;

/**
 * Reads what a person typed into a field for pay ("85.000", "€85k", "60-80k", "12 LPA", "60/h"), or what an import has there; a number is
 * that number. Null for what is no amount, or may be two.
 */
export function readPay(typed: string | number): TypedPay | null {
  if (typeof typed === "number") {
    const low = { value: typed, decimal: null, scale: 1, written: null, start: 0, end: 0 };
    return Number.isFinite(typed) ? { low, high: null, written: null, period: null } : null;
  }
  const text = typed
    .slice(0, longest + 1)
    .normalize("NFKC")
    .replace(anyCase, (code) => code.toUpperCase())
    .trim();
  const [low, high, more] = amountsIn(text);
  if (!low || more || typed.length > longest) return null;
  const before = text.slice(0, low.start);
  const between = high ? text.slice(low.end, high.start) : "";
  const behind = text.slice((high ?? low).end);
  const inside = withoutPeriod(between);
  const outside = withoutPeriod(behind);
  const leading = withoutPeriod(before);
  if (high && !joinsRange(between) && !joinsRange(inside.rest)) return null;
  if (high && !sameCurrency(low.written, high.written)) return null;
  if (!around.test(leading.rest) || !around.test(outside.rest)) return null;
  // "0 - 85k" has no lower end.
  const isUpTo = high !== undefined && low.value === 0;
  return {
    low: isUpTo ? high : low,
    high: isUpTo ? null : (high ?? null),
    written: surer(low.written, high?.written ?? null),
    period: /lpa/i.test(text) ? yearly : (outside.period ?? inside.period ?? leading.period),
  };
}

const words =
  /(?:\s{0,2}(?:\/|\b(?:per|an?|pro|por|par|al|ao|im|je|na)\b))?\s{0,2}(\p{L}[\p{L}./-]*(?:\s(?:weeks?|month|rate))?)/giu;

/** The period that such words name, and what is left without it. */
function withoutPeriod(text: string): { period: PayPeriod | null; rest: string } {
  for (const { 0: all, 1: name = "", index } of text.matchAll(words)) {
    const period = periodIn(name);
    if (period && period !== "unknown")
      return { period, rest: text.slice(0, index) + text.slice(index + all.length) };
  }
  return { period: null, rest: text };
}

/** What is chosen beside the fields, or stated by an import; null where nothing is. */
export type Chosen = { currency: string | null; period: PayPeriod | null };
/** Why two fields are no pay, and at which of them. */
export type PayFault = { at: "min" | "max"; message: string };

/** More a year is nobody's pay, and no number that the database keeps. */
const mostDollars = 1_000_000_000;
const mostUnits = 1_000_000_000_000;

/**
 * The pay that two fields state together, or a range in one of them. Null while no currency is known. What contradicts itself or what is
 * chosen beside it is a fault.
 */
export function payOf(
  { min, max }: { min?: TypedPay; max?: TypedPay },
  chosen: Chosen,
): Pay | PayFault | null {
  const first = min ?? max;
  if (!first) return null;
  if (min && max && (min.high || max.high))
    return {
      at: min.high ? "min" : "max",
      message: "This is a range, and the other field holds an amount too. Enter one amount in each field.",
    };
  const ends = alignedEnds(first.low, max?.low ?? first.high ?? first.low);
  const written = surer(first.written, max?.written ?? null);
  for (const [at, typed] of [
    ["min", min],
    ["max", max],
  ] as const) {
    const fault = typed && contradiction(typed, written, chosen);
    if (fault) return { at, message: fault };
  }
  const currency = chosen.currency ?? written?.currency;
  if (!currency) return null;
  const each = min?.period ?? max?.period ?? chosen.period ?? yearly;
  const [low, high] = ends.map((amount) => meantBy(amount, currency, each)) as [number, number];
  const pay = { min: low, max: high, currency, period: each.period };
  const end = max ? "max" : "min";
  if (!(low > 0)) return { at: min ? "min" : "max", message: "Pay must be more than 0." };
  if (high < low)
    return { at: end, message: "The upper end of the range must not be less than the lower end." };
  if (high > mostUnits || (roughYearlyUsd(pay)?.max ?? 0) > mostDollars)
    return { at: end, message: "This is more than anyone is paid. Check the amount." };
  return pay;
}

function contradiction(typed: TypedPay, written: WrittenCurrency | null, chosen: Chosen): string | null {
  const fits = typed.written?.fits;
  if (fits && chosen.currency && !fits.includes(chosen.currency))
    return `The amount is in ${fits[0]}, but the currency is set to ${chosen.currency}. Change one of them.`;
  if (fits && written && !sameCurrency(typed.written, written))
    return `The amount is in ${fits[0]}, but the other end of the range is in ${written.fits[0]}. Use one currency.`;
  const { period } = typed;
  if (
    period &&
    chosen.period &&
    (period.period !== chosen.period.period || period.times !== chosen.period.times)
  )
    return `The amount names a period, but the period is set to “${periodWords[chosen.period.period]}”. Change one of them.`;
  return null;
}
