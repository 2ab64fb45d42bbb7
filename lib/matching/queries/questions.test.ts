import { beforeAll, expect, it } from "vitest";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import { isLive } from "@/lib/postings/queries/live";
import { aboutText } from "@/lib/profiles/input/answer";
import type { MatchProfile } from "../input";
import { listMatches } from "./matches";
import { readMatchProfile } from "./profile";
import { findWidth, listOpenQuestions } from "./questions";

const { url } = await testDatabase();
beforeAll(() => seed(url, () => {}));

const profiles: [string, MatchProfile][] = [
  ["silent", {}],
  ["with a degree and no years", { degree: { level: "associate" }, skills: [{ slug: "django" }] }],
  [
    "with skills without years, of its own and implied",
    {
      skills: [{ slug: "go" }, { slug: "django" }, { slug: "spring-boot", years: 2 }, { slug: "postgresql" }],
      no: { skills: ["kotlin"] },
    },
  ],
  ["with years and no degree", { years: 9, skills: [{ slug: "go", years: 2 }], no: { skills: ["kafka"] } }],
  [
    "that answered a good deal",
    {
      years: 4,
      degree: { level: "bachelor" },
      responsibilities: [{ slug: "debugging" }],
      no: { responsibilities: ["api-integration"] },
    },
  ],
];

it.each(profiles)("questions to a profile %s are worth the open shares of its sheets", async (_, said) => {
  const { ready } = await readMatchProfile(said);
  const { matches } = await listMatches(isLive(), ready, 10_000);
  const expected = new Map<string, { points: number; postings: Set<string> }>();
  for (const { posting, sheet } of matches) {
    const whole = sheet.lines.reduce((sum, { weight }) => sum + weight, 0);
    for (const { kind, slug, state, reason, weight } of sheet.lines) {
      const isHalfOpen = state === "claimed" && reason.endsWith("years not stated");
      if (state !== "unknown" && !isHalfOpen) continue;
      const isYears = kind === "degree" && ready.facts.degree !== null;
      const asks = isHalfOpen && !reason.startsWith("implied by") ? "years" : kind;
      const about = slug === null ? (isYears ? "experience" : kind) : `${asks}:${slug}`;
      const worth = expected.get(about) ?? { points: 0, postings: new Set() };
      worth.points += ((isHalfOpen ? 50 : 100) * weight) / whole;
      expected.set(about, { ...worth, postings: worth.postings.add(posting.id) });
    }
  }
  const questions = await listOpenQuestions(ready, 10_000);
  expect(
    new Map(questions.map(({ about, points, postings }) => [aboutText(about), [points, postings]])),
  ).toEqual(
    new Map(
      [...expected].map(([about, { points, postings }]) => [about, [Math.round(points), postings.size]]),
    ),
  );
  const points = questions.map((question) => question.points);
  expect(points).toEqual([...points].sort((a, b) => b - a));
  expect(await listOpenQuestions(ready, 3)).toEqual(questions.slice(0, 3));
});

it("a skill that is named without years is asked for them, and one that is only implied is asked for itself", async () => {
  const { ready } = await readMatchProfile(profiles[2]?.[1] as MatchProfile);
  const asked = (await listOpenQuestions(ready, 10_000)).map(({ about }) => aboutText(about));
  expect(asked).toEqual(expect.arrayContaining(["years:go", "skill:python"]));
  expect(asked).not.toEqual(expect.arrayContaining(["years:python"]));
});

it("answers narrow the ranges of the best postings", async () => {
  const { ready: silent } = await readMatchProfile({});
  const { ready: said } = await readMatchProfile(profiles.at(-1)?.[1] as MatchProfile);
  expect(await findWidth(silent)).toBe(100);
  expect(await findWidth(said)).toBeLessThan(100);
});
