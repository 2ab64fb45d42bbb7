import type { ImportedPosting } from "../input";
import { asMarkdown } from "../markup";
import { type Fields, isRecord, postingOf, textOf } from "../record";

/** A position of Personio's XML feed. It names a company only where the position belongs to a subsidiary. */
export function personioPosting(position: Fields, fallbackId: string): ImportedPosting {
  const more = isRecord(position.additionalOffices) ? position.additionalOffices.office : undefined;
  const offices = [position.office, more].flat().map(textOf).filter(Boolean);
  const blocks = isRecord(position.jobDescriptions) ? position.jobDescriptions.jobDescription : undefined;
  const posting = postingOf(
    {
      id: position.id,
      title: position.name,
      company: position.subcompany,
      url: position.url,
      location: offices,
      employmentType: employmentOf(position),
      salary: position.salary,
      salaryMin: position.salaryMin,
      salaryMax: position.salaryMax,
      salaryCurrency: position.salaryCurrency,
      salaryPeriod: position.salaryPeriod ?? position.salaryInterval,
      createdAt: position.createdAt,
      keywords: position.keywords,
      yearsOfExperience: position.yearsOfExperience,
    },
    fallbackId,
  );
  const description = [blocks]
    .flat()
    .filter(isRecord)
    .map(({ name, value }) => ({ name: textOf(name), text: asMarkdown(textOf(value)) }))
    .filter(({ text }) => text !== "")
    .map(({ name, text }) => (name ? `### ${name}\n\n${text}` : text));
  return { ...posting, description: description.join("\n\n") };
}

/** The kind of contract where it is no permanent one, else the hours. */
function employmentOf(position: Fields): string {
  const kind = textOf(position.employmentType).replaceAll("_", " ");
  // "full-or-part-time" is either of two.
  const hours = textOf(position.schedule).replace(/^full-or-/, "full-time, ");
  return kind === "" || kind === "permanent" ? hours || kind : kind;
}
