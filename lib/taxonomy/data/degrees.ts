import type { Band, Degree } from "../terms";

/** The degrees a posting may ask for, lowest first. */
export const degreeLabels: { degree: Degree; label: string }[] = [
  { degree: "none", label: "No degree" },
  { degree: "associate", label: "Associate degree" },
  { degree: "bachelor", label: "Bachelor’s degree" },
  { degree: "master", label: "Master’s degree" },
  { degree: "doctorate", label: "Doctorate" },
];

/** The bands of experience, lowest first, with the minimum years that a posting in them asks. */
export const bandLabels: { band: Band; label: string; years: string }[] = [
  { band: "entry", label: "Entry", years: "under 3 years" },
  { band: "mid", label: "Mid", years: "3 to 9 years" },
  { band: "senior", label: "Senior", years: "10 to 20 years" },
  { band: "principal", label: "Principal", years: "over 20 years" },
];
