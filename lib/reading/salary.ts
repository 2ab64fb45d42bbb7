import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";
import { inMinor, yearlyUsd } from "@/lib/taxonomy/money";
import type { Period } from "@/lib/taxonomy/terms";
import { type Amount, amountsIn } from "./amounts";
import { headerOf } from "./header";

/** Stated base pay in units of the currency; one figure is both ends. */
export type Salary = {
  min: number;
  max: number;
  currency: string;
  period: Period;
  start: number;
  end: number;
};

/**
 * The base pay that a readable text states: the first range that is shown to be pay by a word for it, a period, or its place in the
 * headline, else the first such figure. Bonuses, equity, funding, revenue and prices are none. Null where nothing is stated.
 */
export function findSalary(text: string): Salary | null {
  const head = headerOf(text);
  const isInHead = ({ low }: Range) => head.some(({ start, end }) => start <= low.start && low.start < end);
  const candidates: { salary: Salary; isRange: boolean }[] = [];
  for (const range of rangesOf(text, amountsIn(text))) {
    const found = judged(text, range, isInHead(range));
    if (found) candidates.push(found);
    if (found?.isRange) break;
  }
  return candidates.find(({ isRange }) => isRange)?.salary ?? candidates[0]?.salary ?? null;
}

type Range = { low: Amount; high: Amount; isRange: boolean };

const between = /^\s?(?:-{1,2}|–|—|−|~|to|through|up to|until|and|bis)\s?$/i;

function rangesOf(text: string, amounts: Amount[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < amounts.length; at++) {
    const [low, next] = [amounts[at] as Amount, amounts[at + 1]];
    const gap = next && next.start - low.end <= 12 ? text.slice(low.end, next.start) : null;
    const isRange =
      next !== undefined &&
      gap !== null &&
      between.test(gap) &&
      (!/and/i.test(gap) || /\bbetween\s*$/i.test(text.slice(Math.max(0, low.start - 10), low.start)));
    if (isRange) at++;
    ranges.push({ low, high: isRange ? (next as Amount) : low, isRange });
  }
  return ranges;
}

const payWord =
  /\b(?:salar(?:y|ies)|compensation|comp|base(?: pay| salary)?|pay(?:s|ing)?(?: range| band| scale)?|remuneration|wages?|ctc|package|earn|rates?|gross|brutto|stipend|tc)\b/i;
const otherMoney =
  /\b(?:rais(?:ed|ing|e)|funding|funded|series [a-f]|seed|valu(?:ation|ed)|revenues?|arr|mrr|gmv|aum|sign(?:ing|-on)|bonus(?:es)?|referral|refer|equity|options|rsus?|budgets?|stipend for|allowance|reimburse\w*|benefits? worth|401k|assets|customers?|transactions?|sav(?:e|es|ed|ings)|process(?:es|ed|ing)|market|prize|donat\w*|credits?|cost(?:s|ing)?|spend(?:ing)?|price[sd]?|worth|invest(?:ed|ment|ors?)|backed|grants?|annual commissions|learning|equipment|wellness|home office|ote)\b[^.;:|\n]{0,24}$/i;
const afterOther =
  /^\s*(?:(?:in|of|per|a|the|yearly|annual|annually|cash|one[- ]time)\s+){0,3}(?:(?:signing|sign-on|referral|retention|performance|learning|equipment|travel|education|home|wellness)\s+)*(?:bonus|funding|seed|series|valuation|revenue|arr|mrr|gmv|aum|stipend|allowance|budget|equity|grant|credits?|commissions?|sales|savings|prize|users?|customers?|employees|people|engineers|developers|companies|requests|transactions|gb|tb|mb|ms|%|percent|x\b|million|billion|m\b|bn?\b)/i;

function judged(
  text: string,
  { low, high, isRange }: Range,
  isInHead: boolean,
): { salary: Salary; isRange: boolean } | null {
  const currency = low.currency ?? high.currency;
  if (!currency) return null;
  const [min, max] = scaled(low, high);
  const line =
    text
      .slice(Math.max(0, low.start - 120), low.start)
      .split("\n")
      .at(-1) ?? "";
  const after = text.slice(high.end, high.end + 60);
  const before = line.slice(-60);
  if (afterOther.test(after) || otherMoney.test(before)) return null;
  const stated = periodBeside(before, after, low, high, text);
  const isPay =
    stated !== null ||
    payWord.test(line.slice(-80)) ||
    payWord.test(after.slice(0, 24)) ||
    (isInHead && (isRange || low.scale > 1 || min >= 10_000)) ||
    (isRange && low.currency !== null && (low.scale > 1 || high.scale > 1 || min >= 10_000)) ||
    /^\s?(?:\+|plus|and)?[+,]?\s?(?:(?:significant|meaningful|generous)\s)?(?:equity|bonus|benefits|stock)/i.test(
      after,
    );
  if (!isPay || max < min) return null;
  const period = plausible(min, max, currency, stated);
  return period && { salary: { min, max, currency, period, start: low.start, end: high.end }, isRange };
}

/** "60-80k": what multiplies the second figure multiplies the first, where it would else be too small beside it. */
function scaled(low: Amount, high: Amount): [number, number] {
  const isShort =
    high.scale > 1 && low.scale === 1 && low.value < 1000 && low.value * high.scale <= high.value;
  const isLong =
    low.scale > 1 && high.scale === 1 && high.value < 1000 && high.value * low.scale >= low.value;
  return [low.value * (isShort ? high.scale : 1), high.value * (isLong ? low.scale : 1)];
}

const periods: [Period, RegExp][] = [
  ["hour", /(?:\/\s?|\bper |\ban? )(?:hour|hr|h)\b|\bhourly\b/i],
  ["day", /(?:\/\s?|\bper |\ba )(?:day|d)\b|\bdaily\b|\bday rate\b|\bp\.?d\b/i],
  ["week", /(?:\/\s?|\bper |\ba )(?:week|wk)\b|\bweekly\b/i],
  ["month", /(?:\/\s?|\bper |\ba )(?:month|mo|mth)\b|\bmonthly\b|\bp\.?c?\.?m\b/i],
  [
    "year",
    /(?:\/\s?|\bper |\ba )(?:year|yr|y|annum)\b|\b(?:yearly|annual(?:ly|ized)?|p\.?a\b|per annum|annum|lpa|ctc)\b/i,
  ],
];

/** Before a sum only these say its period: "3 days a week, salary $90,000" is no pay by the week. */
const adverbs: [Period, RegExp][] = [
  ["hour", /\bhourly\b|\bper hour\b/i],
  ["day", /\bdaily\b|\bday rate\b|\bper day\b/i],
  ["week", /\bweekly\b/i],
  ["month", /\bmonthly\b/i],
  ["year", /\b(?:annual(?:ly|ized)?|yearly)\b/i],
];

function periodBeside(before: string, after: string, low: Amount, high: Amount, text: string): Period | null {
  if (/lpa/i.test(text.slice(low.start, high.end))) return "year";
  const near = after.slice(0, 22).split(/[.;,(]\s|[|\n]/, 1)[0] ?? "";
  const behind = periods.find(([, words]) => words.test(near.replace(/^\s*[A-Z]{3}\b/, "")));
  if (behind) return behind[0];
  const nearest =
    before
      .slice(-32)
      .split(/[|;\n]|\.\s/)
      .at(-1) ?? "";
  return adverbs.find(([, words]) => words.test(nearest))?.[0] ?? null;
}

const rates = new Map(exchangeRateTable.rates.map((rate) => [rate.currency, rate]));
/** Yearly dollars between which pay lies, interns and principals included; less is believed only where its period is stated. */
const least = 1_500;
const leastUnstated = 9_000;
const leastUnstatedRupees = 2_500;
const most = 3_000_000;

/** The period if such pay is plausible; a year where none is stated. */
function plausible(min: number, max: number, currency: string, stated: Period | null): Period | null {
  const rate = rates.get(currency);
  if (!rate || !(min > 0)) return null;
  const period = stated ?? "year";
  const dollars = (units: number) => yearlyUsd(inMinor(units, rate.minorDigits), period, rate);
  const floor = stated ? least : currency === "INR" ? leastUnstatedRupees : leastUnstated;
  return dollars(max) >= floor && dollars(max) <= most && dollars(min) * 12 >= dollars(max) ? period : null;
}
