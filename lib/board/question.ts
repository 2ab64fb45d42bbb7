import type { Hours } from "@/lib/postings/hours";
import type { Band, Employment, Workplace } from "@/lib/taxonomy/terms";

/** What is asked of the board: a search in ids and numbers, names resolved. Absent and empty ask nothing. */
export type Question = {
  skills: number[];
  /** At least one of the skills, instead of all. */
  anySkill: boolean;
  excluded: number[];
  responsibilities: number[];
  /** The rank of the degree that one holds. */
  degree?: number;
  experience?: number;
  bands: Band[];
  salaryUsd?: number;
  workplaces: Workplace[];
  employments: Employment[];
  companies?: string[];
  countries: string[];
  near?: { latitude: number; longitude: number; radius: number };
  hours?: HoursAsked;
  hasNoOnCall?: boolean;
  hasNoTakeHome?: boolean;
  hasWholeCard?: boolean;
  /** Published at this moment or later. */
  since?: number;
  /** Numbers of the postings whose text answers the words. */
  words?: Uint32Array;
  /** Numbers of the postings that may answer at all. */
  among?: Uint32Array;
  /** Numbers of postings to leave out. */
  without?: number[];
  /** Of a profile: what a posting must not fail. Null and empty are not said. */
  gates?: {
    wantedUsd: number | null;
    workplaces: Workplace[];
    countries: string[];
    employments: Employment[];
    hours: HoursAsked | null;
  };
};

/** Asks nothing: every live posting answers. */
export const everyPosting: Question = {
  skills: [],
  anySkill: false,
  excluded: [],
  responsibilities: [],
  bands: [],
  workplaces: [],
  employments: [],
  countries: [],
};

/** My working day, the minutes that working days must share, and what each zone of the board is ahead of UTC now. */
export type HoursAsked = { mine: Hours; minutes: number; zones: ReadonlyMap<string, number> };

export const facets = ["degree", "band", "salary", "workplace", "employment", "country"] as const;
/** A facet of which one value is chosen instead of another: it is counted as if nothing were chosen in it. */
export type PlainFacet = (typeof facets)[number];

/** Counts by value. Skills and responsibilities by id; degrees by rank and salaries by the place of their threshold, each with all that it includes. */
export type Counts = {
  total: number;
  skill: Map<number, number>;
  responsibility: Map<number, number>;
  degree: number[];
  band: Map<Band, number>;
  salary: number[];
  workplace: Map<Workplace, number>;
  employment: Map<Employment, number>;
  country: Map<string, number>;
};

/** Where a page ended: the value that it is sorted by, and the id. */
export type After = { value: number; id: string };

/** A profile as the ranking reads it: halves (0 to 2) that each line counts for at least and at most. */
export type RankProfile = {
  skills: {
    id: number;
    low: number;
    high: number;
    /** Of the skill itself. */
    years: number | null;
    /** Where more years are asked than those. */
    shortLow: number;
    shortHigh: number;
  }[];
  responsibilities: { id: number; low: number; high: number }[];
  years: number | null;
  degreeRank: number | null;
  /** Of the rules: the weights of lines, and what is added to their sum in the rank. */
  weights: { must: number; nice: number; experience: number; degree: number };
  padding: number;
};
