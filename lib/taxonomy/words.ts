import type { Band, Degree, Employment, Period, RequestBand, Workplace } from "./terms";

/** The closed lists in the words that people read. */
export const degreeWords: Record<Degree, string> = {
  none: "No degree",
  associate: "Associate’s",
  bachelor: "Bachelor’s",
  master: "Master’s",
  doctorate: "Doctorate",
};
export const bandWords: Record<Band, string> = {
  entry: "Entry",
  mid: "Mid",
  senior: "Senior",
  principal: "Principal",
};
/** The years that a band stands for. */
export const bandYears: Record<Band, string> = {
  entry: "under 3 years",
  mid: "3 to 9 years",
  senior: "10 to 20 years",
  principal: "over 20 years",
};
export const workplaceWords: Record<Workplace, string> = {
  remote: "Remote",
  hybrid: "Hybrid",
  onsite: "On site",
};
export const employmentWords: Record<Employment, string> = {
  "full-time": "Full-time",
  "part-time": "Part-time",
  contract: "Contract",
  internship: "Internship",
  temporary: "Temporary",
};
export const periodWords: Record<Period, string> = {
  year: "a year",
  month: "a month",
  week: "a week",
  day: "a day",
  hour: "an hour",
};
export const requestWords: Record<RequestBand, string> = {
  "under-10": "under 10",
  "10-100": "10 to 100",
  "100-1000": "100 to 1,000",
  "1000-10000": "1,000 to 10,000",
  "over-10000": "over 10,000",
};

/** A list of words as the options of a choice. */
export const optionsOf = <T extends string>(words: Record<T, string>) =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }));
