import { oddPay } from "@/lib/taxonomy/usual-pay";
import { code, currencyBefore, currencyBehind, currencyIn, surer, type WrittenCurrency } from "./currencies";
import type { PayPeriod } from "./periods";

/**
 * A sum of money in a text: units of its currency, with where it stands, [start, end). `scale` is what "k" or "lakh" multiplied it by.
 * `decimal` is the other thing that figures like "42.500" can be, 42.5; null where there is only one.
 */
export type Amount = {
  value: number;
  decimal: number | null;
  scale: number;
  written: WrittenCurrency | null;
  start: number;
  end: number;
};

const separator = "[.,'’_\\u00a0\\u202f\\u2009 ]";
const figure = [
  `[1-9]\\d{0,2}(?<by>${separator})\\d{3}(?:\\k<by>\\d{3})*(?:(?!\\k<by>)[.,]\\d{1,4})?`,
  "\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?",
  "\\d{4,12}(?:[.,]\\d{1,6})?",
  "\\d{1,3}(?:[.,]\\d{1,2})?",
]
  .map((form) => `${form}(?!\\d|[.,]\\d)`)
  .join("|");
/** What "M" multiplies by: in prose that is funding or revenue. */
export const millions = 1_000_000;
/** What stands behind figures, as people write it, and what it multiplies them by. */
const scales: Record<string, number> = {
  ...scaled(1_000, "k", "K", "thousand", "tsd", "tsd.", "Tsd", "Tsd.", "tys", "tys.", "T"),
  ...scaled(10_000, "万", "萬", "만"),
  ...scaled(100_000, "lakh", "lakhs", "Lakh", "Lakhs", "lac", "lacs", "LPA", "lpa", "L"),
  ...scaled(10_000_000, "crore", "crores", "Crore", "Crores", "cr", "Cr", "CR"),
  ...scaled(millions, "m", "M", "mio", "Mio", "Mio.", "million", "millions", "Million"),
  ...scaled(Number.POSITIVE_INFINITY, "b", "B", "bn", "Bn", "billion", "Billion", "trillion", "Trillion"),
};
function scaled(by: number, ...words: string[]) {
  return Object.fromEntries(words.map((word) => [word, by]));
}
const unit = Object.keys(scales)
  .sort((a, b) => b.length - a.length)
  // "65 T€" is German for thousands; "T" alone is anything.
  .map((word) => (word === "T" ? "T(?=\\s?€)" : word.replace(".", "\\.")))
  .join("|");
const isIndian = /^(?:la[kc]|lpa|cr)/i;
/** ",-" and ".-" say that there are no cents. */
const noCents = "[.,:]\\s?[-–—]{1,2}(?!\\s?\\d)";
const pattern = new RegExp(
  `(?:(?<before>${currencyBefore})\\s?|(?<![\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}_.,]))(?<figure>${figure})(?:${noCents})?(?:\\s?(?<unit>${unit})(?:(?!\\p{Script=Latin})|(?=${code})))?(?:\\s?(?<behind>${currencyBehind}))?`,
  "gu",
);

/** Sums in the order of the text, with numbers of no currency among them: half a range has none. Linear in the text's length. */
export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const { 0: found, index: start, groups = {} } of text.matchAll(pattern)) {
    const { before, figure: digits = "", unit: suffix = "", behind } = groups;
    const scale = scales[suffix] ?? 1;
    if (!Number.isFinite(scale)) continue;
    const { value, decimal } = numberOf(digits);
    amounts.push({
      value: exact(value * scale),
      decimal: decimal === null ? null : exact(decimal * scale),
      scale,
      written:
        surer(currencyIn(before), currencyIn(behind)) ??
        currencyByForm(digits, suffix, text[start + found.length]),
      start,
      end: start + found.length,
    });
  }
  return amounts;
}

/**
 * The currency that the way of writing a sum shows without naming one: lakhs are rupees, and tens of thousands
 * counted in Chinese characters are yuan or yen, unless they count something else ("30万人").
 */
function currencyByForm(digits: string, suffix: string, next = ""): WrittenCurrency | null {
  if (isIndian.test(suffix) || indian.test(digits)) return currencyIn("₹");
  return /^[万萬]$/u.test(suffix) && !/\p{Script=Han}/u.test(next) ? countedInTenThousands : null;
}
const countedInTenThousands: WrittenCurrency = { currency: "CNY", fits: ["CNY", "JPY"] };

/** Without what binary fractions add: 1.1 lakh is 110,000. */
const exact = (units: number) => Math.round(units * 1e6) / 1e6;

const indian = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?$/;

/**
 * What figures mean, as `figure` lets them through: three digits behind each separator are groups of thousands, those behind another
 * separator a fraction, and likewise one or two behind the only one, or any number behind four digits or more. A single point or comma before three digits may be either.
 */
function numberOf(digits: string): { value: number; decimal: number | null } {
  const bare = digits.replace(/['’_\s]/g, "");
  if (indian.test(digits)) return { value: Number(bare.replaceAll(",", "")), decimal: null };
  if (/^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.test(bare))
    return {
      value: Number(bare.replace(/[.,]/g, "")),
      decimal: /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(",", ".")) : null,
    };
  const [, whole = bare, fraction = "0"] = /^(.*)[.,](\d+)$/.exec(bare) ?? [];
  return { value: Number(`${whole.replace(/[.,]/g, "")}.${fraction}`), decimal: null };
}

/**
 * Units for the period, once it is known what an amount pays for: "42.500" is 42,500, unless nobody is paid that an hour and 42.5 is usual
 * there.
 */
export function meantBy(
  { value, decimal }: Pick<Amount, "value" | "decimal">,
  currency: string | null,
  { period, times }: PayPeriod,
): number {
  const isOdd = (units: number, of: string) =>
    oddPay({ min: units * times, max: units * times, currency: of, period }) !== null;
  const isFraction =
    decimal !== null && currency !== null && isOdd(value, currency) && !isOdd(decimal, currency);
  return exact((isFraction ? decimal : value) * times);
}

/** "60-80k": what multiplies one end multiplies the other, where it would else be too far from it. */
export function alignedEnds(low: Amount, high: Amount): [Amount, Amount] {
  const by = (amount: Amount, scale: number): Amount => ({
    ...amount,
    value: amount.value * scale,
    decimal: amount.decimal === null ? null : amount.decimal * scale,
    scale,
  });
  const isShort =
    high.scale > 1 && low.scale === 1 && low.value < 1000 && low.value * high.scale <= high.value;
  const isLong =
    low.scale > 1 && high.scale === 1 && high.value < 1000 && high.value * low.scale >= low.value;
  return [isShort ? by(low, high.scale) : low, isLong ? by(high, low.scale) : high];
}

/** Whether what stands between two amounts makes a range of them: a dash, or "to" in the languages of adverts. */
export const joinsRange = (between: string): boolean =>
  /^\s{0,2}(?:-{1,2}|[–—−~～〜]|(?:and )?(?:rising |rises |increasing |increases |going |goes )?(?:up )?to|through|until|and|bis(?: zu)?|à|a|al|e|y|do|till|tot|t\/m)\s{0,2}$/iu.test(
    between,
  );
