import type { RequestBand } from "@/lib/taxonomy/terms";
import { numberWords } from "./experience";
import { inSmallLetters } from "./text";

type Place = { start: number; end: number };

/** What a text says of the work day and of the way to the job. What it does not say in figures is null. */
export type RealityReading = {
  /** One week on call in so many; null weeks for none at all. `paid` is null where the text says nothing of it. */
  onCall: ({ everyWeeks: number | null; paid: boolean | null } & Place) | null;
  /** Hours at most; 0 for none at all. */
  takeHome: ({ hours: number; paid: boolean | null } & Place) | null;
  deploysPerWeek: ({ value: number } & Place) | null;
  requestsPerSecond: ({ value: RequestBand } & Place) | null;
  interviewStages: ({ value: number } & Place) | null;
  interviewHours: ({ value: number } & Place) | null;
  teamSize: ({ value: number } & Place) | null;
};

/** The work days of a week. */
const workDays = 5;

const ordinals: Record<string, number> = {
  other: 2,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
};
const number = `\\d{1,3}|${Object.keys(numberWords).join("|")}`;
const numberOf = (word: string) => numberWords[word] ?? Number(word);

/** Figures in words: the whole text, in small letters like the patterns, is looked through once for each line of the card, within a sentence. */
const gap = "[^.;!?\\n→>]{0,60}?";
const call = "on[- ]?call";
const test =
  "(?:take[- ]?home|home ?work|home assignment|coding (?:assignment|task|challenge)|test task|trial task)";
const person = "(?:engineers|developers|people|persons|members|devs)";

const noOnCall = new RegExp(
  `\\b(?:no|without(?: any)?|there is no|never) ${call}\\b(?! (?:experience|knowledge))|\\b${call}(?: duty| rotation)?\\s?:\\s?(?:no|none|never)\\b`,
  "u",
);
const onCallWeeks = [
  `\\b${call}\\b${gap}\\b(?:one|1|a)(?: week)?(?: in| out of| of)(?: every)? (${number})(?: weeks?)?\\b`,
  `\\b${call}\\b${gap}\\b(?:once )?every (${number}|${Object.keys(ordinals).join("|")})(?:th)? weeks?\\b`,
  `\\b${call}\\b${gap}\\b(?:rotation|shared|split)\\b${gap}\\b(?:of|among|between|with) (${number}) ${person}\\b`,
  `\\b(?:one|1|a) week (?:in|out of|of)(?: every)? (${number})(?: weeks?)?\\b${gap}\\b${call}\\b`,
  `\\bevery (${number}|${Object.keys(ordinals).join("|")})(?:th)? weeks?\\b${gap}\\b${call}\\b`,
].map((pattern) => new RegExp(pattern, "u"));
const isUnpaid = /\b(?:unpaid|not (?:paid|compensated)|without (?:extra )?(?:pay|compensation))\b/u;
const isPaid = /\b(?:paid|compensated|remunerated|extra pay|(?:with|for) (?:extra )?(?:pay|compensation))\b/u;

const noTakeHome = new RegExp(
  `\\b(?:no|without(?: any| a)?|never a) ${test}s?\\b|\\b${test}s?\\s?:\\s?(?:no|none)\\b`,
  "u",
);
const hours = `(?:\\d{1,2}\\s?(?:-|–|to)\\s?)?(${number})(?:[- ]|\\s?)(hours?|hrs?|h|minutes?|mins?)\\b`;
const takeHomeHours = [
  new RegExp(`\\b${test}\\b${gap}(?<![\\w$€£.,])${hours}`, "u"),
  new RegExp(`(?<![\\w$€£.,])${hours}(?: \\p{L}+){0,2} ${test}\\b`, "u"),
];

const deploy = "(?:deploy(?:s|ed|ing|ments?)?|releas(?:e|es|ed|ing)|ship(?:s|ped|ping)? to production)";
const perWeek: [RegExp, (count: number) => number][] = [
  [
    new RegExp(
      `\\b${deploy}\\b(?: \\p{L}+){0,3} (${number}) ?(?:\\+|x|times)?(?: times)? (?:a|per|each|every) day\\b`,
      "u",
    ),
    (n) => n * workDays,
  ],
  [
    new RegExp(`\\b(${number})\\+? ${deploy}(?: to production)? (?:a|per|each|every) day\\b`, "u"),
    (n) => n * workDays,
  ],
  [
    new RegExp(
      `\\b${deploy}\\b(?: \\p{L}+){0,3} (${number}) ?(?:\\+|x|times)?(?: times)? (?:a|per|each|every) week\\b`,
      "u",
    ),
    (n) => n,
  ],
  [new RegExp(`\\b(${number})\\+? ${deploy}(?: to production)? (?:a|per|each|every) week\\b`, "u"), (n) => n],
  [new RegExp(`\\b(?:we )${deploy}(?: \\p{L}+){0,3} (?:daily|every day)\\b`, "u"), () => workDays],
  [/\bdaily (?:deploys|deployments|releases)\b/u, () => workDays],
  [new RegExp(`\\bwe ${deploy}(?: \\p{L}+){0,3} (?:weekly|every week|once a week)\\b`, "u"), () => 1],
];

const requests =
  /(?<![\w$€£.,])(\d{1,3}(?:[,.]\d{1,3})*)\s?(k|m|thousand|million)?\+?\s?(?:(?:api |http |web )?(?:requests?|reqs?|queries)(?:\s?\/\s?|\s(?:per|a|each|every)\s)(s|secs?|seconds?|m|mins?|minutes?)\b|(rps|qps)\b)/u;

const stages = [
  `\\b(${number})[- ](?:stages?|steps?|rounds?)(?: of)?(?: \\p{L}+)? (?:interviews?|hiring|process|selection)\\b`,
  `\\b(?:interview(?:s|ing)?|hiring|selection|application|recruit(?:ing|ment))(?: process)?\\b[^.;!?\\n]{0,30}?\\b(${number}) (?:stages|steps|rounds|interviews|conversations|calls)\\b`,
].map((pattern) => new RegExp(pattern, "u"));
/** "Process: call -> task -> meeting -> offer" */
const chain =
  /\b(?:interview(?:s|ing)?|hiring|process|selection)(?: process)?\s?:\s?((?:[^\n>→➔.]|\.(?=\S)){3,60}?(?:\s?(?:->|→|=>|➔|>)\s?(?:[^\n>→➔.]|\.(?=\S)){2,60}){1,8})/u;
const interviewHours = new RegExp(
  `\\b(?:interview(?:s|ing)?|hiring|selection)(?: process)?\\b${gap}\\b(${number}) (?:hours|hrs|h) (?:in total|total|overall|altogether|all in all)\\b`,
  "u",
);

const teams = [
  `\\b(?:join|work (?:in|with)|part of)(?: \\p{L}+){0,2} team of (?:about |around |currently )?(${number})\\b(?! (?:years|months|companies|teams|nationalities|countries|offices))`,
  `\\bteam of (?:about |around |currently )?(${number}) (?:\\p{L}+[- ]){0,2}(?:engineers|developers|devs)\\b`,
  `\\b(?:engineering|dev(?:elopment)?|backend|back-end|product|platform|software) team (?:of|is|has|counts) (?:about |around |currently )?(${number})\\b(?! (?:years|months|teams))`,
  `\\b(${number})[- ](?:person|people|engineer|developer)s?,? (?:\\p{L}+ )?(?:engineering|dev|development|backend|platform|product|software) team\\b`,
].map((pattern) => new RegExp(pattern, "u"));

/**
 * The facts of the reality card that a readable text states in figures, each with its place. Nothing is guessed: "on-call rotation" and "small
 * team" give nothing, and what comes several times counts where it comes first.
 */
export function readReality(source: string): RealityReading {
  const text = inSmallLetters(source);
  const found = (patterns: readonly RegExp[]) => firstOf(text, patterns);
  const valued = (patterns: readonly RegExp[], most: number, least = 1) => {
    const match = found(patterns);
    const value = match ? numberOf(match.words) : 0;
    return match && value >= least && value <= most ? { value, start: match.start, end: match.end } : null;
  };
  return {
    onCall: onCallIn(text),
    takeHome: takeHomeIn(text),
    deploysPerWeek: deploysIn(text),
    requestsPerSecond: requestsIn(text),
    interviewStages: valued(stages, 12) ?? chainIn(text),
    interviewHours: valued([interviewHours], 40),
    teamSize: valued(teams, 500, 2),
  };
}

type Found = Place & { words: string; unit: string };

/** The earliest place that one of the patterns fits, with what it captured. */
function firstOf(text: string, patterns: readonly RegExp[]): Found | null {
  let best: Found | null = null;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && (!best || match.index < best.start))
      best = {
        start: match.index,
        end: match.index + match[0].length,
        words: match[1] ?? "",
        unit: match[2] ?? "",
      };
  }
  return best;
}

/** Whether the sentence around a place says that it is paid, or that it is not. */
function paidNear(text: string, { start, end }: Place): boolean | null {
  const before =
    text
      .slice(Math.max(0, start - 20), start)
      .split(/[.;!?\n]/u)
      .at(-1) ?? "";
  const [behind = ""] = text.slice(end, end + 60).split(/[.;!?\n]/u, 1);
  const sentence = `${before}${text.slice(start, end)}${behind}`;
  return isUnpaid.test(sentence) ? false : isPaid.test(sentence) ? true : null;
}

function onCallIn(text: string): RealityReading["onCall"] {
  const none = noOnCall.exec(text);
  if (none) return { everyWeeks: null, paid: null, start: none.index, end: none.index + none[0].length };
  const found = firstOf(text, onCallWeeks);
  const weeks = found ? (ordinals[found.words] ?? numberOf(found.words)) : 0;
  if (!found || weeks < 1 || weeks > 52) return null;
  return { everyWeeks: weeks, paid: paidNear(text, found), start: found.start, end: found.end };
}

function takeHomeIn(text: string): RealityReading["takeHome"] {
  const none = noTakeHome.exec(text);
  if (none) return { hours: 0, paid: null, start: none.index, end: none.index + none[0].length };
  const found = firstOf(text, takeHomeHours);
  if (!found) return null;
  const count = numberOf(found.words);
  const isMinutes = /^m/u.test(found.unit);
  // What takes less than half an hour is a quiz.
  if (isMinutes && count < 30) return null;
  const hours = isMinutes ? Math.ceil(count / 60) : count;
  if (hours < 1 || hours > 40) return null;
  return { hours, paid: paidNear(text, found), start: found.start, end: found.end };
}

function deploysIn(text: string): RealityReading["deploysPerWeek"] {
  for (const [pattern, inWeek] of perWeek) {
    const found = firstOf(text, [pattern]);
    const value = found ? inWeek(numberOf(found.words)) : 0;
    if (found && value >= 1 && value <= 10_000) return { value, start: found.start, end: found.end };
  }
  return null;
}

function requestsIn(text: string): RealityReading["requestsPerSecond"] {
  const match = requests.exec(text);
  if (!match) return null;
  const [whole, figure = "", factor = "", unit = "s"] = match;
  const count = Number(figure.replace(/[,.](?=\d{3}\b)/gu, "").replace(",", "."));
  const times = /^k|^th/u.test(factor) ? 1_000 : factor === "" ? 1 : 1_000_000;
  const rate = (count * times) / (/^m/u.test(unit) ? 60 : 1);
  const value =
    rate < 10
      ? "under-10"
      : rate < 100
        ? "10-100"
        : rate < 1_000
          ? "100-1000"
          : rate < 10_000
            ? "1000-10000"
            : "over-10000";
  return { value, start: match.index, end: match.index + whole.length };
}

/** The steps between arrows, without the offer at their end. */
function chainIn(text: string): RealityReading["interviewStages"] {
  const match = chain.exec(text);
  const steps = match?.[1]
    ?.split(/->|→|=>|➔|>/u)
    .filter((step) => !/^\s*(?:offer|hired?|decision|start|done|contract|welcome|job)\b/u.test(step));
  if (!match || !steps || steps.length < 2) return null;
  return { value: steps.length, start: match.index, end: match.index + match[0].length };
}
