import { describe, expect, it } from "vitest";
import { listCityNames } from "./city-names";
import { countryNamed } from "./country-names";
import { foldPlace } from "./place-names";

describe("names of cities", () => {
  const names = listCityNames();
  const citiesCalled = (typed: string) =>
    names.filter(({ name }) => name === foldPlace(typed)).map(({ city }) => city);

  it.each([
    ["München", "munich"],
    ["muenchen", "munich"],
    ["Bangalore", "bengaluru"],
    ["KÖLN", "cologne"],
    ["Kiev", "kyiv"],
    ["nyc", "new-york"],
    ["Łódź", "lodz"],
    ["São-Paulo", "sao-paulo"],
    ["東京", "tokyo"],
    ["Москва", "moscow"],
    ["den haag", "the-hague"],
    ["Genève", "geneva"],
  ])("%s is %s", (typed, city) => expect(citiesCalled(typed)).toContain(city));

  it.each(["city", "central", "rest", "human", "role"])("%s is no city", (word) =>
    expect(citiesCalled(word)).toEqual([]),
  );

  it("holds each name of a city once", () => {
    expect(new Set(names.map(({ name, city }) => `${name}|${city}`)).size).toBe(names.length);
  });
});

describe("names of countries", () => {
  it.each([
    ["Germany", "DE"],
    ["Deutschland", "DE"],
    ["Allemagne", "DE"],
    ["österreich", "AT"],
    ["Polska", "PL"],
    ["holland", "NL"],
    ["u.k.", "GB"],
    ["usa", "US"],
    ["korea", "KR"],
    ["New-Zealand", "NZ"],
    ["日本", "JP"],
    ["Ελλάδα", "GR"],
    ["Cote d'Ivoire", "CI"],
    ["island", null],
    ["backend", null],
  ])("%s is %s", (typed, code) => expect(countryNamed(foldPlace(typed))).toBe(code));
});
