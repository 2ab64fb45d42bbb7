/** What adverts call the people of a country or of a region, and its name. */
const placeOfNation: Record<string, string> = {
  American: "United States",
  Australian: "Australia",
  Austrian: "Austria",
  Belgian: "Belgium",
  Brazilian: "Brazil",
  British: "United Kingdom",
  Canadian: "Canada",
  Czech: "Czechia",
  Danish: "Denmark",
  Dutch: "Netherlands",
  European: "Europe",
  Finnish: "Finland",
  French: "France",
  German: "Germany",
  Greek: "Greece",
  Indian: "India",
  Irish: "Ireland",
  Israeli: "Israel",
  Italian: "Italy",
  Japanese: "Japan",
  "Latin American": "Latin America",
  Mexican: "Mexico",
  "North American": "North America",
  Norwegian: "Norway",
  Polish: "Poland",
  Portuguese: "Portugal",
  Romanian: "Romania",
  Singaporean: "Singapore",
  Spanish: "Spain",
  Swedish: "Sweden",
  Swiss: "Switzerland",
  Ukrainian: "Ukraine",
};

const people = new RegExp(
  `\\b(?<!(?:South|Central) )(${Object.keys(placeOfNation)
    .sort((one, other) => other.length - one.length)
    .join(
      "|",
    )})(?=(?:(?:,| or| and| &| ?/) ?\\p{Lu}\\p{L}+){0,4} (?:permanent )?(?:residents?|citizens?|nationals?|candidates?|applicants?)\\b)`,
  "gu",
);

/** A text with the name of the place where it names the people of one: "Canadian residents only" becomes "Canada residents only". */
export const withPlacesOfNations = (text: string): string =>
  text.replace(people, (nation) => placeOfNation[nation] ?? nation);
