import { describe, expect, test } from "vitest";
import type { Edges, PostingFacts, ProfileFacts } from "@/lib/matching/rules/facts";
import { type ExplainedSheet, explainerOf } from "@/lib/matching/rules/sheet";
import { isShownBy, type ShownPiece } from "./pieces";
import { nextQuestion } from "./question";
import { creditWords, openWords, rangeWords, sumWords } from "./range-words";

const posting: PostingFacts = {
  responsibilities: [{ slug: "debugging", must: true }],
  skills: [
    { slug: "go", must: true, minYears: null },
    { slug: "kafka", must: true, minYears: 3 },
    { slug: "redis", must: false, minYears: null },
  ],
  experienceMin: null,
  degree: { level: "bachelor", equalExperience: true },
  yearlyUsdMax: null,
  workplace: null,
  countries: [],
  employment: null,
  hours: [],
};
const silent: ProfileFacts = {
  years: null,
  degree: null,
  skills: [],
  responsibilities: [],
  no: { skills: [], responsibilities: [] },
  hasJob: false,
  hasEducation: false,
  wantedYearlyUsd: null,
  workplaces: [],
  countries: [],
  employment: [],
  hours: null,
  overlap: 4,
};
const sheetOf = (said: Partial<ProfileFacts> = {}, asks: Partial<PostingFacts> = {}): ExplainedSheet =>
  explainerOf({ ...silent, ...said }, { implies: [], related: [], labels: {} })({ ...posting, ...asks });
const all: Partial<ProfileFacts> = {
  years: 9,
  degree: "master",
  skills: [
    { slug: "go", years: null, evidence: 0 },
    { slug: "kafka", years: 4, evidence: 0 },
  ],
  responsibilities: [{ slug: "debugging", evidence: 0 }],
  no: { skills: ["redis"], responsibilities: [] },
};

describe("the words of a range", () => {
  test.each<[string, ExplainedSheet, string | null]>([
    ["nothing said", sheetOf(), "5 lines are not answered"],
    ["all said", sheetOf(all), "every line is answered; the rest is rounding"],
    [
      "all had",
      sheetOf({
        ...all,
        no: silent.no,
        skills: [...(all.skills ?? []), { slug: "redis", years: null, evidence: 0 }],
      }),
      "every line is answered",
    ],
    [
      "years open",
      sheetOf({ ...all, skills: [{ slug: "kafka", years: null, evidence: 0 }], no: silent.no }),
      "2 lines are not answered, 1 line is answered without years",
    ],
    [
      "nothing asked",
      sheetOf({}, { skills: [], responsibilities: [], degree: { level: null, equalExperience: true } }),
      null,
    ],
  ])("%s", (_, sheet, words) => expect(openWords(sheet)).toBe(words));

  test("are one figure where there is one", () => {
    expect(rangeWords({ low: 58, high: 83 })).toBe("58 to 83 %");
    expect(rangeWords({ low: 83, high: 83 })).toBe("83 %");
  });

  test("what the lines show sums to what the sum shows", () => {
    const { lines } = sheetOf({ ...all, skills: [{ slug: "kafka", years: null, evidence: 0 }] });
    expect(lines.map(creditWords)).toEqual(["3", "0–3", "1.5–3", "0", "2"]);
    expect(sumWords(lines)).toEqual({ had: "6.5–11", asked: 12 });
  });
});

describe("the question", () => {
  const labels = { skills: { go: "Go", kafka: "Kafka" }, responsibilities: { debugging: "Trace faults" } };
  const ask = (said: Partial<ProfileFacts>, skipped: string[] = []) => {
    const profile = { ...silent, ...said };
    return nextQuestion(sheetOf(said), labels, profile, skipped);
  };

  test("is the heaviest unknown, and when skipped the next", () => {
    expect(ask({})).toMatchObject({
      about: "responsibility:debugging",
      words: "Have you been responsible for this: Trace faults?",
      hint: "Must-have. If you meet it, the match is 25 to 100 %.",
    });
    expect(ask({}, ["responsibility:debugging"])?.words).toBe("Do you have Go?");
    expect(ask({}, ["responsibility:debugging", "skill:go"])?.hint).toMatch(/^Must-have, 3\+ years\./);
    expect(ask(all)).toBeNull();
  });

  test("about a degree that years would make up for is about the years", () => {
    const others = ["responsibility:debugging", "skill:go", "skill:kafka"];
    expect(ask({}, others)?.about).toBe("degree");
    expect(ask({ degree: "associate" }, others)?.about).toBe("experience");
  });
});

describe("what opens under an evidenced line", () => {
  const piece = (kind: ShownPiece["kind"], ...skills: string[]): ShownPiece => ({
    id: kind,
    kind,
    name: kind,
    skills: skills.map((slug) => ({ slug, label: slug.toUpperCase() })),
    responsibilities: kind === "job" ? [{ slug: "debugging", label: "Debugging" }] : [],
  });
  const pieces = [piece("job", "kafka"), piece("project", "gin"), piece("study")];
  const shown = (said: Partial<ProfileFacts>) => {
    const edges: Edges = { implies: [["gin", "go"]], related: [], labels: { gin: "GIN" } };
    const sheet = explainerOf(
      { ...silent, ...said, hasJob: true, hasEducation: true },
      edges,
    )({
      ...posting,
      experienceMin: 5,
    });
    return sheet.lines.map((line) => pieces.filter((one) => isShownBy(line, one)).map(({ id }) => id));
  };
  const skills = [
    { slug: "gin", years: null, evidence: 1 },
    { slug: "kafka", years: 4, evidence: 1 },
  ];
  const responsibilities = [{ slug: "debugging", evidence: 1 }];

  test("is its own, that of the skill that implies it, the jobs for years and the studies for a degree", () =>
    expect(shown({ skills, responsibilities, years: 6, degree: "master" })).toEqual([
      ["job"],
      ["project"],
      ["job"],
      [],
      ["job"],
      ["study"],
    ]));

  test("is the jobs, where years stand in for the degree", () =>
    expect(shown({ years: 12, degree: "none" }).at(-1)).toEqual(["job"]));

  test("is nothing where a line is only claimed", () =>
    expect(shown({ skills: skills.map((skill) => ({ ...skill, evidence: 0 })) }).flat()).toEqual([]));
});
