import type { skillLevels } from "@/lib/profiles/lists";

/** A skill of the form. `row` is its line in the form that was sent, where the errors of that are told. */
export type SkillLine = {
  /** What it is known by while it is edited: its name may become the skill's own meanwhile. */
  id: number;
  name: string;
  has: boolean;
  years: string;
  level: string;
  lastUsed: string;
  row: number | null;
  errors: string[];
};

export const levelWords: Record<(typeof skillLevels)[number], string> = {
  basic: "Basic",
  working: "Working",
  expert: "Expert",
};
