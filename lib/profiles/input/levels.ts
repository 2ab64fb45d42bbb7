/** How well one has a skill. Shown to people; the match knows nothing of it. */
export const skillLevels = ["basic", "working", "expert"] as const;

/** What a skill says besides its years, to people alone; absent is not said. `lastUsed` is a year. */
export type SkillNotes = { level?: (typeof skillLevels)[number]; lastUsed?: number };
