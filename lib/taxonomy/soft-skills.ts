/** Skills that everybody claims and no advert can do without: a posting asks for one only where its writer chooses to. */
export const softSkills: ReadonlySet<string> = new Set([
  "problem-solving",
  "communication",
  "interpersonal-skills",
  "teamwork",
  "leadership",
  "time-management",
  "attention-to-detail",
  "critical-thinking",
  "self-motivation",
  "adaptability",
  "customer-focus",
]);
