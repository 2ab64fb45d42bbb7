/** What a reason can be about; the writer sees it beside that field. */
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
