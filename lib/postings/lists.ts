import type { Degree, Employment, Period, Workplace } from "../taxonomy/terms";

export const postingStates = ["draft", "in_review", "published", "closed", "expired", "removed"] as const;
export type PostingState = (typeof postingStates)[number];

/** Where a posting stands at a moment: what is published is live, or is hidden for a reason that has a name. */
export type PostingStanding =
  | Exclude<PostingState, "published">
  | "live"
  | "scheduled"
  | "paused"
  | "unconfirmed"
  | "frozen"
  | "suspended";

export const closeReasons = ["filled", "withdrawn"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** How those who wait for an answer get it when a posting is closed: one message to all of them, or each their own. */
export const closeAnswers = ["message", "each"] as const;

/** What of a live posting an admin approves before it changes: its pay in units of the currency, its requirements and its place. */
export type PostingTerms = {
  pay: { min: number; max: number; currency: string; period: Period };
  experienceMin: number | null;
  experienceMax: number | null;
  degreeLevel: Degree | null;
  degreeField: string | null;
  equalExperience: boolean;
  skills: { slug: string; name: string; must: boolean; minYears: number | null }[];
  responsibilities: { slug: string; must: boolean }[];
  workplace: Workplace;
  employment: Employment;
  places: { city: string | null; country: string }[];
  hiringCountries: string[];
};

/** The parts of a posting that a proposal can be about, in the order of its form. */
export const proposalGroups = [
  "workplace",
  "employment",
  "hiring",
  "place",
  "salary",
  "experience",
  "degree",
  "skill",
  "responsibility",
] as const;
export type ProposalGroup = (typeof proposalGroups)[number];
