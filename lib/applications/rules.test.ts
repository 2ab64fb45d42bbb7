import { expect, it } from "vitest";
import type { LineRating } from "./lists";
import { isDisputed } from "./rules";

it.each<[LineRating[], boolean]>([
  [["shown"], false],
  [["shown", "shown"], false],
  [["shown", "strongly"], false],
  [["none", "partly"], false],
  [["none", "shown"], true],
  [["strongly", "shown", "partly"], true],
])("members who rate a line %j disagree: %j", (ratings, expected) => {
  expect(isDisputed(ratings)).toBe(expected);
});
