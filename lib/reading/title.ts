import { elementAt } from "@/lib/present";
import { headerOf } from "./header";

/** The words of a job's title, with their place. */
export type Title = { text: string; start: number; end: number };
export type Seniority = "junior" | "mid" | "senior" | "staff";

const role =
  /\b(?:engineers?|engineering|developers?|devs?|programm?ers?|architects?|scientists?|administrators?|sysadmins?|analysts?|designers?|managers?|leads?|swes?|sres?|devops|qa|cto|interns?|internships?|consultants?|specialists?|directors?|researchers?|technicians?|eng|full[- ]?stack|back[- ]?end|front[- ]?end|head of|staff|principal)\b/iu;
const notTitle = /https?:|www\.|@|\b(?:full|part)[- ]?time\b.{0,30}$|\bsalary\b|\?$|^\S+\.\p{L}{2,}$/iu;

/**
 * The titles that the head of a readable text states: the parts of its headline that name a role ("Acme | Senior Go Developer | Berlin"),
 * else its first line where that is one, else lines below "open roles". In their order; several where it hires for several.
 */
export function titlesOf(text: string): Title[] {
  const titles: Title[] = [];
  let end = 0;
  for (const line of headerOf(text)) {
    titles.push(...partsOf(text, line).map(bareTitle).filter(isTitle));
    end = line.end + 1;
    if (titles.length > 0) break;
  }
  return titles.length > 0
    ? [...titles, ...laterTitles(text, end)]
    : [...listedTitles(text), ...lineTitles(text)].slice(0, 6);
}

/** Lines of the body that are nothing but a title. */
function lineTitles(text: string): Title[] {
  const titles: Title[] = [];
  for (const { 0: line, 1: mark = "", index } of text
    .slice(0, 6_000)
    .matchAll(
      /^([^\S\n]*(?:[-*•#]{1,3}[^\S\n]+)?(?:\d{1,2}\s?[xX×]?\s)?)(\p{Lu}[^\n.:!?|]{4,70}?)(?=[^\S\n]*(?:$|:|\||\s[-–—]\s))/gmu,
    )) {
    const words = line.slice(mark.length).trimEnd();
    const start = index + mark.length;
    if (
      person.test(words) &&
      !isCompany(words) &&
      words.split(" ").length <= 8 &&
      !isSentence(words) &&
      (!/,\s.*,|\band\b/u.test(words) || isTitleFirst(words))
    )
      titles.push(bareTitle({ text: words, start, end: start + words.length }));
  }
  return titles;
}

/** "Senior Engineer, Back-end, Payments": behind the title stand what it is for, and no other people. */
function isTitleFirst(words: string): boolean {
  const [first = "", ...others] = words.split(/,\s/u);
  return (
    person.test(first) &&
    first.includes(" ") &&
    !others.some((part) => person.test(part) || /\band\b/u.test(part))
  );
}

const label = /^(?:role|(?:job )?title|position|(?:now |we['’]re |we are )?hiring|open roles?)\s?:\s*/iu;
/** What adverts say of whom they look for, and of how many: no words of the title. */
const praise =
  /^(?:(?:an?|the|our|some|\d{1,2}|one|two|three|more|another|and|or|extremely|highly|very|truly|really|exceptional(?:ly)?|incredibl[ey]|talented|skilled|experienced|seasoned|passionate|motivated|self-motivated|versatile|outstanding|amazing|awesome|great|strong|best|top|world-class|brilliant|curious|ambitious|driven|hungry|early(?= \p{L}+$)|collaborative|hands-on|full[- ]time|part[- ]time|fully|remote(?! (?:sensing|support|desktop|systems))|on-?site|[\p{Lu}][\p{L}.]+-based)(?:,|\s\/)?\s+)+(?=[\p{L}\p{N}])/iu;

/** A title without its label, praise of the person, an address or pay behind it, and a bracket without its other half. */
function bareTitle({ text, start, end }: Title): Title {
  const [before = ""] = label.exec(text) ?? [];
  const labelled = text.slice(before.length);
  const [praised = ""] = isRole(labelled) ? (praise.exec(labelled) ?? []) : [];
  const kept = labelled.slice(praised.length);
  const own = isRole(kept) && kept !== "" ? kept : labelled;
  let bare = own.replace(/[\s(]*\bhttps?(?::.*)?$|\s*[/,;(]\s*[$€£¥₹]\s?\d.*$/u, "").trimEnd();
  if (/[)\]]$/u.test(bare) && !/[([]/u.test(bare)) bare = bare.slice(0, -1).trimEnd();
  const from = start + text.indexOf(own);
  return bare === text ? { text, start, end } : { text: bare, start: from, end: from + bare.length };
}

const isTitle = (part: Title) => isRole(part.text) && part.text.length <= 120 && !isSentence(part.text);

/** Whether a part of a headline names a role. "Architect Financial Technologies" is a company, and ".dev" an address. */
export const isRole = (part: string) => role.test(part.replace(address, " ")) && !isCompany(part);
const address = /https?:\S+|\b[\w-]+\.\p{Ll}{2,}\b/gu;
const isCompany = (part: string) =>
  /^(?:Architect|Engineer|Developer|Designer|Director|Manager|Staff|Principal|Lead)s?(?: \p{Lu}\p{Ll}+){2,3}$/u.test(
    part,
  ) && !role.test(part.slice(part.indexOf(" ")));

const isTold = (words: string) =>
  /\b(?:we|we['’]re|you|our|is|are|has|have|needs|who|I['’]m|I am|my)\b|^(?:founded|built|backed|created|made|run|started|led) by\b|^(?:check|see|apply|visit|come|help(?! ?(?:desk|cent))|join)\b/iu.test(
    words,
  );
const isSentence = (part: string) => isTold(part) || notTitle.test(part) || isWhole.test(part);
/** Five words or more and a full stop: no title ends so, but for "Inc." or "etc." */
const isWhole = /^(?:\S+\s+){4,40}(?!(?:Inc|Ltd|Co|Corp|etc|eng|engr)\.)\S*\p{Ll}{2}\.$/iu;

/** The parts of a headline between "|", bullets and spaced dashes. */
export function partsOf(text: string, line: { start: number; end: number }): Title[] {
  const parts: Title[] = [];
  const whole = text.slice(line.start, line.end);
  let start = 0;
  for (const { 0: sign, index } of whole.matchAll(
    /\[[^\]\n]{0,120}\](?=\s\p{L})|\s*\|\s*|\s+[•·–—]\s+|\s+-{1,2}\s+|$/gu,
  )) {
    if (sign.startsWith("[")) continue;
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

const word = "(?:\\.(?=NET\\b))?[\\p{L}\\p{N}/+#&-][\\p{L}\\p{N}/.+#&-]*(?<!\\.)";
const hiring = new RegExp(
  `\\b(?:hiring|looking for|seeking|seeks|searching for|recruit(?:s|ing)|needs?|want|join us as|open roles?|roles?|positions?|title)\\b(?:[^.\\n]|\\.(?=\\S)){0,24}?\\b((?:an? |our |for )*)((?:${word} ){0,5}(?:directors? of (?:\\p{Lu}\\p{L}+ ?){1,3}|engineers?|developers?|architects?|programm?ers?|scientists?|administrators?)\\b)`,
  "giu",
);

/** "Roles: Staff Engineer; Data Engineer" */
const list = /^[^\S\n]*(?:open |current )?(?:roles|positions|openings|jobs)\s?:\s*([^\n]{8,300})$/gimu;

function listedTitles(text: string): Title[] {
  const titles: Title[] = [];
  for (const match of text.slice(0, 6_000).matchAll(hiring)) {
    const whole = elementAt(match, 2).trimEnd();
    const from = match.index + match[0].lastIndexOf(whole);
    const { text: words, start } = bareTitle({ text: whole, start: from, end: from + whole.length });
    if (isTold(words) || /^(?:of|for|to|in|with)\b/u.test(words)) continue;
    // "We also need engineers" names no other role.
    if (words.includes(" ") || titles.length === 0)
      titles.push({ text: words, start, end: start + words.length });
    if (titles.length === 6) break;
  }
  for (const match of text.slice(0, 6_000).matchAll(list)) {
    const items = elementAt(match, 1);
    const parts = [...items.matchAll(/[^;]+/gu)].map(({ 0: item, index }) => {
      const start = match.index + match[0].length - items.length + index + item.search(/\S/u);
      return bareTitle({ text: item.trim(), start, end: start + item.trim().length });
    });
    if (parts.filter(isTitle).length > 1) return parts.filter(isTitle).slice(0, 6);
  }
  const [first, ...more] = titles;
  return first && !first.text.includes(" ") && more.length > 0 ? more : titles;
}

/** "2) Backend Engineer", and no step on the way to the job: "2) Chat with the Engineering Manager". */
const numbered =
  /^\s*\d{1,2}[.)]\s+(?=\p{Lu}[^.:!?|]{4,70}$)(?![^\n]*(?:\s\p{Ll}{4,}|\b(?:[Cc]hat|[Cc]all|[Ii]nterview|[Ss]creen|[Mm]eeting|[Cc]hallenge)\b))/u;

/** The roles of further headlines: lines below that are parted by "|" too, stand behind a line of dashes or are nothing but a numbered title. */
function laterTitles(text: string, from: number): Title[] {
  const titles: Title[] = [];
  let isBehindDashes = false;
  let start = from;
  for (const line of text.slice(from, from + 6_000).split("\n")) {
    const isHeadline =
      line.length <= 240 &&
      (/[^|]{3}\|[^|]{3}/u.test(line) || (isBehindDashes && line.length <= 100) || numbered.test(line));
    if (isHeadline && !isTold(line))
      titles.push(
        ...partsOf(text, {
          start: start + (numbered.exec(line)?.[0].length ?? 0),
          end: start + line.length,
        })
          .map(bareTitle)
          .filter((part) => isTitle(part) && person.test(part.text)),
      );
    if (line.trim() !== "") isBehindDashes = /^\s*[-–—_=*]{3,}\s*$/u.test(line);
    start += line.length + 1;
    if (titles.length >= 6) break;
  }
  return titles;
}

const levels: [Seniority, RegExp][] = [
  ["mid", /\b(?:mid|middle|medior|intermediate)\b(?!ware)(?:[- ]level)?/iu],
  [
    "staff",
    /\b(?:staff|principal|lead|leads|head|director|distinguished|vp|vice president|cto)\b(?! generation|-track)/iu,
  ],
  ["senior", /\b(?:senior|sr|snr)\b/iu],
  [
    "junior",
    /\b(?:junior|jr|interns?|internship|graduate|grad|entry[- ]level|trainee|apprentice|working student|werkstudent)\b/iu,
  ],
];

/**
 * The seniority that all titles have; null where one has none, several or another, since then the text is for several levels. `staff` for staff,
 * principal, lead and above.
 */
export function seniorityOf(
  titles: readonly Title[],
): { seniority: Seniority; start: number; end: number } | null {
  const found = titles.flatMap((title) => rolesIn(title));
  const [first] = found;
  const level = first?.levels[0];
  if (
    !level ||
    found.some(
      ({ levels }) => levels.some(({ seniority }) => seniority !== level.seniority) || levels.length === 0,
    )
  )
    return null;
  return level;
}

type Level = { seniority: Seniority; start: number; end: number };

/** Nouns for a person in a role: what has none goes with the role beside it ("Senior Product & Platform Engineer"). */
export const person =
  /\b(?:engineers?|developers?|devs?|programm?ers?|architects?|scientists?|administrators?|sysadmins?|analysts?|designers?|managers?|leads?(?!\s\p{L})|swes?|sres?|ctos?|interns?|internships?|consultants?|specialists?|directors?|researchers?|technicians?|mles?|head of|vps?|vice president)\b/iu;

/** "(TypeScript)", and not "(Senior)" or "(new grad)". */
const otherBracket =
  /\((?!(?:mid|senior|sr|staff|principal|lead|junior|jr|new grad|graduate|intern|entry)(?:[- ]level)?[.+]?\))[^)]*\)/giu;

/** "Senior Full-Stack Engineer & Data Scientist" is two roles; "Junior/Mid/Senior Engineers" one of three levels. */
function rolesIn({ text, start }: Title): { levels: Level[] }[] {
  const roles: { levels: Level[]; hasPerson: boolean; isBehindSlash: boolean }[] = [];
  let isBehindSlash = false;
  let at = start;
  for (const piece of text.split(
    /(\s*(?:[,;&+]|\/|\band\b|\bor\b)\s*|(?<=\b(?:mid|middle|junior|intermediate))\s?[-–]\s?(?=senior))/iu,
  )) {
    const bare = piece
      .replace(otherBracket, (words) => " ".repeat(words.length))
      .replace(/\bmembers? of (?:the )?technical staff\b/giu, (words) => "engineer".padEnd(words.length));
    const found = levels.flatMap(([seniority, words]) => {
      const match = words.exec(bare);
      return match ? [{ seniority, start: at + match.index, end: at + match.index + match[0].length }] : [];
    });
    const hasPerson = person.test(bare);
    const open = roles.at(-1);
    // "Lead Developer / Engineer" is one role by two names.
    const isOtherName = isBehindSlash && hasPerson && found.length === 0 && /^\s*\p{L}+\s*$/u.test(bare);
    if (open && (!open.hasPerson || isOtherName || (!hasPerson && found.length === 0))) {
      open.levels.push(...found);
      open.hasPerson ||= hasPerson;
    } else if (hasPerson || found.length > 0 || role.test(bare))
      roles.push({ levels: found, hasPerson, isBehindSlash });
    isBehindSlash = piece.trim() === "/";
    at += piece.length;
  }
  // "Senior Engineer & Senior Data Scientist/ML Engineer": two say it, so the other name of the second does not say otherwise.
  const isSaidTwice = roles.filter((one) => one.levels.length > 0).length > 1;
  return roles.filter((one) => !(isSaidTwice && one.isBehindSlash && one.levels.length === 0));
}
