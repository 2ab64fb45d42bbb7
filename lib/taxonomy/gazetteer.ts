import { listKnownCities } from "./cities";
import { isTypedName, shortForms } from "./city-names";
import { editsOf } from "./edits";
import { geoNameFinder, listGeoNames, namesOf } from "./geo-names";
import { foldPlace } from "./place-names";
import { statesOfLetters } from "./states";

/** A town that a text may name. `state` is the letters of its state or province, where those of its country have letters. */
export type Town = {
  name: string;
  /** Its name with all of its accents, as GeoNames has it. */
  spelling: string;
  country: string;
  state: string | null;
  population: number;
};

/** Other names count for cities of this size: small towns are called everything. */
const manyNames = 100_000;
/** How much more a town weighs by its own name than by another. */
const mainWeight = 10;

/** Each town of a name, with how likely it is meant. */
type Index = Map<string, { town: Town; weight: number; isMain: boolean }[]>;
let index: Index | undefined;

/** The towns of at least 15,000 people with this folded name, with the likeliest first. `weight` is people, fewer for a name in another language. */
export function townsNamed(folded: string): readonly { town: Town; weight: number; isMain: boolean }[] {
  index ??= gathered();
  return index.get(folded) ?? [];
}

/** By name: our cities, under the name that they have here, and the other towns of GeoNames. */
function gathered(): Index {
  const found: Index = new Map();
  const put = (name: string, town: Town, isMain: boolean) => {
    const weight = town.population / (isMain ? 1 : mainWeight);
    const known = found.get(name);
    if (!known) found.set(name, [{ town, weight, isMain }]);
    else if (!known.some((other) => other.town === town)) known.push({ town, weight, isMain });
  };
  const rows = listGeoNames();
  const find = geoNameFinder(rows);
  const ours = new Set<object>();
  for (const city of listKnownCities()) {
    const { name, country, population } = city;
    const row = find(city);
    const town = {
      name,
      spelling: row?.name ?? name,
      country,
      state: city.state ?? (row ? stateOf(row) : null),
      population,
    };
    put(foldPlace(name), town, true);
    for (const [short, slug] of Object.entries(shortForms)) if (slug === city.slug) put(short, town, true);
    if (!row) continue;
    ours.add(row);
    for (const own of [row.name, row.ascii]) put(foldPlace(own), town, true);
    const others = population >= manyNames ? namesOf(row) : [];
    for (const other of others) if (isTypedName(other)) put(other, town, false);
  }
  for (const row of rows) {
    if (ours.has(row)) continue;
    const { name, country, population } = row;
    const town = { name, spelling: name, country, state: stateOf(row), population };
    for (const own of [row.name, row.ascii]) put(foldPlace(own), town, true);
  }
  for (const towns of found.values()) towns.sort((a, b) => b.weight - a.weight);
  return found;
}

/** GeoNames has the letters of American states, and numbers for those of Canada and Australia. */
const numbered: Record<string, string[]> = {
  CA: ["", "AB", "BC", "MB", "NB", "NL", "", "NS", "ON", "PE", "QC", "SK", "YT", "NT", "NU"],
  AU: ["", "ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"],
};

function stateOf({ country, admin }: { country: string; admin: string }): string | null {
  const letters = numbered[country]?.[Number(admin)] ?? admin;
  return statesOfLetters(letters).some((state) => state.country === country) ? letters : null;
}

/**
 * What is known of a city that somebody typed with its country (alpha-2): null where we know it; else the town of that country that is one
 * typing error away, or undefined for none.
 */
export function unknownTown(city: string, country: string): { meant: string | undefined } | null {
  const there = (name: string) => townsNamed(name).find(({ town }) => town.country === country);
  const isKnown = (name: string) => {
    const found = there(name);
    return found !== undefined && (found.isMain || !isMisspelt(name, found.town));
  };
  const typed = foldPlace(city);
  // "Köln (Ehrenfeld)", "Berlin, Mitte": a town with more said about it.
  if ([typed, ...city.split(/[,/(]/).map(foldPlace)].some(isKnown)) return null;
  const near = editsOf(typed).flatMap((name) => there(name)?.town ?? []);
  return { meant: near.sort((a, b) => b.population - a.population)[0]?.name };
}

/**
 * Whether another name of a town is only its own with a typing error, though some language of the list spells it so: one error within the
 * word ("Lisboa" and "Hanover" differ at the end, or in a double letter), and letters in a row that no town of the country has in its own
 * name ("Gent" and "Genova" have none such).
 */
function isMisspelt(name: string, town: Town): boolean {
  const own = foldPlace(town.name);
  if (name[0] !== own[0] || name.at(-1) !== own.at(-1) || withoutDoubles(name) === withoutDoubles(own))
    return false;
  const usual = runsOf(town.country);
  return editsOf(own).includes(name) && runs(name).some((run) => !usual.has(run));
}

const withoutDoubles = (name: string) => name.replace(/(.)\1/g, "$1");

const runsOfCountries = new Map<string, ReadonlySet<string>>();

/** Every three letters in a row, with the ends of words, in the own names of the towns of a country. */
function runsOf(country: string): ReadonlySet<string> {
  const known = runsOfCountries.get(country);
  if (known) return known;
  index ??= gathered();
  const found = new Set<string>();
  for (const [name, towns] of index)
    if (towns.some(({ town, isMain }) => isMain && town.country === country))
      for (const run of runs(name)) found.add(run);
  runsOfCountries.set(country, found);
  return found;
}

const runs = (name: string) => {
  const ended = ` ${name} `;
  return Array.from({ length: ended.length - 2 }, (_, at) => ended.slice(at, at + 3));
};
