import { expect, test } from "vitest";
import { salaryIn } from "./terms";

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
