import { type Employment, employments, type Workplace, workplaces } from "@/lib/taxonomy/terms";
import { clearBit, firstRow, wordsFor } from "./bits";
import { type Columns, placeIn, type Test } from "./columns";
import type { Found } from "./found";
import type { Held } from "./held";
import { type HoursAsked, hoursTest } from "./places";
import type { Values } from "./values";

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

/** A way in which rows fail: of one row, and of many at once, where those among the bits count alone; these are borrowed. */
export type Failure = { fails: Test; rows: (among: Uint32Array) => Uint32Array };

/** The rows that fail at least one of a profile's gates, as the match rules have it. What either side does not state fails nothing. */
export const failure = (held: Held, gates: Gates): Failure =>
  anyOf(held, Object.values(failures(held, gates)));

/** How many of the rows fail the gates. */
export function countFailing(held: Held, { bits }: Found, gates: Gates): FailingCounts {
  const { kernels } = held.columns.space;
  const total = held.columns.space.borrow(bits.length);
  const count = ({ rows }: Failure) => {
    const failing = rows(bits);
    kernels.addBits(total, failing);
    return kernels.countCommon(bits, failing);
  };
  const { pay, place, timezone, employment } = failures(held, gates);
  return {
    pay: count(pay),
    place: count(place),
    timezone: count(timezone),
    employment: count(employment),
    total: kernels.countCommon(bits, total),
  };
}

/** By gate. */
function failures(held: Held, gates: Gates): Record<Exclude<keyof FailingCounts, "total">, Failure> {
  const { columns, values } = held;
  const { wantedUsd, hours } = gates;
  const shares = hours && hoursTest(columns, hours);
  return {
    pay: wantedUsd === null ? nothing(held) : paysLess(columns, wantedUsd),
    place: anyOf(held, [
      noneOf(values.workplace, workplaces, gates.workplaces),
      byRow(held, liesElsewhere(columns, gates.countries)),
    ]),
    timezone: byRow(held, shares && ((row) => shares(row) === false)),
    employment: noneOf(values.employment, employments, gates.employments),
  };
}

const nothing = ({ columns: { space, capacity } }: Held): Failure => ({
  fails: () => false,
  rows: () => space.borrow(wordsFor(capacity)),
});

function anyOf({ columns: { space, capacity } }: Held, all: readonly Failure[]): Failure {
  return {
    fails: (row) => all.some(({ fails }) => fails(row)),
    rows(among) {
      const bits = space.borrow(wordsFor(capacity));
      for (const { rows } of all) space.kernels.addBits(bits, rows(among));
      return bits;
    },
  };
}

function byRow(held: Held, fails: Test | null): Failure {
  if (!fails) return nothing(held);
  const rows = (among: Uint32Array) => {
    const bits = held.columns.space.borrowCopy(among);
    for (let i = 0; i < bits.length; i++)
      for (let word = bits[i] as number; word !== 0; word &= word - 1) {
        const row = firstRow(i, word);
        if (!fails(row)) clearBit(bits, row);
      }
    return bits;
  };
  return { fails, rows };
}

function paysLess({ usdMax, space, capacity }: Columns, wanted: number): Failure {
  return {
    fails: (row) => (usdMax[row] as number) >= 0 && (usdMax[row] as number) < wanted,
    rows() {
      const bits = space.borrow(wordsFor(capacity));
      space.kernels.findInRange(usdMax, 0, Math.ceil(wanted) - 1, bits);
      return bits;
    },
  };
}

/** The column has a value, and none of these. */
function noneOf<T extends string>(values: Values, all: readonly T[], wanted: readonly T[]): Failure {
  const places = wanted.map((value) => placeIn(all, value));
  const others = wanted.length === 0 ? [] : [...all.keys()].filter((place) => !places.includes(place));
  return {
    fails: (row) => others.includes(values.column[row] as number),
    rows: () => values.anyOf(others),
  };
}

/** It states countries (a remote posting those where it hires, any other those of its places), and none of these is among them. */
function liesElsewhere(columns: Columns, countries: readonly string[]): Test | null {
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
      if (said === stated.wanted) return false;
      isSaid ||= said === stated.other;
    }
    return isSaid;
  };
}

/** What a country of a posting says of where it can be worked. */
const stated = { nothing: 0, other: 1, wanted: 2 };
