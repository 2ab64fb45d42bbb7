import { describe, expect, test } from "vitest";
import { formatAge, formatDegree, formatYearlyUsd, formatYears } from "./format";

const salary = {
  min: 85_000,
  max: 105_000,
  currency: "EUR",
  period: "year" as const,
  yearlyUsd: { min: 98_600, max: 121_800 },
};

describe("pay", () => {
  test("yearly dollars stand beside every other currency or period, and never beside themselves", () => {
    expect(formatYearlyUsd(salary)).toBe("≈ $98,600–121,800 a year");
    expect(formatYearlyUsd({ ...salary, currency: "USD", period: "hour" })).toBe("≈ $98,600–121,800 a year");
    expect(formatYearlyUsd({ ...salary, currency: "USD" })).toBeNull();
  });
});

test.each([
  [{ min: 3, max: null }, "3+ years"],
  [{ min: 3, max: 6 }, "3–6 years"],
  [{ min: 5, max: 5 }, "5 years"],
  [{ min: null, max: 2 }, "up to 2 years"],
  [{ min: null, max: null }, null],
])("%j is %s", (given, written) => {
  expect(formatYears(given)).toBe(written);
});

test("a degree says its field and whether experience will do; silence is null", () => {
  expect(formatDegree({ level: "bachelor", field: "physics", equalExperience: true })).toBe(
    "Bachelor’s in physics, or equal experience",
  );
  expect(formatDegree({ level: "none", field: null, equalExperience: true })).toBe("No degree required");
  expect(formatDegree({ level: null, field: null, equalExperience: true })).toBeNull();
});

test.each([
  ["2026-11-22T01:00:00Z", "today"],
  ["2026-11-20T13:00:00Z", "1 day ago"],
  ["2026-11-09T12:00:00Z", "13 days ago"],
  ["2026-11-08T12:00:00Z", "2 weeks ago"],
  ["2026-09-20T12:00:00Z", "2 months ago"],
  ["2026-11-23T12:00:00Z", "today"],
])("%s is %s", (iso, written) => {
  expect(formatAge(iso, new Date("2026-11-22T12:00:00Z"))).toBe(written);
});
