import { expect, test } from "vitest";
import { workplaceIn } from "./workplace";

test.each([
  ["Hybrid, some remote", "remote"],
  ["hybrid", "hybrid"],
  ["Onsite", "onsite"],
  ["ON_SITE", "onsite"],
  ["no remote", "onsite"],
  ["Telecommute", "remote"],
  ["Lisbon", null],
])("the workplace of %j is %s", (text, workplace) => {
  expect(workplaceIn(text)).toBe(workplace);
});
