import type { FormValues } from "@/lib/forms/state";
import { countryName } from "@/lib/taxonomy/countries";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { fieldsOf } from "./input/profile";
import type { OwnEvidence, OwnStudy } from "./input/resume";
import type { ProfileSection } from "./lists";
import type { OwnProfile } from "./queries/profile";

/** How many blank lines follow the skills; saving them gives as many again. */
const blankSkills = 4;

const text = (value: string | number | null | undefined) => (value ?? "").toString();

/** A profile as its form shows it, by the names of the fields. `name` is the person's; `profile` is null before the first save. */
export function profileForm(name: string | null, profile: OwnProfile | null): FormValues {
  const skills = [
    ...(profile?.skills ?? []).map(({ label, years, level, lastUsed }) => ({
      name: label,
      has: "yes",
      years: text(years),
      level: text(level),
      lastUsed: text(lastUsed),
    })),
    ...(profile?.no.skills ?? []).map(({ label }) => ({ ...noSkill, name: label, has: "no" })),
    ...Array(blankSkills).fill(noSkill),
  ];
  const answerTo = (slug: string) => {
    if (profile?.responsibilities.some((one) => one.slug === slug)) return "yes";
    return profile?.no.responsibilities.some((one) => one.slug === slug) ? "no" : "";
  };
  return {
    name: text(name),
    headline: text(profile?.headline),
    years: text(profile?.years),
    degreeLevel: text(profile?.degree?.level),
    degreeField: text(profile?.degree?.field),
    ...Object.fromEntries(
      skills.flatMap((skill, i) =>
        Object.entries<string>(skill).map(([part, value]) => [`skills[${i}].${part}`, value]),
      ),
    ),
    ...Object.fromEntries(
      responsibilityEntries.map(({ slug }) => [`responsibilities.${slug}`, answerTo(slug)]),
    ),
    wantedMin: text(profile?.salary?.min),
    wantedCurrency: text(profile?.salary?.currency),
    workplaces: profile?.workplaces ?? [],
    employment: profile?.employment ?? [],
    bands: profile?.bands ?? [],
    countries: (profile?.countries ?? []).map(countryName).join(", "),
    timezone: text(profile?.timezone),
    overlapHours: text(profile?.overlapHours),
    searchable: profile?.searchable ? "on" : "",
  };
}

/** One part of a profile as its form shows it. */
export const sectionForm = (
  section: ProfileSection,
  name: string | null,
  profile: OwnProfile | null,
): FormValues => {
  const fields = new Set(fieldsOf(section));
  return Object.fromEntries(
    Object.entries(profileForm(name, profile)).filter(([field]) => fields.has(field.replace(/[[.].*$/, ""))),
  );
};

const noSkill = { name: "", has: "yes", years: "", level: "", lastUsed: "" };

/** One of the candidate's studies as its form shows it; a new one without `study`. */
export const studyForm = (study?: OwnStudy): FormValues => ({
  level: text(study?.level),
  degree: text(study?.degree),
  field: text(study?.field),
  school: text(study?.school),
  started: text(study?.started),
  ended: text(study?.ended),
});

/** A piece of evidence as its form shows it; a new one without `piece`. */
export const evidenceForm = (piece?: OwnEvidence): FormValues => ({
  title: text(piece?.title),
  organisation: text(piece?.organisation),
  text: text(piece?.text),
  url: text(piece?.url),
  started: text(piece?.started),
  ended: text(piece?.ended),
  skills: (piece?.skills ?? []).map(({ slug }) => slug),
  responsibilities: (piece?.responsibilities ?? []).map(({ slug }) => slug),
});
