import { type City, listKnownCities } from "@/lib/taxonomy/cities";

let known: Map<string, City> | undefined;

/** The city of that name in the table of cities. */
export function cityIn(city: string, country: string) {
  // Reading the package takes a tenth of a second: once will do.
  known ??= new Map(
    listKnownCities()
      .map((one) => [`${one.name}/${one.country}`, one])
      .reverse() as [string, City][],
  );
  const found = known.get(`${city}/${country}`);
  if (!found) throw new Error(`The table of cities has no ${city} in ${country}.`);
  return found;
}
