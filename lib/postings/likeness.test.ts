import { expect, test } from "vitest";
import { bandsOf, nearDuplicateWords } from "./likeness";

const words = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => `word${(from + at) * 7919}`);
const bands = (list: string[]) => bandsOf({ title: "Backend Engineer", description: list.join(" ") });
const shared = (one: number[], other: number[]) => one.filter((band) => other.includes(band)).length;

test("a text and its slightly changed copy share numbers, whatever their case and signs", () => {
  const text = words(0, 120);
  const copy = text.map((word, at) => (at % 30 === 7 ? "changed" : word.toUpperCase()));
  expect(bands(text)).toHaveLength(12);
  expect(shared(bands(text), bands(copy))).toBeGreaterThan(3);
  expect(bandsOf({ title: "Backend Engineer", description: text.join(", ") })).toEqual(bands(text));
});

test("of a thousand pairs of other texts none shares a number", () => {
  const others = Array.from({ length: 1_000 }, (_, at) => bands(words(200 * (at + 1), 120)));
  expect(others.filter((other) => shared(bands(words(0, 120)), other) > 0)).toEqual([]);
});

test("a title or a line alone is compared with nothing", () => {
  expect(bandsOf({ title: "Backend Engineer", description: "Apply on our site." })).toEqual([]);
});

test("says whose and how alike, unless its reader may not know whose", () => {
  expect(nearDuplicateWords({ title: "Platform Engineer", companyName: "Larkspur", likeness: 93 })).toBe(
    "“Platform Engineer” at Larkspur, 93 % alike",
  );
  expect(nearDuplicateWords({ title: null, companyName: null, likeness: 80 })).toBe(
    "another company’s posting in review, 80 % alike",
  );
});
