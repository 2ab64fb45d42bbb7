import { expect, test } from "vitest";
import { dateOf, endOf, salaryIn } from "./terms";

test.each([
  ["$108,400—$129,600 USD", 10_840_000, 12_960_000, "USD", "year"],
  ["£450 a day", 45_000, 45_000, "GBP", "day"],
  ["90-110k EUR", 9_000_000, 11_000_000, "EUR", "year"],
  ["€ 4 500 per month", 450_000, 450_000, "EUR", "month"],
  ["¥8,000,000 per year", 8_000_000, 8_000_000, "JPY", "year"],
  ["$62.50/hour", 6_250, 6_250, "USD", "hour"],
])("the pay in %j", (text, minMinor, maxMinor, currency, period) => {
  expect(salaryIn(text)).toEqual({ minMinor, maxMinor, currency, period });
});

test.each(["competitive", "100000", "$50", "10,000 users", "", "XXX 90000"])("%j states no pay", (text) => {
  expect(salaryIn(text)).toBeNull();
});

test.each([
  ["2024-01-28", "2024-01-28T00:00:00.000Z"],
  ["!!timestamp '2024-01-28'", "2024-01-28T00:00:00.000Z"],
  ["2024-01-28 10:30:00", "2024-01-28T10:30:00.000Z"],
  ["Sat, 26 Sep 2026 10:36:03 GMT", "2026-09-26T10:36:03.000Z"],
  ["2026-08-06T12:50:10-04:00", "2026-08-06T16:50:10.000Z"],
  [1_700_000_000_000, "2023-11-14T22:13:20.000Z"],
  [1_700_000_000, "2023-11-14T22:13:20.000Z"],
])("the date %j", (value, iso) => {
  expect(dateOf(value)?.toISOString()).toBe(iso);
});

test.each(["soon", "", "0001-01-01", null, undefined, {}, Number.NaN, "2024-99-99"])(
  "%j is no date",
  (value) => {
    expect(dateOf(value)).toBeNull();
  },
);

test.each([
  ["2026-09-30", "2026-09-30T23:59:59.000Z"],
  ["!!timestamp '2026-09-30'", "2026-09-30T23:59:59.000Z"],
  ["30.9.2026", "2026-09-30T23:59:59.000Z"],
  ["2026-09-30T12:00:00Z", "2026-09-30T12:00:00.000Z"],
  ["Wed, 30 Sep 2026 10:36:03 GMT", "2026-09-30T10:36:03.000Z"],
  ["soon", undefined],
])("%j ends", (value, iso) => {
  expect(endOf(value)?.toISOString()).toBe(iso);
});
