import { tagReader, told } from "@/lib/reading/resume/tags";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import type { OwnEvidence } from "../input/resume";
import type { OwnProfile } from "../queries/profile";
import { skillLabel } from "./review";

/**
 * What a piece of evidence may show: what it is said to show, what is read in its title and text, and the skills that the profile names. Of
 * a new piece what is read is ticked too.
 */
export function tagsOffered(piece: OwnEvidence, profile: OwnProfile | null, { isNew }: { isNew: boolean }) {
  const text = `${piece.title}\n${piece.text}`;
  const tags = tagReader(text);
  const part = { text, start: 0, end: text.length };
  const read = told(tags, [], [part]);
  const offer = (
    linked: { slug: string; label: string }[],
    found: string[],
    own: { slug: string; label: string }[],
    labelOf: (slug: string) => string,
  ) => {
    const shows = new Set(linked.map(({ slug }) => slug));
    const isRead = new Set(found);
    const labels = new Map([...own, ...linked].map(({ slug, label }) => [slug, label]));
    return [...new Set([...shows, ...found, ...own.map(({ slug }) => slug)])].map((slug) => ({
      slug,
      label: labels.get(slug) ?? labelOf(slug),
      ticked: shows.has(slug) || (isNew && isRead.has(slug)),
      hint: isRead.has(slug) ? "Found in the text" : undefined,
    }));
  };
  return {
    skills: offer(piece.skills, read.skills, profile?.skills ?? [], skillLabel),
    responsibilities: offer(
      piece.responsibilities,
      read.responsibilities,
      profile?.responsibilities ?? [],
      responsibilityLabel,
    ),
  };
}
