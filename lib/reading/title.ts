import { elementAt } from "@/lib/present";
import { headerOf } from "./header";

/** The words of a job's title, with their place. */
export type Title = { text: string; start: number; end: number };
export type Seniority = "junior" | "senior" | "staff";

const role =
  /\b(?:engineers?|engineering|developers?|devs?|programm?ers?|architects?|scientists?|administrators?|sysadmins?|analysts?|designers?|managers?|leads?|swes?|sres?|devops|qa|cto|interns?|internships?|consultants?|specialists?|directors?|researchers?|technicians?|eng|full[- ]?stack|back[- ]?end|front[- ]?end|head of|staff|principal)\b/iu;
const notTitle = /https?:|www\.|@|\b(?:full|part)[- ]?time\b.{0,30}$|\bsalary\b|\?$/iu;

/**
 * The titles that the head of a readable text states: the parts of its headline that name a role ("Acme | Senior Go Developer | Berlin"),
 * else its first line where that is one, else lines below "open roles". In their order; several where it hires for several.
 */
export function titlesOf(text: string): Title[] {
  const titles: Title[] = [];
  for (const line of headerOf(text)) {
    for (const part of partsOf(text, line)) {
      if (isRole(part.text) && part.text.length <= 120 && !isSentence(part.text)) titles.push(part);
    }
    if (titles.length > 0) break;
  }
  return titles.length > 0 ? titles : listedTitles(text);
}

/** Whether a part of a headline names a role. */
export const isRole = (part: string) => role.test(part);

const isSentence = (part: string) => /\b(?:we|we['’]re|you|our|is|are)\b/iu.test(part) || notTitle.test(part);

/** The parts of a headline between "|", bullets and spaced dashes. */
export function partsOf(text: string, line: { start: number; end: number }): Title[] {
  const parts: Title[] = [];
  const whole = text.slice(line.start, line.end);
  let start = 0;
  for (const { 0: sign, index } of whole.matchAll(/\s*\|\s*|\s+[•·–—]\s+|\s+-{1,2}\s+|$/g)) {
    const piece = whole.slice(start, index);
    const trimmed = piece.trim();
    if (trimmed !== "") {
      const from = line.start + start + piece.indexOf(trimmed);
      parts.push({ text: trimmed, start: from, end: from + trimmed.length });
    }
    start = index + sign.length;
  }
  return parts;
}

const hiring =
  /\b(?:hiring|looking for|seeking|searching for|need|want|join us as|open roles?|roles?|positions?|title)\b[^.\n]{0,20}?\b((?:an? |our |for )*)((?:[\p{L}\p{N}/.+#&-]+ ){0,5}(?:engineers?|developers?|architects?|programm?ers?|scientists?|administrators?)\b)/giu;

function listedTitles(text: string): Title[] {
  const titles: Title[] = [];
  for (const match of text.slice(0, 6_000).matchAll(hiring)) {
    const words = elementAt(match, 2);
    const start = match.index + match[0].length - words.length;
    titles.push({ text: words, start, end: start + words.length });
    if (titles.length === 6) break;
  }
  return titles;
}

const levels: [Seniority, RegExp][] = [
  ["staff", /\b(?:staff|principal|lead|leads|head|director|distinguished|vp)\b(?! generation)/iu],
  ["senior", /\b(?:senior|sr|snr)\b/iu],
  [
    "junior",
    /\b(?:junior|jr|interns?|internship|graduate|grad|entry[- ]level|trainee|apprentice|working student|werkstudent)\b/iu,
  ],
];

/**
 * The seniority that all titles have; null where one has none or another, since then the text is for several levels. `staff` for staff,
 * principal, lead and above.
 */
export function seniorityOf(
  titles: readonly Title[],
): { seniority: Seniority; start: number; end: number } | null {
  const found = titles.flatMap((title) => rolesIn(title));
  const [first] = found;
  if (!first || found.some(({ seniority }) => seniority !== first.seniority)) return null;
  return first.seniority === null ? null : { seniority: first.seniority, start: first.start, end: first.end };
}

/** "Senior Full-Stack Engineer & Data Scientist" is two roles. */
function rolesIn({ text, start }: Title) {
  const roles: { seniority: Seniority | null; start: number; end: number }[] = [];
  let at = 0;
  for (const piece of text.split(/(\s*(?:[,;&+]|\/(?=\s)|\band\b|\bor\b)\s*)/)) {
    const bare = piece.replace(/\([^)]*\)/g, "");
    if (role.test(bare) || levels.some(([, words]) => words.test(bare))) {
      const level = levels.find(([, words]) => words.test(bare));
      const word = level && bare.search(level[1]);
      const length = level ? (level[1].exec(bare)?.[0].length ?? 0) : 0;
      const from = start + at + (word ?? 0);
      roles.push({ seniority: level?.[0] ?? null, start: from, end: from + length });
    }
    at += piece.length;
  }
  return roles;
}
