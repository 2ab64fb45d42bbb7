import { listKnownCities } from "./cities";
import { isTypedName, shortForms } from "./city-names";
import { geoNameFinder, listGeoNames, namesOf } from "./geo-names";
import { foldPlace } from "./place-names";
import { statesOfLetters } from "./states";

/** A town that a text may name. `state` is the letters of its state or province, where those of its country have letters. */
export type Town = { name: string; country: string; state: string | null; population: number };

/** Other names count for cities of this size: small towns are called everything. */
const manyNames = 100_000;
/** How much more a town weighs by its own name than by another. */
const mainWeight = 10;

/** Each town of a name, with how likely it is meant. */
type Index = Map<string, { town: Town; weight: number }[]>;
let index: Index | undefined;

/** The towns of at least 15,000 people with this folded name, with the likeliest first. `weight` is people, fewer for a name in another language. */
export function townsNamed(folded: string): readonly { town: Town; weight: number }[] {
  index ??= gathered();
  return index.get(folded) ?? [];
}

/** By name: our cities, under the name that they have here, and the other towns of GeoNames. */
function gathered(): Index {
  const found: Index = new Map();
  const put = (name: string, town: Town, isMain: boolean) => {
    const weight = town.population / (isMain ? 1 : mainWeight);
    const known = found.get(name);
    if (!known) found.set(name, [{ town, weight }]);
    else if (!known.some((other) => other.town === town)) known.push({ town, weight });
  };
  const rows = listGeoNames();
  const find = geoNameFinder(rows);
  const ours = new Set<object>();
  for (const city of listKnownCities()) {
    const { name, country, population } = city;
    const row = find(city);
    const town = { name, country, state: city.state ?? (row ? stateOf(row) : null), population };
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
    const town = { name: row.name, country: row.country, state: stateOf(row), population: row.population };
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
