import { countryNamed, countryOfLetters } from "@/lib/taxonomy/country-names";
import { type Town, townsNamed } from "@/lib/taxonomy/gazetteer";
import { foldPlace } from "@/lib/taxonomy/place-names";
import { countriesOfRegion } from "@/lib/taxonomy/regions";
import { statesNamed, statesOfLetters } from "@/lib/taxonomy/states";
import { namesAt } from "./names";
import { everydayCities } from "./query-words";
import { wordsOf } from "./words";

/** A city, a country (ISO 3166 alpha-2), or both. */
export type Place = { city: string | null; country: string | null };

/** A country, or a state of it, that a name stands for. */
export type Area = { country: string; state: string | null };

/** A name in a line about places, and what it may stand for. */
export type PlaceName = {
  text: string;
  areas: Area[];
  /** Two or three letters, which may stand for much. */
  isLetters: boolean;
  /** The likeliest first. */
  towns: readonly { town: Town; weight: number }[];
  /** The countries of "EU", "LATAM". */
  region: readonly string[] | null;
  /** It has another meaning, so it is a town only beside its country or state. */
  isDoubtful: boolean;
  /** It stands in a bracket. */
  isInner?: boolean;
};

/** Letters that are always the country. */
const surely = new Set(["US", "USA", "UK", "UAE", "GBR", "CAN", "DEU"]);

/** Letters in capitals that stand for a town, alone or beside a state. */
const townLetters: Record<string, string> = {
  LA: "los angeles",
  DC: "washington dc",
  NY: "new york",
  ATX: "austin",
  SFO: "san francisco",
  BLR: "bangalore",
  TLV: "tel aviv",
  LON: "london",
  PDX: "portland",
  ATL: "atlanta",
  SLC: "salt lake city",
  DFW: "dallas",
};

/** What a name may stand for; a name of two or three small letters is no area. */
export function placeNamed(text: string): PlaceName {
  const folded = foldPlace(text);
  const isLetters = /^[A-Z]{2,3}$/.test(text);
  const isSmall = /^[\p{Ll}]{1,3}$/u.test(text);
  const areas: Area[] = [];
  if (isLetters) {
    for (const { country, letters } of statesOfLetters(text)) areas.push({ country, state: letters });
    const country = countryOfLetters(text);
    if (country) areas.push({ country, state: null });
  }
  if (!isSmall)
    for (const { country, letters } of statesNamed(folded)) areas.push({ country, state: letters });
  const named = isSmall || (isLetters && areas.length > 0) ? null : countryNamed(folded);
  if (named && !areas.some(({ country, state }) => country === named && state === null))
    areas.push({ country: named, state: null });
  const towns = isSmall || folded === "" ? [] : townsNamed((isLetters && townLetters[text]) || folded);
  return {
    text,
    areas,
    isLetters,
    towns: isLetters && folded.length === 2 && !townLetters[text] && text !== "SF" ? [] : towns,
    region: isSmall ? null : countriesOfRegion(folded),
    isDoubtful: everydayCities.has(folded) || isSkill(text),
  };
}

/** Whether letters stand for one country and nothing else. */
export const isSureArea = ({ text, isLetters, areas }: PlaceName): boolean =>
  areas.length > 0 && (!isLetters || surely.has(text));

function isSkill(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    namesAt(text, words, 0).some(({ name, last }) => last === words.length - 1 && name.reading !== "none")
  );
}

/** Letters with a capital at each word: what may be the name of a town that we do not know. "BA Economics" is a degree. */
export const isProperName = (name: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*\p{L}(?: (?:\p{Lu}[\p{L}.'’-]+|de|am|an|der|upon|la|le|on|of|the)){0,3}$/u.test(name) &&
  !/^[A-Z]{2,3}$/.test(name) &&
  !/^(?:B\.?A|B\.?S|B\.?Sc|B\.?E|B\.?Eng|B\.?Tech|M\.?A|M\.?S|M\.?Sc|M\.?Eng|MBA|Ph\.?D)\b/.test(name);

/** Whether we know a place of that name. */
export const isKnown = ({ areas, towns, region }: PlaceName) =>
  areas.length > 0 || towns.length > 0 || region !== null;

/** Whether a name stands for a town, and for no country or state. */
export const isOnlyTown = ({ towns, areas }: PlaceName) => towns.length > 0 && areas.length === 0;

/** Whether an area is a state of the country that a name stands for. */
export const isWithin = ({ country, state }: Area, outer: PlaceName) =>
  state !== null && outer.areas.some((area) => area.state === null && area.country === country);

/** The largest town of a name in a country or state. */
export const townIn = ({ towns }: PlaceName, { country, state }: Area) =>
  towns.find(
    ({ town }) => town.country === country && (state === null || town.state === null || town.state === state),
  ) ?? null;

/** The country that all meanings of a name lie in. */
export const onlyCountry = ({ areas }: PlaceName): string[] =>
  new Set(areas.map(({ country }) => country)).size === 1
    ? areas.slice(0, 1).map(({ country }) => country)
    : [];
