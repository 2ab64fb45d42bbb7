import { expect, test } from "vitest";
import { employmentsIn, employmentsOf } from "./employment";

test.each([
  ["perm", ["full-time"]],
  ["Permanent", ["full-time"]],
  ["Full Time", ["full-time"]],
  ["FULL_TIME", ["full-time"]],
  ["part-time or contract", ["part-time", "contract"]],
  ["Freelance", ["contract"]],
  ["Internship", ["internship"]],
  ["temporary but can be converted to permanent", ["full-time", "temporary"]],
  ["Full- or part-time", ["full-time", "part-time"]],
  ["FT/PT", ["full-time", "part-time"]],
  ["Vollzeit", ["full-time"]],
  ["40h/week", ["full-time"]],
  ["C2H", ["contract"]],
  ["Freelancers, 1099", ["contract"]],
  ["Smart contract engineer", []],
  ["Contract lifecycle management", []],
  ["Full-time, no contractors", ["full-time"]],
  ["Full-time only, not part-time", ["full-time"]],
  ["Werkstudent", ["internship"]],
  ["international", []],
  ["", []],
])("the contract line %j says %j", (text, employment) => {
  expect(employmentsIn(text)).toEqual(employment);
});

test.each([
  ["Acme | Engineer\n\nWe're hiring a contractor to rebuild our site.", ["contract"]],
  ["Acme | Engineer\n\nThe work starts as a contract and becomes full-time.", ["contract", "full-time"]],
  ["Acme | Engineer\n\nWe do not hire any contractors.", []],
  ["Acme | Engineer\nVertragsart: Vollzeit, unbefristet", ["full-time"]],
  ["Acme | Engineer\n\nInternships available.", ["internship"]],
])("the advert %j says %j", (text, employment) => {
  expect(employmentsOf(text).map((reading) => reading.employment)).toEqual(employment);
});
