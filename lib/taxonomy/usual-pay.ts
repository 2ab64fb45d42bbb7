import { exchangeRateTable } from "./data/exchange-rates";
import { inMinor, type Rate, yearlyUsd } from "./money";
import { type Period, periods } from "./terms";

/**
 * What a backend developer usually earns a year in dollars, by the currency of the pay. The figures are rough ones of our own, made from
 * what adverts in those currencies state; no survey stands behind them. They only tell possible pay from a slip of the pen, a factor of
 * twenty either way, so that being wrong by a half does no harm. In dollars, because a weak currency changes faster than pay does.
 */
const usualUsd: [yearly: number, currencies: string][] = [
  [120_000, "USD CHF"],
  [65_000, "EUR GBP CAD AUD NZD DKK NOK SEK ISK JPY SGD HKD ILS AED QAR SAR KWD BHD OMR"],
  [
    35_000,
    "PLN CZK HUF RON BGN RSD BAM MKD ALL MDL UAH GEL AMD AZN CNY KRW TWD MXN BRL CLP ARS COP PEN UYU CRC DOP GTQ ZAR MYR THB TRY JOD KZT",
  ],
  [20_000, "INR IDR PHP VND NGN KES EGP PKR BDT LKR NPR GHS MAD TND TZS UGX UZS"],
];
const usualOf = new Map(
  usualUsd.flatMap(([yearly, currencies]) =>
    currencies.split(" ").map((currency) => [currency, yearly] as const),
  ),
);

/** Pay below a twentieth of what is usual, or above twenty times that, is not believed without a question. */
const factor = 20;

/** How yearly dollars compare with what is usual in that currency; null where they are possible, or the currency is none of ours. */
export function oddityOf(yearly: { min: number; max: number }, currency: string): "below" | "above" | null {
  const usual = usualOf.get(currency);
  if (usual === undefined) return null;
  if (yearly.min * factor < usual) return "below";
  return yearly.max > usual * factor ? "above" : null;
}

/** Pay in units of its currency; one sum is both ends. */
export type Pay = { min: number; max: number; currency: string; period: Period };

const rates = new Map<string, Rate>(exchangeRateTable.rates.map((rate) => [rate.currency, rate]));

/**
 * Yearly dollars by the product's own table of rates: near enough for questions of sense, and at hand without a database. Null for a
 * currency that is not in it.
 */
export function roughYearlyUsd({ min, max, currency, period }: Pay) {
  const rate = rates.get(currency);
  if (!rate) return null;
  const yearly = (units: number) => yearlyUsd(inMinor(units, rate.minorDigits), period, rate);
  return { min: yearly(min), max: yearly(max) };
}

/** `oddityOf` for pay as it was written. */
export function oddPay(pay: Pay): "below" | "above" | null {
  const yearly = roughYearlyUsd(pay);
  return yearly && oddityOf(yearly, pay.currency);
}

/** Whether such pay is at least a share of what is usual in its currency. */
export function isAtLeastShareOfUsual(pay: Pay, share: number): boolean {
  const yearly = roughYearlyUsd(pay);
  const usual = usualOf.get(pay.currency);
  return yearly !== null && usual !== undefined && yearly.max >= usual * share;
}

/** Closer to what is usual than this, and a correction is worth proposing. */
const nearFactor = 6;

/**
 * What may have been meant by pay that is odd: thousands instead of units, another period, or units instead of thousands or hundredths;
 * the first of these that is near what is usual. Null where none is.
 */
export function meantInstead(pay: Pay): Pay | null {
  const times = (by: number): Pay => ({ ...pay, min: pay.min * by, max: pay.max * by });
  const otherPeriods = periods.map((period): Pay => ({ ...pay, period }));
  const candidates =
    oddPay(pay) === "below"
      ? [times(1000), { ...pay, min: pay.min * 1000 }, ...otherPeriods]
      : [...otherPeriods, times(1 / 1000), times(1 / 100)];
  return candidates.find((one) => one.min <= one.max && isNearUsual(one)) ?? null;
}

function isNearUsual(pay: Pay): boolean {
  const yearly = roughYearlyUsd(pay);
  const usual = usualOf.get(pay.currency);
  return (
    yearly !== null &&
    usual !== undefined &&
    yearly.min * nearFactor >= usual &&
    yearly.max <= usual * nearFactor
  );
}
