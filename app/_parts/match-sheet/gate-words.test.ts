import { describe, expect, it } from "vitest";
import type { GateName } from "@/lib/matching/rules/gates";
import { gateLine, type SheetReader, type Stated } from "./gate-words";

type Compared = Parameters<typeof gateLine>[1];

/** Hybrid in Vienna for €42,000 to 53,000; a candidate from Berlin who wants €72,000. A euro is 1.25 dollars. */
const compared: Compared = {
  posting: {
    responsibilities: [],
    skills: [],
    experienceMin: null,
    degree: { level: null, equalExperience: true },
    yearlyUsdMax: 66_250,
    workplace: "hybrid",
    countries: ["AT"],
    employment: "contract",
    hours: [{ start: 420, minutes: 480 }],
  },
  profile: {
    years: null,
    degree: null,
    skills: [],
    responsibilities: [],
    no: { skills: [], responsibilities: [] },
    hasJob: false,
    hasEducation: false,
    wantedYearlyUsd: 90_000,
    workplaces: ["remote", "hybrid"],
    countries: ["DE", "NL"],
    employment: ["full-time", "part-time"],
    hours: { start: 420, minutes: 480 },
    overlap: 4,
  },
};
const salary = {
  min: 42_000,
  max: 53_000,
  currency: "EUR",
  period: "year" as const,
  yearlyUsd: { min: 52_500, max: 66_250 },
};
const vienna = { salary, places: [{ city: "Vienna", country: "AT" }] };
const euros = { min: 72_000, currency: "EUR" };
const stated: Stated = { posting: vienna, wanted: euros };

const line = (
  gate: GateName,
  {
    posting = {},
    profile = {},
    ...given
  }: {
    posting?: Partial<Compared["posting"]>;
    profile?: Partial<Compared["profile"]>;
    stated?: Stated;
    reader?: SheetReader;
  } = {},
) =>
  gateLine(
    gate,
    {
      posting: { ...compared.posting, ...posting },
      profile: { ...compared.profile, ...profile },
    },
    { stated, reader: "candidate", ...given },
  );

describe("a gate's line names both sides", () => {
  it.each<[string, GateName, Parameters<typeof line>[1], string]>([
    ["pay", "pay", {}, "tops out at €53,000; you want €72,000"],
    [
      "pay that is met",
      "pay",
      {
        profile: { wantedYearlyUsd: 50_000 },
        stated: { posting: vienna, wanted: { min: 40_000, currency: "EUR" } },
      },
      "goes up to €53,000; you want €40,000",
    ],
    [
      "pay of another currency and period",
      "pay",
      {
        posting: { yearlyUsdMax: 5_972 },
        stated: {
          ...stated,
          posting: { ...vienna, salary: { ...salary, max: 660_000, currency: "NGN", period: "month" } },
        },
      },
      "tops out at NGN 660,000 a month, about €4,780 a year; you want €72,000",
    ],
    [
      "pay of another currency",
      "pay",
      {
        posting: { yearlyUsdMax: 80_000 },
        stated: { ...stated, posting: { ...vienna, salary: { ...salary, max: 109_000, currency: "CAD" } } },
      },
      "tops out at CA$109,000 a year, about €64,000; you want €72,000",
    ],
    ["pay from facts alone", "pay", { stated: {} }, "tops out at $66,250 a year; you want $90,000"],
    [
      "pay from facts, in the currency that was wanted",
      "pay",
      { stated: { wanted: euros } },
      "tops out at about €53,000 a year; you want €72,000",
    ],
    ["a country", "place", {}, "Vienna, Austria; you said Germany, Netherlands"],
    ["a country from facts alone", "place", { stated: {} }, "Austria; you said Germany, Netherlands"],
    [
      "a workplace",
      "place",
      { posting: { workplace: "onsite", countries: ["DE"] } },
      "on site; you said remote or hybrid",
    ],
    [
      "both",
      "place",
      { posting: { workplace: "onsite" } },
      "on site in Vienna, Austria; you said remote or hybrid in Germany, Netherlands",
    ],
    [
      "hiring countries, the first of many",
      "place",
      { posting: { workplace: "remote", countries: ["NG", "GH", "KE", "ZA", "EG", "MA"] } },
      "hires in Nigeria, Ghana, Kenya, South Africa and 2 more; you said Germany, Netherlands",
    ],
    [
      "a place that meets",
      "place",
      { profile: { countries: ["AT"] } },
      "hybrid in Vienna, Austria; you said remote or hybrid in Austria",
    ],
    [
      "hours",
      "timezone",
      { posting: { hours: [{ start: 780, minutes: 480 }] } },
      "2 hours in common with your 9–17; you need 4",
    ],
    [
      "hours of the place that suits best",
      "timezone",
      {
        posting: {
          hours: [
            { start: 0, minutes: 480 },
            { start: 810, minutes: 480 },
          ],
        },
      },
      "1.5 hours in common with your 9–17; you need 4",
    ],
    [
      "no hours at all",
      "timezone",
      { posting: { hours: [{ start: 0, minutes: 300 }] } },
      "no hours in common with your 9–17; you need 4",
    ],
    ["employment", "employment", {}, "contract; you said full-time or part-time"],
    ["a silent profile", "pay", { profile: { wantedYearlyUsd: null } }, "not stated in your profile"],
    ["a silent posting", "timezone", { posting: { hours: [] } }, "not stated in the posting"],
    [
      "silence on both sides",
      "employment",
      { posting: { employment: null }, profile: { employment: [] } },
      "not stated in your profile or in the posting",
    ],
  ])("%s", (_, gate, given, words) => expect(line(gate, given).replaceAll("\u00a0", " ")).toBe(words));

  it("in the third person for an employer", () => {
    const forEmployer = (gate: GateName) => line(gate, { reader: "employer" });
    expect(forEmployer("pay")).toBe("tops out at €53,000; the candidate wants €72,000");
    expect(forEmployer("place")).toBe("Vienna, Austria; the candidate said Germany, Netherlands");
    expect(forEmployer("timezone")).toBe(
      "8 hours in common with the candidate’s 9–17; the candidate needs 4",
    );
    expect(line("pay", { reader: "employer", profile: { wantedYearlyUsd: null } })).toBe(
      "not stated in the profile",
    );
  });
});
