/**
 * Who has to act: `proposed` waits for the candidate, `countered` for the company, as the candidate proposed other times. The others are
 * settled: a time was accepted, or there is no interview.
 */
export const interviewStates = ["proposed", "countered", "accepted", "declined", "cancelled"] as const;
export type InterviewState = (typeof interviewStates)[number];

/** Times that one side proposes at once. */
export const mostTimes = 5;

/** Minutes of an interview. */
export const shortest = 10;
export const longest = 480;

/** What a reminder comes ahead of an interview. */
export const reminders = ["day", "hour"] as const;
export type Reminder = (typeof reminders)[number];
