import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { degrees } from "@/lib/taxonomy/terms";
import type { Edges, PostingFacts, ProfileFacts } from "./facts";
import { compareMatches, type Ranked } from "./score";
import { matcherOf, type SheetLine } from "./sheet";

/*
 * What the rules promise, on random postings, profiles and taxonomies of twelve skills: few enough that implied, related, denied and named
 * skills meet on one line all the time.
 */

const skill = fc.constantFrom(..."abcdefghijkl");
const responsibility = fc.constantFrom("w", "x", "y", "z");
const years = fc.oneof(
  fc.constantFrom(0, 1, 3, 5, 10),
  fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const setOf = <T>(of: fc.Arbitrary<T>, slugOf: (one: T) => string) =>
  fc.uniqueArray(of, { selector: slugOf, maxLength: 8 });

const posting: fc.Arbitrary<PostingFacts> = fc.record({
  responsibilities: setOf(fc.record({ slug: responsibility, must: fc.boolean() }), ({ slug }) => slug),
  skills: setOf(
    fc.record({ slug: skill, must: fc.boolean(), minYears: maybe(fc.integer({ min: 1, max: 12 })) }),
    ({ slug }) => slug,
  ),
  experienceMin: maybe(fc.integer({ min: 0, max: 12 })),
  degree: fc.record({ level: maybe(fc.constantFrom(...degrees)), equalExperience: fc.boolean() }),
  yearlyUsdMax: fc.constant(null),
  workplace: fc.constant(null),
  countries: fc.constant([]),
  employment: fc.constant(null),
  hours: fc.constant([]),
});

const profile: fc.Arbitrary<ProfileFacts> = fc
  .record({
    years: maybe(years),
    degree: maybe(fc.constantFrom(...degrees)),
    skills: setOf(
      fc.record({ slug: skill, years: maybe(years), evidence: fc.integer({ min: 0, max: 2 }) }),
      ({ slug }) => slug,
    ),
    responsibilities: setOf(
      fc.record({ slug: responsibility, evidence: fc.integer({ min: 0, max: 2 }) }),
      ({ slug }) => slug,
    ),
    deniedSkills: fc.uniqueArray(skill, { maxLength: 4 }),
    deniedResponsibilities: fc.uniqueArray(responsibility, { maxLength: 2 }),
    hasJob: fc.boolean(),
    hasEducation: fc.boolean(),
  })
  .map(({ deniedSkills, deniedResponsibilities, ...said }) => ({
    ...said,
    no: {
      skills: deniedSkills.filter((slug) => !said.skills.some((one) => one.slug === slug)),
      responsibilities: deniedResponsibilities.filter(
        (slug) => !said.responsibilities.some((one) => one.slug === slug),
      ),
    },
    wantedYearlyUsd: null,
    workplaces: [],
    countries: [],
    employment: [],
    hours: null,
    overlap: 4,
  }));

const pair = fc.tuple(skill, skill).filter(([one, other]) => one !== other);
const edges: fc.Arbitrary<Edges> = fc.record({
  implies: fc.array(pair, { maxLength: 10 }),
  related: fc.array(pair, { maxLength: 8 }),
  labels: fc.constant({}),
});

const sheet = (of: PostingFacts, given: ProfileFacts, by: Edges) => matcherOf(given, by)(of);
const counted = (lines: SheetLine[], side: "low" | "high") =>
  lines.reduce((sum, line) => sum + BigInt(line.weight) * BigInt(line[side] * 2), 0n);
const weightOf = (lines: SheetLine[]) => lines.reduce((sum, { weight }) => sum + BigInt(weight), 0n);

/** The formulas of the rules once more, in integers without end. */
function scoreFrom(lines: SheetLine[]) {
  const [weight, low, high] = [weightOf(lines), counted(lines, "low"), counted(lines, "high")];
  const rank = Number((1000n * low) / (2n * (weight + 6n)));
  if (weight === 0n) return { low: null, high: null, rank };
  const up = (200n * high + 4n * weight - 1n) / (4n * weight);
  return { low: Number((100n * low) / (2n * weight)), high: Number(up), rank };
}

const properties = { numRuns: 2000 };

describe("a sheet", () => {
  it("shows credits that sum to its score", () => {
    fc.assert(
      fc.property(posting, profile, edges, (of, given, by) => {
        const { low, high, rank, lines } = sheet(of, given, by);
        expect({ low, high, rank }).toEqual(scoreFrom(lines));
      }),
      properties,
    );
  });

  it("tells for unknown and missing lines what the score would be, and for no other", () => {
    fc.assert(
      fc.property(posting, profile, edges, (of, given, by) => {
        const { lines } = sheet(of, given, by);
        for (const [at, { state, ifHad }] of lines.entries()) {
          const { low, high } = scoreFrom(
            lines.map((line, i) => (i === at ? { ...line, low: 1, high: 1 } : line)),
          );
          expect(ifHad).toEqual(state === "unknown" || state === "missing" ? { low, high } : null);
        }
      }),
      properties,
    );
  });

  it("asks about the first of the heaviest unknown lines", () => {
    fc.assert(
      fc.property(posting, profile, edges, (of, given, by) => {
        const { lines, question } = sheet(of, given, by);
        const open = lines.map((line, at) => ({ ...line, at })).filter(({ state }) => state === "unknown");
        const [first] = open.sort((a, b) => b.weight - a.weight || a.at - b.at);
        expect(question).toBe(first?.at ?? null);
      }),
      properties,
    );
  });

  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(posting, profile, edges, fc.infiniteStream(fc.nat()), (of, given, by, chance) => {
        const mixed = <T>(list: T[]) =>
          list
            .map((item) => ({ item, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const other = {
          ...given,
          skills: mixed(given.skills),
          responsibilities: mixed(given.responsibilities),
          no: { skills: mixed(given.no.skills), responsibilities: mixed(given.no.responsibilities) },
        };
        const turned = mixed(by.related).map(([one, two]): [string, string] => [two, one]);
        expect(sheet(of, other, { ...by, implies: mixed(by.implies), related: turned })).toEqual(
          sheet(of, given, by),
        );
      }),
      properties,
    );
  });
});

describe("the score", () => {
  it("never falls when one more skill or responsibility is named", () => {
    fc.assert(
      fc.property(
        posting,
        profile,
        edges,
        skill,
        responsibility,
        maybe(years),
        (of, given, by, slug, task, time) => {
          const before = sheet(of, given, by);
          const withSkill = {
            ...given,
            skills: given.skills.some((one) => one.slug === slug)
              ? given.skills
              : [...given.skills, { slug, years: time, evidence: 0 }],
            no: { ...given.no, skills: given.no.skills.filter((one) => one !== slug) },
          };
          const withResponsibility = {
            ...given,
            responsibilities: given.responsibilities.some((one) => one.slug === task)
              ? given.responsibilities
              : [...given.responsibilities, { slug: task, evidence: 0 }],
            no: { ...given.no, responsibilities: given.no.responsibilities.filter((one) => one !== task) },
          };
          for (const more of [withSkill, withResponsibility]) {
            const after = sheet(of, more, by);
            expect(after.low ?? 0).toBeGreaterThanOrEqual(before.low ?? 0);
            expect(after.rank).toBeGreaterThanOrEqual(before.rank);
          }
        },
      ),
      properties,
    );
  });

  it("falls by what the sheet says when a fact that it shows is taken away", () => {
    // Without a taxonomy, so that no other fact can stand in for the one that is gone.
    const plain: Edges = { implies: [], related: [], labels: {} };
    fc.assert(
      fc.property(posting, profile, fc.nat(), (of, given, chance) => {
        const { lines } = sheet(of, given, plain);
        const shown = lines.filter(({ low, kind }) => low > 0 && kind !== "degree");
        const line = shown[chance % shown.length];
        if (!line) return;
        // Years may stand behind two lines; the sheet says so of both.
        const gone = lines.filter(
          (one) => one === line || (line.kind === "experience" && one.reason === "by experience"),
        );
        const left = counted(lines, "low") - counted(gone, "low");
        const after = sheet(of, without(given, line), plain);
        expect(counted(after.lines, "low")).toBe(left);
        expect(after.low).toBe(Number((50n * left) / weightOf(lines)));
      }),
      properties,
    );
  });
});

function without(given: ProfileFacts, { kind, slug }: SheetLine): ProfileFacts {
  const others = <T extends { slug: string }>(list: T[]) => list.filter((one) => one.slug !== slug);
  if (kind === "experience") return { ...given, years: null };
  return kind === "skill"
    ? { ...given, skills: others(given.skills) }
    : { ...given, responsibilities: others(given.responsibilities) };
}

describe("the order of matches", () => {
  const match = (
    id: string,
    low: number | null,
    high: number | null,
    rank: number,
    publishedAt: string,
  ): Ranked => ({
    id,
    low,
    high,
    rank,
    publishedAt,
  });
  it("is rank, high, time, id; without a score last", () => {
    const inOrder = [
      match("f", 90, 100, 750, "2026-01-01T00:00:00.000Z"),
      match("e", 100, 100, 333, "2026-01-02T00:00:00.000Z"),
      match("c", 100, 100, 333, "2026-01-01T00:00:00.000Z"),
      match("d", 100, 100, 333, "2026-01-01T00:00:00.000Z"),
      match("a", 50, 90, 333, "2026-01-09T00:00:00.000Z"),
      match("b", 0, 0, 0, "2026-01-01T00:00:00.000Z"),
      match("0", null, null, 0, "2026-01-09T00:00:00.000Z"),
      match("1", null, null, 0, "2026-01-08T00:00:00.000Z"),
    ];
    expect([...inOrder].reverse().sort(compareMatches)).toEqual(inOrder);
  });
});
