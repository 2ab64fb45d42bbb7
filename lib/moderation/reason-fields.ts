/** The fields that a reason can be about. */
export const reasonFields = [
  "title",
  "description",
  "salary",
  "workplace",
  "places",
  "skills",
  "responsibilities",
  "degree",
  "experience",
  "company",
  "other",
] as const;
