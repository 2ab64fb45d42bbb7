import { describe, expect, it } from "vitest";
import { canonicalJson, hashOf, matchInputsOf, sheetFrom } from "./record";
import type { Edges, PostingFacts, ProfileFacts } from "./rules/facts";
import { matcherOf } from "./rules/sheet";

const posting: PostingFacts = {
  responsibilities: [{ slug: "security-hardening", must: true }],
  skills: [
    { slug: "python", must: true, minYears: null },
    { slug: "mysql", must: false, minYears: null },
  ],
  experienceMin: 3,
  degree: { level: "bachelor", equalExperience: true },
  yearlyUsdMax: 90_000,
  workplace: "remote",
  countries: ["FR", "DE", "FR"],
  employment: "full-time",
  hours: [{ start: 480, minutes: 480 }],
};
const profile: ProfileFacts = {
  years: 4.5,
  degree: "associate",
  skills: [
    { slug: "wagtail", years: null, evidence: 1 },
    { slug: "postgresql", years: 2, evidence: 0 },
  ],
  responsibilities: [],
  no: { skills: ["rust", "go", "rust"], responsibilities: ["security-hardening"] },
  hasJob: true,
  hasEducation: false,
  wantedYearlyUsd: 80_000,
  workplaces: ["remote", "hybrid"],
  countries: ["DE"],
  employment: ["full-time"],
  hours: { start: 480, minutes: 480 },
  overlap: 4,
};
const edges: Edges = {
  implies: [
    ["wagtail", "django"],
    ["django", "python"],
    ["django", "orm"],
    ["postgresql", "sql"],
  ],
  related: [
    ["postgresql", "mysql"],
    ["postgresql", "oracle"],
  ],
  labels: {
    wagtail: "Wagtail",
    django: "Django",
    postgresql: "PostgreSQL",
    python: "Python",
    oracle: "Oracle",
  },
};

describe("the inputs of a match", () => {
  const inputs = matchInputsOf(posting, profile, edges);

  it("hold of the taxonomy what leads from the profile to the posting, and nothing else", () => {
    expect(inputs.rules).toBe(1);
    expect(inputs.edges).toEqual({
      implies: [
        ["django", "python"],
        ["wagtail", "django"],
      ],
      related: [["mysql", "postgresql"]],
      labels: { wagtail: "Wagtail", postgresql: "PostgreSQL" },
    });
  });

  it("give the same bytes as the match that they were made from, also after being stored", () => {
    const sheet = canonicalJson(matcherOf(profile, edges)(posting));
    expect(canonicalJson(sheetFrom(inputs))).toBe(sheet);
    expect(canonicalJson(sheetFrom(JSON.parse(canonicalJson(inputs))))).toBe(sheet);
    expect(sheet).toContain("implied by Wagtail");
  });

  it("have one form, and one hash, whatever order they came in", () => {
    const other = matchInputsOf(
      { ...posting, countries: ["DE", "FR"] },
      {
        ...profile,
        skills: [...profile.skills].reverse(),
        no: { skills: ["go", "rust"], responsibilities: ["security-hardening"] },
        workplaces: ["hybrid", "remote"],
      },
      { ...edges, implies: [...edges.implies].reverse(), related: [["mysql", "postgresql"]] },
    );
    expect(hashOf(other)).toBe(hashOf(inputs));
    expect(hashOf(inputs)).toBe("32444044c8b3c9b6818e076ee468abb7f9c5d05a4ca584b576c57f1cb3944771");
  });

  it("have another hash where a line, a fact or the order of the lines is another", () => {
    const hashes = [
      inputs,
      matchInputsOf({ ...posting, experienceMin: 4 }, profile, edges),
      matchInputsOf({ ...posting, skills: [...posting.skills].reverse() }, profile, edges),
      matchInputsOf(posting, { ...profile, years: 4.6 }, edges),
      matchInputsOf(posting, profile, { ...edges, related: [] }),
    ].map(hashOf);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("canonical JSON", () => {
  it.each([
    [{ b: 1, a: [true, null, "é\n"] }, '{"a":[true,null,"é\\n"],"b":1}'],
    [{ "10": 1, "9": 2, a: {} }, '{"10":1,"9":2,"a":{}}'],
    [[0.5, -0, 1e21, 4.003], "[0.5,0,1e+21,4.003]"],
  ])("of %j is %s", (value, json) => expect(canonicalJson(value)).toBe(json));

  it.each([[undefined], [{ a: undefined }], [[Number.NaN]], [Number.POSITIVE_INFINITY], [1n]])(
    "has no words for %s",
    (value) => expect(() => canonicalJson(value)).toThrow(TypeError),
  );
});
