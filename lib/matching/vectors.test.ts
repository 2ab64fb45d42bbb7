import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { inMinor, type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Degree, Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import { MatchProfile } from "./input";
import { type Edges, postingFacts, profileFacts } from "./rules/facts";
import { matcherOf } from "./rules/sheet";

type Vector = {
  name: string;
  at?: string;
  overlap?: number;
  holds?: { job?: boolean; education?: boolean };
  posting: {
    responsibilities?: { slug: string; must: boolean }[];
    skills?: { slug: string; must: boolean; minYears: number | null }[];
    experience?: { min: number | null };
    degree?: { level: Degree | null; equalExperience: boolean };
    salary?: { max: number; currency: string; period: Period };
    workplace?: Workplace;
    places?: { country: string; zone?: string }[];
    hiringCountries?: string[];
    employment?: Employment;
    window?: { start: number; end: number; zone: string };
  };
  profile: unknown;
  edges: Edges;
  expected: object;
};
type Vectors = { rules: number; at: string; rates: Rate[]; vectors: Vector[] };

const { rules, at, rates, vectors }: Vectors = JSON.parse(
  readFileSync(new URL("vectors.json", import.meta.url), "utf8"),
);
const rateOf = (currency: string) => rates.find((rate) => rate.currency === currency) as Rate;

it("there are vectors of version 1, each with a name of its own", () => {
  expect(rules).toBe(1);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
});

it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_, vector) => {
  const moment = new Date(vector.at ?? at);
  const { salary, places = [], window, ...posting } = vector.posting;
  const facts = postingFacts(
    {
      responsibilities: posting.responsibilities ?? [],
      skills: posting.skills ?? [],
      experience: posting.experience ?? { min: null },
      degree: posting.degree ?? { level: null, equalExperience: true },
      salary: salary
        ? { yearlyUsd: { max: yearly(salary.max, salary.period, rateOf(salary.currency)) } }
        : null,
      workplace: posting.workplace ?? null,
      places,
      hiringCountries: posting.hiringCountries ?? [],
      employment: posting.employment ?? null,
    },
    {
      window: window ? { ...window, ahead: aheadOf(window.zone, moment) } : null,
      placesAhead: places.flatMap(({ zone }) => (zone ? aheadOf(zone, moment) : [])),
    },
  );
  const profile = MatchProfile.parse(vector.profile);
  const rate = profile.salary ? rateOf(profile.salary.currency ?? "USD") : null;
  const sheet = matcherOf(
    profileFacts(
      profile,
      { rate, ahead: profile.timezone ? aheadOf(profile.timezone, moment) : null, overlap: vector.overlap },
      { job: false, education: false, ...vector.holds },
    ),
    vector.edges,
  )(facts);
  expect(sheet).toEqual(vector.expected);
});

const yearly = (max: number, period: Period, rate: Rate) =>
  yearlyUsd(inMinor(max, rate.minorDigits), period, rate);

/** Minutes that a zone is ahead of UTC at a moment, by this machine's table of zones. */
function aheadOf(timeZone: string, at: Date): number {
  const name = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign, hours = 0, minutes = 0] = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name as string) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
