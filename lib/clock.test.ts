import { describe, expect, it } from "vitest";
import { countsDaysOf, findNow, holdsUntil, isForMany, makeForMany, nextDay } from "./clock";
import { dayMs } from "./days";

const day = dayMs;
const noon = Date.UTC(2026, 10, 29, 12);

describe("an answer made for many", () => {
  it("holds until the first instant that is named while it is made", async () => {
    const { until } = await makeForMany(noon, async () => {
      holdsUntil(noon + 3 * day);
      await Promise.resolve();
      holdsUntil(noon + day);
      holdsUntil(noon + 2 * day);
    });
    expect(until).toBe(noon + day);
  });

  it("holds for ever as far as time goes, where none is named", async () => {
    expect(await makeForMany(noon, async () => "made")).toEqual({
      made: "made",
      until: Number.POSITIVE_INFINITY,
    });
  });

  it("knows the time at which it began", async () => {
    expect((await makeForMany(noon, findNow)).made).toEqual(new Date(noon));
  });

  it("knows nothing of the others that are made beside it", async () => {
    const [one, other] = await Promise.all([
      makeForMany(noon, async () => {
        await Promise.resolve();
        holdsUntil(noon + day);
      }),
      makeForMany(noon, async () => holdsUntil(noon + 2 * day)),
    ]);
    expect([one.until, other.until]).toEqual([noon + day, noon + 2 * day]);
  });

  it("ends where it was made", async () => {
    expect((await makeForMany(noon, async () => isForMany())).made).toBe(true);
    expect(isForMany()).toBe(false);
    expect(() => holdsUntil(noon)).not.toThrow();
  });

  it("holds until a day of one of its dates begins", async () => {
    const dates = [noon - 5 * day - 1_000, noon + 9 * day - 2_000].map((at) => new Date(at).toISOString());
    const { until } = await makeForMany(noon, async () => countsDaysOf(...dates));
    expect(until).toBe(noon + day - 2_000);
  });
});

describe("the next day of a date", () => {
  it.each([
    ["a second after it", 1_000],
    ["half a day before it", -day / 2],
    ["days after it", 5 * day + 7],
    ["at its very instant, where only numbers that are rounded up change", 0],
  ])("%s", (_, now) => {
    const next = nextDay(noon, noon + now);
    const wholeDays = (at: number) => [Math.floor((at - noon) / day), Math.ceil((at - noon) / day)];
    expect(next).toBeGreaterThan(noon + now);
    expect(wholeDays(next)).not.toEqual(wholeDays(noon + now));
    // Nothing changes before.
    expect(wholeDays(next - 1)).toEqual(wholeDays(noon + now));
  });
});
