import type { Band, Employment, Period } from "@/lib/taxonomy/terms";
import type { Chance } from "./random";

type Market = {
  currency: string;
  /** How pay is usually stated there. */
  period: "year" | "month";
  /** The middle of what is paid, by band, in units for that period. */
  middle: Record<Band, number>;
  /** Ranges end on multiples of this. */
  step: number;
  /** How freelance work is charged there. */
  contract: "day" | "hour";
};

const market = (
  currency: string,
  period: Market["period"],
  [entry, mid, senior, principal]: [number, number, number, number],
  step: number,
  contract: Market["contract"] = "day",
): Market => ({ currency, period, middle: { entry, mid, senior, principal }, step, contract });

/** Rough and plausible, made for the demonstration; no survey stands behind it. */
const markets: Record<string, Market> = {
  AE: market("AED", "month", [14_500, 25_000, 37_000, 52_000], 500),
  AT: market("EUR", "year", [48_000, 66_000, 84_000, 106_000], 1000, "hour"),
  AU: market("AUD", "year", [92_000, 138_000, 174_000, 222_000], 1000),
  BR: market("BRL", "month", [6200, 12_500, 19_000, 27_000], 100, "hour"),
  CA: market("CAD", "year", [78_000, 118_000, 152_000, 196_000], 1000, "hour"),
  CH: market("CHF", "year", [94_000, 122_000, 148_000, 182_000], 1000, "hour"),
  CZ: market("CZK", "month", [56_000, 95_000, 138_000, 180_000], 1000),
  DE: market("EUR", "year", [52_000, 72_000, 93_000, 118_000], 1000, "hour"),
  DK: market("DKK", "month", [43_000, 56_000, 70_000, 86_000], 500, "hour"),
  EE: market("EUR", "month", [2500, 4300, 6000, 7800], 100, "hour"),
  ES: market("EUR", "year", [31_000, 46_000, 62_000, 82_000], 1000),
  FI: market("EUR", "month", [3500, 5100, 6600, 8300], 100, "hour"),
  FR: market("EUR", "year", [42_000, 56_000, 74_000, 96_000], 1000),
  GB: market("GBP", "year", [38_000, 62_000, 84_000, 114_000], 1000),
  IE: market("EUR", "year", [47_000, 72_000, 96_000, 126_000], 1000),
  IN: market("INR", "year", [900_000, 2_400_000, 4_200_000, 6_800_000], 50_000, "hour"),
  JP: market("JPY", "year", [5_000_000, 8_000_000, 11_600_000, 16_000_000], 100_000),
  KE: market("KES", "month", [140_000, 310_000, 540_000, 820_000], 5000),
  KR: market("KRW", "year", [46_000_000, 72_000_000, 104_000_000, 142_000_000], 1_000_000),
  MX: market("MXN", "month", [33_000, 62_000, 92_000, 130_000], 1000, "hour"),
  NG: market("NGN", "month", [620_000, 1_400_000, 2_500_000, 4_000_000], 10_000),
  NL: market("EUR", "year", [48_000, 68_000, 88_000, 112_000], 1000, "hour"),
  NO: market("NOK", "year", [620_000, 830_000, 1_020_000, 1_280_000], 10_000, "hour"),
  NZ: market("NZD", "year", [78_000, 118_000, 148_000, 186_000], 1000, "hour"),
  PL: market("PLN", "month", [9500, 18_500, 26_500, 35_000], 100, "hour"),
  PT: market("EUR", "year", [28_000, 42_000, 58_000, 76_000], 1000),
  RO: market("RON", "month", [8500, 17_000, 26_000, 36_000], 100, "day"),
  SE: market("SEK", "month", [38_000, 52_000, 67_000, 84_000], 500, "hour"),
  SG: market("SGD", "month", [5200, 8300, 11_500, 16_000], 100),
  US: market("USD", "year", [96_000, 148_000, 188_000, 244_000], 1000, "hour"),
  ZA: market("ZAR", "month", [32_000, 62_000, 92_000, 130_000], 1000),
};

export type Pay = { min: number; max: number; currency: string; period: Period };

/** What such a position pays in that country; without a band, something from beginner to mid. */
export function payOf(country: string, band: Band | null, employment: Employment, by: Chance): Pay {
  const { currency, period, middle, step, contract } = marketOf(country);
  const centre = (band ? middle[band] : middle.mid * 0.88) * (0.9 + by.next() * 0.2);
  const spread = (band ? 0.06 : 0.12) + by.next() * 0.07;
  const range = (factor: number, to: number, stated: Period) => ({
    min: rounded(centre * factor * (1 - spread), to),
    max: rounded(centre * factor * (1 + spread), to),
    currency,
    period: stated,
  });
  const yearly = period === "year" ? 1 : 12;
  if (employment === "internship") return range((yearly / 12) * 0.45, nice(step / 10), "month");
  if (employment === "part-time") return range(0.62, step, period);
  if (employment === "contract") {
    const perDay = (yearly / 220) * 1.35;
    return contract === "day"
      ? range(perDay, nice((centre * perDay) / 40), "day")
      : range(perDay / 8, nice((centre * perDay) / 320), "hour");
  }
  if (employment === "temporary" && by.often(0.3)) return range(yearly / 52, nice(step / 10), "week");
  return range(1, step, period);
}

/** What somebody there might want at least, a year, in the country's currency. */
export function wantedOf(country: string, band: Band, by: Chance) {
  const { currency, period, middle, step } = marketOf(country);
  const yearly = middle[band] * (period === "year" ? 1 : 12);
  return { min: rounded(yearly * (0.85 + by.next() * 0.2), step * 5), currency };
}

function marketOf(country: string): Market {
  const found = markets[country];
  if (!found) throw new Error(`There is no pay for ${country}.`);
  return found;
}

const rounded = (amount: number, step: number) => Math.max(step, Math.round(amount / step) * step);

/** The round number next to it: 1, 2 or 5 times a power of ten. */
function nice(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(step, 1)));
  const times = Math.max(step, 1) / power;
  return (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10) * power;
}
