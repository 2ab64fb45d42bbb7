import { expect, test } from "vitest";
import { counted, countedUpTo, plural } from "./plural";

test.each([
  [0, "posting", undefined, "0 postings"],
  [1, "posting", undefined, "1 posting"],
  [2, "posting", undefined, "2 postings"],
  [1.5, "year", undefined, "1.5 years"],
  [0.9999, "year", undefined, "0.9999 years"],
  [1234, "posting", undefined, "1,234 postings"],
  [1, "posting asks", "postings ask", "1 posting asks"],
  [1234, "posting asks", "postings ask", "1,234 postings ask"],
])("%d of “%s” (plural: %s) is “%s”", (n, one, many, text) => {
  expect(counted(n, one, many)).toBe(text);
  expect(text.endsWith(` ${plural(n, one, many)}`)).toBe(true);
});

test.each([
  [1, "1 posting"],
  [99, "99 postings"],
  [100, "more than 99 postings"],
])("%d, counted up to 99, is “%s”", (n, text) => {
  expect(countedUpTo(99, n, "posting")).toBe(text);
});
