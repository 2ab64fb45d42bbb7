import type { PostingFacts } from "@/lib/matching/rules/facts";
import { degreeWords } from "@/lib/taxonomy/words";

/** What people call the tags of a sheet, by slug. */
export type TagLabels = {
  skills: Readonly<Record<string, string>>;
  responsibilities: Readonly<Record<string, string>>;
};

/** A line as the posting asks it. */
export type AskedLine = { label: string; href?: string; detail: string | null };

/** The labels that a posting brings along. */
export function labelsOf(posting: {
  skills: readonly { slug: string; label: string }[];
  responsibilities: readonly { slug: string; label: string }[];
}): TagLabels {
  const bySlug = (tags: readonly { slug: string; label: string }[]) =>
    Object.fromEntries(tags.map(({ slug, label }) => [slug, label]));
  return { skills: bySlug(posting.skills), responsibilities: bySlug(posting.responsibilities) };
}

/** What each line of the sheet asks, in the order of its lines. */
export function askedLines(posting: PostingFacts, labels: TagLabels): AskedLine[] {
  const { experienceMin, degree } = posting;
  return [
    ...posting.responsibilities.map(({ slug }) => ({
      label: labels.responsibilities[slug] ?? slug,
      href: `/jobs?responsibility=${slug}`,
      detail: null,
    })),
    ...posting.skills.map(({ slug, minYears }) => ({
      label: labels.skills[slug] ?? slug,
      href: `/skills/${slug}`,
      detail: minYears === null ? null : `${minYears}+ years`,
    })),
    ...(experienceMin !== null && experienceMin > 0
      ? [{ label: "Experience", detail: `${experienceMin}+ years` }]
      : []),
    ...(degree.level !== null && degree.level !== "none"
      ? [
          {
            label: "Degree",
            detail: `${degreeWords[degree.level]}${degree.equalExperience ? ", or equal experience" : ""}`,
          },
        ]
      : []),
  ];
}
