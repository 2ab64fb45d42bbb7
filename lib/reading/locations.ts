import { slugOf } from "@/lib/slug";
import { listKnownCities } from "@/lib/taxonomy/cities";
import { countryCode } from "@/lib/taxonomy/countries";
import type { Workplace } from "@/lib/taxonomy/terms";
import { workplaceIn } from "./workplace";

/** A city, a country (ISO 3166 alpha-2), or both. */
export type Place = { city: string | null; country: string | null };

export type Located = { places: Place[]; hiringCountries: string[]; workplace: Workplace | null };

/**
 * What a location line says: cities and countries, for remote work the countries named with it, and the workplace. Careful: a name
 * that could be several places, or none that we know, gives nothing, unless a country stands beside it.
 */
export function locate(text: string): Located {
  const places: Place[] = [];
  const hiring = new Set<string>();
  for (const group of text.slice(0, 1_000).split(groups)) {
    const { found, stated } = placesIn(group);
    const isRemote = workplaceIn(group) === "remote";
    if (isRemote) for (const country of stated) hiring.add(country);
    const isRemoteOnly = isRemote && found.every(({ city }) => city === null);
    if (!isRemoteOnly) places.push(...found);
  }
  return { places: distinct(places), hiringCountries: [...hiring], workplace: workplaceIn(text) };
}

const groups = /[;|•\n]|\s\/\s|\s*\+\s*|\s&\s|\s(?:or|and)\s/i;
const fillers =
  /\b(?:remote(?:ly)?|only|hybrid|on-?site|office|offices|hq|headquarters|from|the|based|within|anywhere|in|metro|area|region|greater|city of|possible|ok|okay|friendly|preferred|telecommute|full[ -]?time|part[ -]?time)\b/gi;

/** The places of one group, "city, region, country" in either order, and the countries stated outright, not by a state. */
function placesIn(group: string): { found: Place[]; stated: string[] } {
  const names = group
    .replace(/\bD\.? ?C\b\.?/g, "DC")
    .replace(/(?<=[^\s,]) +(?=(?:USA|UK|Canada)\b)/g, ", ")
    .replace(/\b([A-Z]{2})-(?=[A-Z])/g, "$1, ")
    .replace(/(?<=\bremote)-|-(?=remote\b)/gi, ", ")
    .split(/[,()[\]:]|\s[-–—]\s|\/(?=\S)/)
    .map((part) =>
      part
        .replace(fillers, " ")
        .replace(/\s+/g, " ")
        .replace(/^[\s-]+|[\s-]+$|(?<=\w{2})\.\s*$/g, ""),
    )
    .filter((name) => name !== "");
  const named = countriesIn(names);
  const known = names.flatMap((name, index) =>
    isRegion(name) && index > 0 ? [] : (cityIn(name, named) ?? []),
  );
  const stated = named.filter((country) =>
    names.some((name) => !isState(name) && countryOf(name) === country),
  );
  if (known.length > 0) return { found: known, stated };
  const [first = ""] = names;
  const isTown = named.length === 1 && names.length > 1 && isProperName(first) && !isRegion(first);
  const found = named.map((country) => ({ city: isTown ? first : null, country }));
  return { found, stated };
}

/**
 * Countries named, or shown by a state. A state's letters that are also a country's ("CA", "MA") are read by the city beside
 * them: that country's where it has such a city, else the state.
 */
function countriesIn(names: string[]): string[] {
  const sure = names.flatMap((name) =>
    /^[A-Z]{2}$/.test(name) && states.has(name) ? [] : (countryOf(name) ?? []),
  );
  const doubtful = names.filter((name) => /^[A-Z]{2}$/.test(name) && states.has(name));
  for (const name of doubtful) {
    const others = names.filter((other) => other !== name);
    const homes = new Set(others.flatMap((other) => citiesNamed(other).map(({ country }) => country)));
    if (sure.includes("US") || homes.has("US")) sure.push("US");
    else if (homes.has(name)) sure.push(name);
    else if (others.length > 0 && sure.length === 0) sure.push("US");
  }
  return [...new Set(sure)];
}

/** Codes of small countries that adverts write for something else. */
const abbreviations = new Set(["AI", "BI", "ML", "QA"]);

function countryOf(name: string): string | null {
  if (abbreviations.has(name)) return null;
  if (isState(name)) return "US";
  const province = provinces[name.toLowerCase()];
  if (province) return province;
  return /^[a-z]{2}$/i.test(name) && name !== name.toUpperCase() ? null : countryCode(name);
}

const isState = (name: string) => states.has(name) || states.has(name.toLowerCase());
const isRegion = (name: string) => countryOf(name) !== null;

/** Letters and spaces only, each word with a capital: what may be the name of a town that we do not know. */
const isProperName = (name: string) =>
  /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]+|de|am|an|der|upon|la|le|on)){0,3}$/u.test(name);

type KnownCity = ReturnType<typeof listKnownCities>[number];
let byName: Map<string, KnownCity[]> | undefined;

function citiesNamed(name: string): KnownCity[] {
  byName ??= indexed();
  const slug = slugOf(name);
  return byName.get(shortNames[slug] ?? slug) ?? [];
}

function indexed() {
  const index = new Map<string, KnownCity[]>();
  for (const city of listKnownCities()) {
    const slug = slugOf(city.name);
    index.set(slug, [...(index.get(slug) ?? []), city]);
  }
  return index;
}

/** A city this many times the size of its next namesake is the one that is meant. */
const clearlyLarger = 3;

function cityIn(name: string, countries: string[]): Place | null {
  const known = citiesNamed(name);
  const within = known.find(({ country }) => countries.includes(country));
  if (within) return { city: within.name, country: within.country };
  const [largest, next] = known;
  if (!largest || countries.length > 0) return null;
  const isClear =
    largest.population >= 100_000 && largest.population >= clearlyLarger * (next?.population ?? 0);
  return isClear ? { city: largest.name, country: largest.country } : null;
}

/** Each place once, and no country alone beside a city in it. */
function distinct(places: Place[]): Place[] {
  const withCity = new Set(places.filter(({ city }) => city !== null).map(({ country }) => country));
  const kept = places.filter(({ city, country }) => city !== null || !withCity.has(country));
  return [...new Map(kept.map((place) => [`${place.city}|${place.country}`, place])).values()];
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
  washington: "washington-d-c",
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
