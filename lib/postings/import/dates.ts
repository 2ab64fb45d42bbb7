import { monthOf } from "@/lib/reading/resume/dates";

/** A date as feeds, boards and people write it; a day alone is its midnight in UTC, a month its first day. Null for anything else. */
export function dateOf(value: unknown): Date | null {
  if (typeof value === "number") return checked(new Date(value < 1e11 ? value * 1000 : value));
  if (value instanceof Date) return checked(value);
  if (typeof value !== "string") return null;
  const text = plain(value);
  if (/^\d{10}(?:\d{3})?$/.test(text)) return dateOf(Number(text));
  const day = dayIn(text);
  if (day) return checked(new Date(Date.UTC(day.year, day.month - 1, day.day ?? 1)));
  return isTime.test(text) && /\d{4}/.test(text) ? checked(new Date(inUtc(text))) : null;
}

/** When something ends that names a date: a day or a month alone lasts until its last second in UTC. Null for anything else. */
export function endOf(value: unknown): Date | null {
  const day = typeof value === "string" ? dayIn(plain(value)) : null;
  if (!day) return dateOf(value);
  const [month, last] = day.day === null ? [day.month, 0] : [day.month - 1, day.day];
  return checked(new Date(Date.UTC(day.year, month, last, 23, 59, 59)));
}

/** Without the marks that front matter puts around dates. */
const plain = (text: string) =>
  text
    .replace(/^!!timestamp\s*/, "")
    .replace(/^['"]|['"]$/g, "")
    .trim();

const isTime = /\d{1,2}:\d{2}/;

/** A time of day that names no zone is one of UTC, wherever it is read. */
function inUtc(text: string): string {
  if (/(?:Z|[+-]\d{2}:?\d{2}|\b[A-Z]{2,4}|\))$/i.test(text)) return text;
  return /^\d{4}-\d{2}-\d{2}[ T]/.test(text) ? `${text.replace(" ", "T")}Z` : `${text} UTC`;
}

type Day = { year: number; month: number; day: number | null };

/** Characters: more is a sentence. */
const longestDay = 40;

/**
 * A day or month without a time, in numbers ("2026-12-24", "24.12.2026", "12/24/2026") or with its month in a word of one of the languages
 * of résumés. "03/04/2026" may be either of two days, and is none.
 */
function dayIn(text: string): Day | null {
  if (text.length > longestDay || isTime.test(text)) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const numbers = (compact?.slice(1) ?? text.match(/\d+/g) ?? []).map(Number);
  const year = numbers.find((number) => number > 999 && number < 10_000);
  if (year === undefined || numbers.length > 3) return null;
  const rest = numbers.filter((number) => number !== year);
  if (rest.length === numbers.length - 1) {
    const word = (text.match(/\p{L}+/gu) ?? []).map(monthOf).findLast((month) => month !== null);
    if (word) return rest.length > 1 ? null : real(year, Number(word), rest[0] ?? null);
  }
  if (/\p{L}/u.test(text.replace(/[年月日号號년월일]/gu, ""))) return null;
  const [first = 0, second] = rest;
  if (second === undefined) return rest.length === 1 ? real(year, first, null) : null;
  if (numbers[0] === year) return real(year, first, second);
  if (first > 12 || first === second || text.includes(".")) return real(year, second, first);
  return second > 12 ? real(year, first, second) : null;
}

/** A day that the calendar has. */
function real(year: number, month: number, day: number | null): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === (day ?? 1) ? { year, month, day } : null;
}

const checked = (date: Date) => (date.getUTCFullYear() >= 1990 && date.getUTCFullYear() < 2100 ? date : null);
