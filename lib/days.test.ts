import { expect, test } from "vitest";
import { daysAfter, daysBefore, daysBetween } from "./days";

const noon = new Date("2026-03-01T12:00:00.000Z");

test.each([
  [0, "2026-03-01T12:00:00.000Z"],
  [1, "2026-03-02T12:00:00.000Z"],
  [60, "2026-04-30T12:00:00.000Z"],
  [0.5, "2026-03-02T00:00:00.000Z"],
  [-1, "2026-02-28T12:00:00.000Z"],
  [1 / 7, "2026-03-01T15:25:42.857Z"],
])("%d days after noon of 1 March is %s", (days, iso) => {
  expect(daysAfter(noon, days).toISOString()).toBe(iso);
  expect(daysBefore(daysAfter(noon, days), days)).toEqual(noon);
  expect(daysBetween(noon, daysAfter(noon, days))).toBeCloseTo(days, 8);
});
