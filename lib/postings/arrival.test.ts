import { expect, it } from "vitest";
import { arrivalIn, arrivingFrom } from "./arrival";

it("is added to an address, and read from it", () => {
  expect(arrivingFrom("/jobs/x", "feed")).toBe("/jobs/x?from=feed");
  expect(arrivingFrom("/jobs/x?skill=go", "search")).toBe("/jobs/x?skill=go&from=search");
  expect(arrivingFrom("/jobs/x?skill=go#match", "alert")).toBe("/jobs/x?skill=go&from=alert#match");
  expect(arrivingFrom("/jobs/x", "direct")).toBe("/jobs/x");
  expect(arrivalIn(new URLSearchParams("skill=go&from=alert"))).toBe("alert");
});

it("is nothing where the word is unknown", () => {
  for (const query of ["", "from=", "from=evil", "from=constructor", "from=Feed"])
    expect(arrivalIn(new URLSearchParams(query))).toBeNull();
});
