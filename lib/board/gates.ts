import { type Employment, employments, type Workplace, workplaces } from "@/lib/taxonomy/terms";
import { type Columns, placeIn, type Test } from "./columns";
import { type HoursAsked, hoursTest } from "./places";

/** What a profile wants, as far as a posting can fail it. Null and empty mean "not stated". */
export type Gates = {
  wantedUsd: number | null;
  workplaces: Workplace[];
  countries: string[];
  employments: Employment[];
  hours: HoursAsked | null;
};

/** How many rows fail any gate, and how many fail each: a row may fail several. */
export type FailingCounts = {
  total: number;
  pay: number;
  place: number;
  timezone: number;
  employment: number;
};

/** The rows that fail none of a profile's gates, as the match rules have it. What either side does not state fails nothing. */
export function failsNone(columns: Columns, gates: Gates): Test {
  const tests = Object.values(passing(columns, gates)).flatMap((test) => test ?? []);
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

export function countFailing(columns: Columns, rows: Uint32Array, gates: Gates): FailingCounts {
  const { pay, place, timezone, employment } = passing(columns, gates);
  const counts: FailingCounts = { total: 0, pay: 0, place: 0, timezone: 0, employment: 0 };
  const fails = (test: Test | null, row: number) => Number(test !== null && !test(row));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const [ofPay, ofPlace, ofHours, ofEmployment] = [
      fails(pay, row),
      fails(place, row),
      fails(timezone, row),
      fails(employment, row),
    ];
    counts.pay += ofPay;
    counts.place += ofPlace;
    counts.timezone += ofHours;
    counts.employment += ofEmployment;
    counts.total += ofPay | ofPlace | ofHours | ofEmployment;
  }
  return counts;
}

/** For each gate, the rows that do not fail it; null where the profile states nothing that could fail. */
function passing(columns: Columns, gates: Gates): Record<Exclude<keyof FailingCounts, "total">, Test | null> {
  const { wantedUsd, hours } = gates;
  const shares = hours && hoursTest(columns, hours);
  return {
    pay:
      wantedUsd === null
        ? null
        : (row) => columns.usdMax[row] === -1 || (columns.usdMax[row] as number) >= wantedUsd,
    place: both(among(columns.workplace, workplaces, gates.workplaces), liesIn(columns, gates.countries)),
    timezone: shares && ((row) => shares(row) !== false),
    employment: among(columns.employment, employments, gates.employments),
  };
}

const both = (one: Test | null, other: Test | null): Test | null =>
  one && other ? (row) => one(row) && other(row) : (one ?? other);

/** The column has one of these values, or none at all. */
function among<T extends string>(column: Uint8Array, all: readonly T[], wanted: readonly T[]): Test | null {
  if (wanted.length === 0) return null;
  const places = wanted.map((value) => placeIn(all, value));
  return (row) => (column[row] as number) >= all.length || places.includes(column[row] as number);
}

/** A country where a remote posting hires, else one of its places, is among these; or the posting states no country. */
function liesIn(columns: Columns, countries: readonly string[]): Test | null {
  if (countries.length === 0) return null;
  const wanted = new Set(countries.map((country) => columns.countryCodes.find(country)));
  const remote = placeIn(workplaces, "remote");
  const meaning = (where: "hires" | "stands") =>
    Uint8Array.from(columns.knownCountries, (entry) =>
      entry?.[where] ? (wanted.has(entry.code) ? stated.wanted : stated.other) : stated.nothing,
    );
  const [hires, stands] = [meaning("hires"), meaning("stands")];
  return (row) => {
    const meant = columns.workplace[row] === remote ? hires : stands;
    const entries = columns.countries.raw();
    const end = columns.countryStart[row + 1] as number;
    let isSaid = false;
    for (let at = columns.countryStart[row] as number; at < end; at++) {
      const said = meant[entries[at] as number];
      if (said === stated.wanted) return true;
      isSaid ||= said === stated.other;
    }
    return !isSaid;
  };
}

/** What a country of a posting says of where it can be worked. */
const stated = { nothing: 0, other: 1, wanted: 2 };
