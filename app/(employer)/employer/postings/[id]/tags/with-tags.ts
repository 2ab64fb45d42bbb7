import type { FormValues } from "@/lib/forms/state";
import type { Proposal } from "@/lib/postings/proposals";

/** A proposal as the page shows it. `slug` is that of a skill or a responsibility, which has a level. */
export type ShownTag = Pick<Proposal, "key" | "group" | "label" | "note" | "level"> & {
  slug?: string;
  asks: Proposal["adds"]["columns"];
};

/** The form of a posting with the tags that are chosen now: "go must" for a level, "experience:years" for a tick. */
export function withTags(
  base: FormValues,
  tags: readonly ShownTag[],
  chosen: ReadonlySet<string>,
): FormValues {
  const values = { ...base };
  let row = Object.keys(base).filter((name) => /^skills\[\d+\]\.name$/.test(name)).length;
  for (const { key, group, slug, asks } of tags) {
    const isMust = slug !== undefined && chosen.has(`${slug} must`);
    if (group === "skill" && isMust) {
      values[`skills[${row}].name`] = slug;
      values[`skills[${row}].must`] = "must";
      row++;
    }
    if (group === "responsibility" && isMust) values[`responsibilities.${slug}`] = "must";
    if (!asks || !chosen.has(key)) continue;
    if (asks.experienceMin) values.experienceMin = String(asks.experienceMin);
    if (asks.degreeLevel) values.degreeLevel = asks.degreeLevel;
    if (asks.equalExperience === false) values.equalExperience = "";
  }
  return values;
}
