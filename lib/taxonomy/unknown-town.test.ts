import { expect, it } from "vitest";
import { unknownTown } from "./gazetteer";

it.each([
  ["London", "GB", null],
  ["münchen", "DE", null],
  ["Berlin, Mitte", "DE", null],
  ["Lodnon", "GB", { meant: "London" }],
  // The list has it, as a name in some language.
  ["Londn", "GB", { meant: "London" }],
  ["Lisboa", "PT", null],
  ["Hanover", "DE", null],
  ["Genova", "IT", null],
  ["Gent", "BE", null],
  ["Berln", "DE", { meant: "Berlin" }],
  ["Qwertzhausen", "DE", { meant: undefined }],
  ["London", "FR", { meant: undefined }],
  ["London", "CA", null],
])("knows of %s in %s what may be meant", (city, country, known) => {
  expect(unknownTown(city, country)).toEqual(known);
});
