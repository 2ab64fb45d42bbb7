import { createHash } from "node:crypto";
import { readSkills } from "@/lib/reading/skills";
import { type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Employment, Period, Workplace } from "@/lib/taxonomy/terms";
import { missingToPublish } from "../rules";
import type { ImportedPosting } from "./input";
import { Unreadable } from "./input";

/** Characters: longer ones are no title and no advert, but a file that was misread. */
const longest = { title: 200, description: 100_000 };
const mostSkills = 60;

/** An imported posting in the columns that the database keeps, with its tags and what it lacks. */
export type ImportedDraft = {
  columns: {
    title: string;
    description: string;
    workplace: Workplace | null;
    employment: Employment | null;
    hiringCountries: string[];
    salaryMinMinor: number | null;
    salaryMaxMinor: number | null;
    salaryCurrency: string | null;
    salaryPeriod: Period | null;
    yearlyUsdMin: number | null;
    yearlyUsdMax: number | null;
    externalUrl: string | null;
  };
  places: { position: number; city: string | null; country: string }[];
  skills: { slug: string; must: boolean; position: number }[];
  /** What publishing would still ask for, in words; empty for a complete one. */
  missing: string[];
  /** Fingerprint of all of the above: the same again changes nothing. */
  digest: string;
};

/**
 * What we keep of an imported posting: skills read from its title, text and tags; places whose country is known; its employment
 * where it names exactly one. Throws `Unreadable` for a title or text that is too long to be one.
 */
export function draftOf(imported: ImportedPosting, rates: ReadonlyMap<string, Rate>): ImportedDraft {
  if (imported.title.length > longest.title)
    throw new Unreadable(`its title has more than ${longest.title} characters`);
  if (imported.description.length > longest.description)
    throw new Unreadable(`its text has more than ${longest.description} characters`);
  const [employment = null, ...others] = imported.employment;
  const columns = {
    title: imported.title,
    description: imported.description,
    workplace: imported.workplace,
    employment: others.length > 0 ? null : employment,
    hiringCountries: imported.hiringCountries,
    ...payOf(imported, rates),
    externalUrl: imported.url,
  };
  const places = imported.places.flatMap(({ city, country }) => (country ? [{ city, country }] : []));
  const text = [imported.title, imported.description, imported.tags.join(", ")].join("\n\n");
  const skills = readSkills(text).slice(0, mostSkills);
  const draft = {
    columns,
    places: places.map((place, position) => ({ ...place, position })),
    skills: skills.map(({ slug, must }, position) => ({ slug, must, position })),
    missing: missingToPublish({ ...columns, places }).map(({ message }) => message),
  };
  return { ...draft, digest: createHash("sha256").update(JSON.stringify(draft)).digest("base64url") };
}

function payOf({ salary }: ImportedPosting, rates: ReadonlyMap<string, Rate>) {
  const rate = salary && rates.get(salary.currency);
  if (!salary || !rate)
    return {
      salaryMinMinor: null,
      salaryMaxMinor: null,
      salaryCurrency: null,
      salaryPeriod: null,
      yearlyUsdMin: null,
      yearlyUsdMax: null,
    };
  return {
    salaryMinMinor: salary.minMinor,
    salaryMaxMinor: salary.maxMinor,
    salaryCurrency: salary.currency,
    salaryPeriod: salary.period,
    yearlyUsdMin: yearlyUsd(salary.minMinor, salary.period, rate),
    yearlyUsdMax: yearlyUsd(salary.maxMinor, salary.period, rate),
  };
}
