import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { labelledIn } from "./labels";
import { f1, scoreAll } from "./score";

describe("our own labelled snippets", () => {
  const texts = labelledIn(readFileSync("lib/reading/snippets.jsonl", "utf8"), "snippets");

  it.each(texts.map((one) => [one.text, one] as const))("%j", (_, one) => {
    expect(scoreAll([one]).misses).toEqual([]);
  });

  it("are at least 120", () => {
    expect(texts.length).toBeGreaterThanOrEqual(120);
  });
});

it("the score tells what was missed from what was read beside it", () => {
  const text = "Python and Go services";
  const [one] = labelledIn(JSON.stringify({ text, skills: ["go", "rust"] }), "set");
  const { scores, misses } = scoreAll(one ? [one] : []);
  expect(scores.get("skills")).toMatchObject({ right: 1, extra: 1, missed: 1, exact: 0 });
  expect(misses).toEqual([{ id: "set:1", field: "skills", missed: ["rust"], extra: ["python"] }]);
  expect(f1(1, 1, 1)).toBe(0.5);
  expect(f1(0, 0, 0)).toBe(1);
});
