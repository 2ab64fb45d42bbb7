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
