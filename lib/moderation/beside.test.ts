import { expect, it } from "vitest";
import { linesBeside } from "./beside";

it("marks the sentences and lines that only one of two texts has, whatever their case and blanks", () => {
  const { mine, theirs } = linesBeside(
    "You run the ledger. You write Go.\n\n- PostgreSQL",
    "you run  the ledger. You write Rust.\n* postgresql",
  );
  expect(mine.filter(({ isShared }) => !isShared).map(({ text }) => text)).toEqual(["You write Go."]);
  expect(theirs.filter(({ isShared }) => !isShared).map(({ text }) => text)).toEqual(["You write Rust."]);
});

it("has no lines of an empty text", () => {
  expect(linesBeside("", "One.").mine).toEqual([]);
});
