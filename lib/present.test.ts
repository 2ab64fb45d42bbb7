import { expect, test } from "vitest";
import { elementAt, one, present } from "./present";

test.each([
  [0, "a"],
  [2, "c"],
  [-1, "c"],
  [-3, "a"],
])("the element %i of a, b, c is %s", (index, element) => {
  expect(elementAt(["a", "b", "c"], index)).toBe(element);
});

test.each([3, -4, 0.5, Number.NaN])("a, b, c have no element %d", (index) => {
  expect(() => elementAt(["a", "b", "c"], index)).toThrow(RangeError);
});

test("the one row is the first, and has to be there", () => {
  expect(one([{ id: 7 }])).toEqual({ id: 7 });
  expect(() => one([])).toThrow(RangeError);
});

test.each([0, "", false])("%j is present", (value) => {
  expect(present(value)).toBe(value);
});

test.each([null, undefined])("%s is not", (value) => {
  expect(() => present(value)).toThrow(TypeError);
});
