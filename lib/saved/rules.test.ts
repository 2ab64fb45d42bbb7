import { describe, expect, it } from "vitest";
import { parseParameters } from "@/lib/search/criteria";
import { followedCompany, following, nextLookAt, refuseToSave, savedText } from "./rules";

const keep = (query: string) => {
  const { criteria } = parseParameters(new URLSearchParams(query));
  return savedText(criteria, criteria.q);
};

describe("what is kept of a search", () => {
  it("is one text, however it was asked", () => {
    const kept = keep("skill=kafka&skill=go&workplace=remote");
    for (const same of [
      "workplace=remote&skill=go&skill=kafka&sort=salary",
      "q=&skill=go&skill=kafka&skill=go&workplace=remote&skillMode=all&currency=USD&radius=50",
    ])
      expect(keep(same)).toBe(kept);
    expect(keep(kept)).toBe(kept);
  });

  it.each(["", "sort=newest", "currency=EUR", "cursor=x&limit=5"])(
    "“%s” asks for nothing, and is refused",
    (query) => expect(() => refuseToSave(keep(query))).toThrow("Set a filter"),
  );

  it("an endless one is refused", () => {
    const skills = Array.from({ length: 20 }, (_, i) => `skill=${"a".repeat(120)}${i}`).join("&");
    expect(() => refuseToSave(keep(skills))).toThrow("too many filters");
  });
});

it.each([
  [following("acme-2"), "acme-2"],
  ["company=acme&skill=go", null],
  ["company=acme&company=beta", null],
  ["skill=go", null],
])("%s follows %s", (criteria, slug) => expect(followedCompany(criteria)).toBe(slug));

it.each([
  ["at-once", "2026-11-25T09:00:00.000Z"],
  ["daily", "2026-11-26T09:00:00.000Z"],
  ["weekly", "2026-12-02T09:00:00.000Z"],
] as const)("%s looks again at %s", (frequency, at) =>
  expect(nextLookAt(frequency, new Date("2026-11-25T09:00:00Z")).toISOString()).toBe(at),
);
