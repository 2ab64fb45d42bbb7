import { nameOfSite } from "@/lib/reading/resume/person";
import type { OwnEvidence, OwnResume, OwnStudy } from "../input/resume";
import type { JsonResume } from "./schema";

/**
 * A profile as a JSON Resume: all that the standard has a place for. What has none keeps a key of its own, which the standard allows:
 * years of a skill, the text of a link. Reading it again gives the same.
 */
export function toJsonResume({ name, email, headline, skills, evidence, education }: OwnResume): JsonResume {
  const of = (kind: OwnEvidence["kind"]) => evidence.filter((piece) => piece.kind === kind);
  const [summary] = of("text").filter(({ title }) => title === "Summary");
  const [page, ...profiles] = of("link");
  const isOwnPage = page !== undefined && page.title === nameOfSite(new URL(page.url)) && page.text === "";
  return withoutEmpty({
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: {
      name: name ?? "",
      label: headline,
      email,
      url: isOwnPage ? page.url : "",
      summary: summary?.text ?? "",
      profiles: (isOwnPage || !page ? profiles : [page, ...profiles]).map(({ title, url, text }) => ({
        network: title,
        url,
        summary: text,
      })),
    },
    work: of("job").map((job) => ({
      name: job.organisation,
      position: job.title,
      url: job.url,
      ...periodOf(job),
      ...parted(job.text),
    })),
    education: education.map((study) => ({
      institution: study.school,
      area: study.field,
      studyType: study.degree,
      ...periodOf(study),
    })),
    publications: of("publication").map((work) => ({
      name: work.title,
      publisher: work.organisation,
      releaseDate: work.ended ?? undefined,
      url: work.url,
      summary: work.text,
    })),
    skills: skills.map(({ label, years }) => ({ name: label, years: years ?? undefined })),
    projects: [...of("project"), ...of("text").filter((piece) => piece !== summary)].map((project) => {
      const { summary: description, highlights } = parted(project.text);
      return {
        name: project.title,
        description,
        highlights,
        keywords: project.skills.map(({ label }) => label),
        url: project.url,
        entity: project.organisation,
        type: project.kind === "text" ? "text" : "",
        ...periodOf(project),
      };
    }),
    meta: { version: "v1.0.0" },
  }) as JsonResume;
}

const periodOf = ({ started, ended }: Pick<OwnStudy, "started" | "ended">) => ({
  startDate: started ?? undefined,
  endDate: ended ?? undefined,
});

/** The other way round than it was put together: lines that begin with "- " are highlights. */
function parted(text: string) {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.startsWith("- "));
  const isList = first !== -1 && lines.slice(first).every((line) => line.startsWith("- "));
  if (!isList) return { summary: text, highlights: [] };
  return {
    summary: lines.slice(0, first).join("\n"),
    highlights: lines.slice(first).map((line) => line.slice(2)),
  };
}

/** Without keys that say nothing. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter(([, one]) => one !== undefined && one !== "" && !(Array.isArray(one) && one.length === 0));
  return Object.fromEntries(kept);
}
