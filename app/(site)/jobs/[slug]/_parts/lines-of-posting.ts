import type { PublicPosting } from "@/lib/postings/shape";
import { formatDegree } from "../../../../_parts/search/format";
import type { RequirementLine } from "./requirement-lines";

/** The skills, experience and degree that a posting asks, as the lines that a match counts. */
export function skillLines({
  skills,
  experience,
  degree,
}: Pick<PublicPosting, "skills" | "experience" | "degree">): RequirementLine[] {
  const lines: RequirementLine[] = skills.map((skill) => ({
    key: skill.slug,
    label: skill.label,
    href: `/skills/${skill.slug}`,
    must: skill.must,
    detail: skill.minYears === null ? null : `${skill.minYears}+ years`,
  }));
  if (experience.min)
    lines.push({ key: "experience", label: "Experience", must: true, detail: `${experience.min}+ years` });
  if (degree.level && degree.level !== "none")
    lines.push({ key: "degree", label: "Degree", must: true, detail: formatDegree(degree) });
  return lines;
}

/** The responsibilities, each leading to the postings that have it too. */
export function responsibilityLines({
  responsibilities,
}: Pick<PublicPosting, "responsibilities">): RequirementLine[] {
  return responsibilities.map(({ slug, label, must }) => ({
    key: slug,
    label,
    must,
    href: `/jobs?responsibility=${slug}`,
  }));
}
