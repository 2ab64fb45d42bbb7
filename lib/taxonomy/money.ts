/** How often a period's pay comes in a year: 52 weeks of 40 hours. */
export const perYear = { year: 1, month: 12, week: 52, day: 260, hour: 2080 } as const;

/** Units of a currency that one US dollar buys, as the decimal text that the database keeps, and the currency's minor digits. */
/** The rate of the dollar, which is what all rates are for. */
export const dollar: Rate = { currency: "USD", perUsd: "1", minorDigits: 2 };

export type Rate = { currency: string; perUsd: string; minorDigits: number };

const scale = 8;

/**
 * Pay as a year in whole US dollars, rounded half up: amount × periods a year ÷ rate. Exact, in integers; `minor` is in the
 * currency's smallest unit.
 */
export function yearlyUsd(minor: number, period: keyof typeof perYear, rate: Rate): number {
  const [whole = "0", fraction = ""] = rate.perUsd.split(".");
  const perUsd = BigInt(whole + fraction.padEnd(scale, "0").slice(0, scale));
  const numerator = BigInt(minor) * BigInt(perYear[period]) * 10n ** BigInt(scale);
  const denominator = perUsd * 10n ** BigInt(rate.minorDigits);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** An amount in the smallest unit as units of the currency: 5550000 with two digits is 55500. */
export const inUnits = (minor: number, minorDigits: number) => minor / 10 ** minorDigits;

/** Units of the currency in its smallest unit, rounded. */
export const inMinor = (units: number, minorDigits: number) => Math.round(units * 10 ** minorDigits);
