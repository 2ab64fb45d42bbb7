import type { EvidenceReading, ResumeReading } from "@/lib/reading/resume/resume";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import type { OwnProfile } from "../queries/profile";

/** A fact about the person as read, and what the profile says of it so far. */
export type ReadFact = { value: string; own: string };
export type ReadTag = { slug: string; label: string; own: boolean };
export type ReadEvidence = Omit<EvidenceReading, "spans" | "skills" | "responsibilities"> & {
  /** Its place among all that was read: what its fields and its proof are called by. */
  at: number;
  skills: { slug: string; label: string }[];
  responsibilities: { slug: string; label: string }[];
};
export type ReadStudy = Omit<ResumeReading["education"][number], "spans">;

export type Review = {
  name: ReadFact | null;
  headline: ReadFact | null;
  years: ReadFact | null;
  degree: { level: string; field: string; own: string } | null;
  email: string | null;
  evidence: ReadEvidence[];
  education: ReadStudy[];
  skills: (ReadTag & { years: number | null })[];
  responsibilities: ReadTag[];
  otherSkills: string[];
};

/**
 * What was read, in words and as a form shows it, beside what the profile says already; and the proof of each part, by the key that its
 * field has.
 */
export function reviewOf(
  reading: ResumeReading,
  { name, profile }: { name: string | null; profile: OwnProfile | null },
) {
  const { evidence, education, skills, responsibilities } = reading;
  const own = {
    skills: new Map(profile?.skills.map(({ slug, years }) => [slug, years])),
    responsibilities: new Set(profile?.responsibilities.map(({ slug }) => slug)),
  };
  const fact = (said: { value: string | number } | null, kept: string | number | null | undefined) =>
    said && { value: String(said.value), own: kept === null || kept === undefined ? "" : String(kept) };
  const shown: Review = {
    name: fact(reading.name, name),
    headline: fact(reading.headline, profile?.headline),
    years: fact(reading.years, profile?.years),
    degree: reading.degree && {
      level: reading.degree.value.level,
      field: reading.degree.value.field,
      own: profile?.degree?.level ?? "",
    },
    email: reading.email?.value ?? null,
    evidence: evidence.map(({ spans: _, ...piece }, at) => ({
      ...piece,
      at,
      skills: piece.skills.map((slug) => ({ slug, label: skillLabel(slug) })),
      responsibilities: piece.responsibilities.map((slug) => ({ slug, label: responsibilityLabel(slug) })),
    })),
    education: education.map(({ spans: _, ...study }) => study),
    skills: skills.map(({ slug, years }) => ({
      slug,
      label: skillLabel(slug),
      own: own.skills.has(slug),
      // What the person says of themselves outweighs what follows from the dates of their jobs.
      years: own.skills.get(slug) ?? years ?? null,
    })),
    responsibilities: responsibilities.map(({ slug }) => ({
      slug,
      label: responsibilityLabel(slug),
      own: own.responsibilities.has(slug),
    })),
    otherSkills: reading.otherSkills.map(({ value }) => value),
  };
  const proofs = [
    ...(["name", "email", "headline", "years", "degree"] as const).flatMap((key) => {
      const said = reading[key];
      return said ? [{ key, label: factWords[key], spans: said.spans }] : [];
    }),
    ...evidence.map((piece, at) => ({
      key: `evidence:${at}`,
      label: piece.title || piece.organisation,
      spans: piece.spans,
    })),
    ...education.map((study, at) => ({
      key: `study:${at}`,
      label: study.degree || study.school,
      spans: study.spans,
    })),
    ...skills.map(({ slug, spans }) => ({ key: `skill:${slug}`, label: skillLabel(slug), spans })),
    ...responsibilities.map(({ slug, spans }) => ({
      key: `responsibility:${slug}`,
      label: responsibilityLabel(slug),
      spans,
    })),
  ];
  return { shown, proofs };
}

const factWords = {
  name: "Name",
  email: "E-mail",
  headline: "Headline",
  years: "Years of experience",
  degree: "Highest degree",
};

/** A skill's label by its slug. */
export const skillLabel = (slug: string) => skillEntry(slug)?.label ?? slug;
