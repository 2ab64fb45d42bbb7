import { bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { codeOf, responsibilityOf } from "./columns";
import { type Page, type PageOrder, pageOf } from "./page";
import type { After, Counts, PlainFacet, Question } from "./question";
import { countMatching, type Held, matchingRows, type Term, Terms } from "./terms";

export type Asked = {
  question: Question;
  /** Each a question of which the total alone is wanted. */
  totals?: Question[];
  /** The thresholds of the salary facet in whole dollars, ascending. */
  salaryThresholds?: readonly number[];
  page?: { order: PageOrder; after?: After; limit: number };
};

export type Answer = { counts: Counts; totals: number[]; page: Page | null };

/** For a skill or a responsibility, the total with it added; for the other facets, with that value alone chosen in its facet. */
export function answer(held: Held, { question, totals = [], salaryThresholds = [], page }: Asked): Answer {
  const terms = new Terms(held);
  const all = terms.of(question);
  const rows = matchingRows(held, all);
  /** The rows without what is chosen in this facet. */
  const open = (facet: PlainFacet) => {
    const others = all.filter(({ name }) => name !== chosenBy[facet]);
    return others.length === all.length ? rows : matchingRows(held, others);
  };
  const { columns } = held;
  return {
    counts: {
      total: rows.length,
      ...tagCounts(held, question, all, rows),
      degree: steps(open("degree"), columns.degreeNeed, [...degrees.keys()]),
      band: named(open("band"), columns.band, bands),
      salary: reached(open("salary"), columns.usdMax, salaryThresholds),
      workplace: named(open("workplace"), columns.workplace, workplaces),
      employment: named(open("employment"), columns.employment, employments),
      country: countryCounts(held, open("country")),
    },
    totals: totals.map((other) => countMatching(held, terms.of(other))),
    page: page ? pageOf(columns, rows, page.order, page.limit, page.after) : null,
  };
}

const chosenBy: Record<PlainFacet, keyof Question> = {
  degree: "degree",
  band: "bands",
  salary: "salaryUsd",
  workplace: "workplaces",
  employment: "employments",
  country: "countries",
};

function tagCounts(held: Held, { anySkill, skills }: Question, all: Term[], rows: Uint32Array) {
  const counts = countTags(held, rows);
  const isAny = anySkill && skills.length > 0;
  return {
    // Under "any" a further skill adds the postings that have it and none of those chosen.
    skill: isAny ? byKey(held, countTags(held, besides(held, all)), rows.length) : byKey(held, counts, 0),
    responsibility: dutiesByKey(held, counts),
  };
}

function byKey({ columns }: Held, counts: Uint32Array, more: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const [key, code] of columns.skillCodes.entries())
    if (key >= 0 && (counts[code] as number) > 0) found.set(key, (counts[code] as number) + more);
  return found;
}

function dutiesByKey({ columns }: Held, counts: Uint32Array): Map<number, number> {
  const found = new Map<number, number>();
  for (const [key, code] of columns.skillCodes.entries())
    if (key < 0 && (counts[code] as number) > 0) found.set(responsibilityOf(key), counts[code] as number);
  return found;
}

/** The rows that answer everything but the choice of skills, which they do not. */
function besides(held: Held, all: Term[]): Uint32Array {
  const chosen = all.find(({ name }) => name === "skills") as Term;
  return matchingRows(
    held,
    all.filter((term) => term !== chosen),
  ).filter((row) => !chosen.has(row));
}

/** By code: how many of the rows have that tag. */
function countTags({ columns }: Held, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(columns.skillCodes.end);
  const flat = columns.tags.raw();
  const { tagStart } = columns;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = tagStart[row + 1] as number;
    for (let at = tagStart[row] as number; at < end; at++) {
      const code = codeOf(flat[at] as number);
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}

function countryCounts({ columns }: Held, rows: Uint32Array): Map<string, number> {
  const counts = new Uint32Array(columns.countryCodes.end);
  const flat = columns.countries.raw();
  const { countryStart } = columns;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = countryStart[row + 1] as number;
    for (let at = countryStart[row] as number; at < end; at++) {
      const code = flat[at] as number;
      counts[code] = (counts[code] as number) + 1;
    }
  }
  const found = new Map<string, number>();
  for (const [country, code] of columns.countryCodes.entries())
    if ((counts[code] as number) > 0) found.set(country, counts[code] as number);
  return found;
}

/** By value: how many of the rows have it; values that none has are left out. */
function named<T extends string>(
  rows: Uint32Array,
  column: Uint8Array,
  values: readonly T[],
): Map<T, number> {
  const counts = countBytes(rows, column);
  return new Map(
    values.flatMap((value, at): [T, number][] => (counts[at] ? [[value, counts[at] as number]] : [])),
  );
}

/** By place in `upTo`: how many of the rows are at most that. */
function steps(rows: Uint32Array, column: Uint8Array, upTo: readonly number[]): number[] {
  const counts = countBytes(rows, column);
  return upTo.map((most) => counts.subarray(0, most + 1).reduce((sum, count) => sum + count, 0));
}

function countBytes(rows: Uint32Array, column: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i] as number] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  return counts;
}

/** By threshold: how many of the rows reach it. */
function reached(rows: Uint32Array, column: Int32Array, thresholds: readonly number[]): number[] {
  // How many rows reach exactly so many thresholds.
  const exactly = new Uint32Array(thresholds.length + 1);
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i] as number] as number;
    let at = 0;
    while (at < thresholds.length && value >= (thresholds[at] as number)) at++;
    exactly[at] = (exactly[at] as number) + 1;
  }
  return thresholds.map((_, at) => exactly.subarray(at + 1).reduce((sum, count) => sum + count, 0));
}
