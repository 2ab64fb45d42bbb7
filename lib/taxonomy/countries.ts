const names = new Intl.DisplayNames(["en"], { type: "region" });

/** The ISO 3166-1 alpha-2 codes that are countries to an employer, by name. */
export const countries: { code: string; name: string }[] =
  "AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW"
    .split(" ")
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name));

const common: Record<string, string> = {
  uk: "GB",
  "u.k.": "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "united states of america": "US",
  america: "US",
  holland: "NL",
  "the netherlands": "NL",
  "czech republic": "CZ",
  turkey: "TR",
  uae: "AE",
  "south korea": "KR",
  "hong kong": "HK",
  "ivory coast": "CI",
};
const byName = new Map([
  ...countries.map(({ code, name }) => [name.toLowerCase(), code] as const),
  ...countries.map(({ code }) => [code.toLowerCase(), code] as const),
  ...Object.entries(common),
]);

/** The code of a country by its code, English name or a common form of it; null for anything else. */
export const countryCode = (text: string): string | null => byName.get(text.trim().toLowerCase()) ?? null;

/** The English name of a country by its code. */
export const countryName = (code: string): string => names.of(code) ?? code;
