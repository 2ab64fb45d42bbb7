import { expect, it } from "vitest";
import { changesOf } from "./changes";
import type { SheetLine } from "./sheet";

const line = (slug: string | null, given: Partial<SheetLine> = {}): SheetLine => ({
  kind: slug === null ? "experience" : "skill",
  slug,
  must: true,
  weight: 3,
  state: "unknown",
  low: 0,
  high: 1,
  reason: "not stated",
  ifHad: { low: 50, high: 100 },
  ...given,
});

it("names lines that say something else, that came and that went; not those whose figure moved with the others", () => {
  const then = [line("go"), line("kafka"), line("redis"), line(null)];
  const now = [
    line("rust"),
    line("go", { ifHad: { low: 90, high: 100 } }),
    line("kafka", { state: "claimed", low: 1, reason: "named" }),
    line(null, { reason: "6 years, 5 asked" }),
  ];
  expect(
    changesOf({ lines: then }, { lines: now }).map(({ slug, kind, then: before, now: after }) => [
      slug ?? kind,
      before?.reason,
      after?.reason,
    ]),
  ).toEqual([
    ["rust", undefined, "not stated"],
    ["kafka", "not stated", "named"],
    ["experience", "not stated", "6 years, 5 asked"],
    ["redis", "not stated", undefined],
  ]);
  expect(changesOf({ lines: then }, { lines: then })).toEqual([]);
});
