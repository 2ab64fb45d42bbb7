import type { People } from "@/lib/people/people";
import type { PostingFacts } from "../rules/facts";
import { factLines } from "./facts";
import { seenRows } from "./seen";
import { type AskedTag, TagLines, type Way } from "./tags";

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
  const lines = new TagLines(people, tags, ways);
  const withoutTag = new Array<number>(tags.length).fill(0);
  let [meeting, withoutExperience, withoutDegree] = [0, 0, 0];
  const isSeen = seenRows(people, leftOut);
  const lineSum = (tags.length * (tags.length - 1)) / 2;
  for (let row = 0; row < people.rowCount; row++) {
    if (isSeen[row] === 0) continue;
    lines.read(row);
    // The one that is missing, where one is: all places less those of the lines that are had.
    let [had, missing] = [0, lineSum];
    for (let at = 0; at < lines.count; at++) {
      const line = lines.said[at] as number;
      if (lines.low[line] !== 2) continue;
      had++;
      missing -= line;
    }
    if (had < tags.length - 1) continue;
    const code = people.facts[row] as number;
    const hasAll = (of: typeof all) => of.of(code).had === of.count;
    if (had < tags.length) {
      if (hasAll(all)) withoutTag[missing] = (withoutTag[missing] as number) + 1;
    } else if (hasAll(all)) meeting++;
    else {
      if (hasAll(others)) withoutExperience++;
      if (hasAll(experience)) withoutDegree++;
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
