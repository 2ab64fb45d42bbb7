import { describe, expect, test } from "vitest";
import { resolveSkill, skillsImpliedBy } from "./catalogue";
import { bandOf, degreeRank, impliedBy, normalizeTerm } from "./rules";

test.each([
  ["Node.js", "node js"],
  ["node-js", "node js"],
  ["NODE  JS", "node js"],
  [".NET", ".net"],
  ["ASP.NET Core", "asp net core"],
  ["Microsoft .NET", "microsoft .net"],
  ["C#", "c#"],
  ["C++ STL", "c++ stl"],
  ["CI / CD", "ci/cd"],
  ["  Vue.js 3 ", "vue js 3"],
  ["package.json", "package json"],
])("%j is looked up as %j", (term, spelling) => {
  expect(normalizeTerm(term)).toBe(spelling);
  expect(normalizeTerm(spelling)).toBe(spelling);
});

test.each([
  ["k8s", "kubernetes"],
  ["Golang", "go"],
  ["postgres", "postgresql"],
  ["node js", "nodejs"],
  ["JS", "javascript"],
  ["ts", "typescript"],
  ["Amazon Web Services", "aws"],
  ["react.js", "react"],
  ["gcp", "google-cloud"],
  ["MS SQL", "sql-server"],
  ["mssql", "sql-server"],
  ["c sharp", "csharp"],
  [".net core", "dotnet"],
  ["cpp", "cpp"],
  ["CI/CD", "continuous-delivery"],
  ["no such thing", null],
  ["", null],
])("%j leads to %s", (term, slug) => {
  expect(resolveSkill(term)).toBe(slug);
});

describe("implied skills", () => {
  test.each([
    [["django"], ["python"]],
    [["spring-boot"], ["java", "spring"]],
    [["nextjs"], ["javascript", "react"]],
    [["rails"], ["ruby"]],
    [["aws-eks"], ["aws", "containers", "kubernetes"]],
    [[], []],
  ])("of %j are %j", (slugs, shown) => {
    expect([...skillsImpliedBy(slugs)].sort()).toEqual(shown);
  });

  test("end, even where the edges run in a circle", () => {
    const edges: Record<string, string[]> = { a: ["b"], b: ["c"], c: ["a"] };
    expect([...impliedBy(["a"], (slug) => edges[slug])].sort()).toEqual(["a", "b", "c"]);
  });
});

test.each([
  [null, null],
  [0, "entry"],
  [2.9, "entry"],
  [3, "mid"],
  [9.5, "mid"],
  [10, "senior"],
  [20, "senior"],
  [20.5, "principal"],
])("a minimum of %s years is the band %s", (years, band) => {
  expect(bandOf(years)).toBe(band);
});

test("degrees are ranked from none to doctorate", () => {
  const ranks = (["none", "associate", "bachelor", "master", "doctorate"] as const).map(degreeRank);
  expect(ranks).toEqual([0, 1, 2, 3, 4]);
});
