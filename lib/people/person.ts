import type { Employment, Workplace } from "@/lib/taxonomy/terms";

/** What the match reads of a profile; null and empty mean "not stated". Names and addresses are not here. */
export type Person = {
  number: number;
  /** The user's id. */
  id: string;
  years: number | null;
  degreeRank: number | null;
  wantedYearlyUsd: number | null;
  workplaces: Workplace[];
  countries: string[];
  timezone: string | null;
  /** Hours that the working days must share. */
  overlapHours: number | null;
  employment: Employment[];
  /** Each the id times `saidIn`, and what is said of it. */
  skills: number[];
  /** Each twice the id, and 1 more where it is had. */
  responsibilities: number[];
};

/** What a profile says of a skill, in one number below `saidIn`: its years as a code, and 1,024 more where it is had. */
export const saidIn = 2048;
export const yearsIn = 1024;

/**
 * Years as a whole number below `yearsIn`: 0 where they are not stated, else 1 and the tenths, of which there are up to 700. Queries write
 * them so.
 */
export const codeOfYears = (years: number | null): number =>
  years === null ? 0 : 1 + Math.round(10 * years);
/** What `code` stands for, in years; null where they are not stated. */
export const yearsOf = (code: number): number | null => (code === 0 ? null : (code - 1) / 10);
