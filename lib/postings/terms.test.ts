import { describe, expect, it } from "vitest";
import type { PostingTerms } from "./lists";
import { revisionInWords, revisionOf, termChanges, termsOf } from "./terms";

const terms = (over: Partial<PostingTerms> = {}): PostingTerms => ({
  pay: { min: 60_000, max: 80_000, currency: "EUR", period: "year" },
  experienceMin: 3,
  experienceMax: null,
  degreeLevel: "bachelor",
  degreeField: null,
  equalExperience: true,
  skills: [
    { slug: "go", name: "Go", must: true, minYears: 3 },
    { slug: "kafka", name: "Kafka", must: false, minYears: null },
  ],
  responsibilities: [{ slug: "api-management", must: true }],
  workplace: "hybrid",
  employment: "full-time",
  places: [
    { city: "Berlin", country: "DE" },
    { city: "Porto", country: "PT" },
  ],
  hiringCountries: [],
  ...over,
});

describe("the difference of two versions", () => {
  it("is none where they say the same, in whatever order", () => {
    const { skills, places } = terms();
    expect(termChanges(terms(), terms())).toEqual([]);
    expect(
      termChanges(terms(), terms({ skills: [...skills].reverse(), places: [...places].reverse() })),
    ).toEqual([]);
  });

  it.each<[Partial<PostingTerms>, object[]]>([
    [
      { pay: { min: 65_000, max: 80_000, currency: "EUR", period: "year" } },
      [{ what: "Pay", from: "€60,000–80,000 a year", to: "€65,000–80,000 a year" }],
    ],
    [
      { pay: { min: 60_000, max: 80_000, currency: "EUR", period: "month" } },
      [{ what: "Pay", from: "€60,000–80,000 a year", to: "€60,000–80,000 a month" }],
    ],
    [
      { workplace: "remote", hiringCountries: ["PT", "DE"] },
      [
        { what: "Workplace", from: "Hybrid", to: "Remote" },
        { what: "Hires in", from: null, to: "Germany and Portugal" },
      ],
    ],
    [
      { places: [{ city: null, country: "DE" }] },
      [{ what: "Places", from: "Berlin, Germany; Porto, Portugal", to: "Germany" }],
    ],
    [{ employment: "contract" }, [{ what: "Employment", from: "Full-time", to: "Contract" }]],
    [
      { experienceMin: null, experienceMax: 5 },
      [{ what: "Experience", from: "3+ years", to: "Up to 5 years" }],
    ],
    [{ degreeLevel: null }, [{ what: "Degree", from: "Bachelor’s, or equal experience", to: null }]],
    [
      {
        skills: [
          { slug: "go", name: "Go", must: true, minYears: 5 },
          { slug: "rust", name: "Rust", must: false, minYears: null },
        ],
      },
      [
        { what: "Go", from: "Must have, 3+ years", to: "Must have, 5+ years" },
        { what: "Kafka", from: "Nice to have", to: null },
        { what: "Rust", from: null, to: "Nice to have" },
      ],
    ],
  ])("of %j is told line by line", (over, lines) => {
    expect(termChanges(terms(), terms(over))).toEqual(lines);
  });
});

it("is told in public as from what to what the pay changed, and what was added and removed", () => {
  const revision = revisionOf(
    terms(),
    terms({
      pay: { min: 65_000, max: 80_000, currency: "EUR", period: "year" },
      skills: [
        { slug: "go", name: "Go", must: false, minYears: null },
        { slug: "rust", name: "Rust", must: true, minYears: null },
      ],
      workplace: "onsite",
    }),
  );
  expect(
    revisionInWords(
      revision,
      new Map([
        ["rust", "Rust"],
        ["kafka", "Kafka"],
        ["go", "Go"],
      ]),
    ),
  ).toEqual([
    "Pay changed from €60,000–80,000 a year to €65,000–80,000 a year",
    "Requirement added: Rust",
    "Requirement removed: Kafka",
    "Requirement changed: Go",
    "Place of work changed",
  ]);
});

it("a posting without pay, workplace or employment has no terms yet", () => {
  expect(termsOf(terms())).toEqual(terms());
  for (const part of ["pay", "workplace", "employment"])
    expect(termsOf({ ...terms(), [part]: null })).toBeNull();
});
