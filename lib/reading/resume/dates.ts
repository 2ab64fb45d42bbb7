import { elementAt } from "@/lib/present";

/**
 * A stretch of time as a résumé states it: "2018", "2018-09" or "2018-09-30". Without a start it is a single day, month or year; without
 * an end it goes on.
 */
export type Period = { started: string | null; ended: string | null };
export type PeriodAt = Period & { start: number; end: number };

/*
 * Months and the words around dates as résumés have them in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish,
 * Danish and Norwegian.
 */
const months = [
  "jan(?:uary|uar|uari|eiro|vier)?|janv|jänner|ene(?:ro)?|gen(?:naio)?|sty(?:czeń|cznia)?",
  "feb(?:ruary|ruar|ruari|rero|braio)?|f[ée]v(?:r(?:ier)?|ereiro)?|lut(?:y|ego)",
  "mar(?:ch|s|zo|ço|zec|ca|t)?|m[äa]rz|mrz|maart|mrt",
  "apr(?:il|ile)?|avr(?:il)?|abr(?:il)?|kwi(?:ecień|etnia)?",
  "mayo?|mai|mei|maja?|mag(?:gio)?|maio",
  "june?|juni|jun(?:io|ho)|juin|giu(?:gno)?|cze(?:rwiec|rwca)?",
  "july?|juli|jul(?:io|ho)|juil(?:let)?|lug(?:lio)?|lip(?:iec|ca)",
  "aug(?:ust|usti|ustus)?|ao[ûu]t|ago(?:sto)?|sie(?:rpień|rpnia)?",
  "sept?(?:ember|embre|iembre)?|set(?:embro|tembre|iembre)?|wrz(?:esień|eśnia)?",
  "oct(?:ober|obre|ubre)?|okt(?:ober)?|out(?:ubro)?|ott(?:obre)?|pa[źz](?:dziernik|dziernika)?",
  "nov(?:ember|embre|iembre|embro)?|lis(?:topad|topada)",
  "dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember|embro)?|dic(?:iembre|embre)?|gru(?:dzień|dnia)?",
];
const month = `(?:${months.join("|")})\\.?`;
const monthPatterns = months.map((names) => new RegExp(`^(?:${names})\\.?$`, "iu"));
const year = "(?:19[5-9]\\d|20\\d\\d)";
const shortYear = "['’]\\d\\d";
const about =
  "(?:spring|summer|fall|autumn|winter|early|mid|late|beginning of|end of|ca\\.?|circa|about|approx\\.?|anfang|mitte|ende|début|fin|principios de|finales de),?";
const quarter = `(?:Q[1-4]|[1-4]Q|H[12])[\\s/'’-]*${year}`;
const point = `(?:(?:\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+)?${month},?[\\s-]*(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:(?:of|de|del)\\s+)?(?:${year}|${shortYear})|${about}[\\s-]+${year}|${quarter}|${year}[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\\d{1,2})?(?!\\d)|(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?${year}|\\d{1,2}[/.]\\d{1,2}[/.]${year}|${year})`;
const dashWords =
  "to|until|till|through|bis(?:\\s+zum)?|[àa]|au|jusqu['’](?:à|en|au)|al?|até|hasta|tot(?:\\s+en\\s+met)?|t/m|do|til";
const dash = `\\s*(?:[-–—−→~]|(?<!\\p{L})(?:${dashWords})(?!\\p{L}))+\\s*`;
const nowWords =
  "present|current(?:ly)?|now|today|ongoing|to date|date|heute|jetzt|aktuell|laufend|derzeit|aujourd['’]hui|présent|actuel(?:lement)?|maintenant|en cours|ce jour|actualidad|presente|actual(?:mente)?|hoy|atual(?:mente)?|hoje|momento|oggi|attuale|in corso|heden|nu|obecnie|teraz|dziś|nuvarande|pågående|i dag|idag|nå|nåværende|حتى الآن|الآن|حاليا|حاليًا|היום|כיום";
const now = `(?:(?:the|la|el|le|o|l['’])\\s*)?(?:${nowWords})`;
const sinceWords = "since|from|seit|ab|depuis|desde|dal|da|sinds|vanaf|od|sedan|siden|fra|från";
const fromWords = "(?:(?:from|von|vom|de|du|del|dal|desde|van|od|från|fra)\\s+)?";
/** A month and a year of two digits each, which is a date only between two of them. */
const shortPoint = "(?:0[1-9]|1[0-2])/\\d\\d(?![\\d/])";
/** "2015–16": what is above twelve is no month. */
const shortEnd = "(?:1[3-9]|[2-4]\\d)(?![\\d/.-])";
const range = `(?:${fromWords}(${point}|(?<!\\d)${shortPoint})${dash}(${point}|${shortPoint}|${now})(?!\\p{L})|(${month})${dash}(${month},?\\s+${year})|(?:${sinceWords})\\s+(?:le\\s+|el\\s+)?(${point})|(${point})\\s*[-–—]\\s*$|(${year})[-–—](${shortEnd}))`;
const prefix =
  "(?:(?:expected|anticipated|graduat(?:ed|ion|ing)|class of|completed|conferred|awarded|dropped out|left|in)\\s*:?\\s*){0,2}";
const duration =
  "(?:\\d{1,2}\\s*(?:years?|yrs?)\\.?,?(?:\\s+(?:and\\s+)?\\d{1,2}\\s*(?:months?|mos?)\\.?)?|\\d{1,2}\\s*(?:months?|mos?)\\.?|less than a year)";
const howLong = `(?:\\s*[(·•|,-]?\\s*${duration}\\s*\\)?)?`;

const anyYear = new RegExp(`${year}|${shortYear}|${shortPoint}`, "u");
const wholeRange = new RegExp(`^[([]?\\s*${range}\\s*[)\\]]?${howLong}$`, "iu");
const wholePoint = new RegExp(`^[([]?\\s*${prefix}(${point})\\s*[)\\]]?$`, "iu");
const lastRange = new RegExp(`(?<=^|[\\s,(|·•:–—-])${range}\\s*[)\\]]?${howLong}\\s*$`, "iu");
const lastPoint = new RegExp(`(?:[(|·•–—]|,|\\s-)\\s*${prefix}(${point})\\s*[)\\]]?$`, "iu");
const expected = new RegExp(`,\\s*(?:expected|anticipated)\\s*:?\\s*(${point})(?=\\s*,)`, "iu");
/** Two years at the end of a line with words of their own around them: that there are dates is seen, and not which. */
const oddRange = new RegExp(
  `(?:^|[,(|·•\\t]|\\s-\\s)\\s*[^,(|·•]{0,16}(?<!\\d)${year}[^,(|·•]{0,8}${dash}[^,(|·•]{0,16}${year}[^,(|·•]{0,6}$`,
  "iu",
);
const firstRange = new RegExp(`^[([]?\\s*${range}(?=\\s*[)\\]:|,·•]|\\s+[-–—]?\\s*\\p{Lu})`, "iu");
const wholeDuration = new RegExp(`^[([]?${duration}[)\\]]?$`, "iu");

/** Characters: a longer cell is prose, whatever stands in it. */
const longestCell = 200;

/** A date as someone types it ("Sept 2018", "09/2018", "2018-09-30"), as precise as it is; null for what is none. */
export function dateFrom(text: string, edge: "start" | "end" = "start"): string | null {
  const words = text.trim().replace(/^(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/, "$1");
  const isDay = /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(words);
  if (isDay && new Date(words).toISOString().startsWith(words)) return words;
  return words.length < 40 && wholePoint.test(words) ? dateOf(words, edge) : null;
}

const wholeNow = new RegExp(`^${now}$`, "iu");

/** Whether the end of a stretch of time is said to be now: "Present", "heute". */
export const isNow = (text: string) => wholeNow.test(text.trim());

/** Whether a cell is nothing but a date or a stretch of time. */
export const isDate = (text: string) =>
  text.length < 60 && (wholeRange.test(text.trim()) || wholePoint.test(text.trim()));

/** "4 years 2 months". */
export const isDuration = (text: string) => text.length < 40 && wholeDuration.test(text.trim());

/**
 * The time that a cell of a line states: all of it, or at its end or its beginning. A single date counts where it is the whole cell or set
 * off from the rest. One that ends before it begins says nothing, and has neither. With its place in the cell; null where there is none.
 */
export function periodIn(text: string): PeriodAt | null {
  if (text.length > longestCell || !anyYear.test(text)) return null;
  for (const pattern of [wholeRange, lastRange, firstRange]) {
    const match = pattern.exec(text);
    if (match) return { ...ofRange(match), ...placeOf(text, match) };
  }
  const odd = oddRange.exec(text);
  if (odd) return { ...nothing, ...placeOf(text, odd) };
  for (const pattern of [wholePoint, lastPoint, expected]) {
    const match = pattern.exec(text);
    const ended = match && dateOf(elementAt(match, 1), "end");
    if (match && ended) return { started: null, ended, ...placeOf(text, match) };
  }
  return null;
}

/** An opening bracket before it belongs to it. */
function placeOf(text: string, match: RegExpExecArray) {
  const signs = /^[\s,|·•–—-]*/u.exec(match[0])?.[0].length ?? 0;
  const bracket = /[([]\s*$/.exec(text.slice(0, match.index))?.[0].length ?? 0;
  return { start: match.index + signs - bracket, end: match.index + match[0].length };
}

function ofRange([, from, to, fromMonth, toPoint, since, open, year, short]: RegExpExecArray): Period {
  if (year && short) {
    const ended = `${year.slice(0, 2)}${short}`;
    return ended > year ? { started: year, ended } : nothing;
  }
  if (since ?? open) return { started: dateOf((since ?? open) as string), ended: null };
  if (fromMonth && toPoint) {
    const ended = dateOf(toPoint, "end");
    const number = monthOf(fromMonth);
    return ended && number && number <= monthNumber(ended)
      ? { started: `${ended.slice(0, 4)}-${number}`, ended }
      : nothing;
  }
  const started = dateOf(from ?? "");
  const ended = isNow(to ?? "") ? null : dateOf(to ?? "", "end");
  const isTurned = ended !== null && ended.slice(0, started?.length) < (started ?? "").slice(0, ended.length);
  if (!started || isTurned) return nothing;
  return { started, ended };
}

const nothing: Period = { started: null, ended: null };
const monthNumber = (date: string) => date.slice(5, 7);

/** The number of the month that a word names, in two digits ("Sept." is "09"); null for a word that names none. */
export function monthOf(word: string): string | null {
  const at = monthPatterns.findIndex((pattern) => pattern.test(word));
  return at === -1 ? null : twoDigits(at + 1);
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

/** "Sept 2018", "09/2018", "2018/9" and "'18" as "2018-09" or "2018"; the day is left out. Of a quarter or half its first month, or its last. Null for no date. */
function dateOf(text: string, edge: "start" | "end" = "start"): string | null {
  const [, shortMonth, ofYear] = /^(\d\d)\/(\d\d)$/.exec(text) ?? [];
  if (shortMonth && ofYear) return `${Number(ofYear) > 60 ? 19 : 20}${ofYear}-${shortMonth}`;
  const full = new RegExp(year, "u").exec(text)?.[0];
  const short = /['’](\d\d)/u.exec(text)?.[1];
  const whole = full ?? (short && (Number(short) > 60 ? `19${short}` : `20${short}`));
  if (!whole) return null;
  const part = partOfYear(text);
  if (part) return `${whole}-${twoDigits(edge === "start" ? part.first : part.last)}`;
  const word = new RegExp(`(?<!\\p{L})${month}`, "iu").exec(text)?.[0];
  if (word) return `${whole}-${monthOf(word)}`;
  const numbers = text.replace(whole, " ").match(/\d{1,2}/g) ?? [];
  // "04/09/2018" may be April or September, and only its year is sure; "04.09.2018" and "30/09/2018" are days of September.
  const [only, other] = numbers;
  const isSure = numbers.length === 2 && !text.startsWith(whole);
  if (isSure && (text.includes(".") || Number(only) > 12) && Number(other) <= 12)
    return `${whole}-${twoDigits(Number(other))}`;
  if (isSure && Number(other) > 12 && Number(only) <= 12) return `${whole}-${twoDigits(Number(only))}`;
  if (numbers.length === 2 && text.startsWith(whole)) return `${whole}-${twoDigits(Number(only))}`;
  return numbers.length === 1 && only ? `${whole}-${twoDigits(Number(only))}` : whole;
}

/** "Q3" and "3Q" are the months 7 to 9, "H2" 7 to 12. */
function partOfYear(text: string): { first: number; last: number } | null {
  const found = /\b(?:(Q)([1-4])|([1-4])(Q)|(H)([12]))\b/iu.exec(text);
  if (!found) return null;
  const number = Number(found[2] ?? found[3] ?? found[6]);
  const size = found[5] ? 6 : 3;
  return { first: (number - 1) * size + 1, last: number * size };
}

/** Months counted from year 0: [from, until). */
export type Months = { from: number; until: number };

/**
 * The months of a period. A month that ends it counts whole, so that "May – Aug" is four; a year alone begins and ends it in January, so
 * that "2018 – 2020" is two years, and "2019 – 2019" one; a day ends it in the month before if it is the first of a month. What goes on
 * reaches to the end of the month of `now`; what is ahead of that counts nothing. Null where there is no start.
 */
export function monthsOf({ started, ended }: Period, now: Date): Months | null {
  if (!started) return null;
  const limit = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  const from = indexOf(started);
  if (ended === null) return from < limit ? { from, until: limit } : null;
  const isYear = ended.length === 4;
  const until = indexOf(ended) + (isYear || /^.{7}-01$/.test(ended) ? 0 : 1);
  const whole = isYear && started.length === 4 && until === from ? from + 12 : Math.max(until, from + 1);
  return from < limit ? { from, until: Math.min(whole, limit) } : null;
}

const indexOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;

/** Years of work, in tenths and rounded down: months that several periods share count once. Null where none has a start. */
export function yearsOf(periods: readonly Period[], now: Date): number | null {
  const stretches = periods.flatMap((period) => monthsOf(period, now) ?? []).sort((a, b) => a.from - b.from);
  if (stretches.length === 0) return null;
  let counted = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, until } of stretches) {
    counted += Math.max(0, until - Math.max(from, reached));
    reached = Math.max(reached, until);
  }
  return Math.floor((counted * 10) / 12) / 10;
}
