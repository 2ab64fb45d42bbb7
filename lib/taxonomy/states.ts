import { foldPlace } from "./place-names";

/** A state or province whose letters people write behind a city: of the United States, Canada or Australia. */
export type State = { country: string; letters: string; name: string };

const tables: Record<string, string> = {
  US: "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|DC District of Columbia",
  CA: "AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon",
  AU: "NSW New South Wales|VIC Victoria|QLD Queensland|WA Western Australia|SA South Australia|TAS Tasmania|ACT Australian Capital Territory|NT Northern Territory",
};

const states: State[] = Object.entries(tables).flatMap(([country, table]) =>
  table.split("|").map((row) => {
    const [letters = "", ...words] = row.split(" ");
    return { country, letters, name: words.join(" ") };
  }),
);

const byLetters = new Map<string, State[]>();
const byName = new Map<string, State[]>();
for (const state of states) {
  byLetters.set(state.letters, [...(byLetters.get(state.letters) ?? []), state]);
  byName.set(foldPlace(state.name), [...(byName.get(foldPlace(state.name)) ?? []), state]);
}

/** The states whose letters these are, in capitals; "WA" is one of the United States, and one of Australia. */
export const statesOfLetters = (letters: string): readonly State[] => byLetters.get(letters) ?? [];

/** The states of this folded name. */
export const statesNamed = (folded: string): readonly State[] => byName.get(folded) ?? [];
