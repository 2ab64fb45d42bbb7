import { type PostingReading, readPosting, type Spans } from "@/lib/reading/posting";
import { skillEntry } from "@/lib/taxonomy/catalogue";
import { countryName } from "@/lib/taxonomy/countries";
import { responsibilityLabel } from "@/lib/taxonomy/data/responsibilities";
import { regionName, regionOf } from "@/lib/taxonomy/regions";
import { degreeWords, employmentWords, periodWords, workplaceWords } from "@/lib/taxonomy/words";
import type { ImportedDraft } from "./import/draft";
import type { ProposalGroup } from "./lists";
import type { OwnPosting } from "./queries/own";
import { nothingStated, type RealityCard, realityFacts, realityOf } from "./reality";
import { type Level, triage } from "./triage";
import { formatList } from "./words";

/** One tag that a text proves: what taking it would write, in words, and the places in the text that say so. */
export type Proposal = {
  /** The same for the same tag of the same text: what a form sends back. */
  key: string;
  group: ProposalGroup;
  label: string;
  /** "or equal experience". */
  note?: string;
  /** Of a skill or a responsibility: what it is proposed as. */
  level?: Level;
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
  hiringCountries?: string[];
  place?: { city: string | null; country: string };
  skill?: { slug: string; must: boolean };
  responsibility?: { slug: string; must: boolean };
  reality?: Partial<RealityCard>;
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
    reality,
  } = readPosting(text);
  const list: Proposal[] = [];
  const propose = (
    group: ProposalGroup,
    key: string,
    label: string,
    spans: Spans,
    adds: Adds,
    more?: Pick<Proposal, "note" | "level">,
  ) => list.push({ key: `${group}:${key}`, group, label, spans, adds, ...more });
  const levels = triage(text, skills, responsibilities);
  if (workplace)
    propose("workplace", workplace.value, workplaceWords[workplace.value], workplace.spans, {
      columns: { workplace: workplace.value },
    });
  for (const { value, spans } of employment.slice(0, 1))
    propose("employment", value, employmentWords[value], spans, { columns: { employment: value } });
  for (const { countries, spans } of bySpans(hiringCountries)) {
    const [only] = countries;
    const region = regionOf(countries);
    const label =
      countries.length === 1 && only
        ? countryName(only)
        : `${region ? capital(regionName(region)) : formatList(countries.map(countryName))}, ${countries.length} countries`;
    propose("hiring", region ?? countries.join("-").slice(0, 100), label, spans, {
      hiringCountries: countries,
    });
  }
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
    propose(
      "degree",
      level,
      label,
      spans,
      { columns },
      equalExperience ? { note: "or equal experience" } : undefined,
    );
  }
  for (const { slug, must, spans } of skills)
    propose(
      "skill",
      slug,
      skillEntry(slug)?.label ?? slug,
      spans,
      { skill: { slug, must } },
      { level: levels.get(slug) },
    );
  for (const { slug, must, spans } of responsibilities)
    propose(
      "responsibility",
      slug,
      responsibilityLabel(slug),
      spans,
      { responsibility: { slug, must } },
      { level: levels.get(slug) },
    );
  for (const { spans, card } of cardsOf(reality)) {
    const facts = realityFacts(realityOf({ ...nothingStated, ...card }));
    const label = facts.flatMap(([about, answer]) => (answer ? `${about}: ${answer}` : [])).join(", ");
    propose("reality", Object.keys(card).join(" "), label, spans, { reality: card });
  }
  return list;
}

/** The facts of the reality card that a text states, each as a card holds it. */
function cardsOf({
  onCall,
  takeHome,
  deploysPerWeek,
  requestsPerSecond,
  interviewStages,
  interviewHours,
  teamSize,
  datastores,
}: PostingReading["reality"]): { spans: Spans; card: Partial<RealityCard> }[] {
  const fact = <Fact extends { spans: Spans }>(
    found: Fact | null,
    cardOf: (found: Fact) => Partial<RealityCard>,
  ) => (found ? [{ spans: found.spans, card: cardOf(found) }] : []);
  return [
    ...fact(onCall, ({ everyWeeks, paid }) => ({ onCallWeeks: everyWeeks ?? 0, onCallPaid: paid })),
    ...fact(takeHome, ({ hours, paid }) => ({ takeHomeHours: hours, takeHomePaid: paid })),
    ...fact(interviewStages, ({ value }) => ({ interviewStages: value })),
    ...fact(interviewHours, ({ value }) => ({ interviewHours: value })),
    ...fact(teamSize, ({ value }) => ({ teamSize: value })),
    ...fact(datastores, ({ slugs }) => ({
      datastores: slugs.map((slug) => skillEntry(slug)?.label ?? slug),
    })),
    ...fact(deploysPerWeek, ({ value }) => ({ deploysPerWeek: value })),
    ...fact(requestsPerSecond, ({ value }) => ({ requestsPerSecond: value })),
  ];
}

/** Countries that the same words name, such as those of "EU", are one tag. */
function bySpans(read: readonly { country: string; spans: Spans }[]) {
  const groups = new Map<string, { countries: string[]; spans: Spans }>();
  for (const { country, spans } of read) {
    const key = JSON.stringify(spans);
    const group = groups.get(key) ?? { countries: [], spans };
    groups.set(key, group);
    group.countries.push(country);
  }
  return [...groups.values()];
}

const capital = (text: string) => text[0]?.toUpperCase() + text.slice(1);

/**
 * The tags of its text that a draft does not have yet. What it states already is never proposed again, so that accepting tags a second time
 * overwrites nothing.
 */
export function openProposals(posting: Stated, proposals: readonly Proposal[]) {
  const isOpen: Record<ProposalGroup, (adds: Adds) => boolean> = {
    workplace: () => posting.workplace === null,
    employment: () => posting.employment === null,
    salary: () => posting.pay === null,
    experience: () => posting.experienceMin === null && posting.experienceMax === null,
    degree: () => posting.degreeLevel === null,
    hiring: ({ hiringCountries = [] }) =>
      hiringCountries.some((one) => !posting.hiringCountries.includes(one)),
    place: ({ place }) =>
      !posting.places.some(({ city, country }) => city === place?.city && country === place?.country),
    skill: ({ skill }) => !posting.skills.some(({ slug }) => slug === skill?.slug),
    responsibility: ({ responsibility }) =>
      !posting.responsibilities.some(({ slug }) => slug === responsibility?.slug),
    reality: ({ reality = {} }) => {
      const [first] = Object.keys(reality) as (keyof RealityCard)[];
      return first !== undefined && (posting.reality?.[first] ?? null) === null;
    },
  };
  return proposals.filter(({ group, adds }) => isOpen[group](adds));
}

type Stated = Pick<
  OwnPosting,
  | "description"
  | "workplace"
  | "employment"
  | "pay"
  | "experienceMin"
  | "experienceMax"
  | "degreeLevel"
  | "hiringCountries"
  | "places"
  | "skills"
  | "responsibilities"
  | "reality"
>;

/** Whether a draft has tags already: then its writer has chosen before, and nothing more is chosen for them. */
export const hasTags = (posting: Stated, proposals: readonly Proposal[]) =>
  posting.skills.length + posting.responsibilities.length > 0 ||
  openProposals(posting, proposals).length < proposals.length;

const figure = (amount: number) => amount.toLocaleString("en");
