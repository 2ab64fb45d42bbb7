import { describe, expect, it } from "vitest";
import { hoursOf, sharedMinutes, workday } from "./hours";

describe("hours of UTC", () => {
  it.each([
    [0, 540],
    [60, 480],
    [-300, 840],
    [-480, 1020],
    [540, 0],
    [345, 195],
    [-150, 690],
    [840, 1140],
  ])("of nine to five, %i minutes ahead", (ahead, start) =>
    expect(hoursOf({ ...workday, ahead })).toEqual({ start, minutes: 480 }),
  );

  it("run past midnight where they end at or before their start", () => {
    expect(hoursOf({ start: 1320, end: 360, ahead: 0 })).toEqual({ start: 1320, minutes: 480 });
    expect(hoursOf({ start: 540, end: 540, ahead: 0 })).toEqual({ start: 540, minutes: 1440 });
  });
});

describe("minutes in common", () => {
  it.each([
    [{ start: 480, minutes: 480 }, { start: 840, minutes: 480 }, 120],
    [{ start: 0, minutes: 480 }, { start: 1020, minutes: 480 }, 60],
    [{ start: 1200, minutes: 720 }, { start: 300, minutes: 1200 }, 480],
    [{ start: 0, minutes: 1440 }, { start: 700, minutes: 480 }, 480],
    [{ start: 0, minutes: 60 }, { start: 60, minutes: 60 }, 0],
  ])("%j and %j", (one, other, minutes) => {
    expect(sharedMinutes(one, other)).toBe(minutes);
    expect(sharedMinutes(other, one)).toBe(minutes);
  });
});
