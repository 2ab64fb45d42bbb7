import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { type Counts, countHiring, countPost, countTags, countValue, postFields } from "./counts";
import { figuresOf, measured } from "./figures";
import { labelledIn } from "./labels";
import {
  foldLeftOut,
  foldOf,
  folds,
  hiringOf,
  labelledPosts,
  type PostLabels,
  samePlace,
  valuesOf,
} from "./posts";
import { disagreementsIn, reportOn } from "./report";
import { f1, scoreAll } from "./score";
import { countUnknown, unknownIn } from "./unknown";

describe("our own labelled snippets", () => {
  const texts = labelledIn(readFileSync("lib/reading/snippets.jsonl", "utf8"), "snippets");

  it.each(texts.map((one) => [one.text, one] as const))("%j", (_, one) => {
    expect(scoreAll([one]).misses).toEqual([]);
  });

  it("are at least 120", () => {
    expect(texts.length).toBeGreaterThanOrEqual(120);
  });
});

it("the score tells what was missed from what was read beside it", () => {
  const text = "Python and Go services";
  const [one] = labelledIn(JSON.stringify({ text, skills: ["go", "rust"] }), "set");
  const { scores, misses } = scoreAll(one ? [one] : []);
  expect(scores.get("skills")).toMatchObject({ right: 1, extra: 1, missed: 1, exact: 0 });
  expect(misses).toEqual([{ id: "set:1", field: "skills", missed: ["rust"], extra: ["python"] }]);
  expect(f1(1, 1, 1)).toBe(0.5);
  expect(f1(0, 0, 0)).toBe(1);
});

describe("the labels of posts", () => {
  const rows = readFileSync("bin/eval/labels/hn.jsonl", "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as PostLabels);

  it("are of 150 posts with all fields, and a few for degrees, each once", () => {
    expect(rows.filter(({ only }) => only === undefined)).toHaveLength(150);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const names: readonly string[] = postFields;
    expect(rows.flatMap(({ only }) => only ?? []).filter((field) => !names.includes(field))).toEqual([]);
  });

  it("name what the taxonomy has, by kind, and hold no text", () => {
    const kindOf = (tag: string) => skillEntry(tag.replace(/\?$/, ""))?.kind ?? tag;
    expect(new Set(rows.flatMap((row) => (row.technologies ?? []).map(kindOf)))).toEqual(
      new Set(["technology"]),
    );
    expect(new Set(rows.flatMap((row) => (row.practices ?? []).map(kindOf)))).toEqual(
      new Set(["practice", "concept"]),
    );
    const known = new Set(responsibilityEntries.map(({ slug }) => slug));
    expect(rows.flatMap((row) => row.responsibilities ?? []).filter((slug) => !known.has(slug))).toEqual([]);
    expect(
      rows.flatMap((row) => Object.values(row).flat()).filter((value) => String(value).length > 40),
    ).toEqual([]);
  });

  it("have values of the closed lists, and the forms that are compared", () => {
    const strange = (key: keyof PostLabels, isKnown: (value: string) => boolean) =>
      rows.flatMap((row) =>
        [row[key] ?? []].flat().filter((value) => value !== null && !isKnown(String(value))),
      );
    const among = (list: readonly string[]) => (value: string) => list.includes(value);
    expect(strange("workplace", among(workplaces))).toEqual([]);
    expect(strange("employment", among(employments))).toEqual([]);
    expect(strange("degree", among(degrees))).toEqual([]);
    expect(strange("seniority", among(["junior", "mid", "senior", "staff"]))).toEqual([]);
    expect(strange("places", (value) => /^(?:[^,]+, )?[A-Z]{2}$/.test(value))).toEqual([]);
    expect(
      strange("hiring", (value) => hiringOf(value).every((country) => /^[A-Z]{2}$/.test(country))),
    ).toEqual([]);
    expect(strange("experience", (value) => /^\d*–\d*$/.test(value))).toEqual([]);
    expect(
      strange("salary", (value) => /^\d+–\d+ [A-Z]{3} (?:year|month|week|day|hour)$/.test(value)),
    ).toEqual([]);
  });
});

describe("counting a field of a post", () => {
  it("takes what may be read or not for no fault", () => {
    expect(countTags(["go", "kafka"], ["go", "linux", "perl"], new Set(["linux"]))).toEqual({
      right: 1,
      extra: ["perl"],
      missed: ["kafka"],
    });
    expect(countTags(["go"], ["go", "go"], new Set())).toEqual({ right: 1, extra: [], missed: [] });
  });

  it("accepts each of several values, and counts nothing where nothing was to be read", () => {
    expect(countValue(["hybrid", "onsite"], "onsite")).toEqual({ right: 1, extra: [], missed: [] });
    expect(countValue([null], null)).toEqual({ right: 0, extra: [], missed: [] });
    expect(countValue(["senior"], null)).toEqual({ right: 0, extra: [], missed: ["senior"] });
    expect(countValue([null], "senior")).toEqual({ right: 0, extra: ["senior"], missed: [] });
    expect(countValue(["senior"], "staff")).toEqual({ right: 0, extra: ["staff"], missed: ["senior"] });
    expect(countValue([null, "senior"], "staff")).toEqual({ right: 0, extra: ["staff"], missed: [] });
    expect(countValue(["senior", null], null)).toEqual({ right: 0, extra: [], missed: [] });
    expect(valuesOf(undefined)).toEqual([null]);
  });

  it("counts a region as one value, and what lies outside as one fault", () => {
    const eu = [...hiringOf("eu")];
    expect(eu).toHaveLength(27);
    expect(countHiring(["eu"], eu, [])).toEqual({ right: 1, extra: [], missed: [] });
    expect(countHiring(["eu"], ["DE", "FR"], [])).toEqual({ right: 0, extra: [], missed: ["eu"] });
    expect(countHiring(["DE"], ["DE", "AT", "CH"], [])).toEqual({ right: 1, extra: ["AT CH"], missed: [] });
    expect(countHiring(["DE"], ["DE", "AT"], ["AT"])).toEqual({ right: 1, extra: [], missed: [] });
  });

  it("knows a city by any of its names", () => {
    expect(samePlace("Bangalore, IN")).toBe(samePlace("Bengaluru, IN"));
    expect(samePlace("Cambridge, GB")).not.toBe(samePlace("Cambridge, US"));
    expect(samePlace("US")).toBe("US");
  });

  it("tells technologies, their weight and practices apart", () => {
    const text =
      "Acme | Senior Backend Engineer | Remote (US) | $120k-$140k\n\nYou have 5+ years of experience with Go and with distributed systems. Rust is a plus.";
    const labels: PostLabels = {
      id: 1,
      technologies: ["go?", "rust?"],
      other: ["Frobnicator", "Golang"],
      practices: ["distributed-systems"],
      workplace: "remote",
      hiring: ["US"],
      seniority: "senior",
      salary: "120000–150000 USD year",
      experience: "5–",
    };
    const counts = countPost({ text, labels });
    expect(counts.technologies).toEqual({ right: 2, extra: [], missed: ["unknown: Frobnicator"] });
    expect(counts["must or nice"]).toEqual({ right: 1, extra: ["go"], missed: ["go?"] });
    expect(counts.practices).toEqual({ right: 1, extra: [], missed: [] });
    expect(counts.pay).toEqual({
      right: 0,
      extra: ["120000–140000 USD year"],
      missed: ["120000–150000 USD year"],
    });
    for (const field of ["workplace", "hiring countries", "seniority", "experience"] as const)
      expect(counts[field]).toEqual({ right: 1, extra: [], missed: [] });
  });
});

it("a field that is not labelled is not counted", () => {
  const text = "Acme | Go developer | Berlin\n\nA bachelor's degree is required.";
  expect(countPost({ text, labels: { id: 1, only: ["degree"], degree: "master" } })).toEqual({
    degree: { right: 0, extra: ["bachelor"], missed: ["master"] },
  });
});

describe("the figures of posts", () => {
  const posts: Counts[] = [
    { right: 3, extra: [], missed: [] },
    { right: 1, extra: ["a"], missed: ["b", "c"] },
    { right: 0, extra: [], missed: [] },
    { right: 0, extra: ["d"], missed: [] },
  ];

  it("are of all values together, and of the posts that have any", () => {
    const { precision, recall, F1, "macro F1": macro, exact } = figuresOf(posts);
    expect(precision).toBeCloseTo(4 / 6);
    expect(recall).toBeCloseTo(4 / 6);
    expect(F1).toBeCloseTo(8 / 12);
    expect(macro).toBeCloseTo((1 + 2 / 5 + 0) / 3);
    expect(exact).toBe(0.5);
  });

  it("are nothing where there is nothing to divide by", () => {
    expect(figuresOf([{ right: 0, extra: [], missed: [] }])).toMatchObject({
      precision: null,
      F1: null,
      exact: 1,
    });
  });

  it("have an interval around them, the same each time", () => {
    const { F1, exact } = measured(posts);
    expect(measured(posts)).toEqual({ ...measured(posts), F1, exact });
    expect(F1.from).toBeLessThan(8 / 12);
    expect(F1.to).toBeGreaterThan(8 / 12);
    const sure = measured(Array.from({ length: 20 }, () => ({ right: 1, extra: [], missed: [] })));
    expect(sure.F1).toEqual({ value: 1, from: 1, to: 1 });
  });

  it("are surer of more posts", () => {
    const width = ({ from, to }: { from: number; to: number }) => to - from;
    const many = Array.from({ length: 25 }, () => posts).flat();
    expect(width(measured(many).F1)).toBeLessThan(width(measured(posts).F1) / 2);
  });
});

describe("folds", () => {
  it("hold all posts of a company together", () => {
    expect(foldOf("Acme | Go | Berlin")).toBe(
      foldOf("  ACME (acme.example) | Rust | Paris\n\nAnother text."),
    );
    const found = Array.from({ length: 200 }, (_, at) => foldOf(`Company ${at} | Go`));
    expect(new Set(found)).toEqual(new Set(folds));
  });

  it("are worked on without the one left out: its disagreements are in no report", () => {
    const posts = Array.from({ length: 40 }, (_, id) => ({
      id,
      text: `Company ${id} | Go developer | Berlin`,
    }));
    const texts = posts.map((post) => JSON.stringify(post)).join("\n");
    const labels = posts.map(({ id }) => JSON.stringify({ id, technologies: ["cobol"] })).join("\n");
    const labelled = labelledPosts(texts, `${labels}\n${JSON.stringify({ id: 99 })}\n`);
    expect(labelled).toHaveLength(40);
    const leftOut = disagreementsIn(labelled, foldLeftOut);
    expect(leftOut.join("\n")).toContain("missed cobol");
    const report = reportOn(labelled);
    expect(report).toContain(
      `Fold ${foldLeftOut}, left out of the work: ${labelled.filter(({ fold }) => fold === foldLeftOut).length} posts`,
    );
    expect(report).not.toContain("cobol");
  });
});

describe("unknown neighbours of known technologies", () => {
  it.each([
    ["Stack: Go, Frobnicator, Postgres", ["Frobnicator"]],
    ["Python/Quuxlib/Redis and Kafka", ["Quuxlib"]],
    ["Java (Spring Boot, Frob DB), React", ["Frob DB"]],
    ["- Backend: Go + Zorb 3 + MySQL", ["Zorb 3"]],
  ])("%j", (text, unknown) => {
    expect(unknownIn(text)).toEqual(unknown);
  });

  it.each([
    "We moved to Berlin, Paris and Rome",
    "Go, Postgres, Kafka",
    "Python, communication, Redis",
    "Go, our Very Long Winded Product Name, Redis",
    "Frobnicator, Zorb, Go",
  ])("none in %j", (text) => {
    expect(unknownIn(text)).toEqual([]);
  });

  it("are no everyday words, and no phrases around a known name", () => {
    expect(countUnknown(["Go, Experience, Java", "much experience in Frob", "experience, too"])).toEqual([]);
    expect(unknownIn("Go, Strong Kotlin, Redis")).toEqual([]);
  });

  it("are counted by texts, the most frequent first", () => {
    expect(countUnknown(["Go, Frob, Java", "Rust, FROB, PHP; Go, frob, C#", "Go, Zorb, Java"])).toEqual([
      { name: "Frob", texts: 2 },
      { name: "Zorb", texts: 1 },
    ]);
  });
});
