import { readJsonResume } from "@/lib/profiles/json-resume/read";
import type { JsonResume } from "@/lib/profiles/json-resume/schema";
import type { MatchProfile } from "./input";

/**
 * What a JSON Resume says at the time `now`, as a profile: its years by the dates of its jobs, its highest degree, and what it names, each with the number of
 * its jobs, projects, publications and links that tell of it. Wishes about pay and place are none of a résumé's.
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
