/** How often a saved search sends what is new to it. */
export const frequencies = ["never", "at-once", "daily", "weekly"] as const;
export type Frequency = (typeof frequencies)[number];
