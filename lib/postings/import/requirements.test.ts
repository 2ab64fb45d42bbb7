import { expect, test } from "vitest";
import { degreeFrom, experienceFrom } from "./requirements";

test.each([
  ["5+ years", 5, undefined],
  ["3-5 years", 3, 5],
  ["3 to 5 yrs.", 3, 5],
  [4, 4, undefined],
  ["At least 4 years", 4, undefined],
  ["60 months", 5, undefined],
  ["18 - 30 months", 1, 3],
  ["lt-1", 0, 1],
  ["less than 2 years", 0, 2],
  ["gt-15", 15, undefined],
  ["10-15", 10, 15],
  ["Mid-Senior level", undefined, undefined],
  ["since 2019", undefined, undefined],
  ["8-3", undefined, undefined],
  ["6 weeks", undefined, undefined],
  ["Level 3", undefined, undefined],
  ["L5", undefined, undefined],
  ["We grew to 40 people in four years and look for an engineer", undefined, undefined],
])("the years in %j", (field, min, max) => {
  expect([experienceFrom(field).experienceMin, experienceFrom(field).experienceMax]).toEqual([min, max]);
});

test.each([
  [["bachelor_degree"], "bachelor"],
  [["Bachelors"], "bachelor"],
  [["Master's Degree", "Associate Degree"], "associate"],
  [["doctoral_degree"], "doctorate"],
  [["High School or equivalent"], "none"],
  [["Unspecified"], undefined],
  [["Vocational"], undefined],
  [["We like people with a bachelor's degree, or with years of work"], undefined],
])("the degree in %j", (fields, level) => {
  expect(degreeFrom(fields).degreeLevel).toBe(level);
});
