import { readPosting, type Spans } from "@/lib/reading/posting";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { countryName } from "@/lib/taxonomy/countries";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import { degreeWords, employmentWords, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import type { ImportedDraft } from "./import/draft";
import type { ProposalGroup } from "./lists";

/** One tag that a text proves: what taking it would write, in words, and the places in the text that say so. */
export type Proposal = {
  /** The same for the same tag of the same text: what a form sends back. */
  key: string;
  group: ProposalGroup;
  label: string;
  /** "nice to have", "or equal experience". */
  note?: string;
  spans: Spans;
  adds: Adds;
};

type Columns = Omit<
  ImportedDraft["columns"],
  | "yearlyUsdMin"
  | "yearlyUsdMax"
  | "salaryMinMinor"
  | "salaryMaxMinor"
  | "externalUrl"
  | "title"
  | "description"
>;

/** What accepting a proposal adds to a draft; pay in units of its currency. */
export type Adds = {
  columns?: Partial<Omit<Columns, "hiringCountries">>;
  pay?: { min: number; max: number; currency: string; period: keyof typeof periodWords };
  hiringCountry?: string;
  place?: { city: string | null; country: string };
  skill?: { slug: string; must: boolean };
  responsibility?: { slug: string; must: boolean };
};

/** The tags that a draft's text would give it, in the order of its form; the same for the same text. */
export function proposalsOf(text: string): Proposal[] {
  const {
    workplace,
    employment,
    hiringCountries,
    places,
    salary,
    experience,
    degree,
    skills,
    responsibilities,
  } = readPosting(text);
  const list: Proposal[] = [];
  const propose = (
    group: ProposalGroup,
    key: string,
    label: string,
    spans: Spans,
    adds: Adds,
    note?: string,
  ) => list.push({ key: `${group}:${key}`, group, label, spans, adds, ...(note && { note }) });
  if (workplace)
    propose("workplace", workplace.value, workplaceWords[workplace.value], workplace.spans, {
      columns: { workplace: workplace.value },
    });
  for (const { value, spans } of employment.slice(0, 1))
    propose("employment", value, employmentWords[value], spans, { columns: { employment: value } });
  for (const { country, spans } of hiringCountries)
    propose("hiring", country, countryName(country), spans, { hiringCountry: country });
  for (const { city, country, spans } of places)
    propose(
      "place",
      `${city ?? ""}/${country}`,
      [city, countryName(country)].filter(Boolean).join(", "),
      spans,
      { place: { city, country } },
    );
  if (salary) {
    const { spans, ...pay } = salary;
    const range = pay.min === pay.max ? figure(pay.min) : `${figure(pay.min)}–${figure(pay.max)}`;
    propose("salary", "pay", `${range} ${pay.currency} ${periodWords[pay.period]}`, spans, { pay });
  }
  if (experience) {
    const { spans, min, max } = experience;
    const label =
      max === null ? `${min}+ years` : min === null ? `up to ${max} years` : `${min}–${max} years`;
    propose("experience", "years", label, spans, { columns: { experienceMin: min, experienceMax: max } });
  }
  if (degree) {
    const { spans, level, field, equalExperience } = degree;
    const columns = { degreeLevel: level, degreeField: field, equalExperience };
    const label = `${degreeWords[level]}${field ? ` in ${field}` : ""}`;
    propose("degree", level, label, spans, { columns }, equalExperience ? "or equal experience" : undefined);
  }
  for (const { slug, must, spans } of skills)
    propose(
      "skill",
      slug,
      skillEntry(slug)?.label ?? slug,
      spans,
      { skill: { slug, must } },
      must ? undefined : "nice to have",
    );
  for (const { slug, must, spans } of responsibilities) {
    const label = responsibilityLabel(slug);
    propose(
      "responsibility",
      slug,
      label,
      spans,
      { responsibility: { slug, must } },
      must ? undefined : "nice to have",
    );
  }
  return list;
}

const figure = (amount: number) => amount.toLocaleString("en");
