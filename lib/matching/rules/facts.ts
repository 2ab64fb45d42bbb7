import { type Hours, hoursOf, type LocalHours, workday } from "@/lib/postings/hours";
import { inMinor, type Rate, yearlyUsd } from "@/lib/taxonomy/money";
import type { Degree, Employment, Workplace } from "@/lib/taxonomy/terms";
import type { MatchProfile } from "../input";

/*
 * What a match is made from, and nothing else: no name, age, gender, photo, school, postcode or gap. Everything that changes by itself is
 * resolved here (pay by the table of rates, hours of the day by the zones' rules), so that these facts give the same sheet for ever.
 */

/** What a posting asks, and what the gates compare. */
export type PostingFacts = {
  /** In the posting's order, must before nice. */
  responsibilities: { slug: string; must: boolean }[];
  skills: { slug: string; must: boolean; minYears: number | null }[];
  experienceMin: number | null;
  degree: { level: Degree | null; equalExperience: boolean };
  yearlyUsdMax: number | null;
  workplace: Workplace | null;
  /** Where one may live: the hiring countries of a remote posting, else the countries of its places. */
  countries: string[];
  employment: Employment | null;
  /** The working window, or nine to five at each of its places; empty where neither is stated. */
  hours: Hours[];
};

/** What a profile says; null and empty mean "not stated". */
export type ProfileFacts = {
  years: number | null;
  degree: Degree | null;
  /** Each slug once. `evidence` counts pieces, 0 is a claim. */
  skills: { slug: string; years: number | null; evidence: number }[];
  responsibilities: { slug: string; evidence: number }[];
  no: { skills: string[]; responsibilities: string[] };
  /** Whether the profile has a job and a study, which are evidence of experience and of a degree. */
  hasJob: boolean;
  hasEducation: boolean;
  wantedYearlyUsd: number | null;
  workplaces: Workplace[];
  countries: string[];
  employment: Employment[];
  hours: Hours | null;
  /** Hours that the working days must share. */
  overlap: number;
};

/** Whether a profile says anything that a posting could fail. */
export const wantsAnything = ({ wantedYearlyUsd, workplaces, countries, employment, hours }: ProfileFacts) =>
  wantedYearlyUsd !== null ||
  hours !== null ||
  [workplaces, countries, employment].some((list) => list.length > 0);

/** Whether a profile says nothing that a line or a gate could read. */
export function isSilent({ no, ...said }: ProfileFacts): boolean {
  const values = [said.years, said.degree, said.wantedYearlyUsd, said.hours];
  const tags = [said.skills, said.responsibilities, no.skills, no.responsibilities];
  const choices = [said.workplaces, said.countries, said.employment];
  return values.every((value) => value === null) && [...tags, ...choices].every((list) => list.length === 0);
}

/** The part of the taxonomy that a profile reaches: `implies` from the first to the second, `related` either way, by slugs. */
export type Edges = {
  implies: [string, string][];
  related: [string, string][];
  /** What reasons call a skill. */
  labels: Record<string, string>;
};

/** Hours that the working days must share where the profile does not say otherwise. */
export const defaultOverlap = 4;

/** What a match needs of a public posting. */
export type MatchablePosting = {
  responsibilities: { slug: string; must: boolean }[];
  skills: { slug: string; must: boolean; minYears: number | null }[];
  experience: { min: number | null };
  degree: { level: Degree | null; equalExperience: boolean };
  salary: { yearlyUsd: { max: number } } | null;
  workplace: Workplace | null;
  places: { country: string }[];
  hiringCountries: string[];
  employment: Employment | null;
};

/**
 * When a posting is worked at: its own window, and what each of its places is ahead of UTC, in minutes. By the zones' offsets at the moment
 * of asking: summer time counts while it is in force, so the hours that two zones share may differ by one in some weeks of the year.
 */
export type WorkingTime = { window: LocalHours | null; placesAhead: number[] };

export function postingFacts(posting: MatchablePosting, time: WorkingTime): PostingFacts {
  const windows = time.window ? [time.window] : time.placesAhead.map((ahead) => ({ ...workday, ahead }));
  return {
    responsibilities: posting.responsibilities.map(({ slug, must }) => ({ slug, must })),
    skills: posting.skills.map(({ slug, must, minYears }) => ({ slug, must, minYears })),
    experienceMin: posting.experience.min,
    degree: { level: posting.degree.level, equalExperience: posting.degree.equalExperience },
    yearlyUsdMax: posting.salary?.yearlyUsd.max ?? null,
    workplace: posting.workplace,
    countries:
      posting.workplace === "remote" ? posting.hiringCountries : posting.places.map(({ country }) => country),
    employment: posting.employment,
    hours: windows.map(hoursOf),
  };
}

/** What does not come from the profile itself: the rate of its currency, how far its zone is ahead of UTC (minutes), hours to share. */
export type Circumstances = { rate: Rate | null; ahead: number | null; overlap?: number };

/**
 * The facts of a profile in the API's form; the wanted pay is a yearly amount. Only saved profiles can have a job or a study as evidence of
 * experience or of a degree.
 */
export function profileFacts(
  profile: MatchProfile,
  { rate, ahead, overlap = defaultOverlap }: Circumstances,
  holds: { job: boolean; education: boolean } = { job: false, education: false },
): ProfileFacts {
  const wanted = profile.salary?.min;
  return {
    years: profile.years ?? null,
    degree: profile.degree?.level ?? null,
    skills: (profile.skills ?? []).map(({ slug, years, evidence }) => ({
      slug,
      years: years ?? null,
      evidence: evidence ?? 0,
    })),
    responsibilities: (profile.responsibilities ?? []).map(({ slug, evidence }) => ({
      slug,
      evidence: evidence ?? 0,
    })),
    no: { skills: profile.no?.skills ?? [], responsibilities: profile.no?.responsibilities ?? [] },
    hasJob: holds.job,
    hasEducation: holds.education,
    wantedYearlyUsd:
      wanted != null && rate ? yearlyUsd(inMinor(wanted, rate.minorDigits), "year", rate) : null,
    workplaces: profile.workplaces ?? [],
    countries: profile.countries ?? [],
    employment: profile.employment ?? [],
    hours: ahead === null ? null : hoursOf({ ...workday, ahead }),
    overlap,
  };
}
