import { listKnownCities } from "./cities";
import { geoNameFinder, listGeoNames, namesOf } from "./geo-names";
import { foldPlace } from "./place-names";

/** A name of a city, folded; `isMain` for the one that it is listed under. */
export type CityName = { name: string; city: string; isMain: boolean };

/** Short forms that no list of names has. */
export const shortForms: Record<string, string> = {
  nyc: "new-york",
  "new york city": "new-york",
  manhattan: "new-york",
  sf: "san-francisco",
  "bay area": "san-francisco",
  "sf bay area": "san-francisco",
  "san francisco bay area": "san-francisco",
  "san fran": "san-francisco",
  "sf bay": "san-francisco",
  washington: "washington-d-c",
  "washington dc": "washington-d-c",
  "district of columbia": "washington-d-c",
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
  const find = geoNameFinder(listGeoNames());
  return listKnownCities().flatMap((city) => {
    const main = foldPlace(city.name);
    const row = find(city);
    const others = new Set((row ? namesOf(row) : []).filter(isTypedName));
    for (const [short, slug] of Object.entries(shortForms)) if (slug === city.slug) others.add(short);
    others.delete(main);
    return [
      { name: main, city: city.slug, isMain: true },
      ...[...others].map((name) => ({ name, city: city.slug, isMain: false })),
    ];
  });
}

/** Whether a folded name of GeoNames is one that people use for a place. */
export const isTypedName = (name: string) =>
  (name.length >= shortest || !/^[\p{Script=Latin}\d ]*$/u.test(name)) &&
  name.length <= 60 &&
  !everyday.has(name);
