import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";

/** A sum of money in a text: units of its currency, with where it stands, [start, end). `scale` is what "k" or "lakh" multiplied it by. */
export type Amount = { value: number; scale: number; currency: string | null; start: number; end: number };

const signs: Record<string, string> = {
  US$: "USD",
  C$: "CAD",
  CA$: "CAD",
  CAD$: "CAD",
  A$: "AUD",
  AU$: "AUD",
  NZ$: "NZD",
  S$: "SGD",
  HK$: "HKD",
  R$: "BRL",
  MX$: "MXN",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "₹": "INR",
  "¥": "JPY",
  "₪": "ILS",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₦": "NGN",
  "₱": "PHP",
  zł: "PLN",
  zl: "PLN",
  kč: "CZK",
  rs: "INR",
  "rs.": "INR",
  inr: "INR",
  euro: "EUR",
  euros: "EUR",
};
const codes = new Set(exchangeRateTable.rates.map(({ currency }) => currency));

const sign =
  "(?:US|CAD|CA|C|AU|A|NZ|S|HK|R|MX)?\\$|[€£₹¥₪₩₺₴₦₱]|\\bRs\\.?(?=[\\s\\d])|\\b[A-Z]{3}\\$?(?=[\\s\\d])";
const behind = "[€£₹$]|\\b(?:[A-Z]{3}|[Ee]uros?|zł|zl|kč)\\b|zł";
const figure =
  "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d{1,9}(?:[.,]\\d{1,2})?(?!\\d)";
const unit = "k|K|lakhs?|lacs?|LPA|lpa|L(?=\\b)|crores?|[mM]|mio|million|[bB]n?|billion|[tT]rillion";
const pattern = new RegExp(
  `(?:(${sign})\\s?)?(?<![\\w.,])(${figure})(?:\\s?(${unit})(?![a-zA-Z]))?(?:\\s?(${behind}))?`,
  "gu",
);

/** Sums in the order of the text, with numbers of no currency among them: half a range has none. Linear in the text's length. */
export function amountsIn(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(pattern)) {
    const [found, before, digits = "", suffix, after] = match;
    const value = numberOf(digits);
    const scale = scaleOf(suffix);
    const currency = currencyOf(before) ?? currencyOf(after) ?? (isIndian(digits, suffix) ? "INR" : null);
    if (value === null || !Number.isFinite(scale)) continue;
    const isWord = after !== undefined && currencyOf(after) === null;
    const end = match.index + (isWord ? found.slice(0, -after.length).trimEnd().length : found.length);
    const isOther = before !== undefined && currencyOf(before) === null;
    const start = match.index + (isOther ? found.indexOf(digits) : 0);
    amounts.push({ value: value * scale, scale, currency, start, end });
  }
  return amounts;
}

/** "120,000", "120.000", "7,10,000", "120 000", "45.50"; null for what is none of these. */
function numberOf(digits: string): number | null {
  if (/^\d{1,2}(?:,\d{2})*,\d{3}$/.test(digits)) return Number(digits.replaceAll(",", ""));
  const grouped = /^(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(digits);
  if (grouped) return Number(`${(grouped[1] as string).replace(/\D/g, "")}.${grouped[2] ?? "0"}`);
  return Number(digits.replace(",", "."));
}

/** Infinity for millions and more: nobody is paid that. */
function scaleOf(suffix: string | undefined): number {
  if (!suffix) return 1;
  if (/^k$/i.test(suffix)) return 1000;
  return /^(?:la[kc]h?s?|lacs?|lpa|l)$/i.test(suffix) ? 100_000 : Number.POSITIVE_INFINITY;
}

const isIndian = (digits: string, suffix: string | undefined) =>
  /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(digits) || /^(?:lakhs?|lacs?|lpa)$/i.test(suffix ?? "");

function currencyOf(word: string | undefined): string | null {
  if (!word) return null;
  const known = signs[word] ?? signs[word.toLowerCase()];
  if (known) return known;
  const code = word.replace("$", "").toUpperCase();
  return codes.has(code) ? code : null;
}
