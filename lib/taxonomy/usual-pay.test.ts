import { describe, expect, it } from "vitest";
import { exchangeRateTable } from "./data/exchange-rates";
import type { Period } from "./terms";
import { meantInstead, oddityOf, oddPay } from "./usual-pay";

const pay = (min: number, max: number, currency: string, period: Period) => ({ min, max, currency, period });

it("every currency that we have a rate for has a usual pay", () => {
  for (const { currency } of exchangeRateTable.rates)
    expect([currency, oddityOf({ min: 0, max: 0 }, currency)]).toEqual([currency, "below"]);
});

describe("pay that is possible", () => {
  it.each([
    [62_000, 80_000, "EUR", "year"],
    [300_000, 400_000, "INR", "year"],
    [280_000, 300_000, "NGN", "month"],
    [450, 500, "EUR", "month"],
    [42.5, 50, "EUR", "hour"],
    [600_000, 900_000, "USD", "year"],
    [7_200_000, 9_600_000, "JPY", "year"],
    [1_700, 1_900, "KWD", "month"],
    [900, 1_200, "XXX", "year"],
  ] as const)("%d–%d %s a %s", (min, max, currency, period) =>
    expect(oddPay(pay(min, max, currency, period))).toBeNull(),
  );
});

describe("pay that is not, and what may have been meant", () => {
  it.each([
    [[85, 105, "EUR", "year"], "below", pay(85_000, 105_000, "EUR", "year")],
    [[85, 105, "USD", "year"], "below", pay(85_000, 105_000, "USD", "year")],
    [[66, 84_000, "GBP", "year"], "below", pay(66_000, 84_000, "GBP", "year")],
    [[4_800, 5_400, "USD", "year"], "below", pay(4_800, 5_400, "USD", "month")],
    [[85_000, 105_000, "EUR", "hour"], "above", pay(85_000, 105_000, "EUR", "year")],
    [[7_000, 8_000, "EUR", "day"], "above", pay(7_000, 8_000, "EUR", "month")],
    [[8_500_000, 8_500_000, "EUR", "year"], "above", pay(85_000, 85_000, "EUR", "year")],
    [[1, 1, "EUR", "year"], "below", null],
  ] as const)("%j", ([min, max, currency, period], is, instead) => {
    expect(oddPay(pay(min, max, currency, period))).toBe(is);
    expect(meantInstead(pay(min, max, currency, period))).toEqual(instead);
  });
});
