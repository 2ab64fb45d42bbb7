import { currencyNamed } from "@/lib/reading/currencies";
import { payOf, readPay, type TypedPay } from "@/lib/reading/pay-field";
import { periodIn } from "@/lib/reading/periods";
import { findSalary } from "@/lib/reading/salary";
import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";
import { inMinor } from "@/lib/taxonomy/money";
import type { Pay } from "@/lib/taxonomy/usual-pay";
import type { ImportedSalary } from "./input";

const digits = new Map(exchangeRateTable.rates.map(({ currency, minorDigits }) => [currency, minorDigits]));

/** The pay of an imported posting; where something is stated that cannot be taken, why, in a sentence. */
export type PayReading = { salary: ImportedSalary | null; salaryFault?: string };

/** Pay as a format states it in fields: numbers, or texts as people write amounts. A range may stand in one of both ends. */
export type PayFields = { min?: unknown; max?: unknown; currency?: string; period?: string };

/** The base pay that such fields state. No amount, or none above 0, is no pay; one end alone is both. */
export function payIn({ min, max, currency = "", period = "" }: PayFields): PayReading {
  const ends: { min?: TypedPay; max?: TypedPay } = {};
  for (const [end, value] of [
    ["min", min],
    ["max", max],
  ] as const) {
    if (!isAmount(value)) continue;
    const typed = readPay(value);
    if (!typed) return fault(`The pay “${value}” can be read in more than one way.`);
    ends[end] = typed;
  }
  if (!ends.min && !ends.max) return { salary: null };
  const code = currencyNamed(currency);
  if (!code && currency.trim() !== "")
    return fault(`The currency of the pay, “${currency.trim()}”, is not one we know.`);
  const each = periodIn(period.replace(noPeriod, " "));
  if (each === "unknown") return fault(`The period of the pay, “${period.trim()}”, is not one we know.`);
  const pay = payOf(ends, { currency: code, period: each });
  if (!pay) return fault("The pay names no currency.");
  if ("message" in pay) return fault(`The pay cannot be taken: ${pay.message}`);
  return salaryOf(pay);
}

/** What a field for the whole pay says: an amount or a range, else the base pay that its words state. */
export function payInText(text: string, { currency = "", period = "" }: PayFields = {}): PayReading {
  if (!isAmount(text)) return { salary: null };
  if (readPay(text)) return payIn({ min: text, currency, period });
  const each = periodIn(period.replace(noPeriod, " "));
  if (each === "unknown") return fault(`The period of the pay, “${period.trim()}”, is not one we know.`);
  return { salary: salaryIn(`${text} ${currency} ${period}`) };
}

/** The base pay that a short text states ("$108,400—$129,600 USD", "£450 a day", "90k EUR"), or null. */
export function salaryIn(text: string): ImportedSalary | null {
  const found = findSalary(text.slice(0, 300));
  return found && salaryOf(found).salary;
}

const fault = (salaryFault: string): PayReading => ({ salary: null, salaryFault });

/** Text without a figure, or of zeros alone, says nothing about pay. */
const isAmount = (value: unknown): value is string | number =>
  typeof value === "number" ? value !== 0 : typeof value === "string" && /[1-9]/.test(value);

/** Words in a field for the period that name none. */
const noPeriod = /\b(?:gross|net|base|fixed|salary|wages?|range|pay|rate|per)\b/gi;

function salaryOf({ min, max, currency, period }: Pay): PayReading {
  const minorDigits = digits.get(currency);
  if (minorDigits === undefined) return { salary: null };
  const [minMinor, maxMinor] = [inMinor(min, minorDigits), inMinor(max, minorDigits)];
  return { salary: { minMinor, maxMinor, currency, period } };
}
