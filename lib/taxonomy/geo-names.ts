import { readFileSync } from "node:fs";
import { file } from "cities15000";
import type { City } from "./cities";
import { foldPlace } from "./place-names";

/** A town in the list of GeoNames (CC BY): every one of at least 15,000 people. Coordinates in degrees. */
export type GeoName = {
  name: string;
  ascii: string;
  /** Other names, in any script, separated by commas. */
  others: string;
  latitude: number;
  longitude: number;
  country: string;
  /** GeoNames' code of the state or province. */
  admin: string;
  population: number;
};

/** The whole list, read from the package's file. */
export function listGeoNames(): GeoName[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, name, ascii, others, latitude, longitude, , , country, , admin, , , , population] =
        line.split("\t");
      if (name === undefined || ascii === undefined || others === undefined || country === undefined)
        return [];
      return {
        name,
        ascii,
        others,
        latitude: Number(latitude),
        longitude: Number(longitude),
        country,
        admin: admin ?? "",
        population: Number(population),
      };
    });
}

/** Every name of a town, folded. */
export const namesOf = ({ name, ascii, others }: GeoName): string[] =>
  [name, ascii, ...others.split(",")].map(foldPlace);

/** Degrees: two lists place one city no further apart. */
const near = { latitude: 0.3, longitude: 0.4 };

const cellOf = (country: string, latitude: number, longitude: number) =>
  `${country} ${Math.floor(latitude)} ${Math.floor(longitude)}`;

/** Finds for a city of ours the largest town of the list that lies there and is called so. */
export function geoNameFinder(list: readonly GeoName[]): (city: City) => GeoName | undefined {
  const cells = new Map<string, GeoName[]>();
  for (const row of list) {
    const cell = cellOf(row.country, row.latitude, row.longitude);
    const known = cells.get(cell);
    if (known) known.push(row);
    else cells.set(cell, [row]);
  }
  return (city) => {
    const name = foldPlace(city.name);
    const beside = (degrees: number, distance: number) => [
      ...new Set([Math.floor(degrees - distance), Math.floor(degrees + distance)]),
    ];
    const rows = beside(city.latitude, near.latitude)
      .flatMap((north) =>
        beside(city.longitude, near.longitude).flatMap(
          (east) => cells.get(`${city.country} ${north} ${east}`) ?? [],
        ),
      )
      .filter(
        (row) =>
          Math.abs(row.latitude - city.latitude) < near.latitude &&
          Math.abs(row.longitude - city.longitude) < near.longitude,
      )
      .sort((a, b) => b.population - a.population);
    const isMain = (row: GeoName) => foldPlace(row.name) === name || foldPlace(row.ascii) === name;
    return rows.find(isMain) ?? rows.find((row) => namesOf(row).includes(name));
  };
}
