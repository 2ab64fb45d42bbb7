import { type Employment, employments, type Workplace, workplaces } from "@/lib/taxonomy/terms";
import { type Columns, hiresThere, placeIn, standsThere, type Test } from "./columns";
import { type HoursAsked, hoursTest } from "./places";

/** Of a profile: what a posting must not fail. Null and empty are not said. */
export type Gates = {
  wantedUsd: number | null;
  workplaces: Workplace[];
  countries: string[];
  employments: Employment[];
  hours: HoursAsked | null;
};

/**
 * The rows that fail none of a profile's gates, as the rules of the match have it: pay, workplace and country, employment, hours in common. What
 * either side does not say fails nothing.
 */
export function failsNone(columns: Columns, gates: Gates): Test {
  const { wantedUsd, hours } = gates;
  const workplaceOk = among(workplaces, gates.workplaces);
  const employmentOk = among(employments, gates.employments);
  const countries = new Set(gates.countries.map((country) => columns.countryCodes.find(country)));
  const shares = hours && hoursTest(columns, hours);
  return (row) =>
    (wantedUsd === null || columns.usdMax[row] === -1 || (columns.usdMax[row] as number) >= wantedUsd) &&
    workplaceOk(columns.workplace[row] as number) &&
    employmentOk(columns.employment[row] as number) &&
    (countries.size === 0 || liesIn(columns, row, countries)) &&
    shares?.(row) !== false;
}

/** Nothing asked, nothing said, or one of these. */
function among<T extends string>(all: readonly T[], wanted: readonly T[]): (value: number) => boolean {
  const places = wanted.map((value) => placeIn(all, value));
  return (value) => wanted.length === 0 || value >= all.length || places.includes(value);
}

/** Where a remote posting hires, else where it has a place, is among these; or it tells no country. */
function liesIn(columns: Columns, row: number, wanted: ReadonlySet<number | undefined>): boolean {
  const bit = columns.workplace[row] === placeIn(workplaces, "remote") ? hiresThere : standsThere;
  const countries = columns.countries.raw();
  const end = columns.countryStart[row + 1] as number;
  let isSaid = false;
  for (let at = columns.countryStart[row] as number; at < end; at++) {
    const country = countries[at] as number;
    if ((country & bit) === 0) continue;
    if (wanted.has(country & 0xffff)) return true;
    isSaid = true;
  }
  return !isSaid;
}
