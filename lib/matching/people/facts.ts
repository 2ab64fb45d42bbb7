import { factsEnd, type People } from "@/lib/people/people";
import { degrees } from "@/lib/taxonomy/terms";
import { type PostingFacts, profileFacts } from "../rules/facts";
import { linesOf } from "../rules/lines";

/** Somebody who says nothing. */
export const silent = profileFacts({}, { rate: null, ahead: null });

/**
 * What the lines of experience and degree count for, by the rules, for the code of a person's facts: how many are had in full, and what they
 * add at least and lose at most, in halves by weight. Gives their weight too.
 */
export function factLines(
  people: People,
  { experienceMin, degree }: Pick<PostingFacts, "experienceMin" | "degree">,
) {
  const asked = { ...nothingAsked, experienceMin, degree };
  const lines = linesOf(asked, silent, new Map());
  const of = remembered(factsEnd, (code) => {
    const { years, degreeRank } = people.factsOf(code);
    const profile = { ...silent, years, degree: degreeRank === null ? null : (degrees[degreeRank] ?? null) };
    const sums = { had: 0, low: 0, lost: 0 };
    for (const { weight, lowHalves, highHalves } of linesOf(asked, profile, new Map())) {
      sums.had += lowHalves === 2 ? 1 : 0;
      sums.low += weight * lowHalves;
      sums.lost += weight * (2 - highHalves);
    }
    return sums;
  });
  return { of, count: lines.length, weight: lines.reduce((sum, { weight }) => sum + weight, 0) };
}

const nothingAsked: PostingFacts = {
  responsibilities: [],
  skills: [],
  experienceMin: null,
  degree: { level: null, equalExperience: false },
  yearlyUsdMax: null,
  workplace: null,
  countries: [],
  employment: null,
  hours: [],
};

/** What is computed of a code below `end`, once for each. */
export function remembered<T extends object | boolean>(
  end: number,
  compute: (code: number) => T,
): (code: number) => T {
  const known = new Array<T | undefined>(end);
  return (code) => {
    const value = known[code];
    if (value !== undefined) return value;
    const computed = compute(code);
    known[code] = computed;
    return computed;
  };
}
