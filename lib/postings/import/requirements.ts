import { type Degree, degrees } from "@/lib/taxonomy/terms";

/** What fields of their own ask of a candidate; a fact that they do not state has no key. */
export type Requirements = { experienceMin?: number; experienceMax?: number; degreeLevel?: Degree };

/** Characters: more is a sentence, and is read with the text. */
const longest = 40;
/** Years: more is a year of the calendar, or nobody's. */
const mostYears = 50;

/**
 * The years that a field for experience asks: "5+ years", "3-5", "60 months", or a number of years. Empty where it names none, as levels
 * such as "Mid-Senior" do.
 */
export function experienceFrom(field: string | number): Requirements {
  const text = String(field).trim();
  const found =
    text.length <= longest &&
    /^(\D{0,20}?)(\d{1,3}(?:\.\d)?)\s*\+?\s*(?:(?:-|–|—|to|bis|à|a)\s*(\d{1,3}(?:\.\d)?)\s*\+?)?\s*(\p{L}*)/iu.exec(
      text,
    );
  if (!found) return {};
  const [, before = "", first, second, unit = ""] = found;
  // "Level 3", "L5": a step of a ladder.
  if (
    /(?:^|\s)(?:level|grade|tier|band|step|l|e|p|ic)\W*$/i.test(before) ||
    /^(?:weeks?|days?|hours?|w|h)$/i.test(unit)
  )
    return {};
  const each = /^(?:mo|month|monat|mois|mes)/i.test(unit) ? 12 : 1;
  const years = (number: string) => Math.floor(Number(number) / each);
  const isUpTo = !second && /\b(?:lt|less|under|below|up|max\w*)\b|</i.test(before);
  const [from, to] = [isUpTo ? 0 : years(first ?? ""), isUpTo ? first : second];
  const max = to === undefined ? undefined : Math.ceil(Number(to) / each);
  if (from > mostYears || (max ?? 0) > mostYears || (max !== undefined && max < from)) return {};
  return { experienceMin: from, ...(max !== undefined && { experienceMax: max }) };
}

/** The degree that fields for education ask. Of several the lowest: any of them will do. */
export function degreeFrom(fields: readonly string[]): Requirements {
  const levels = fields.map((field) => credentialOf(field.replaceAll("_", " ")));
  const lowest = degrees.find((degree) => levels.includes(degree));
  return lowest ? { degreeLevel: lowest } : {};
}

/** A category of credentials by the few words that are written there. */
const credentialOf = (category: string): Degree | undefined =>
  category.length > longest ? undefined : credentials.find(([, words]) => words.test(category))?.[0];

const credentials: [Degree, RegExp][] = [
  ["doctorate", /\b(?:doctora\w+|doctors?\b|ph\.?\s?d)/i],
  ["master", /\b(?:post[- ]?graduate|graduate degree|master|m\.?sc\b)/i],
  ["bachelor", /\b(?:bachelor|undergraduate|b\.?sc\b|(?:4|four)[- ]year)/i],
  ["associate", /\b(?:associate|(?:2|two)[- ]year)/i],
  ["none", /\b(?:high school|secondary|no requirements?|none|no degree|not required)\b/i],
];
