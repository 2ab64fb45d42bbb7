import { elementAt } from "@/lib/present";
import { resolveSkill, skillEntry } from "@/lib/taxonomy/catalogue";
import type { Degree } from "@/lib/taxonomy/terms";
import { levelOf } from "./resume/education";

/** What somebody says of themselves in a line: "go 4, postgres 6, kafka, 8 years, bachelor". Years are null where none are told. */
export type Have = {
  skills: { slug: string; label: string; years: number | null }[];
  years: number | null;
  degree: Degree | null;
  /** Words that name nothing we know, as they were typed. */
  unknown: string[];
};

/** Characters: more is no line. */
const longest = 2_000;
/** Words that the name of a skill has at most. */
const longestName = 4;

const number = "(\\d{1,2}(?:[.,]\\d)?)\\+?";
const unit = "(?:years?|yrs?|y)";
const withYears = new RegExp(
  `^(.*[^\\s:(=–-])[\\s:(=–-]+${number}\\s*${unit}?\\)?(?:\\s+(?:of\\s+)?experience)?$`,
  "iu",
);
const yearsFirst = new RegExp(
  `^${number}\\s*${unit}?\\s*(?:of\\s+)?(?:experience\\s*)?(?:of|with|in)?\\s*(.*)$`,
  "iu",
);
const filler =
  /^(?:with|of|in|and|the|a|an|some|years?|yrs?|y|experience|for|using|total|i|know|have|degree)$/iu;

/** Reads a list of skills with the years of each, with the years in all and the degree among them, in whatever form it is written. */
export function readHave(text: string): Have {
  const have: Have = { skills: [], years: null, degree: null, unknown: [] };
  for (const part of text.slice(0, longest).split(/[,;\n•|]+|\s+and\s+/u)) readPart(part.trim(), have);
  return have;
}

function readPart(part: string, have: Have) {
  if (part === "" || addSkill(have, part, null)) return;
  const [, name = "", behind] = withYears.exec(part) ?? [];
  if (addSkill(have, name, yearsIn(behind))) return;
  const [, before, rest = ""] = yearsFirst.exec(part) ?? [];
  if (before !== undefined && rest === "") have.years = yearsIn(before);
  else if (before === undefined || !addSkill(have, rest, yearsIn(before))) {
    const degree = levelOf(part);
    if (degree) have.degree ??= degree;
    else readWords(part.split(/\s+/u), have);
  }
}

/** Without commas: "go 4 postgres 6 kafka". Each name is as long as can be, and a number behind it is its years. */
function readWords(words: string[], have: Have) {
  for (let first = 0; first < words.length; ) {
    const length = lengthOfName(words.slice(first, first + longestName));
    const word = elementAt(words, first);
    if (length === 0) {
      if (!filler.test(word) && !/^\d/.test(word)) have.unknown.push(word);
      first++;
      continue;
    }
    const years = /^\(?\d{1,2}(?:[.,]\d)?\+?\)?$/u.exec(words[first + length] ?? "")?.[0];
    addSkill(have, words.slice(first, first + length).join(" "), yearsIn(years?.replace(/[^\d.,]/gu, "")));
    first += length + (years ? 1 : 0);
  }
}

const lengthOfName = (words: string[]) =>
  words
    .map((_, at) => words.length - at)
    .find((length) => resolveSkill(words.slice(0, length).join(" ")) !== null) ?? 0;

const yearsIn = (text: string | undefined) => (text === undefined ? null : Number(text.replace(",", ".")));

/** False where the name is of no skill. A skill that is told twice has the years that are told, and the more of them. */
function addSkill(have: Have, name: string, years: number | null): boolean {
  const slug = name === "" ? null : resolveSkill(name);
  if (slug === null) return false;
  const known = have.skills.find((skill) => skill.slug === slug);
  if (known) known.years = Math.max(known.years ?? 0, years ?? 0) || null;
  else have.skills.push({ slug, label: skillEntry(slug)?.label ?? slug, years });
  return true;
}

/** The same as a line that reads back to it, without what was not understood. */
export const haveLine = ({ skills, years, degree }: Omit<Have, "unknown">): string =>
  [
    ...skills.map(({ label, years: each }) => (each === null ? label : `${label} ${each}`)),
    ...(years === null ? [] : [`${years} years`]),
    ...(degree === null || degree === "none" ? [] : [degreeWord[degree]]),
  ].join(", ");

const degreeWord = {
  associate: "associate degree",
  bachelor: "bachelor",
  master: "master",
  doctorate: "doctorate",
};
