import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type City, listKnownCities } from "./cities";
import { foldPlace } from "./place-names";

/** A name of a city, folded; `isMain` for the one that it is listed under. */
export type CityName = { name: string; city: string; isMain: boolean };

/** Short forms that no list of names has. */
const shortForms: Record<string, string> = {
  nyc: "new-york",
  "new york city": "new-york",
  manhattan: "new-york",
  sf: "san-francisco",
  "bay area": "san-francisco",
  washington: "washington-d-c",
  "washington dc": "washington-d-c",
  "tel aviv": "tel-aviv-yafo",
};

/** Letters: shorter names of the list are abbreviations and codes of airports. */
const shortest = 4;

/**
 * Other names of cities that are everyday words in English. Found by comparing the names with a dictionary of the language; those that
 * people use for the city all the same ("Hull", "Madras") are not here.
 */
const everyday = new Set(
  "bust bone hippo unknown make gold part name soli rouse dual lien ting chin hang pastas tunas wile dilly rosette sues roan loan tors tour kale proclamation lion minster monster kilo okay pets tape deli delis solo senna sine saris rest come caller barium trident genes divas salt stat grins sour lime limo central soul grenade gale gala bale hums humus damask souse tunes tars mush cars burs human luck sumo eras dandy lids city bolder spoken roles turn logos mare amen magnesia mins dabei bist daran kyle".split(
    " ",
  ),
);

/** Every name of every known city, each once for a city. The other names are those of GeoNames (CC BY), in any script. */
export function listCityNames(): CityName[] {
  const rows = rowsByPlace();
  return listKnownCities().flatMap((city) => {
    const main = foldPlace(city.name);
    const others = new Set((sameCity(rows, city, main)?.names ?? []).filter(isTyped));
    for (const [short, slug] of Object.entries(shortForms)) if (slug === city.slug) others.add(short);
    others.delete(main);
    return [
      { name: main, city: city.slug, isMain: true },
      ...[...others].map((name) => ({ name, city: city.slug, isMain: false })),
    ];
  });
}

const isTyped = (name: string) =>
  (name.length >= shortest || !/^[\p{Script=Latin}\d ]*$/u.test(name)) &&
  name.length <= 60 &&
  !everyday.has(name);

type Row = { names: string[]; latitude: number; longitude: number; population: number };

/** Degrees: two lists place one city no further apart. */
const near = { latitude: 0.3, longitude: 0.4 };

const cellOf = (country: string, latitude: number, longitude: number) =>
  `${country} ${Math.floor(latitude)} ${Math.floor(longitude)}`;

const geoNames = () => createRequire(import.meta.url).resolve("cities15000/cities15000.txt");

/** The cities of GeoNames, by country and degree. */
function rowsByPlace(): Map<string, Row[]> {
  const cells = new Map<string, Row[]>();
  for (const line of readFileSync(geoNames(), "utf8").split("\n")) {
    const [, name, ascii, alternatives, latitude, longitude, , , country = "", , , , , , population] =
      line.split("\t");
    if (name === undefined || ascii === undefined || alternatives === undefined) continue;
    const row = {
      names: [name, ascii, ...alternatives.split(",")].map(foldPlace),
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(population),
    };
    const cell = cellOf(country, row.latitude, row.longitude);
    const known = cells.get(cell);
    if (known) known.push(row);
    else cells.set(cell, [row]);
  }
  return cells;
}

/** The largest city of GeoNames that lies there and is called so. */
function sameCity(rows: Map<string, Row[]>, city: City, name: string): Row | undefined {
  const cells = [-1, 0, 1].flatMap((north) =>
    [-1, 0, 1].flatMap(
      (east) => rows.get(cellOf(city.country, city.latitude + north, city.longitude + east)) ?? [],
    ),
  );
  return cells
    .filter(
      (row) =>
        Math.abs(row.latitude - city.latitude) < near.latitude &&
        Math.abs(row.longitude - city.longitude) < near.longitude &&
        row.names.includes(name),
    )
    .sort((a, b) => b.population - a.population)[0];
}
