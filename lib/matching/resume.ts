import { readJsonResume } from "@/lib/profiles/json-resume/read";
import type { JsonResume } from "@/lib/profiles/json-resume/schema";
import type { MatchProfile } from "./input";

/**
 * What a JSON Resume says at the time `now`, as a profile: years by the dates of its jobs, the highest degree, and the tags that it names,
 * each with the number of jobs, projects, publications and links that show it. A résumé says nothing about wanted pay and places.
 */
export function profileOfResume(resume: JsonResume, now: Date): MatchProfile {
  const { years, degree, skills, responsibilities, evidence } = readJsonResume(resume, now).reading;
  const pieces = (list: "skills" | "responsibilities", slug: string) =>
    evidence.filter((piece) => piece[list].includes(slug)).length;
  return {
    years: years?.value,
    degree: degree && { level: degree.value.level },
    skills: skills.map((skill) => ({
      slug: skill.slug,
      years: skill.years,
      evidence: pieces("skills", skill.slug),
    })),
    responsibilities: responsibilities.map(({ slug }) => ({
      slug,
      evidence: pieces("responsibilities", slug),
    })),
  };
}
