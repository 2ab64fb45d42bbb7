import { countries } from "./countries";
import { foldPlace } from "./place-names";

const codes = (list: string) => list.split(" ");

const eu = codes("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE");
const britishIsles = codes("GB IE IM JE GG");
const nordics = codes("DK FI IS NO SE FO AX");
const baltics = codes("EE LV LT");
/** Eastern Europe of the United Nations' list (M49), the Baltics and the Balkans. */
const easternEurope = codes("BY BG CZ HU MD PL RO RU SK UA AL BA HR ME MK RS SI XK");
const europe = [...eu, ...britishIsles, ...nordics, ...easternEurope, ...codes("AD CH GI LI MC SM VA SJ")];
/** The continent without what is Latin America, but with Mexico, which is of both. */
const northAmerica = codes("US CA MX BM GL");
/** Latin America and the Caribbean of M49. */
const latinAmerica = codes(
  "MX BZ CR SV GT HN NI PA AR BO BR CL CO EC FK GF GY PE PY SR UY VE AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
);
/** The Middle East and North Africa as the World Bank has it, and Western Sahara. */
const mena = codes("DZ BH DJ EG IR IQ IL JO KW LB LY MA OM PS QA SA SY TN AE YE EH");
/** Sub-Saharan Africa of M49. */
const subSaharanAfrica = codes(
  "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TZ UG YT ZA ZM ZW",
);
const africa = [...subSaharanAfrica, ...codes("DZ EG LY MA TN EH")];
const australasia = codes("AU NZ");
const oceania = codes("AU NZ FJ NC PG SB VU FM GU KI MH MP NR PW AS CK NF NU PF PN TK TO TV WF WS CC CX");
const southEastAsia = codes("BN ID KH LA MM MY PH SG TH TL VN");
/** Eastern, south-eastern and southern Asia (without Iran) of M49. */
const asia = [...codes("CN HK JP KP KR MN MO TW"), ...southEastAsia, ...codes("AF BD BT IN LK MV NP PK")];
const asiaPacific = [...asia, ...oceania];

/** Named sets of countries, by slug: what each is called in a sentence, what people type for it, and its countries. */
const sets = {
  eu: { name: "the EU", typed: ["eu", "european union"], countries: eu },
  europe: { name: "Europe", typed: ["europe"], countries: europe },
  "uk-ireland": {
    name: "the UK and Ireland",
    typed: ["uk and ireland", "uk & ireland", "uk ireland", "british isles"],
    countries: britishIsles,
  },
  dach: { name: "DACH", typed: ["dach"], countries: codes("DE AT CH") },
  nordics: {
    name: "the Nordics",
    typed: ["nordics", "nordic", "nordic countries", "scandinavia"],
    countries: nordics,
  },
  benelux: { name: "Benelux", typed: ["benelux"], countries: codes("BE NL LU") },
  baltics: { name: "the Baltics", typed: ["baltics", "baltic", "baltic states"], countries: baltics },
  cee: {
    name: "Central and Eastern Europe",
    typed: ["cee", "central and eastern europe", "eastern europe"],
    countries: [...easternEurope, ...baltics],
  },
  "north-america": { name: "North America", typed: ["north america"], countries: northAmerica },
  latam: {
    name: "Latin America",
    typed: ["latam", "latin america", "south america"],
    countries: latinAmerica,
  },
  apac: { name: "Asia-Pacific", typed: ["apac", "asia pacific"], countries: asiaPacific },
  anz: {
    name: "Australia and New Zealand",
    typed: ["anz", "australia and new zealand"],
    countries: australasia,
  },
  mena: {
    name: "the Middle East and North Africa",
    typed: ["mena", "middle east"],
    countries: mena,
  },
  africa: { name: "Africa", typed: ["africa"], countries: africa },
  emea: {
    name: "EMEA",
    typed: ["emea"],
    countries: [...europe, ...mena, ...africa, ...codes("TR GE AM AZ")],
  },
} satisfies Record<string, { name: string; typed: string[]; countries: string[] }>;

export type Region = keyof typeof sets;
export const regions = Object.keys(sets) as [Region, ...Region[]];

/** "the Nordics", as in a sentence. */
export const regionName = (region: Region): string => sets[region].name;

const known = new Set(countries.map(({ code }) => code));
/** The countries of a region as alpha-2 codes, each once. Only those that an employer can name. */
export const regionCountries = (region: Region): readonly string[] => byRegion[region];
const byRegion = Object.fromEntries(
  regions.map((region) => [region, [...new Set(sets[region].countries)].filter((code) => known.has(code))]),
) as Record<Region, string[]>;

/** The region that has exactly these countries, or null. */
export const regionOf = (countries: readonly string[]): Region | null =>
  regions.find(
    (region) =>
      byRegion[region].length === countries.length &&
      countries.every((code) => byRegion[region].includes(code)),
  ) ?? null;

/** What people type, in small letters, and the region they mean. */
export const regionByName: ReadonlyMap<string, Region> = new Map(
  regions.flatMap((region) => sets[region].typed.map((typed) => [typed, region] as const)),
);

/** Sets of countries that adverts name and the search does not offer, in small letters. */
const otherRegions: Record<string, string[]> = {
  eea: [...eu, ...codes("IS LI NO")],
  "european economic area": [...eu, ...codes("IS LI NO")],
  americas: [...northAmerica, ...latinAmerica],
  "central america": codes("BZ CR GT HN NI PA SV"),
  "western europe": codes("AT BE CH DE FR GB IE LI LU MC NL"),
  "southern europe": codes("AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM"),
  gcc: codes("AE BH KW OM QA SA"),
  asia,
  "southeast asia": southEastAsia,
  "south east asia": southEastAsia,
};

/** The countries that the folded name of a region stands for; null for any other name. */
export function countriesOfRegion(folded: string): readonly string[] | null {
  const name = folded.replace(/^the /, "");
  const region = typedRegions.get(name);
  if (region) return regionCountries(region);
  return Object.hasOwn(otherRegions, name)
    ? [...new Set(otherRegions[name])].filter((code) => known.has(code))
    : null;
}
const typedRegions = new Map([...regionByName].map(([typed, region]) => [foldPlace(typed), region]));
