import { expect, it } from "vitest";
import { instantIn, localIn, rangeIn, rangeInZones } from "./zones";

it.each([
  ["2026-12-01T10:00", "Europe/Berlin", "2026-12-01T09:00:00.000Z"],
  ["2026-07-01T10:00", "Europe/Berlin", "2026-07-01T08:00:00.000Z"],
  ["2026-12-01T10:00", "Asia/Kathmandu", "2026-12-01T04:15:00.000Z"],
  ["2026-12-01T01:30", "Pacific/Auckland", "2026-11-30T12:30:00.000Z"],
  ["2026-12-01T10:00", "UTC", "2026-12-01T10:00:00.000Z"],
  // The clocks go back at 3:00, so that 2:30 comes twice: the first of them.
  ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
])("%s in %s is %s, and back", (local, zone, instant) => {
  expect(instantIn(local, zone)?.toISOString()).toBe(instant);
  expect(localIn(new Date(instant), zone)).toBe(local);
});

it.each([
  // The clocks go from 2:00 to 3:00.
  ["2026-03-29T02:30", "Europe/Berlin"],
  ["2026-02-30T10:00", "UTC"],
  ["2026-12-01", "UTC"],
  ["tomorrow", "UTC"],
  ["2026-12-01T25:00", "UTC"],
])("%s in %s is no time", (local, zone) => {
  expect(instantIn(local, zone)).toBeNull();
});

it("is said in the zones of both sides, each once, with the day where that differs", () => {
  const at = new Date("2026-12-01T09:00:00Z");
  expect(rangeInZones(at, 45, ["Europe/Berlin", "America/New_York"])).toEqual([
    "Tue 1 Dec 2026, 10:00 to 10:45 (Europe/Berlin)",
    "Tue 1 Dec 2026, 04:00 to 04:45 (America/New York)",
  ]);
  expect(rangeInZones(at, 45, ["UTC", null, "UTC"])).toHaveLength(1);
  expect(rangeIn(new Date("2026-12-01T23:30:00Z"), 60, "UTC")).toBe(
    "Tue 1 Dec 2026, 23:30 to Wed, 2 Dec 2026, 00:30 (UTC)",
  );
});
