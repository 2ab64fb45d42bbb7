import type { FieldFault } from "@/lib/errors";
import { type PayFault, payOf, readPay, type TypedPay } from "@/lib/reading/pay-field";
import { inMinor, inUnits, type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Period } from "@/lib/taxonomy/terms";
import { meantInstead, oddityOf, oddPay, type Pay } from "@/lib/taxonomy/usual-pay";
import { formatPay, formatPeriod } from "./words";

/** The pay of a posting in its six columns: as given, in the currency's smallest unit, and beside it as a year in whole dollars. */
export const payColumns = ({ min, max, period }: Omit<Pay, "currency">, rate: Rate) => {
  const [minMinor, maxMinor] = [inMinor(min, rate.minorDigits), inMinor(max, rate.minorDigits)];
  return {
    salaryMinMinor: minMinor,
    salaryMaxMinor: maxMinor,
    salaryCurrency: rate.currency,
    salaryPeriod: period,
    yearlyUsdMin: yearlyUsd(minMinor, period, rate),
    yearlyUsdMax: yearlyUsd(maxMinor, period, rate),
  };
};

/** The same of a posting that does not say what it pays. */
export const noPay = {
  salaryMinMinor: null,
  salaryMaxMinor: null,
  salaryCurrency: null,
  salaryPeriod: null,
  yearlyUsdMin: null,
  yearlyUsdMax: null,
};

/** Those columns, of a posting that may have none. */
export type PayColumns = {
  salaryMinMinor: number | null;
  salaryMaxMinor: number | null;
  salaryCurrency: string | null;
  salaryPeriod: Period | null;
  yearlyUsdMin: number | null;
  yearlyUsdMax: number | null;
};

/** What the pay fields of a posting's form hold. */
export type PayFields = {
  salaryMin?: TypedPay;
  salaryMax?: TypedPay;
  salaryCurrency?: string;
  salaryPeriod: Period;
};

/** The pay that the form states, null for none; what contradicts itself is a fault at its field. */
export function payOfForm(form: PayFields): Pay | (PayFault & { field: string }) | null {
  const { salaryMin: min, salaryMax: max, salaryCurrency: currency = null, salaryPeriod: period } = form;
  if (!min && !max) return null;
  const missing = !min ? "salaryMin" : !max ? "salaryMax" : null;
  if (missing && !min?.high && !max?.high)
    return {
      at: missing === "salaryMin" ? "min" : "max",
      field: missing,
      message: "Enter both ends of the range. If it is one amount, enter it twice.",
    };
  const pay = payOf({ min, max }, { currency, period: { period, times: 1 } });
  if (!pay) return { at: "min", field: "salaryCurrency", message: "Choose the currency of the pay." };
  return "at" in pay ? { ...pay, field: pay.at === "min" ? "salaryMin" : "salaryMax" } : pay;
}

const words = (pay: Pay) => `${formatPay(pay)} ${formatPeriod(pay.period)}`;

/** "€85,000–105,000 a year, about $97,000–119,000 a year": what was understood, for the one who wrote it. */
export function payInWords(pay: Pay, rate: Rate): string {
  if (pay.currency === "USD" && pay.period === "year") return words(pay);
  const dollars = (units: number) => rounded(yearlyUsd(inMinor(units, rate.minorDigits), pay.period, rate));
  const yearly: Pay = { min: dollars(pay.min), max: dollars(pay.max), currency: "USD", period: "year" };
  return `${words(pay)}, about ${words(yearly)}`;
}

/** Rates change daily: thousands are near enough, and hundreds for little pay. */
const rounded = (dollars: number) => {
  const step = dollars >= 10_000 ? 1000 : dollars >= 1000 ? 100 : 1;
  return Math.round(dollars / step) * step;
};

/** "€85 a year? Did you mean €85,000?", for pay that is far from what is usual; null for any other. */
export function payQuestion(pay: Pay): string | null {
  if (!oddPay(pay)) return null;
  const instead = meantInstead(pay);
  if (!instead) return `${words(pay)}? Check the amount, the currency and the period.`;
  return `${words(pay)}? Did you mean ${instead.period === pay.period ? formatPay(instead) : words(instead)}?`;
}

/** What submitting asks about pay that is far from what is usual, at its fields; nothing about other pay, or once it was confirmed. */
export function payDoubts(form: PayFields & { payConfirmed: boolean }): FieldFault[] {
  const pay = payOfForm(form);
  const question = pay && "currency" in pay && !form.payConfirmed ? payQuestion(pay) : null;
  if (!pay || !("currency" in pay) || !question) return [];
  return [
    { path: oddPay(pay) === "above" ? "salaryMax" : "salaryMin", message: question },
    { path: "payConfirmed", message: "Correct the pay, or tick the box if it is right." },
  ];
}

/** "€85 a year is far below usual pay", of a posting as it is kept; null where its pay is usual, or there is none. */
export function oddPayWords(posting: PayColumns, minorDigits: number): string | null {
  const {
    salaryMinMinor: min,
    salaryMaxMinor: max,
    salaryCurrency: currency,
    salaryPeriod: period,
  } = posting;
  const { yearlyUsdMin, yearlyUsdMax } = posting;
  if (min === null || max === null || !currency || !period) return null;
  if (yearlyUsdMin === null || yearlyUsdMax === null) return null;
  const odd = oddityOf({ min: yearlyUsdMin, max: yearlyUsdMax }, currency);
  return oddWords(odd, { min: inUnits(min, minorDigits), max: inUnits(max, minorDigits), currency, period });
}

/** The same of pay in units of its currency. */
export const oddPayIn = (pay: Pay) => oddWords(oddPay(pay), pay);

const oddWords = (odd: "below" | "above" | null, pay: Pay) => odd && `${words(pay)} is far ${odd} usual pay`;

/** Pay as it stands in a form's fields at this moment. */
export type TypedFields = { min: string; max: string; currency: string; period: Period };

/** What such fields are understood to say, in a sentence, and the question that odd pay raises; null while they say nothing yet. */
export function understoodPay(
  typed: TypedFields,
  rates: readonly Rate[],
): { words: string; question: string | null } | null {
  const read = (text: string) => (text.trim() === "" ? undefined : readPay(text));
  const [min, max] = [read(typed.min), read(typed.max)];
  if (min === null || max === null) return null;
  const period = { period: typed.period, times: 1 };
  const pay = payOf({ min, max }, { currency: typed.currency || null, period });
  if (!pay) return null;
  if ("at" in pay) return { words: pay.message, question: null };
  const rate = rates.find(({ currency }) => currency === pay.currency);
  return rate ? { words: payInWords(pay, rate), question: payQuestion(pay) } : null;
}
