import { createHash } from "node:crypto";
import { elementAt } from "@/lib/present";
import { type PostingReading, readPosting } from "@/lib/reading/posting";
import { inUnits, type Rate } from "@/lib/taxonomy/money";
import type { Degree, Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import { mostPlaces, mostSkills } from "../lists";
import { noPay, oddPayWords, payColumns } from "../pay";
import { missingToPublish } from "../rules";
import { type ImportedPosting, Unreadable } from "./input";

/** Characters: longer ones are no title and no advert, but a file that was misread. */
const longest = { title: 200, description: 100_000 };

/** An imported posting as database columns, with its tags and what is missing. */
export type ImportedDraft = {
  columns: {
    title: string;
    description: string;
    workplace: Workplace | null;
    employment: Employment | null;
    hiringCountries: string[];
    degreeLevel: Degree | null;
    degreeField: string | null;
    equalExperience: boolean;
    experienceMin: number | null;
    experienceMax: number | null;
    salaryMinMinor: number | null;
    salaryMaxMinor: number | null;
    salaryCurrency: string | null;
    salaryPeriod: Period | null;
    yearlyUsdMin: number | null;
    yearlyUsdMax: number | null;
    externalUrl: string | null;
    sourcePostedAt: Date | null;
    sourceEndsAt: Date | null;
  };
  places: { position: number; city: string | null; country: string }[];
  skills: { slug: string; must: boolean; position: number }[];
  responsibilities: { slug: string; must: boolean }[];
  /** What publishing would still ask for, and what is odd about the pay, in words; empty for a complete one. */
  missing: string[];
  /** What was filled in by what the format means, in words. */
  notes: string[];
  /** Fingerprint of all but the notes: the same again changes nothing. */
  digest: string;
};

/**
 * What we keep of an imported posting. What its format does not state is read from its title and text: tags, degree, years, pay, place of
 * work, and the kind of employment where the text names exactly one. Throws `Unreadable` for a title or text that is too long to be one.
 */
export function draftOf(imported: ImportedPosting, rates: ReadonlyMap<string, Rate>): ImportedDraft {
  if (imported.title.length > longest.title)
    throw new Unreadable(`its title has more than ${longest.title} characters`);
  if (imported.description.length > longest.description)
    throw new Unreadable(`its text has more than ${longest.description} characters`);
  const read = readPosting([imported.title, imported.description, imported.tags.join(", ")].join("\n\n"));
  const stated = imported.workplace ?? read.workplace?.value ?? null;
  const workplace = stated ?? imported.presumedWorkplace ?? null;
  const columns = {
    title: imported.title,
    description: imported.description,
    workplace,
    employment: onlyOne(imported.employment) ?? onlyOne(read.employment.map(({ value }) => value)),
    hiringCountries: hiringCountriesOf(imported, read, workplace),
    degreeLevel: imported.degreeLevel ?? read.degree?.level ?? null,
    degreeField: read.degree?.field?.slice(0, 80) ?? null,
    equalExperience: imported.equalExperience ?? read.degree?.equalExperience ?? true,
    ...experienceOf(imported, read),
    ...payOf(imported, read, rates),
    externalUrl: imported.url,
    sourcePostedAt: imported.postedAt,
    sourceEndsAt: imported.endsAt ?? null,
  };
  const statedPlaces = imported.places.flatMap(({ city, country }) => (country ? [{ city, country }] : []));
  const places =
    statedPlaces.length > 0 ? statedPlaces : read.places.map(({ city, country }) => ({ city, country }));
  const odd = oddPayWords(columns, rates.get(columns.salaryCurrency ?? "")?.minorDigits ?? 2);
  const draft = {
    columns,
    places: places.slice(0, mostPlaces).map((place, position) => ({ ...place, position })),
    skills: read.skills.slice(0, mostSkills).map(({ slug, must }, position) => ({ slug, must, position })),
    responsibilities: read.responsibilities.map(({ slug, must }) => ({ slug, must })),
    missing: [
      ...missingToPublish({ ...columns, places }).map(({ message }) => message),
      ...unknownLimitsOf(imported, read, workplace).map(
        (name) => `The posting limits remote work to “${name}”, which is no country that we know.`,
      ),
      ...(imported.salaryFault ? [imported.salaryFault] : []),
      ...(odd ? [`${odd}: check the amount.`] : []),
    ],
  };
  const notes =
    !stated && workplace === "onsite"
      ? ["It names a place and no remote work, so “On site” was filled in as the workplace."]
      : [];
  return { ...draft, notes, digest: createHash("sha256").update(JSON.stringify(draft)).digest("base64url") };
}

function experienceOf(imported: ImportedPosting, { experience: read }: PostingReading) {
  const isStated = imported.experienceMin !== undefined;
  const min = isStated ? imported.experienceMin : read?.min;
  const max = isStated && imported.experienceMax !== undefined ? imported.experienceMax : read?.max;
  const isOrder = typeof min !== "number" || typeof max !== "number" || min <= max;
  return { experienceMin: min ?? null, experienceMax: isOrder ? (max ?? null) : null };
}

const onlyOne = (kinds: Employment[]) => (kinds.length === 1 ? elementAt(kinds, 0) : null);

function hiringCountriesOf(
  imported: ImportedPosting,
  read: PostingReading,
  workplace: Workplace | null,
): string[] {
  if (workplace !== "remote") return [];
  if (imported.hiringCountries.length > 0) return imported.hiringCountries;
  return read.hiringCountries.map(({ country }) => country);
}

function unknownLimitsOf(
  imported: ImportedPosting,
  read: PostingReading,
  workplace: Workplace | null,
): string[] {
  if (workplace !== "remote") return [];
  const { hiringCountries, unknownLimits = [] } = imported;
  if (hiringCountries.length > 0 || unknownLimits.length > 0) return unknownLimits;
  return read.unknownLimits.map(({ name }) => name);
}

function payOf(
  { salary: stated }: ImportedPosting,
  { salary: read }: PostingReading,
  rates: ReadonlyMap<string, Rate>,
) {
  const rate = rates.get(stated?.currency ?? read?.currency ?? "");
  if (!rate) return noPay;
  const units = (minor: number) => inUnits(minor, rate.minorDigits);
  const pay = stated ? { ...stated, min: units(stated.minMinor), max: units(stated.maxMinor) } : read;
  return pay ? payColumns(pay, rate) : noPay;
}
