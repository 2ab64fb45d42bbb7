import { expect, it } from "vitest";
import { csvLine } from "./csv";

it.each([
  ['=HYPERLINK("https://a.example")', `"'=HYPERLINK(""https://a.example"")"`],
  ["+49 30 1234567", `"'+49 30 1234567"`],
  ["-1", `"'-1"`],
  ["@SUM(A1)", `"'@SUM(A1)"`],
  ["\t=1", `"'\t=1"`],
  ["\r=1", `"'\r=1"`],
  [" =1", `"' =1"`],
  ["＝1", `"'＝1"`],
  ["Zoë, “Go”", '"Zoë, “Go”"'],
  ['She said "yes"\nand no', '"She said ""yes""\nand no"'],
  ["", '""'],
])("%j is written so that a spreadsheet shows it and does nothing", (text, cell) => {
  expect(csvLine([text, null, -5])).toBe(`${cell},"",-5\r\n`);
});
