import { elementAt } from "@/lib/present";
import { isAtLeastShareOfUsual, oddPay, type Pay } from "@/lib/taxonomy/usual-pay";
import { type Amount, alignedEnds, amountsIn, joinsRange, meantBy, millions } from "./amounts";
import { code, currencyIn, surer, type WrittenCurrency } from "./currencies";
import { headerOf } from "./header";
import { type PayPeriod, periodBefore, periodBehind, yearly } from "./periods";

/** Stated base pay in units of the currency; one figure is both ends. */
export type Salary = Pay & { start: number; end: number };

type Candidate = { salary: Salary; isRange: boolean };

/**
 * The base pay that a readable text states: a range or figure that is shown to be pay by a word for it, a period, or its place in the
 * headline. The first range outranks a single figure. Totals with bonus or equity in them, funding, revenue and prices are none. Null where nothing is stated. `countries` are those of the work, by which signs
 * that several currencies share are told apart.
 */
export function findSalary(text: string, countries: readonly string[] = []): Salary | null {
  const head = headerOf(text);
  const isInHead = ({ low }: Range) => head.some(({ start, end }) => start <= low.start && low.start < end);
  const amounts = amountsIn(text)
    .filter(({ scale }) => scale !== millions)
    .slice(0, mostSums);
  let first: Salary | null = null;
  for (const range of rangesOf(text, amounts)) {
    const found = judged(text, range, isInHead(range), countries);
    if (found?.isRange) return found.salary;
    first ??= found?.salary ?? null;
  }
  return first;
}

/** No advert names more sums: the rest of a text that does is not read for pay. */
const mostSums = 300;

type Range = { low: Amount; high: Amount; isRange: boolean };

/** Characters between both ends: ". Salary maximum: ". */
const widestGap = 24;

function rangesOf(text: string, amounts: Amount[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < amounts.length; at++) {
    const [low, next] = [elementAt(amounts, at), amounts[at + 1]];
    const gap = next && next.start - low.end <= widestGap ? text.slice(low.end, next.start) : null;
    const before = text.slice(Math.max(0, low.start - 24), low.start);
    const isRange = next !== undefined && gap !== null && isJoined(gap, before) && reaches(low, next);
    if (isRange) at++;
    ranges.push({ low, high: isRange ? next : low, isRange });
  }
  return ranges;
}

/** "60k – 80k", "between 60k and 80k", "60k/year up to 80k", "min: 60k, max: 80k". */
function isJoined(gap: string, before: string): boolean {
  const withoutPeriod = gap.replace(/^\s?(?:\/|per |an? )\s?\p{L}{1,6}(?=\s(?:up )?to\b|\s?[-–—])/iu, "");
  if (joinsBoth.test(gap)) return between.test(before);
  if (upperEnd.test(gap)) return lowerEnd.test(before);
  return joinsRange(withoutPeriod);
}

/** "Between … and …" in the languages of adverts. */
const joinsBoth = /^\s{0,2}(?:and|und|et|en|y|e|i|och|og|oraz)\s{1,2}(?:the |de )?$/iu;
const between =
  /(?<!\p{L})(?:between|zwischen|entre|tussen|tra|fra|mellan|mellom|mellem|między|pomiędzy|mezi)\s*(?:de\s)?$/iu;
const upperEnd =
  /^[\s,;/.)]{0,3}(?:and )?(?:(?:salary|pay)[ :]{1,2})?max(?:imum)?\.?(?: (?:salary|pay))?(?: of| is)?:?\s?$/iu;
const lowerEnd = /\bmin(?:imum)?\.?(?: (?:salary|pay))?(?: of| is)?:?\s*$/iu;

/** Letters that join in another language also stand between sums that are no range: "60k a 5k bonus". */
const reaches = (low: Amount, high: Amount) => {
  const [from, to] = alignedEnds(low, high);
  return to.value >= from.value || (from.decimal ?? from.value) <= to.value;
};

const payWord =
  /(?<!\p{L})(?:salar(?:y|ies)|compensation|comp|base(?: pay| salary)?|pay(?:s|ing)?(?: range| band| scale)?|remuneration|wages?|ctc|package|earn|rates?|gross|brutto|brut|bruto|netto|stipend|tc|(?:jahres|monats|brutto|grund|fest|ziel)?gehalt|gehalts(?:spanne|rahmen|band)|vergütung|lohn|(?:tages|stunden)satz|salaire|rémunération|tjm|salario|sueldo|remuneraci[oó]n|retribuci[oó]n|salário|remuneração|stipendio|retribuzione|ral|wynagrodzenie|widełki|lön|løn|lønn|salaris|palkka|plat|mzda|薪资|薪酬|月薪|年薪|工资|年収|年俸|月給|時給|연봉|월급|시급|gaji|maaş|ücret)(?!\p{L})/iu;
const otherMoney =
  /\b(?:rais(?:ed|ing|e)|funding|funded|series [a-f]|seed|valu(?:ation|ed)|revenues?|arr|mrr|gmv|aum|sign(?:ing|-on)|bonus(?:es)?|referral|refer|equity|options|rsus?|budgets?|stipend for|allowance|reimburse\w*|benefits? worth|401k|assets|customers?|transactions?|sav(?:e|es|ed|ings)|process(?:es|ed|ing)|market|prize|donat\w*|credits?|cost(?:s|ing)?|spend(?:ing)?|price[sd]?|worth|invest(?:ed|ment|ors?)|backed|grants?|annual commissions|learning|equipment|wellness|home office|ote)\b[^.;:|\n]{0,24}$/i;
const afterOther =
  /^\s*(?:(?:in|of|per|a|the|yearly|annual|annually|cash|one[- ]time)\s+){0,3}(?:(?:signing|sign-on|referral|retention|performance|learning|equipment|travel|education|home|wellness)\s+)*(?:bonus|funding|seed|series|valuation|revenue|arr|mrr|gmv|aum|stipend|allowance|budget|equity|grant|credits?|commissions?|sales|savings|prize|users?|customers?|employees|people|engineers|developers|companies|requests|transactions|gb|tb|mb|ms|%|percent|x\b|million|billion|(?:m|bn?)(?![\p{L}\p{N}]))/iu;

/** "base salary: …", but not a customer base. */
const baseBefore =
  /(?<!\b(?:customer|client|user|code|knowledge|data|installed|install|home)[ -])\bbase\b[^.;|\n\d$€£]{0,40}$/i;
const baseAfter = /^\s?(?:(?:gross|annual|yearly)\s)?base\b/i;
const totalBefore =
  /\b(?:total (?:comp(?:ensation)?|cash|package|rewards?)|tc|ote|on[- ]target(?: earnings)?|all[- ]in)\b[^.;|\n\d]{0,40}$/i;
const totalAfter =
  /^\s?(?:(?:a year|per year|\/ ?(?:yr|year)|annual(?:ly)?|yearly|in)\s)?(?:total comp\w*|tc|ote|on[- ]target|all[- ]in|in total)\b/i;
const withBenefits =
  /^\s?(?:\+|plus|and)?[+,]?\s?(?:(?:significant|meaningful|generous)\s)?(?:equity|bonus|benefits|stock)/i;

function judged(
  text: string,
  { low, high, isRange }: Range,
  isInHead: boolean,
  countries: readonly string[],
): Candidate | null {
  const line =
    text
      .slice(Math.max(0, low.start - 120), low.start)
      .split("\n")
      .at(-1) ?? "";
  const heading = currencyIn(headingCode.exec(line)?.[1]);
  const isSwiss = swissFrancs.test(text.slice(low.start, low.end));
  const written =
    surer(surer(low.written, isRange ? high.written : null), heading) ?? (isSwiss ? currencyIn("CHF") : null);
  if (!written) return null;
  const after = text.slice(high.end, high.end + 60).split("\n", 1)[0] ?? "";
  const before = line.slice(-60);
  const isBase = baseBefore.test(before) || baseAfter.test(after);
  const isOther = afterOther.test(after) || otherMoney.test(before);
  const isTotal = totalBefore.test(before) || totalAfter.test(after);
  if (!isBase && (isOther || isTotal)) return null;
  const stated = /lpa/i.test(text.slice(low.start, high.end))
    ? yearly
    : periodBeside(before, after, text.slice(low.end, high.start));
  const each = stated ?? yearly;
  const payIn = (currency: string): Pay | null => {
    const [min, max] = alignedEnds(low, high).map((end) => meantBy(end, currency, each));
    const pay = { min: min ?? 0, max: max ?? 0, currency, period: each.period };
    return isPlausible(pay, stated !== null) ? pay : null;
  };
  const pay = payAt(written, countries, payIn);
  const isLarge = low.scale > 1 || high.scale > 1 || low.value >= 10_000;
  const isPay =
    stated !== null ||
    isBase ||
    payWord.test(line.slice(-80)) ||
    payWord.test(after.slice(0, 24)) ||
    (isInHead && (isRange || (isLarge && low.scale < millions))) ||
    (isRange && isLarge) ||
    withBenefits.test(after);
  if (!isPay || !pay) return null;
  return { salary: { ...pay, start: low.start, end: high.end }, isRange };
}

/** "110'000.-" is written for francs alone. */
const swissFrancs = /^\d+['’]\d{3}\.\s?[-–—]/u;

/** "Salary (CAD): $120,000", "pay in AUD: …". */
const headingCode = new RegExp(`(?:\\(|\\bin )(${code})\\)?\\s?:?\\s*$`, "u");

/** The country of each currency whose sign is another's too; "$" is US dollars wherever the work is. */
const homes: Record<string, string> = {
  JPY: "JP",
  CNY: "CN",
  SEK: "SE",
  NOK: "NO",
  DKK: "DK",
  ISK: "IS",
  GBP: "GB",
  EGP: "EG",
  INR: "IN",
  PKR: "PK",
  LKR: "LK",
  NPR: "NP",
};

/**
 * The pay in the currency that a sign stands for: that of the only country of the work which writes it, else the usual one; and where
 * nobody is paid so in that, the only other one in which people are.
 */
function payAt(
  { currency, fits }: WrittenCurrency,
  countries: readonly string[],
  payIn: (currency: string) => Pay | null,
): Pay | null {
  const here = fits.filter((one) => countries.includes(homes[one] ?? ""));
  const likely = here.length === 1 ? here[0] : currency;
  const pay = likely ? payIn(likely) : null;
  if (pay || fits.some((one) => !homes[one])) return pay;
  const [only, another] = fits.flatMap((one) => payIn(one) ?? []);
  return only && !another ? only : null;
}

/** What may stand between an amount and its period. */
const qualifiers =
  /^(?:\s|\+|\(?b2b\)?|brutto|netto|gross|net|brut|bruto|lordi|vat|salary|base)+(?=[\s/]|\p{L})/iu;

function periodBeside(before: string, after: string, between: string): PayPeriod | null {
  const near =
    after
      .replace(qualifiers, " ")
      .slice(0, 22)
      .split(/[.;,(]\s|[|\n]|\bpaid\b/, 1)[0] ?? "";
  const nearest =
    before
      .slice(-32)
      .split(/[|;\n]|\.\s/)
      .at(-1) ?? "";
  return periodBehind(near) ?? periodBehind(between) ?? periodBefore(nearest);
}

/** Of what is usual: less is believed only where its period is stated, since it may be a month's pay, or none. */
const leastUnstated = 1 / 4;

function isPlausible(pay: Pay, isStated: boolean): boolean {
  return (
    pay.min > 0 &&
    pay.max >= pay.min &&
    pay.max <= pay.min * 12 &&
    oddPay(pay) === null &&
    isAtLeastShareOfUsual(pay, isStated ? 0 : leastUnstated)
  );
}
