import { daysBetween } from "@/lib/days";
import { counted } from "@/lib/plural";
import type { PublicPosting } from "@/lib/postings/shape";
import { formatPay } from "@/lib/postings/words";
import { degreeWords } from "@/lib/taxonomy/words";

/** How a posting's facts are written. Pure: the clock is an argument. Numbers and dates follow one locale, "en". */

type Salary = PublicPosting["salary"];

/** "≈ $98,000–121,000 a year", or null where the pay is in yearly dollars already. */
export function formatYearlyUsd(salary: Salary): string | null {
  if (salary.currency === "USD" && salary.period === "year") return null;
  const { min, max } = salary.yearlyUsd;
  return `≈ ${formatPay({ ...salary, min, max, currency: "USD" })} a year`;
}

/** "Bachelor’s in computer science, or equal experience"; null where the posting says nothing about it. */
export function formatDegree({ level, field, equalExperience }: PublicPosting["degree"]): string | null {
  if (level === null) return null;
  if (level === "none") return "No degree required";
  return `${degreeWords[level]}${field ? ` in ${field}` : ""}${equalExperience ? ", or equal experience" : ""}`;
}

/** "5–8 years", "3+ years", "up to 4 years"; null where nothing is asked. */
export function formatYears({ min, max }: { min: number | null; max: number | null }): string | null {
  if (min === null && max === null) return null;
  if (min === null) return `up to ${max} years`;
  if (max === null) return `${min}+ years`;
  return min === max ? `${min} years` : `${min}–${max} years`;
}

const dates = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "3 November 2026", in UTC: a date on a page is the same for every reader. */
export function formatDate(iso: string): string {
  return dates.format(new Date(iso));
}

/** "today", "1 day ago", "3 weeks ago". */
export function formatAge(iso: string, now: Date): string {
  const days = Math.max(0, Math.floor(daysBetween(new Date(iso), now)));
  if (days === 0) return "today";
  if (days < 14) return `${counted(days, "day")} ago`;
  if (days < 63) return `${Math.floor(days / 7)} weeks ago`;
  return `${Math.floor(days / 30)} months ago`;
}

/** Whole days from now to then, never under 0. */
export function daysUntil(iso: string, now: Date): number {
  return Math.max(0, Math.ceil(daysBetween(now, new Date(iso))));
}
