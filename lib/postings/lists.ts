import type { Degree, Employment, Period, Workplace } from "../taxonomy/terms";

/** A posting has no more skills and places than these. */
export const mostSkills = 60;
export const mostPlaces = 10;

/** The kinds of screening question, and how many a posting may ask, of how many options each. */
export const questionKinds = ["text", "single", "multiple", "yes-no", "number"] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const mostQuestions = 10;
export const mostOptions = 20;

/** A question that applicants answer; only those of the kinds single and multiple have options. */
export type Question = { kind: QuestionKind; text: string; options: string[]; required: boolean };

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

/** How a company narrows the list of its postings. */
export const standingGroups = {
  live: ["live"],
  draft: ["draft"],
  review: ["in_review", "scheduled"],
  hidden: ["paused", "unconfirmed", "frozen", "suspended"],
  over: ["closed", "expired", "removed"],
} as const satisfies Record<string, readonly PostingStanding[]>;
export type StandingGroup = keyof typeof standingGroups;

export const closeReasons = ["filled", "withdrawn"] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Where a reader of a posting's page came from: a page of this site, a search engine, another site, or no page at all. */
export const viewSources = ["here", "search", "elsewhere", "direct"] as const;
export type ViewSource = (typeof viewSources)[number];

/** Which of our links led an applicant to a posting: what `from` in its address may say. `direct` is all that came without one. */
export const arrivals = [
  "search",
  "feed",
  "alert",
  "company",
  "skill",
  "similar",
  "invitation",
  "direct",
] as const;
export type Arrival = (typeof arrivals)[number];

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
  "reality",
] as const;
export type ProposalGroup = (typeof proposalGroups)[number];
