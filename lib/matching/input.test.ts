import { describe, expect, it } from "vitest";
import { contradictionsOf, MatchProfile } from "./input";

/** As the API writes them: of a key that is not ours, the key. */
const pathsOf = (profile: unknown) => {
  const issues = MatchProfile.safeParse(profile).error?.issues ?? [];
  const paths = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  return [...new Set(paths.map((path) => path.join(".")))];
};

const whole = {
  years: 6.5,
  degree: { level: "bachelor", field: null },
  skills: [{ slug: "go", years: 0, evidence: 2 }, { slug: "python" }],
  responsibilities: [{ slug: "api-integration", evidence: 0 }],
  no: { skills: ["java"], responsibilities: ["security-hardening"] },
  salary: { min: 80_000.5, currency: "eur" },
  workplaces: ["remote", "hybrid"],
  countries: ["de", "FR"],
  timezone: "Asia/Kolkata",
  employment: ["full-time"],
};

describe("a profile", () => {
  it("is taken whole, empty, and with nulls for what is not said", () => {
    expect(MatchProfile.parse(whole)).toMatchObject({ salary: { currency: "EUR" }, countries: ["DE", "FR"] });
    expect(MatchProfile.parse({})).toEqual({});
    const nothing = Object.fromEntries(Object.keys(whole).map((key) => [key, null]));
    expect(MatchProfile.parse(nothing)).toEqual(nothing);
  });

  it.each([
    [{ years: -1 }, ["years"]],
    [{ years: 200 }, ["years"]],
    [{ years: "6" }, ["years"]],
    [{ years: Number.NaN }, ["years"]],
    [{ degree: { level: "phd" } }, ["degree.level"]],
    [{ skills: [{ slug: "go", years: -0.5 }, { years: 3 }] }, ["skills.0.years", "skills.1.slug"]],
    [{ skills: [{ slug: "go", evidence: 1.5, level: "expert" }] }, ["skills.0.evidence", "skills.0.level"]],
    [{ skills: Array.from({ length: 5000 }, (_, i) => ({ slug: `s${i}` })) }, ["skills"]],
    [{ skills: ["go"] }, ["skills.0"]],
    [{ responsibilities: [{ slug: "api-integration", years: 3 }] }, ["responsibilities.0.years"]],
    [{ no: { skills: [7], degree: [] } }, ["no.skills.0", "no.degree"]],
    [{ salary: { min: -1, currency: "euro" } }, ["salary.min", "salary.currency"]],
    [{ workplaces: ["moon"], employment: "full-time" }, ["workplaces.0", "employment"]],
    [{ countries: ["DE", "UK", "ZZ", "Germany"] }, ["countries.1", "countries.2", "countries.3"]],
    [{ timezone: "Europe/Atlantis" }, ["timezone"]],
    [{ timezone: "+02:00" }, ["timezone"]],
    [{ timezone: "Berlin" }, ["timezone"]],
    [{ timezone: "SystemV/PST8" }, ["timezone"]],
    [{ name: "Sam", age: 40 }, ["name", "age"]],
    [[], [""]],
    ["me", [""]],
  ])("is refused with the path of each fault: %j", (profile, paths) =>
    expect(pathsOf(profile)).toEqual(paths),
  );

  it("may not name a slug twice, nor say both yes and no", () => {
    const faults = contradictionsOf({
      skills: [{ slug: "go" }, { slug: "java" }, { slug: "go", years: 3 }],
      responsibilities: [{ slug: "api-integration" }],
      no: { skills: ["rust", "java", "rust"], responsibilities: ["api-integration"] },
    });
    expect(faults.map(({ path }) => path.join("."))).toEqual([
      "skills.2.slug",
      "no.skills.1",
      "no.responsibilities.0",
    ]);
    expect(contradictionsOf({})).toEqual([]);
  });
});
