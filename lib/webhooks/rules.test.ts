import { expect, it } from "vitest";
import { dayMs } from "@/lib/days";
import { failAgain, mostTries, pauseAfter, signingVersions } from "./rules";

const now = new Date("2026-09-29T12:00:00Z");
const before = (days: number) => new Date(now.getTime() - days * dayMs);

it("is tried ten times within about three days, with ever longer pauses", () => {
  const pauses = Array.from({ length: mostTries }, (_, i) => pauseAfter(i + 1));
  expect(pauses.at(-1)).toBeNull();
  const minutes = pauses.filter((one) => one !== null);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  const days = minutes.reduce((sum, one) => sum + one, 0) / 1_440;
  expect(days).toBeGreaterThan(2.8);
  expect(days).toBeLessThan(3.5);
});

it("stops after five days of failures only, and not for one that follows a long silence", () => {
  expect(failAgain({ failingSince: null, lastTriedAt: before(9) }, now)).toEqual({
    since: now,
    isStopped: false,
  });
  expect(failAgain({ failingSince: before(4.9), lastTriedAt: before(0.5) }, now)).toEqual({
    since: before(4.9),
    isStopped: false,
  });
  expect(failAgain({ failingSince: before(5), lastTriedAt: before(0.5) }, now).isStopped).toBe(true);
  expect(failAgain({ failingSince: before(9), lastTriedAt: before(3) }, now)).toEqual({
    since: now,
    isStopped: false,
  });
});

it("is signed with both secrets for a day after a renewal", () => {
  expect(signingVersions({ secretVersion: 1, renewedAt: null }, now)).toEqual([1]);
  expect(signingVersions({ secretVersion: 3, renewedAt: before(0.9) }, now)).toEqual([3, 2]);
  expect(signingVersions({ secretVersion: 3, renewedAt: before(1) }, now)).toEqual([3]);
});
