import { exchangeRateTable } from "@/lib/taxonomy/data/exchange-rates";

/** The codes of the currencies that we have a rate for. */
export const currencyCodes: ReadonlySet<string> = new Set(
  exchangeRateTable.rates.map(({ currency }) => currency),
);

/** A currency as it was written: the likeliest, null where the sign does not say, and all that the writing can stand for. */
export type WrittenCurrency = { currency: string | null; fits: readonly string[] };

const one = (currency: string): WrittenCurrency => ({ currency, fits: [currency] });
const several = (...fits: [string, ...string[]]): WrittenCurrency => ({ currency: fits[0], fits });

/** Signs and words, in lower case. A bare "$" is US dollars unless a code beside it says otherwise; "kr" says nothing alone. */
const signs: Record<string, WrittenCurrency> = {
  $: several(
    "USD",
    "CAD",
    "AUD",
    "NZD",
    "SGD",
    "HKD",
    "TWD",
    "MXN",
    "BRL",
    "ARS",
    "CLP",
    "COP",
    "UYU",
    "DOP",
  ),
  us$: one("USD"),
  c$: one("CAD"),
  ca$: one("CAD"),
  a$: one("AUD"),
  au$: one("AUD"),
  nz$: one("NZD"),
  s$: one("SGD"),
  sg$: one("SGD"),
  hk$: one("HKD"),
  nt$: one("TWD"),
  r$: one("BRL"),
  mx$: one("MXN"),
  "€": one("EUR"),
  euro: one("EUR"),
  euros: one("EUR"),
  "£": several("GBP", "EGP"),
  "₹": one("INR"),
  rs: several("INR", "PKR", "LKR", "NPR"),
  "¥": several("JPY", "CNY"),
  "￥": several("JPY", "CNY"),
  元: one("CNY"),
  rmb: one("CNY"),
  円: one("JPY"),
  원: one("KRW"),
  tl: one("TRY"),
  kr: { currency: null, fits: ["SEK", "NOK", "DKK", "ISK"] },
  fr: one("CHF"),
  sfr: one("CHF"),
  r: one("ZAR"),
  rp: one("IDR"),
  rm: one("MYR"),
  nis: one("ILS"),
  ksh: one("KES"),
  ft: one("HUF"),
  lei: one("RON"),
  zł: one("PLN"),
  zl: one("PLN"),
  kč: one("CZK"),
  kc: one("CZK"),
  "₪": one("ILS"),
  "₩": one("KRW"),
  "₺": one("TRY"),
  "₴": one("UAH"),
  "₦": one("NGN"),
  "₱": one("PHP"),
  "₫": one("VND"),
  "₸": one("KZT"),
  "₾": one("GEL"),
  "฿": one("THB"),
};

/** Any of the codes, as a pattern. */
export const code = `(?:${[...currencyCodes].join("|")})`;
const dollar = "(?:US|CA|C|AU|A|NZ|SG|S|HK|NT|R|MX)?\\$";
const symbol = "[€£₹¥￥₪₩₺₴₦₱₫₸₾฿]";

/** What stands before an amount: a code, a sign, or both. Letters alone are a sign only right before figures. */
export const currencyBefore = `\\b(?:${code}|RMB)\\s?(?:${dollar}|${symbol})?|(?:${dollar}|${symbol})(?:\\s?${code}(?![a-zA-Z]))?|\\b(?:Rs|Rp|RM|NIS|K[Ss]h|[kK]r|S?Fr)\\b\\.?(?=\\s?\\d)|\\bR(?=\\d{2})|(?<!\\p{L})(?:zł|Kč|kč)(?=\\s?\\d)`;
/** What stands behind it; a code that stands before the next amount belongs to that. */
export const currencyBehind = `(?:[€£₹¥￥₫₸₾฿元円원$](?!\\d)|(?:TL|zł|zl|kč|Kč|Kc|kr|KR|Ft|lei|NIS|[Ee]uros?|RMB|rmb)(?![\\p{L}]))(?:\\s?\\(?${code}\\b(?!\\s?\\d))?|${code}\\$?(?![\\p{L}\\d])(?!\\s?\\d)|\\(${code}\\)`;

const anyCode = new RegExp(`${code}|RMB`);

/** What a piece of text that matches one of these says; null for anything else. A code outranks a sign that can stand for it. */
export function currencyIn(text: string | undefined): WrittenCurrency | null {
  if (!text) return null;
  const word = text.replace(/[\s.()]/g, "");
  const named = anyCode.exec(word)?.[0];
  const sign = signs[word.replace(named ?? "", "").toLowerCase()] ?? null;
  if (!named) return sign;
  const stated = signs[named.toLowerCase()] ?? one(named);
  return sign && stated.currency && !sign.fits.includes(stated.currency) ? sign : stated;
}

/** A currency named in a field of its own, by code or sign; null for any other word. */
export function currencyNamed(text: string): string | null {
  const word = text.trim();
  const code = word.toUpperCase();
  return currencyCodes.has(code) ? code : (signs[word.toLowerCase()]?.currency ?? null);
}

/** The currency that two writings beside one amount, or at both ends of a range, give together: the surer one where they agree, else the first. */
export function surer(first: WrittenCurrency | null, second: WrittenCurrency | null): WrittenCurrency | null {
  if (!first || !second) return first ?? second;
  const isNarrower =
    second.fits.length < first.fits.length && second.fits.every((currency) => first.fits.includes(currency));
  return isNarrower ? second : first;
}

/** Whether two writings can stand for one currency; none at all stands for any. */
export const sameCurrency = (first: WrittenCurrency | null, second: WrittenCurrency | null): boolean =>
  !first || !second || first.fits.some((currency) => second.fits.includes(currency));
