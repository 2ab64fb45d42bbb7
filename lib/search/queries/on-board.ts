import type { Board } from "@/lib/board/board";
import { type Condition, failsNoGate, failsSomeGate, notNumbered } from "@/lib/board/conditions";
import type { Counts } from "@/lib/board/count";
import type { PageOrder } from "@/lib/board/page";
import { millionths } from "@/lib/board/relevance";
import { gatesForBoard } from "@/lib/matching/queries/gates";
import { activeFilters, type SearchCriteria, type SetFilter, searchedFilters, setFilters } from "../criteria";
import type { Place } from "../cursor";
import type { Known } from "../filters/filter";
import { salaryThresholds } from "../filters/offer";
import { facetList, filterOf } from "../filters/table";
import type { ReadySearch } from "./compile";
import type { Count } from "./facets";
import { readRelevance } from "./relevance";

/** What the board answers to a search: the counts that `countsOf` asks SQL for, and one page where its order is of the board. */
export type BoardResult = { counts: Count[]; page: { ids: string[]; next: Place | null } | null };

/** The orders that the board can give. */
export type BoardOrder = PageOrder | "relevance";

/**
 * The counts of a search and, in one of the board's orders, a page: without one where it cannot look up the words. Null where the board lacks a
 * name that SQL knows.
 */
export async function runOnBoard(
  board: Board,
  ready: ReadySearch,
  page: { order: BoardOrder; after: Place | null; limit: number } | null,
): Promise<BoardResult | null> {
  const [conditionsOf, order] = await Promise.all([
    toConditions(board, ready),
    page?.order === "relevance" ? board.hasWords && readRelevance(ready) : page?.order,
  ]);
  const filters = activeFilters(ready.criteria);
  const answer = board.run({
    conditions: conditionsOf(ready.criteria),
    totals: filters.map(({ rest }) => conditionsOf(rest)),
    countriesAnyway: conditionsOf({ ...ready.criteria, country: [] }).filter(
      ({ name }) => name === "country",
    ),
    isAnySkill: ready.criteria.skillMode === "any",
    salaryThresholds: salaryThresholds.map(ready.toUsd),
    page:
      page && order
        ? { order, after: page.after ? placeOf(page.order, page.after) : undefined, limit: page.limit }
        : undefined,
  });
  const counts = namedCounts(board, answer.counts);
  if (!counts) return null;
  return {
    counts: [
      ...counts,
      ...filters.map(({ name, value }, at) => ({
        facet: "without",
        value: `${name}=${value}`,
        label: "",
        count: answer.totals[at] as number,
      })),
    ],
    page: page &&
      answer.page && {
        ids: answer.page.ids,
        next: answer.page.next && toPlace(page.order, answer.page.next),
      },
  };
}

/**
 * Looks up what only the database knows, once, and gives what makes the board's conditions of these criteria and of any with less in them.
 * Who asks for many searches may remember what was looked up for a filter and its value.
 */
export async function toConditions(
  board: Board,
  ready: ReadySearch,
  remember = (_key: string, look: () => Promise<unknown>) => look(),
): Promise<(criteria: SearchCriteria) => Condition[]> {
  const lookups = setFilters(ready.criteria).map(async ({ name, value }) => {
    const { lookup } = filterOf(name);
    return [name, lookup && (await remember(`${name}=${value}`, () => lookup(value, board)))] as const;
  });
  const [ofReader, ...entries] = await Promise.all([readerConditions(board, ready.reader), ...lookups]);
  const found = new Map(entries);
  return (criteria) => [
    ...searchedFilters(criteria).flatMap((set) => conditionsOf(set, ready, board, found.get(set.name))),
    ...ofReader,
  ];
}

/**
 * The conditions of a search that the board can be asked at once, and whether they are all that it asks: a filter that the board has to be told
 * about by the database is left out.
 */
export function toConditionsAtOnce(
  board: Board,
  ready: ReadySearch,
): { conditions: Condition[]; isAll: boolean } {
  const filters = searchedFilters(ready.criteria);
  const atOnce = filters.filter(({ name }) => !filterOf(name).lookup);
  return {
    conditions: atOnce.flatMap((set) => conditionsOf(set, ready, board)),
    isAll: atOnce.length === filters.length,
  };
}

const conditionsOf = (
  { name, value, modifier }: Pick<SetFilter, "name" | "value" | "modifier">,
  known: Known,
  board: Board,
  found?: unknown,
): Condition[] =>
  (filterOf(name).board?.(value, modifier, { ...known, now: board.now }, found) ?? []).map((condition) => ({
    ...condition,
    name,
  }));

/** What the reader does not want to see. */
async function readerConditions(board: Board, reader: ReadySearch["reader"] = {}): Promise<Condition[]> {
  const { hidden, gates, failing } = reader;
  const [numbers, gatesToMeet, gatesToFail] = await Promise.all([
    hidden?.numbers() ?? [],
    gates && gatesForBoard(board, gates),
    failing && gatesForBoard(board, failing),
  ]);
  const conditions = [];
  if (numbers.length > 0) conditions.push({ ...notNumbered(numbers), name: "hidden" });
  if (gatesToMeet) conditions.push({ ...failsNoGate(gatesToMeet), name: "gates" });
  if (gatesToFail) conditions.push({ ...failsSomeGate(gatesToFail), name: "failing" });
  return conditions;
}

/** As `countsOf` gives them, in its order. */
function namedCounts({ names }: Board, counts: Counts): Count[] | null {
  const skill = tagsNamed("skill", names.skills, counts.skill);
  const responsibility = tagsNamed("responsibility", names.responsibilities, counts.responsibility);
  if (!skill || !responsibility) return null;
  const named = (facet: string, values: Iterable<readonly [string, number]>) =>
    [...values].map(([value, count]) => ({ facet, value, label: "", count }));
  return [
    { facet: "total", value: "", label: "", count: counts.total },
    ...facetList.flatMap(({ name, ...facet }) => {
      const counted = counts[name];
      if (name === "skill") return skill;
      if (name === "responsibility") return responsibility;
      if (facet.kind === "steps" && Array.isArray(counted))
        return named(
          name,
          facet.values.map((step, at) => [step, counted[at] ?? 0] as const),
        );
      return named(name, counted as Map<string, number>).sort(byCountAndValue);
    }),
  ];
}

/** By count; equal ones in the order of their names, which `names` is in. Null where a name is missing. */
function tagsNamed(
  facet: string,
  names: ReadonlyMap<number, { slug: string; label: string }>,
  counts: ReadonlyMap<number, number>,
): Count[] | null {
  const found: Count[] = [];
  for (const [id, { slug, label }] of names) {
    const count = counts.get(id);
    if (count !== undefined) found.push({ facet, value: slug, label, count });
  }
  return found.length === counts.size ? found.sort((a, b) => b.count - a.count) : null;
}

const byCountAndValue = (a: Count, b: Count) =>
  b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** How a cursor writes the value that each order sorts by, and reads it. */
const valueIn: Record<BoardOrder, { write: (value: number) => string; read: (value: string) => number }> = {
  newest: { write: (value) => new Date(value).toISOString(), read: Date.parse },
  salary: { write: String, read: Number },
  relevance: {
    write: (value) => (value / millionths).toFixed(6),
    read: (value) => Math.round(Number(value) * millionths),
  },
};

const placeOf = (order: BoardOrder, { value, id }: Place) => ({ value: valueIn[order].read(value), id });
const toPlace = (order: BoardOrder, { value, id }: { value: number; id: string }): Place => ({
  value: valueIn[order].write(value),
  id,
});
