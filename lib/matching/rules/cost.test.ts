import { describe, expect, it } from "vitest";
import { roundedCount } from "./cost";

describe("a count of people", () => {
  it.each([
    [0, null],
    [1, null],
    [4, null],
    [5, 5],
    [9, 5],
    [10, 10],
    [37, 35],
    [61, 60],
    [1004, 1000],
  ])("%i is shown as %s", (people, shown) => expect(roundedCount(people)).toBe(shown));

  /*
   * What can be read with one line and without it: how many meet all, how many more would without it, and, once the line is taken off the
   * form, how many meet the rest. Three figures of which two make the third.
   */
  it("never tells a number under five, nor one between figures, by subtraction", () => {
    const shown = new Map<string, { all: Set<number>; more: Set<number> }>();
    for (let all = 0; all < 40; all++)
      for (let more = 0; more < 40; more++) {
        const read = [all, more, all + more].map(roundedCount).join(" ");
        const known = shown.get(read) ?? { all: new Set(), more: new Set() };
        shown.set(read, { all: known.all.add(all), more: known.more.add(more) });
      }
    const inner = [...shown].filter(([read]) => !/35/.test(read));
    expect(inner.length).toBeGreaterThan(50);
    for (const [read, { all, more }] of inner) {
      expect(all.size, `all of ${read}`).toBeGreaterThanOrEqual(4);
      expect(more.size, `more of ${read}`).toBeGreaterThanOrEqual(4);
    }
  });
});
