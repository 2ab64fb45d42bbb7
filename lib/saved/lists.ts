/** How often a saved search sends what is new to it. */
export const frequencies = ["never", "at-once", "daily", "weekly"] as const;
export type Frequency = (typeof frequencies)[number];

/** Characters of the note on a saved posting, at most. */
export const longestNote = 1000;
