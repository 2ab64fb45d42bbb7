import {
  type Band,
  bands,
  type Employment,
  employments,
  type Workplace,
  workplaces,
} from "@/lib/taxonomy/terms";
import { responsibilityOf } from "./columns";
import { type Condition, Selections } from "./conditions";
import { Found } from "./found";
import type { Held } from "./held";
import { type After, type Page, type PageOrder, pageOf } from "./page";
import { pageByRelevance, type Relevance } from "./relevance";

/** Counts by value. Skills and responsibilities by id; degrees by rank and salaries by the place of their threshold, each with all that it includes. */
export type Counts = {
  total: number;
  skill: Map<number, number>;
  responsibility: Map<number, number>;
  degree: number[];
  band: Map<Band, number>;
  salary: number[];
  workplace: Map<Workplace, number>;
  employment: Map<Employment, number>;
  country: Map<string, number>;
};

export type Query = {
  conditions: readonly Condition[];
  /** Each a set of conditions of which the total alone is wanted. */
  totals?: readonly (readonly Condition[])[];
  /** A posting must have any of the chosen skills, instead of all. */
  isAnySkill?: boolean;
  /** What a country that is chosen adds to: found whatever is chosen in the facet of countries. */
  countriesAnyway?: readonly Condition[];
  /** The thresholds of the salary facet in whole dollars, ascending. */
  salaryThresholds?: readonly number[];
  page?: { order: PageOrder | Relevance; after?: After; limit: number };
};

export type Answer = { counts: Counts; totals: number[]; page: Page | null };

/** For a skill or a responsibility, the total with it added; for the other facets, with that value alone chosen in its facet. */
export function runQuery(held: Held, query: Query): Answer {
  const { conditions, totals = [], countriesAnyway = [], salaryThresholds = [], page } = query;
  const selections = new Selections(held);
  const found = selections.find(conditions);
  /** Without what is chosen in this facet. */
  const open = (facet: keyof Counts) => {
    const others = conditions.filter(({ name }) => name !== facet);
    return others.length === conditions.length ? found : selections.find(others);
  };
  const { columns, values } = held;
  return {
    counts: {
      total: found.count,
      ...tagCounts(held, query, selections, found),
      degree: summed(values.degreeNeed.counts(open("degree").bits)),
      band: named(values.band.counts(open("band").bits), bands),
      salary: columns.space.kernels.countReaching(open("salary").bits, columns.usdMax, salaryThresholds),
      workplace: named(values.workplace.counts(open("workplace").bits), workplaces),
      employment: named(values.employment.counts(open("employment").bits), employments),
      country: countryCounts(
        held,
        open("country"),
        countriesAnyway.length > 0
          ? selections.find([...conditions.filter(({ name }) => name !== "country"), ...countriesAnyway])
          : null,
      ),
    },
    totals: totals.map((other) => selections.find(other).count),
    page: page ? pageIn(held, found, page) : null,
  };
}

const pageIn = (held: Held, found: Found, { order, limit, after }: NonNullable<Query["page"]>): Page =>
  typeof order === "string"
    ? pageOf(held.columns, found, order, limit, after)
    : pageByRelevance(held, found, order, limit, after);

function tagCounts(held: Held, { conditions, isAnySkill }: Query, selections: Selections, found: Found) {
  const counts = held.tags.counts(found);
  const chosen = isAnySkill && conditions.find(({ name }) => name === "skill");
  return {
    // Under "any" a further skill adds the postings that have it and none of those chosen.
    skill: chosen
      ? byKey(held, held.tags.counts(besides(held, selections, conditions, chosen)), isSkill, found.count)
      : byKey(held, counts, isSkill),
    responsibility: byKey(held, counts, (key) => !isSkill(key)),
  };
}

const isSkill = (key: number) => key >= 0;

/** By id: the counts above 0 of the tags of one kind, and `more`. */
function byKey(
  { columns }: Held,
  counts: Uint32Array,
  isWanted: (key: number) => boolean,
  more = 0,
): Map<number, number> {
  const ids = new Map<number, number>();
  for (const [key, code] of columns.skillCodes.entries()) {
    const count = counts[code] as number;
    if (count > 0 && isWanted(key)) ids.set(isSkill(key) ? key : responsibilityOf(key), count + more);
  }
  return ids;
}

/** The rows that answer all other conditions, and not this one. */
function besides(
  { columns }: Held,
  selections: Selections,
  conditions: readonly Condition[],
  chosen: Condition,
): Found {
  const { bits } = selections.find(conditions.filter((condition) => condition !== chosen));
  columns.space.kernels.dropBits(bits, selections.of(chosen).bits());
  return Found.ofBits(columns, bits);
}

/** By country: how many of the rows are there, or among those of `anyway`. */
function countryCounts(
  { columns, countries }: Held,
  found: Found,
  anyway: Found | null,
): Map<string, number> {
  const counts = countries.counts(found);
  const counted = anyway && countries.counts(anyway);
  const byCountry = new Map<string, number>();
  for (const [country, code] of columns.countryCodes.entries()) {
    const count = counts[code] as number;
    const more = anyway ? anyway.count - (counted?.[code] ?? 0) : 0;
    if (count > 0) byCountry.set(country, count + more);
  }
  return byCountry;
}

/** By value; those that none has are left out. */
const named = <T extends string>(counts: number[], values: readonly T[]): Map<T, number> =>
  new Map(values.flatMap((value, at): [T, number][] => (counts[at] ? [[value, counts[at] as number]] : [])));

/** Each with all before it. */
function summed(counts: number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
