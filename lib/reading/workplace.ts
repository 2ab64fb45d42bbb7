import type { Workplace } from "@/lib/taxonomy/terms";
import { headerOf } from "./header";
import { inSmallLetters } from "./text";
import {
  type Cues,
  homeDays,
  idleAfter,
  idleBefore,
  inBody,
  inHead,
  officeDays,
  refusal,
  seldom,
  wholeWeek,
} from "./workplace-cues";

export type WorkplaceReading = { workplace: Workplace; start: number; end: number };

/**
 * Where a readable text says the work is done: remote where remote is allowed at all, hybrid where some office days are asked, else on
 * site. An outright refusal of remote work, or office days by the week, outrank every other mention. What its head says goes before its
 * body, where only phrases about the place of work count. Null where it says nothing.
 */
export function findWorkplace(source: string): WorkplaceReading | null {
  const head = headerOf(source);
  const text = inSmallLetters(source);
  const headEnd = head.at(-1)?.end ?? 0;
  // A headline may offer remote work beside days in an office; a sentence means what it says.
  const isHeadline = text.slice(0, headEnd).includes("|");
  const demanded = demandIn(text, isHeadline ? headEnd : 0);
  if (demanded) return demanded;
  const inHeadline = isHeadline ? demandIn(text.slice(0, headEnd), 0) : null;
  for (const { start, end } of head) {
    const found = inPart(
      withoutDays(text, start, end),
      start,
      end,
      isProse(text.slice(start, end)) ? inBody : inHead,
    );
    // "On-site (4 days)" leaves the fifth.
    if (found) return found.workplace === "onsite" && inHeadline ? inHeadline : found;
  }
  return inHeadline ?? inPart(text, 0, text.length, inBody);
}

/** The text with blanks in the place of days at home by the week: "Hybrid (2 days remote, 3 in Leeds)" is not remote. */
const withoutDays = (text: string, start: number, end: number) =>
  text.slice(0, start) +
  text.slice(start, end).replace(homeDays, (days) => " ".repeat(days.length)) +
  text.slice(end);

const isProse = (line: string) =>
  !line.includes("|") && line.trim().split(/\s+/).length > 4 && /[.!?](?:\s|$)/.test(line);

/** The same for a short line that is about the place of work, such as a field of a feed. */
export function workplaceIn(line: string): Workplace | null {
  const text = inSmallLetters(line);
  const found = inPart(text, 0, text.length, inHead)?.workplace ?? null;
  return found === "remote" && daysIn(text, 0, homeDays) ? "hybrid" : found;
}

/** What outranks every other mention, from a place in the text on: a refusal of remote work, and days in the office by the week. */
function demandIn(text: string, from: number): WorkplaceReading | null {
  const days = daysIn(text, from, officeDays) ?? daysIn(text, from, homeDays);
  const part = text.slice(from);
  const refused = [...part.matchAll(refusal)].find(
    ({ index }) =>
      !/\b(?:not|isn['’]t) (?:only|just|necessarily|exclusively) $/u.test(
        part.slice(Math.max(0, index - 24), index),
      ),
  );
  if (days) return days;
  if (!refused) return null;
  const at = { start: from + refused.index, end: from + refused.index + refused[0].length };
  const rest = text.replace(refusal, (words) => " ".repeat(words.length));
  const isHybrid =
    // "Hybrid / no remote"
    /\bhybrid\W{1,5}$/u.test(text.slice(Math.max(0, at.start - 12), at.start)) ||
    inPart(rest, 0, rest.length, { hybrid: inBody.hybrid }) !== null;
  return { workplace: isHybrid ? "hybrid" : "onsite", ...at };
}

function daysIn(text: string, from: number, pattern: RegExp): WorkplaceReading | null {
  for (const { 0: found, index } of text.slice(from).matchAll(pattern)) {
    const start = from + index;
    const end = start + found.length;
    const behind = text.slice(end, end + reach);
    const [beside = ""] = behind.slice(0, 14).split(/[\n.;()£€$]/u, 1);
    if (seldom.test(found + behind) || /^\s*(?:optional|if you)/u.test(behind)) continue;
    return {
      workplace: pattern === officeDays && wholeWeek.test(found + beside) ? "onsite" : "hybrid",
      start,
      end,
    };
  }
  return null;
}

const denied =
  /\b(?:no|not|without|non|isn['’]t|aren['’]t|never|rather than|instead of|don['’]t (?:do|offer|support))[ -](?:(?:a|an|any|currently|be|fully|offering?|doing|considering|open to)\s)*$/u;
const deniedAfter =
  /^\s*(?::\s*no\b|(?:work |roles? |\/ ?sponsorship )?(?:is|are) (?:not|n['’]t)\b|not (?:possible|available|allowed|an option)\b|interviews?\b|meetups?\b|retreats?\b|(?:gym|sports?|perks?|massages?|yoga|events?|snacks?|meals?|games?|parties|barista|chef|catering|amenities|events?|socials?|fitness|physio)\b|lunch|parking|(?:work |presence )?(?:at|with) (?:the |our )?(?:customers?|clients?)\b|customers?|visits?\b|(?:on )?(?:mon|tue|wed|thu|fri)(?:day|s|\b))/u;
/** "Relocation is an option but sponsorship / remote is not." */
const reach = 40;

function inPart(text: string, start: number, end: number, cues: Partial<Cues>): WorkplaceReading | null {
  const part = text.slice(start, end);
  for (const workplace of ["remote", "hybrid", "onsite"] as const) {
    const pattern = cues[workplace];
    if (!pattern) continue;
    for (const { 0: found, index } of part.matchAll(pattern)) {
      const after = part.slice(index + found.length, index + found.length + reach);
      if (deniedAfter.test(after)) continue;
      if (workplace !== "onsite" && denied.test(part.slice(Math.max(0, index - reach), index))) continue;
      if (workplace === "onsite" && perks.test(part.slice(Math.max(0, index - reach), index))) continue;
      if (workplace === "remote" && isIdle(part, index, index + found.length)) continue;
      // "On-site three times a month"
      const isSeldom =
        workplace === "onsite" && seldomAfter.test(part.slice(index + found.length, index + 2 * reach));
      return {
        workplace: isSeldom ? "hybrid" : workplace,
        start: start + index,
        end: start + index + found.length,
      };
    }
  }
  return null;
}

/** What is on site is food, or an interview. */
const perks =
  /\b(?:lunch(?:es)?|breakfasts?|meals|snacks|gym|parking|massages?|nursery|fitness|interviews?|services?)\b[^.;\n|]{0,30}$/u;
const seldomAfter =
  /^[^.;\n]{0,60}\b(?:\d|once|twice|one|two|three|four|few|couple)\b[^.;\n]{0,20}\b(?:a|per|each|every) (?:month|quarter)\b/u;

/** "part remote": some days at the office; "remote interviews", "work from anywhere for up to a month". */
function isIdle(part: string, start: number, end: number): boolean {
  const before = part.slice(Math.max(0, start - reach), start);
  const stopped = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("|")) + 1);
  const word = part.slice(start, end);
  const isOther = /^remote[- ](?:team|employees|candidates)/u.test(word) || !/^remote[- ]\w/u.test(word);
  return (
    /\bpart(?:ly|ial(?:ly)?)?[- ]$/u.test(stopped) ||
    (isOther && idleBefore.test(stopped)) ||
    /\b(?:occasional(?:ly)?|\d+ (?:days|weeks) of) $/u.test(stopped) ||
    idleAfter.test(part.slice(end, end + 2 * reach))
  );
}
