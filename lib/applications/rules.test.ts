import { expect, it } from "vitest";
import { byMatch } from "./rules";

it("puts the best match first, and equals as they came", () => {
  const of = (id: string, rank: number, high: number, low: number | null = 1) => ({
    id,
    sheet: { low, high, rank },
  });
  const arrived = [
    { id: "no sheet", sheet: null },
    of("late", 500, 80),
    of("no score", 0, 0, null),
    of("best", 700, 70),
    of("open", 500, 90),
    of("later", 500, 80),
    of("none", 0, 0, 0),
  ];
  expect(arrived.toSorted(byMatch).map(({ id }) => id)).toEqual([
    "best",
    "open",
    "late",
    "later",
    "none",
    "no sheet",
    "no score",
  ]);
});
