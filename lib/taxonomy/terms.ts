/** The closed lists of words that postings and profiles are described with, each in its order. */
export const degrees = ["none", "associate", "bachelor", "master", "doctorate"] as const;
export type Degree = (typeof degrees)[number];

export const bands = ["entry", "mid", "senior", "principal"] as const;
export type Band = (typeof bands)[number];

export const workplaces = ["remote", "hybrid", "onsite"] as const;
export type Workplace = (typeof workplaces)[number];

export const employments = ["full-time", "part-time", "contract", "internship", "temporary"] as const;
export type Employment = (typeof employments)[number];

export const periods = ["year", "month", "week", "day", "hour"] as const;
export type Period = (typeof periods)[number];

/** Bands of requests a second that a product answers. */
export const requestBands = ["under-10", "10-100", "100-1000", "1000-10000", "over-10000"] as const;
export type RequestBand = (typeof requestBands)[number];

/** Where people type names of skills. */
export const nameSources = ["posting", "profile", "search", "import"] as const;
export type NameSource = (typeof nameSources)[number];
