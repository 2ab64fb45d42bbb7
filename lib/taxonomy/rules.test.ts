import { describe, expect, test } from "vitest";
import { resolveSkill, skillEntries, skillsImpliedBy } from "./catalogue";
import type { SkillEntry, TaxonomyChanges } from "./input";
import { bandOf, degreeRank, impliedBy, normalizeTerm, withChanges } from "./rules";

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

describe("the changes of admins", () => {
  const none = { version: 1, added: [], retired: [], names: [] };
  const readingOf = ({ slug, label, aliases, reading }: SkillEntry) => ({
    slug,
    names: [label, ...aliases].map(normalizeTerm).sort(),
    reading: Object.entries(reading)
      .map(([name, mode]) => `${normalizeTerm(name)} ${mode}`)
      .sort(),
  });
  const changed = (changes: Partial<TaxonomyChanges>) => withChanges(skillEntries, { ...none, ...changes });
  const named = (entries: SkillEntry[], slug: string) => entries.find((entry) => entry.slug === slug);

  test("leave everything else as it is", () => {
    const unique = (entries: readonly SkillEntry[]) =>
      entries.map(readingOf).map((one) => ({ ...one, names: [...new Set(one.names)] }));
    expect(unique(changed({}).entries)).toEqual(unique(skillEntries));
  });

  test("merge a skill with its names, hints and edges into another", () => {
    const { entries, mergedInto } = changed({
      names: [{ name: "spring boot", slug: "java", everyday: false }],
    });
    expect(mergedInto.get("spring-boot")).toBe("java");
    expect(named(entries, "spring-boot")).toBeUndefined();
    expect(named(entries, "java")?.aliases).toContain("Spring Boot");
    expect(entries.flatMap(({ implies }) => implies)).not.toContain("spring-boot");
  });

  test("give a name that new data has for a skill of its own to the skill that an admin chose", () => {
    const { entries, mergedInto } = changed({
      names: [{ name: "kafka", slug: "rabbitmq", everyday: false }],
    });
    expect(mergedInto.get("kafka")).toBe("rabbitmq");
    expect(named(entries, "kafka")).toBeUndefined();
  });

  test("win over data of the same address", () => {
    const own = {
      slug: "kafka",
      label: "Our Kafka",
      kind: "technology",
      category: "tool",
      implies: [],
    } as const;
    const { entries } = changed({ added: [{ ...own, implies: [] }] });
    expect(named(entries, "kafka")).toMatchObject({ label: "Our Kafka", aliases: [], implies: [] });
  });
});
