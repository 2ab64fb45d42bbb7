import { countryName } from "@/lib/taxonomy/countries";
import { periodWords, workplaceWords } from "@/lib/taxonomy/words";
import type { PublicPosting } from "./shape";

/** Pay and places as pages and mails write them, in one locale, "en". */

type Salary = PublicPosting["salary"];

/** "€85,000–105,000", or one figure where both ends are the same; amounts in units of the currency. */
export function formatPay({ min, max, currency }: Pick<Salary, "min" | "max" | "currency">): string {
  const whole = Number.isInteger(min) && Number.isInteger(max);
  const money = moneyIn(currency, whole);
  if (min === max) return money.format(min);
  // The sign once, at the front: the range reads as one figure.
  const upper = money
    .formatToParts(max)
    .filter((part) => part.type !== "currency" && !(part.type === "literal" && part.value.trim() === ""))
    .map((part) => part.value)
    .join("");
  return `${money.format(min)}–${upper}`;
}

const monies = new Map<string, Intl.NumberFormat>();

/** Made once for each currency: a list of postings writes forty sums, and making one takes longer than writing them all. */
function moneyIn(currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${currency} ${whole}`;
  let money = monies.get(key);
  if (!money) {
    money = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      minimumFractionDigits: whole ? 0 : undefined,
      maximumFractionDigits: whole ? 0 : 2,
    });
    monies.set(key, money);
  }
  return money;
}

/** "a year", "an hour". */
export function formatPeriod(period: Salary["period"]): string {
  return periodWords[period];
}

/** "Lisbon and Porto, Portugal; Berlin, Germany": cities by country; a place without a city is its country. */
export function formatPlaces(places: PublicPosting["places"]): string {
  const cities = new Map<string, string[]>();
  for (const { city, country } of places) {
    cities.set(country, [...(cities.get(country) ?? []), ...(city ? [city] : [])]);
  }
  return [...cities].map(([country, names]) => formatPlace(formatList(names), country)).join("; ");
}

/** "Berlin, Germany"; a city that has the name of its country is there once: "Singapore". */
export function formatPlace(city: string | null, country: string): string {
  const name = countryName(country);
  return city && city !== name ? `${city}, ${name}` : name;
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

const lists = new Intl.ListFormat("en", { type: "conjunction" });

/** "Go, Kafka and Postgres". */
export function formatList(items: readonly string[]): string {
  return lists.format(items);
}

/** What is proposed to tell those who still wait when a posting closes. */
export const closingWords = (title: string) =>
  `Thank you for applying for “${title}”. We have closed this posting and will not take your application further. We are grateful for the time you gave it.`;
