import { cityMapping } from "city-timezones";
import { slugOf } from "@/lib/slug";
import { foldPlace } from "./place-names";
import { statesNamed } from "./states";

/** A city that a place may be picked from. Coordinates in degrees; the country is ISO 3166 alpha-2. */
export type City = {
  slug: string;
  name: string;
  country: string;
  latitude: number;
  longitude: number;
  timezone: string;
  population: number;
  /** The letters of its state or province, where those of its country have letters. */
  state: string | null;
};

/** Fewer people than this, and a city is not offered as a place. */
const smallestPopulation = 50_000;

/** Two territories for which the source carries no alpha-2 code. XK is the code in general use for Kosovo. */
const missingCodes: Record<string, string> = { KOS: "XK", SOL: "SO" };

/**
 * Every city of at least 50,000 people, largest first, each with a slug of its own: the name; where a larger city has that,
 * name and country; where that is taken too, name, country and province. Population and coordinates are those of the
 * city-timezones package.
 */
export function listKnownCities(): City[] {
  const taken = new Set<string>();
  const known: City[] = [];
  for (const row of sortedRows()) {
    const country = countryOf(row);
    const parts = [row.city_ascii, country, row.province, String(Math.round(row.lat * 100))];
    const slug = parts
      .map((_, at) => slugOf(parts.slice(0, at + 1).join(" ")))
      .find((candidate) => !taken.has(candidate));
    if (!slug) continue;
    taken.add(slug);
    known.push({
      slug,
      name: row.city,
      country,
      latitude: round(row.lat),
      longitude: round(row.lng),
      timezone: row.timezone ?? timezoneNear(row),
      population: Math.round(row.pop),
      state: statesNamed(foldPlace(row.province)).find((state) => state.country === country)?.letters ?? null,
    });
  }
  return known;
}

let states: Map<string, string | null> | undefined;

/** The letters of the state or province that a known city lies in, by its slug; null where those of its country have none. */
export function stateOfCity(slug: string): string | null {
  states ??= new Map(listKnownCities().map((city) => [city.slug, city.state]));
  return states.get(slug) ?? null;
}

type CityRow = Omit<(typeof cityMapping)[number], "timezone" | "iso2"> & {
  timezone: string | null;
  iso2: string | number;
};
const rows = cityMapping as readonly CityRow[];

function sortedRows() {
  return rows
    .filter((row) => row.pop >= smallestPopulation && countryOf(row) !== "")
    .sort((a, b) => b.pop - a.pop || a.lat - b.lat || a.lng - b.lng);
}

function countryOf({ iso2, iso3 }: CityRow): string {
  return typeof iso2 === "string" && iso2.length === 2 ? iso2 : (missingCodes[iso3] ?? "");
}

/** A few rows have no zone: theirs is that of the nearest city of the same country. */
function timezoneNear(row: CityRow): string {
  const away = (other: CityRow) => (other.lat - row.lat) ** 2 + (other.lng - row.lng) ** 2;
  const neighbours = rows.filter((other) => other.timezone && other.iso3 === row.iso3);
  return neighbours.sort((a, b) => away(a) - away(b))[0]?.timezone ?? "UTC";
}

const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
