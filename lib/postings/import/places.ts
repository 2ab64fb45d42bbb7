import { listKnownCities } from "@/lib/taxonomy/cities";
import { countryCode } from "@/lib/taxonomy/countries";
import { slugOf } from "@/lib/taxonomy/rules";
import type { Workplace } from "@/lib/taxonomy/terms";
import type { Place } from "./input";
import { workplaceIn } from "./terms";

export type Located = { places: Place[]; hiringCountries: string[]; workplace: Workplace | null };

/**
 * What a location line says: cities and countries, for remote work the countries named with it, and the workplace. Careful: a name
 * that could be several places, or none that we know, gives nothing, unless a country stands beside it.
 */
export function locate(text: string): Located {
  const places: Place[] = [];
  const hiring = new Set<string>();
  for (const group of text.slice(0, 1_000).split(groups)) {
    const { found, named } = placesIn(group);
    if (workplaceIn(group) === "remote") for (const country of named) hiring.add(country);
    const isRemoteOnly = workplaceIn(group) === "remote" && found.every(({ city }) => city === null);
    if (!isRemoteOnly) places.push(...found);
  }
  return { places: distinct(places), hiringCountries: [...hiring], workplace: workplaceIn(text) };
}

const groups = /[;|•\n]|\s\/\s|\s\+\s|\s&\s|\s(?:or|and)\s/i;
const fillers =
  /\b(?:remote(?:ly)?|only|hybrid|on-?site|office|offices|hq|headquarters|from|the|based|within|anywhere|in|metro|area|greater|city of|possible|ok|okay|friendly|preferred|telecommute|full[ -]?time|part[ -]?time)\b/gi;

/** The places of one group, "city, region, country" in either order, and the countries it names outright. */
function placesIn(group: string): { found: Place[]; named: string[] } {
  const parts = group
    .replace(/\b([A-Z]{2})-(?=[A-Z])/g, "$1, ")
    .replace(/(?<=\bremote)-|-(?=remote\b)/gi, ", ")
    .split(/[,()[\]:]|\s[-–—]\s|\/(?=\S)/)
    .map((part) => ({ raw: part.trim(), name: part.replace(fillers, " ").replace(/\s+/g, " ").trim() }))
    .filter(({ name }) => name !== "");
  const named = countriesIn(parts.map(({ name }) => name));
  const found: Place[] = [];
  parts.forEach(({ name }, index) => {
    if (isRegion(name) && !(index === 0 && cityIn(name, named))) return;
    const city = cityIn(name, named);
    if (city) found.push(city);
    else if (named.length === 1 && index === 0 && parts.length > 1 && isProperName(name)) {
      found.push({ city: name, country: named[0] as string });
    }
  });
  if (found.length === 0) found.push(...named.map((country) => ({ city: null, country })));
  return { found, named };
}

/** Countries named, or shown by a state. A state's letters that are also a country's ("CA") are read by their company. */
function countriesIn(names: string[]): string[] {
  const sure = names.flatMap((name) => (/^[A-Z]{2}$/.test(name) && states.has(name) ? [] : (countryOf(name) ?? [])));
  const doubtful = names.filter((name) => /^[A-Z]{2}$/.test(name) && states.has(name));
  for (const name of doubtful) {
    const others = names.filter((other) => other !== name);
    const homes = new Set(others.flatMap((other) => citiesNamed(other).map(({ country }) => country)));
    if (sure.includes("US") || homes.has("US")) sure.push("US");
    else if (homes.has(name)) sure.push(name);
  }
  return [...new Set(sure)];
}

function countryOf(name: string): string | null {
  if (states.has(name) || states.has(name.toLowerCase())) return "US";
  const province = provinces[name.toLowerCase()];
  if (province) return province;
  return /^[a-z]{2}$/i.test(name) && name !== name.toUpperCase() ? null : countryCode(name);
}

const isRegion = (name: string) => countryOf(name) !== null;

/** Letters and spaces only, each word with a capital: what may be the name of a town that we do not know. */
const isProperName = (name: string) => /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|am|an|der|upon|la|le|on)){0,3}$/u.test(name);

type KnownCity = ReturnType<typeof listKnownCities>[number];
let byName: Map<string, KnownCity[]> | undefined;

function citiesNamed(name: string): KnownCity[] {
  byName ??= Map.groupBy(listKnownCities(), (city) => slugOf(city.name));
  const slug = slugOf(name);
  return byName.get(shortNames[slug] ?? slug) ?? [];
}

/** A larger city this many times the size of its next namesake abroad is the one that is meant. */
const clearlyLarger = 3;

function cityIn(name: string, countries: string[]): Place | null {
  const known = citiesNamed(name);
  const within = known.find(({ country }) => countries.includes(country));
  if (within) return { city: within.name, country: within.country };
  const [largest] = known;
  if (!largest || countries.length > 0) return null;
  const abroad = known.find(({ country }) => country !== largest.country);
  const isClear = largest.population >= 100_000 && largest.population >= clearlyLarger * (abroad?.population ?? 0);
  return isClear ? { city: largest.name, country: largest.country } : null;
}

function distinct(places: Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.city}|${place.country}`, place])).values()];
}

const shortNames: Record<string, string> = {
  nyc: "new-york",
  "new-york-city": "new-york",
  manhattan: "new-york",
  sf: "san-francisco",
  "san-francisco-bay": "san-francisco",
  "bay-area": "san-francisco",
  bangalore: "bengaluru",
  kiev: "kyiv",
  koln: "cologne",
  munchen: "munich",
  wien: "vienna",
  praha: "prague",
  warszawa: "warsaw",
  lisboa: "lisbon",
  roma: "rome",
  milano: "milan",
  kobenhavn: "copenhagen",
  "tel-aviv": "tel-aviv-yafo",
  "washington-dc": "washington-dc",
};

const provinces: Record<string, string> = {
  ontario: "CA",
  quebec: "CA",
  "british columbia": "CA",
  alberta: "CA",
  "new south wales": "AU",
  nsw: "AU",
  victoria: "AU",
  queensland: "AU",
  bavaria: "DE",
  catalonia: "ES",
};

const states = new Set(
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"
    .split(" ")
    .concat(
      "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming".split(
        "|",
      ),
    ),
);
