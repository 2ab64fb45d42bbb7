import { commonNames, countries } from "./countries";
import { foldPlace } from "./place-names";

/** What people type into the search box besides those: more short forms, and former names. */
const shortForms: Record<string, string> = {
  britain: "GB",
  us: "US",
  "the states": "US",
  emirates: "AE",
  ksa: "SA",
  korea: "KR",
  "republic of korea": "KR",
  "republic of ireland": "IE",
  "viet nam": "VN",
  "russian federation": "RU",
  burma: "MM",
  swaziland: "SZ",
  "cabo verde": "CV",
  macedonia: "MK",
  bosnia: "BA",
  "bosnia and herzegovina": "BA",
  "trinidad and tobago": "TT",
  "antigua and barbuda": "AG",
  "timor leste": "TL",
  macau: "MO",
  prc: "CN",
  aotearoa: "NZ",
};

/** Languages in which any country may be typed; of each country also the language that is spoken there most. */
const widelyTyped = ["de", "fr", "es", "it", "pt", "nl"];

/** Names of countries in other languages that are everyday words in English. */
const everyday = new Set(["island", "grenade", "suede", "toga", "togas", "chili", "cad"]);

/** Letters: shorter names in other languages are abbreviations, and words of other things. */
const shortest = 4;

const byName = new Map(
  Object.entries({ ...commonNames, ...shortForms }).map(([name, code]) => [foldPlace(name), code]),
);
for (const { code, name } of countries) {
  byName.set(foldPlace(name), code);
  const spoken = new Intl.Locale(`und-${code}`).maximize().language;
  for (const language of [spoken, ...widelyTyped]) {
    const foreign = foldPlace(new Intl.DisplayNames([language], { type: "region" }).of(code) ?? "");
    const isLatin = /^[\p{Script=Latin} ]+$/u.test(foreign);
    if (isLatin && (foreign.length < shortest || everyday.has(foreign))) continue;
    if (!byName.has(foreign)) byName.set(foreign, code);
  }
}

/**
 * The alpha-2 code of a country by a folded name: in English, in the language of the country itself or in a widely typed one, and by the
 * short forms that people use. Null for any other name. For servers: it asks `Intl` for names, which browsers spell in their own way.
 */
export const countryNamed = (folded: string): string | null => byName.get(folded) ?? null;
