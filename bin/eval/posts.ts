import { createHash } from "node:crypto";
import { resolveSkill } from "@/lib/taxonomy/catalogue";
import { listKnownCities } from "@/lib/taxonomy/cities";
import { listCityNames } from "@/lib/taxonomy/city-names";
import { foldPlace } from "@/lib/taxonomy/place-names";
import { type Region, regionCountries, regions } from "@/lib/taxonomy/regions";

/** A field with one value. Several values are all accepted, and the first is the best. */
type Value = string | null | (string | null)[];

/** A line of the file of labels. What is left out is not in the text. The rules are in lib/reading/labelling.md. */
export type PostLabels = {
  id: number;
  /** Slugs; a "?" behind one says nice to have. */
  technologies?: string[];
  /** Names of technologies that the taxonomy did not have when the post was labelled. */
  other?: string[];
  practices?: string[];
  responsibilities?: string[];
  degree?: Value;
  field?: Value;
  experience?: Value;
  salary?: Value;
  workplace?: Value;
  places?: string[];
  /** Alpha-2 codes and names of regions. */
  hiring?: string[];
  employment?: string[];
  seniority?: Value;
  /** Tags that are neither missed nor wrong. */
  either?: string[];
  /** The fields that are labelled, if not all are. */
  only?: string[];
};

export type Post = { id: number; text: string; labels: PostLabels; fold: number };

export const folds = [1, 2, 3, 4, 5] as const;
/** Nobody works on the disagreements of this fold. */
export const foldLeftOut = 5;

/** The posts whose ids have labels, with their texts. Both are contents of JSON Lines files. */
export function labelledPosts(texts: string, labels: string): Post[] {
  const textOf = new Map(rowsOf<{ id: number; text: string }>(texts).map(({ id, text }) => [id, text]));
  return rowsOf<PostLabels>(labels).flatMap((row) => {
    const text = textOf.get(row.id);
    return text === undefined ? [] : [{ id: row.id, text, labels: row, fold: foldOf(text) }];
  });
}

const rowsOf = <T>(content: string): T[] =>
  content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

/** The fold of a post, 1 to 5. All posts of one company are in one fold. */
export const foldOf = (text: string): number =>
  (createHash("sha512").update(companyIn(text)).digest().readUInt32BE(0) % folds.length) + 1;

/** The words before the first sign of the first line. It does not use the reader, so that folds stay when the reader changes. */
const companyIn = (text: string) =>
  (
    text
      .trim()
      .split("\n", 1)[0]
      ?.split(/\||\(|:| - | – | — |, | is | are /, 1)[0] ?? ""
  )
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

export const valuesOf = (value: Value | undefined): (string | null)[] =>
  Array.isArray(value) ? value : [value ?? null];

/** A technology that was unknown when it was labelled, by its slug if the taxonomy has it now. */
export const otherTechnology = (name: string): string => resolveSkill(name) ?? `unknown: ${name}`;

/** The countries that a label of hiring means. */
export const hiringOf = (label: string): readonly string[] =>
  isRegion(label) ? regionCountries(label) : [label];
const isRegion = (label: string): label is Region => (regions as readonly string[]).includes(label);

/** One spelling for all names of a city: "Bangalore, IN" and "Bengaluru, IN" are one. */
export function samePlace(place: string): string {
  const { city, country } = /^(?:(?<city>.*), )?(?<country>[A-Z]{2})$/.exec(place)?.groups ?? {};
  if (city === undefined) return place;
  const name = foldPlace(city);
  cities ??= knownCities();
  return `${cities.get(`${name}, ${country}`) ?? name}, ${country}`;
}

let cities: Map<string, string> | undefined;

/** The slug of the largest city of a name and country. */
function knownCities(): Map<string, string> {
  const countryOf = new Map(listKnownCities().map(({ slug, country }) => [slug, country]));
  const slugs = new Map<string, string>();
  for (const { name, city } of listCityNames()) {
    const key = `${name}, ${countryOf.get(city)}`;
    if (!slugs.has(key)) slugs.set(key, city);
  }
  return slugs;
}
