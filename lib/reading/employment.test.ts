import { expect, test } from "vitest";
import { employmentsIn } from "./employment";

test.each([
  ["perm", ["full-time"]],
  ["Permanent", ["full-time"]],
  ["Full Time", ["full-time"]],
  ["FULL_TIME", ["full-time"]],
  ["part-time or contract", ["part-time", "contract"]],
  ["Freelance", ["contract"]],
  ["Internship", ["internship"]],
  ["temporary but can be converted to permanent", ["full-time", "temporary"]],
  ["international", []],
  ["", []],
])("the contract line %j says %j", (text, employment) => {
  expect(employmentsIn(text)).toEqual(employment);
});
