import { expect, it } from "vitest";
import { csvOf } from "./csv";

it.each([
  ["plain", "plain"],
  ["a, b", '"a, b"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+49", "'+49"],
  ["-2", "'-2"],
  ["@cmd", "'@cmd"],
  ["\tcmd", "'\tcmd"],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  [null, ""],
  [-2, "-2"],
])("writes %j as %j", (value, written) => {
  expect(csvOf([[value, "end"]])).toBe(`${written},end\r\n`);
});
