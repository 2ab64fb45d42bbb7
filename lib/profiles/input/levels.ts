import type { skillLevels } from "../lists";

/** What a skill says besides its years, to people alone; absent is not said. `lastUsed` is a year. */
export type SkillNotes = { level?: (typeof skillLevels)[number]; lastUsed?: number };
