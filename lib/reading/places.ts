import { elementAt } from "@/lib/present";
import { countryCode } from "@/lib/taxonomy/countries";
import { headerOf } from "./header";
import { locate, type Place } from "./locations";
import { isRole, partsOf } from "./title";
import { workplaceIn } from "./workplace";

/** What a text says of places: where the work is, where the company can hire for remote work, each with the line or phrase that says so. */
export type PlacesReading = {
  places: (Place & { country: string; start: number; end: number })[];
  hiringCountries: { country: string; start: number; end: number }[];
};

const stated =
  /(?:^|\n)[^\S\n]*(?:[-*•][^\S\n]*)?(?:office |job |work )?(?:locations?|based in|where|place|office)\s*[:–-]\s*([^\n]{2,160})/giu;
const based =
  /\b(?:based|located|hq(?:['’]?d)?|headquartered|office|offices|headquarters|on-?site|onsite|in[- ]person|hybrid|position|role|team|work|remote(?:ly)?)\s+(?:\w+ ){0,2}?(?:in|at|out of|from|within)\s+((?:the )?\p{Lu}[\p{L}.'’-]*(?:[ ,/&]+(?:and |or |the )?\p{Lu}[\p{L}.'’-]*){0,6})/gu;

/** The places of a readable text: those of its head; where that names none, of its location lines; else of its phrases like "based in". */
export function findPlaces(text: string): PlacesReading {
  for (const parts of [headParts(text), matches(text, stated), matches(text, based)]) {
    const found = read(parts);
    if (found.places.length > 0 || found.hiringCountries.length > 0) return found;
  }
  return { places: [], hiringCountries: [] };
}

type Part = { text: string; start: number; end: number };

/** The first part is the company's name, unless it names a country too ("Cologne, Germany | Acme"). */
function headParts(text: string): Part[] {
  return headerOf(text).flatMap((line, index) => {
    const parts = partsOf(text, line);
    const [first, ...rest] = parts;
    const isPlace =
      first !== undefined &&
      /,\s*\S/.test(first.text) &&
      locate(first.text).places.some(({ country }) => country !== null);
    return (index === 0 && parts.length > 1 && !isPlace ? rest : parts).filter(
      (part) =>
        part.text.length <= 160 &&
        isShort(part.text) &&
        !(isRole(part.text) && workplaceIn(part.text) === null),
    );
  });
}

/** A sentence is no place, however many it names. */
const isShort = (part: string) =>
  !/\b(?:we|our|you|is|are|the team|building|looking|hiring)\b/iu.test(part) && !/https?:/.test(part);

function matches(text: string, pattern: RegExp): Part[] {
  return [...text.slice(0, 20_000).matchAll(pattern)].slice(0, 12).map((match) => {
    const words = elementAt(match, 1);
    const start = match.index + match[0].length - words.length;
    return { text: words, start, end: start + words.length };
  });
}

function read(parts: Part[]): PlacesReading {
  const places = new Map<string, PlacesReading["places"][number]>();
  const hiring = new Map<string, PlacesReading["hiringCountries"][number]>();
  for (const { text, start, end } of parts) {
    const located = locate(text);
    for (const { city, country } of located.places)
      if (country && !places.has(`${city}|${country}`))
        places.set(`${city}|${country}`, { city, country, start, end });
    const regions = located.workplace === "remote" ? regionsIn(text) : [];
    for (const country of [...located.hiringCountries, ...regions])
      if (!hiring.has(country)) hiring.set(country, { country, start, end });
  }
  const found = [...places.values()];
  const withCity = new Set(found.filter(({ city }) => city !== null).map(({ country }) => country));
  return {
    places: found.filter(({ city, country }) => city !== null || !withCity.has(country)),
    hiringCountries: [...hiring.values()],
  };
}

const eu = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ");
/** Regions that are a list of countries by their own definition. "Europe" and "worldwide" are none. */
const regions: [RegExp, string[]][] = [
  [/\b(?:EU|European Union)\b(?![- ]?(?:time|tz|friendly|hours|overlap))/u, eu],
  [/\bDACH\b/u, ["AT", "CH", "DE"]],
  [/\bBenelux\b/iu, ["BE", "LU", "NL"]],
  [/\bNordics?\b/iu, ["DK", "FI", "IS", "NO", "SE"]],
  [/\bBaltics?\b/iu, ["EE", "LT", "LV"]],
  [/\bNorth America\b/iu, ["CA", "MX", "US"]],
];

function regionsIn(text: string): string[] {
  const named = regions.filter(([name]) => name.test(text)).flatMap(([, codes]) => codes);
  const states = /\bUS\b(?![- ]?(?:time|tz|hours|overlap))/u.test(text) ? [countryCode("US") as string] : [];
  return [...new Set([...named, ...states])];
}
