import { expect, it } from "vitest";
import { type Line, placed, spotBeside } from "./skill-lines";

const line = (name: string, must: boolean): Line => ({
  id: 0,
  name,
  alias: null,
  must,
  years: "",
  row: null,
  errors: [],
});
const lines = [line("Go", true), line("Kafka", false), line("Rust", true), line("Java", true)];
const names = (all: readonly Line[]) => all.map(({ name, must }) => (must ? name : name.toLowerCase()));

it.each([
  ["the end of the other tray", "Go", { must: false }, ["kafka", "Rust", "Java", "go"]],
  [
    "before another",
    "Java",
    { must: true, beside: { name: "Go", isBehind: false } },
    ["Java", "Go", "kafka", "Rust"],
  ],
  [
    "behind another",
    "Go",
    { must: true, beside: { name: "Rust", isBehind: true } },
    ["kafka", "Rust", "Go", "Java"],
  ],
  [
    "beside one of the other tray",
    "Rust",
    { must: false, beside: { name: "Kafka", isBehind: false } },
    ["Go", "rust", "kafka", "Java"],
  ],
  [
    "beside itself, which changes nothing",
    "Rust",
    { must: true, beside: { name: "Rust", isBehind: true } },
    ["Go", "kafka", "Rust", "Java"],
  ],
])("puts a skill at %s", (_, name, spot, after) => {
  expect(names(placed(lines, name, spot))).toEqual(after);
});

it("steps over the other tray, and stops at the end", () => {
  const step = (name: string, isBehind: boolean) => {
    const one = lines.find((each) => each.name === name);
    const spot = one && spotBeside(lines, one, isBehind);
    return spot && names(placed(lines, name, spot));
  };
  expect(step("Go", true)).toEqual(["kafka", "Rust", "Go", "Java"]);
  expect(step("Rust", false)).toEqual(["Rust", "Go", "kafka", "Java"]);
  expect(step("Go", false)).toBeNull();
  expect(step("Java", true)).toBeNull();
});
