import { expect, it } from "vitest";
import { currencyOf, currencyOptions } from "./home-currency";

it.each([
  ["DE", "EUR"],
  ["GB", "GBP"],
  ["PL", "PLN"],
  ["US", "USD"],
  ["AQ", null],
])("gives for %s the currency %s", (country, currency) => {
  expect(currencyOf(country)).toBe(currency);
});

it("lists the currency of the country first, then common ones, each once", () => {
  const codes = currencyOptions("PL").map(({ value }) => value);
  expect(codes.slice(0, 3)).toEqual(["PLN", "EUR", "USD"]);
  expect(new Set(codes).size).toBe(codes.length);
});
