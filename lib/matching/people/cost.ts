import type { People } from "@/lib/people/people";
import type { PostingFacts } from "../rules/facts";
import { factLines } from "./facts";
import { seenRows } from "./seen";
import { type AskedTag, readTags, type Way } from "./tags";

/** Musts, the ways to their skills, and who is left out, by the numbers of their profiles. */
export type Musts = {
  tags: readonly AskedTag[];
  facts: Pick<PostingFacts, "experienceMin" | "degree">;
  ways: readonly Way[];
  leftOut: readonly number[];
};

/**
 * How many of the people in memory have every line in full, and how many more would have every line without each one: of the tags in their
 * order, of experience and of the degree, where these are asked.
 */
export function countPeople(
  people: People,
  { tags, facts, ways, leftOut }: Musts,
): { meeting: number; without: number[] } {
  const { experienceMin, degree } = facts;
  const noDegree = { ...degree, level: null };
  const all = factLines(people, facts);
  const experience = factLines(people, { experienceMin, degree: noDegree });
  const others = factLines(people, { experienceMin: null, degree });
  // By row, how many lines of tags are had in full, and the sum of the places of the others.
  const hadOf = new Uint16Array(people.rowCount);
  const missingOf = new Uint16Array(people.rowCount).fill((tags.length * (tags.length - 1)) / 2);
  readTags(people, tags, ways, (line, row, low) => {
    if (low < 2) return;
    hadOf[row] = (hadOf[row] as number) + 1;
    missingOf[row] = (missingOf[row] as number) - line;
  });
  const withoutTag = new Array<number>(tags.length).fill(0);
  let [meeting, withoutExperience, withoutDegree] = [0, 0, 0];
  const isSeen = seenRows(people, leftOut);
  for (let row = 0; row < people.rowCount; row++) {
    const had = hadOf[row] as number;
    if (isSeen[row] === 0 || had < tags.length - 1) continue;
    const code = people.facts[row] as number;
    if (had < tags.length) {
      // One is missing, so the sum is its place.
      const missing = missingOf[row] as number;
      if (hasAll(all, code)) withoutTag[missing] = (withoutTag[missing] as number) + 1;
    } else if (hasAll(all, code)) meeting++;
    else {
      if (hasAll(others, code)) withoutExperience++;
      if (hasAll(experience, code)) withoutDegree++;
    }
  }
  return {
    meeting,
    without: [
      ...withoutTag,
      ...(experience.count > 0 ? [withoutExperience] : []),
      ...(all.count > experience.count ? [withoutDegree] : []),
    ],
  };
}

/** Whether all of the lines are had in full by who has these facts. */
const hasAll = (lines: ReturnType<typeof factLines>, code: number) => lines.of(code).had === lines.count;
