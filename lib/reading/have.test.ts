import { expect, it } from "vitest";
import { type Have, haveLine, readHave } from "./have";

const brief = ({ skills, years, degree, unknown }: Have) => [
  skills.map(({ slug, years: each }) => (each === null ? slug : `${slug} ${each}`)).join(", "),
  years,
  degree,
  unknown,
];

it.each([
  ["go 4, postgres 6, kafka", "go 4, postgresql 6, kafka", null, null, []],
  ["Go (4 years), PostgreSQL: 6, Kafka", "go 4, postgresql 6, kafka", null, null, []],
  ["go 4 postgres 6 kafka", "go 4, postgresql 6, kafka", null, null, []],
  ["4 years of go, 6+ yrs postgres, 8 years experience", "go 4, postgresql 6", 8, null, []],
  ["8 years; java and spring boot 2.5; bachelor of science", "java, spring-boot 2.5", 8, "bachelor", []],
  ["c++ 3\nnode.js 2\naws s3", "cpp 3, nodejs 2, aws-s3", null, null, []],
  ["ruby on rails 5, fluteplaying", "rails 5", null, null, ["fluteplaying"]],
  ["go, golang 3", "go 3", null, null, []],
  ["10 years, master", "", 10, "master", []],
  ["", "", null, null, []],
])("%j says %j", (line, skills, years, degree, unknown) =>
  expect(brief(readHave(line))).toEqual([skills, years, degree, unknown]),
);

it.each([
  "go 4, postgres 6, kafka, 8 years, bachelor",
  "c#, .net 3, phd",
  "associate degree, 2 years, ruby on rails 1.5",
])("%j is a line that reads back to the same", (line) =>
  expect(readHave(haveLine(readHave(line)))).toEqual(readHave(line)),
);
