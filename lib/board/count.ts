import { bands, employments, workplaces } from "@/lib/taxonomy/terms";
import { responsibilityOf } from "./columns";
import { Found } from "./found";
import { type Page, type PageOrder, pageOf } from "./page";
import type { After, Counts, PlainFacet, Question } from "./question";
import { type Held, matching, type Term, Terms } from "./terms";

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
  const found = matching(held, all);
  /** Without what is chosen in this facet. */
  const open = (facet: PlainFacet) => {
    const others = all.filter(({ name }) => name !== chosenBy[facet]);
    return others.length === all.length ? found : matching(held, others);
  };
  const { columns, values } = held;
  return {
    counts: {
      total: found.count,
      ...tagCounts(held, question, all, found),
      degree: summed(values.degreeNeed.counts(open("degree"))),
      band: named(values.band.counts(open("band")), bands),
      salary: reached(held, open("salary"), salaryThresholds),
      workplace: named(values.workplace.counts(open("workplace")), workplaces),
      employment: named(values.employment.counts(open("employment")), employments),
      country: countryCounts(held, open("country")),
    },
    totals: totals.map((other) => matching(held, terms.of(other)).count),
    page: page ? pageOf(columns, found, page.order, page.limit, page.after) : null,
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

function tagCounts(held: Held, { anySkill, skills }: Question, all: Term[], found: Found) {
  const counts = held.tags.counts(found);
  const isAny = anySkill && skills.length > 0;
  return {
    // Under "any" a further skill adds the postings that have it and none of those chosen.
    skill: isAny
      ? byKey(held, held.tags.counts(besides(held, all)), isSkill, found.count)
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

/** Those that answer everything but the choice of skills, which they do not. */
function besides(held: Held, all: Term[]): Found {
  const chosen = all.find(({ name }) => name === "skills") as Term;
  const others = matching(
    held,
    all.filter((term) => term !== chosen),
  );
  return Found.inList(others.rows.filter((row) => !chosen.has(row)));
}

function countryCounts({ columns, countries }: Held, found: Found): Map<string, number> {
  const counts = countries.counts(found);
  const byCountry = new Map<string, number>();
  for (const [country, code] of columns.countryCodes.entries())
    if ((counts[code] as number) > 0) byCountry.set(country, counts[code] as number);
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

/** By threshold: how many of the rows reach it. */
function reached(
  { columns: { pay, payCodes } }: Held,
  { rows }: Found,
  thresholds: readonly number[],
): number[] {
  const bySum = new Uint32Array(payCodes.end);
  for (let i = 0; i < rows.length; i++) {
    const code = pay[rows[i] as number] as number;
    bySum[code] = (bySum[code] as number) + 1;
  }
  const counts = thresholds.map(() => 0);
  for (const [sum, code] of payCodes.entries())
    for (const [at, threshold] of thresholds.entries())
      if (sum >= threshold) counts[at] = (counts[at] as number) + (bySum[code] as number);
  return counts;
}
