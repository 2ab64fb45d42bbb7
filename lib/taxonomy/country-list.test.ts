import { expect, test } from "vitest";
import { CountryList } from "./country-list";

test.each([
  ["Germany, Österreich; CHE", ["DE", "AT", "CH"]],
  ["uk\nPolska", ["GB", "PL"]],
  ["DACH, Germany", ["DE", "AT", "CH"]],
])("%j is %j", (text, codes) => {
  expect(CountryList.parse(text)).toEqual(codes);
});

test("the EU is its 27 members", () => {
  expect(CountryList.parse("EU")).toHaveLength(27);
});

test("an unknown country is named", () => {
  expect(CountryList.safeParse("Germany, Ruritania").error?.issues[0]?.message).toBe(
    "We do not know a country called Ruritania.",
  );
});
