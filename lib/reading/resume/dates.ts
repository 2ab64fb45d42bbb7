import { elementAt } from "@/lib/present";

/**
 * A stretch of time as a résumé states it: "2018", "2018-09" or "2018-09-30". Without a start it is a single day, month or year; without
 * an end it goes on.
 */
export type Period = { started: string | null; ended: string | null };
export type PeriodAt = Period & { start: number; end: number };

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const year = "(?:19[5-9]\\d|20\\d\\d)";
const shortYear = "['’]\\d\\d";
const season = "(?:spring|summer|fall|autumn|winter),?";
const point = `(?:(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?${month},?\\s*(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:of\\s+)?(?:${year}|${shortYear})|${season}\\s+${year}|${year}[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\\d{1,2})?(?!\\d)|(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?${year}|\\d{1,2}[/.]\\d{1,2}[/.]${year}|${year})`;
const dash = "\\s*(?:-|–|—|−|→|~|\\bto\\b|\\buntil\\b|\\btill\\b|\\bthrough\\b)+\\s*";
const now = "(?:present|current(?:ly)?|now|today|ongoing|to date|date)";
const range = `(?:(${point})${dash}(${point}|${now})\\b|(${month})${dash}(${month},?\\s+${year})|(?:since|from)\\s+(${point})|(${point})\\s*[-–—]\\s*$)`;
const prefix =
  "(?:(?:expected|anticipated|graduat(?:ed|ion|ing)|class of|completed|conferred|awarded|in)\\s*:?\\s*){0,2}";
const duration =
  "(?:\\d{1,2}\\s*(?:years?|yrs?)\\.?,?(?:\\s+(?:and\\s+)?\\d{1,2}\\s*(?:months?|mos?)\\.?)?|\\d{1,2}\\s*(?:months?|mos?)\\.?|less than a year)";
const howLong = `(?:\\s*[(·•|,-]?\\s*${duration}\\s*\\)?)?`;

const wholeRange = new RegExp(`^[([]?\\s*${range}\\s*[)\\]]?${howLong}$`, "iu");
const wholePoint = new RegExp(`^[([]?\\s*${prefix}(${point})\\s*[)\\]]?$`, "iu");
const lastRange = new RegExp(`(?<=^|[\\s,(|·•:–—-])${range}\\s*[)\\]]?${howLong}\\s*$`, "iu");
const lastPoint = new RegExp(`(?:[(|·•–—]|,|\\s-)\\s*${prefix}(${point})\\s*[)\\]]?$`, "iu");
const firstRange = new RegExp(`^[([]?\\s*${range}(?=\\s*[)\\]:|,·•]|\\s+[-–—]?\\s*\\p{Lu})`, "iu");
const wholeDuration = new RegExp(`^[([]?${duration}[)\\]]?$`, "iu");

/** Characters: a longer cell is prose, whatever stands in it. */
const longestCell = 200;

/** A date as someone types it ("Sept 2018", "09/2018", "2018-09-30"), as precise as it is; null for what is none. */
export function dateFrom(text: string): string | null {
  const words = text.trim();
  if (/^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(words)) return words;
  return words.length < 40 && wholePoint.test(words) ? dateOf(words) : null;
}

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
  if (text.length > longestCell) return null;
  for (const pattern of [wholeRange, lastRange, firstRange]) {
    const match = pattern.exec(text);
    if (match) return { ...ofRange(match), ...placeOf(text, match) };
  }
  for (const pattern of [wholePoint, lastPoint]) {
    const match = pattern.exec(text);
    const ended = match && dateOf(elementAt(match, 1));
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

function ofRange([, from, to, fromMonth, toPoint, since, open]: RegExpExecArray): Period {
  if (since ?? open) return { started: dateOf((since ?? open) as string), ended: null };
  if (fromMonth && toPoint) {
    const ended = dateOf(toPoint);
    const number = monthOf(fromMonth);
    return ended && number && number <= monthNumber(ended)
      ? { started: `${ended.slice(0, 4)}-${number}`, ended }
      : nothing;
  }
  const started = dateOf(from ?? "");
  const ended = new RegExp(`^${now}$`, "iu").test(to ?? "") ? null : dateOf(to ?? "");
  const isTurned = ended !== null && ended.slice(0, started?.length) < (started ?? "").slice(0, ended.length);
  if (!started || isTurned) return nothing;
  return { started, ended };
}

const nothing: Period = { started: null, ended: null };
const monthNumber = (date: string) => date.slice(5, 7);

function monthOf(word: string): string | null {
  const at = months.indexOf(word.slice(0, 3).toLowerCase());
  return at === -1 ? null : String(at + 1).padStart(2, "0");
}

/** "Sept 2018", "09/2018", "2018/9" and "'18" as "2018-09" or "2018"; the day is left out. Null for no date. */
function dateOf(text: string): string | null {
  const full = new RegExp(year, "u").exec(text)?.[0];
  const short = /['’](\d\d)/u.exec(text)?.[1];
  const whole = full ?? (short && (Number(short) > 60 ? `19${short}` : `20${short}`));
  if (!whole) return null;
  const word = new RegExp(`\\b${month}`, "iu").exec(text)?.[0];
  if (word) return `${whole}-${monthOf(word)}`;
  const numbers = text.replace(whole, " ").match(/\d{1,2}/g) ?? [];
  // "04/09/2018" may be April or September: only the year is sure.
  const [only] = numbers;
  if (numbers.length === 2 && text.startsWith(whole)) return `${whole}-${String(only).padStart(2, "0")}`;
  return numbers.length === 1 && only ? `${whole}-${only.padStart(2, "0")}` : whole;
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
