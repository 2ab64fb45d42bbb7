import type { ExplainedLine } from "@/lib/matching/rules/sheet";
import { degreeWords } from "@/lib/taxonomy/words";

/** What people call the tags of a sheet, by slug. */
export type TagLabels = {
  skills: Readonly<Record<string, string>>;
  responsibilities: Readonly<Record<string, string>>;
};

/** What a line asks, in words; `href` leads to the tag's page or search. */
export type AskedWords = { label: string; href?: string; detail: string | null };

/** The labels of a posting’s own tags. */
export function labelsOf(posting: {
  skills: readonly { slug: string; label: string }[];
  responsibilities: readonly { slug: string; label: string }[];
}): TagLabels {
  const bySlug = (tags: readonly { slug: string; label: string }[]) =>
    Object.fromEntries(tags.map(({ slug, label }) => [slug, label]));
  return { skills: bySlug(posting.skills), responsibilities: bySlug(posting.responsibilities) };
}

/** What a line asks, in words. A tag without a label is called by its slug. */
export function askedWords({ asks }: Pick<ExplainedLine, "asks">, labels: TagLabels): AskedWords {
  switch (asks.kind) {
    case "responsibility":
      return {
        label: labels.responsibilities[asks.slug] ?? asks.slug,
        href: `/jobs?responsibility=${asks.slug}`,
        detail: null,
      };
    case "skill":
      return {
        label: labels.skills[asks.slug] ?? asks.slug,
        href: `/skills/${asks.slug}`,
        detail: asks.minYears === null ? null : `${asks.minYears}+ years`,
      };
    case "experience":
      return { label: "Experience", detail: `${asks.years}+ years` };
    case "degree":
      return {
        label: "Degree",
        detail: `${degreeWords[asks.level]}${asks.equalExperience ? ", or equal experience" : ""}`,
      };
  }
}
