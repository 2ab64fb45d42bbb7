import { expect, it } from "vitest";
import { countries } from "./countries";
import { regionByName, regionCountries, regionName, regions } from "./regions";

it("every country that an employer can name is in a region, but for those of Central Asia", () => {
  const covered = new Set(regions.flatMap(regionCountries));
  const left = countries.filter(({ code }) => !covered.has(code)).map(({ code }) => code);
  expect(left.sort()).toEqual(["KG", "KZ", "TJ", "TM", "UZ"]);
});

it.each([
  ["eu", 27, ["DE", "HR", "CY"], ["GB", "CH", "NO"]],
  ["europe", null, ["DE", "GB", "CH", "UA", "CY"], ["TR", "US"]],
  ["dach", 3, ["DE", "AT", "CH"], ["LI"]],
  ["nordics", null, ["DK", "FI", "IS", "NO", "SE"], ["EE"]],
  ["benelux", 3, ["BE", "NL", "LU"], []],
  ["baltics", 3, ["EE", "LV", "LT"], []],
  ["cee", null, ["PL", "RO", "EE", "UA"], ["DE", "AT"]],
  ["north-america", 5, ["US", "CA", "MX"], []],
  ["latam", null, ["MX", "BR", "AR"], ["US", "ES"]],
  ["apac", null, ["JP", "IN", "AU", "SG"], ["AE"]],
  ["anz", 2, ["AU", "NZ"], []],
  ["mena", null, ["AE", "EG", "IL"], ["TR"]],
  ["africa", null, ["ZA", "NG", "EG"], ["AE"]],
  ["emea", null, ["DE", "AE", "ZA", "TR"], ["US", "IN"]],
] as const)("%s", (region, count, inside, outside) => {
  const found = regionCountries(region);
  if (count !== null) expect(found).toHaveLength(count);
  expect(found).toEqual(expect.arrayContaining([...inside]));
  for (const code of outside) expect(found).not.toContain(code);
});

it("has one name and at least one way to type it, in small letters", () => {
  for (const region of regions) expect(regionName(region)).not.toBe("");
  expect(new Set(regionByName.values())).toEqual(new Set(regions));
  for (const typed of regionByName.keys()) expect(typed).toBe(typed.toLowerCase());
});
