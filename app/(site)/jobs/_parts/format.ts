import type { PublicPosting } from "@/lib/postings/shape";
import { countryName } from "@/lib/taxonomy/countries";
import { degreeWords, periodWords, workplaceWords } from "@/lib/taxonomy/words";

/** How a posting's facts are written. Pure: the clock is an argument. Numbers and dates follow one locale, "en". */

type Salary = PublicPosting["salary"];

/** "€85,000–105,000", or one figure where both ends are the same; amounts in units of the currency. */
export function formatPay({ min, max, currency }: Pick<Salary, "min" | "max" | "currency">): string {
  const whole = Number.isInteger(min) && Number.isInteger(max);
  const money = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    minimumFractionDigits: whole ? 0 : undefined,
    maximumFractionDigits: whole ? 0 : 2,
  });
  if (min === max) return money.format(min);
  // The sign once, at the front: the range reads as one figure.
  const upper = money
    .formatToParts(max)
    .filter((part) => part.type !== "currency" && !(part.type === "literal" && part.value.trim() === ""))
    .map((part) => part.value)
    .join("");
  return `${money.format(min)}–${upper}`;
}

/** "a year", "an hour". */
export function formatPeriod(period: Salary["period"]): string {
  return periodWords[period];
}

/** "≈ $98,000–121,000 a year", or null where the pay is in yearly dollars already. */
export function formatYearlyUsd(salary: Salary): string | null {
  if (salary.currency === "USD" && salary.period === "year") return null;
  const { min, max } = salary.yearlyUsd;
  return `≈ ${formatPay({ ...salary, min, max, currency: "USD" })} a year`;
}

/** "Lisbon and Porto, Portugal; Berlin, Germany": cities by country; a place without a city is its country. */
export function formatPlaces(places: PublicPosting["places"]): string {
  const cities = new Map<string, string[]>();
  for (const { city, country } of places) {
    cities.set(country, [...(cities.get(country) ?? []), ...(city ? [city] : [])]);
  }
  return [...cities]
    .map(([country, names]) =>
      [names.length > 0 && formatList(names), countryName(country)].filter(Boolean).join(", "),
    )
    .join("; ");
}

/** "Remote · Spain, Portugal and 4 more", "Hybrid · Berlin, Germany". `most` caps the names of countries and places. */
export function formatWhere(
  posting: Pick<PublicPosting, "workplace" | "places" | "hiringCountries">,
  most = 3,
): string {
  const { workplace, places, hiringCountries } = posting;
  const word = workplaceWords[workplace];
  const all = workplace === "remote" ? hiringCountries : places;
  if (all.length === 0) return word;
  const rest = all.length > most ? ` and ${all.length - most} more` : "";
  if (workplace !== "remote") return `${word} · ${formatPlaces(places.slice(0, most))}${rest}`;
  const names = hiringCountries.slice(0, most).map(countryName);
  return `${word} · ${rest ? names.join(", ") + rest : formatList(names)}`;
}

/** "Bachelor’s in computer science, or equal experience"; null where the posting says nothing about it. */
export function formatDegree({ level, field, equalExperience }: PublicPosting["degree"]): string | null {
  if (level === null) return null;
  if (level === "none") return "No degree asked";
  return `${degreeWords[level]}${field ? ` in ${field}` : ""}${equalExperience ? ", or equal experience" : ""}`;
}

/** "5–8 years", "3+ years", "up to 4 years"; null where nothing is asked. */
export function formatYears({ min, max }: { min: number | null; max: number | null }): string | null {
  if (min === null && max === null) return null;
  if (min === null) return `up to ${max} years`;
  if (max === null) return `${min}+ years`;
  return min === max ? `${min} years` : `${min}–${max} years`;
}

/** "Go, Kafka and Postgres". */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(items);
}

/** "3 November 2026", in UTC: a date on a page is the same for every reader. */
export function formatDate(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(iso));
}

const dayMs = 86_400_000;

/** "today", "1 day ago", "3 weeks ago". */
export function formatAge(iso: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / dayMs));
  if (days === 0) return "today";
  if (days < 14) return `${days} ${days === 1 ? "day" : "days"} ago`;
  if (days < 63) return `${Math.floor(days / 7)} weeks ago`;
  return `${Math.floor(days / 30)} months ago`;
}

/** Whole days from now to then, never under 0. */
export function daysUntil(iso: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(iso) - now.getTime()) / dayMs));
}
