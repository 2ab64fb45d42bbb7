import { z } from "zod";
import { numbered, saysText } from "@/lib/board/conditions";
import { findNumbers } from "../queries/lookups";
import { readTextQuery, textMatches } from "../queries/text";
import { type Filter, filter } from "./filter";
import * as offer from "./offer";
import { country, near, region, timezone } from "./place";
import { exclude, responsibility, skill } from "./tags";

const q = filter({
  schema: z.string().trim().max(200, "must be at most 200 characters").optional(),
  about:
    'Words, "phrase", -not, or. Structure is read as structure: “senior go remote 90k eur” sets skill, workplace, salary and currency, and “senior” stays a word.',
  chip: "words",
  phrase: ([words]) => `“${words}”`,
  sql: (words) => textMatches(words),
  lookup: async (words, board) => (board.hasWords && (await readTextQuery(words))) || findNumbers(words),
  board: (_, __, ___, found) => [found instanceof Uint32Array ? numbered(found) : saysText(found)],
});

/**
 * Every filter of the search, by the name of its parameter and in the order of the address. Parser, address, chips, names of searches, SQL,
 * board, facets and the API's document all read this table: a new filter is one more entry.
 */
export const filters = {
  q,
  skill,
  exclude,
  responsibility,
  degree: offer.degree,
  experience: offer.experience,
  band: offer.band,
  salary: offer.salary,
  workplace: offer.workplace,
  employment: offer.employment,
  company: offer.company,
  country,
  region,
  near,
  timezone,
  oncall: offer.oncall,
  takehome: offer.takehome,
  complete: offer.complete,
  posted: offer.posted,
};

type Table = typeof filters;
export type FilterName = keyof Table;
/** The filters whose values are counted beside the results. */
export type FacetName = {
  [N in FilterName]: [Exclude<Table[N]["facet"], undefined>] extends [never] ? never : N;
}[FilterName];

/** The same as a list, in the order of the address. */
export const filterList = Object.entries(filters) as [FilterName, Filter][];
export const filterOf = (name: FilterName): Filter => filters[name];
export const isFilterName = (name: string): name is FilterName => Object.hasOwn(filters, name);
export const facetList = filterList.flatMap(([name, { facet }]) =>
  facet ? [{ ...facet, name: name as FacetName }] : [],
);

type ModifierShape<E> = E extends { modifier?: { name: infer N extends string; schema: infer S } }
  ? { [K in N]: S }
  : never;
type UnionToIntersection<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void
  ? I
  : never;
type Shape = { [N in FilterName]: Table[N]["schema"] } & UnionToIntersection<
  Exclude<{ [N in FilterName]: ModifierShape<Table[N]> }[FilterName], never>
>;

/** The schemas of all filters, each followed by its modifier. */
export const filterSchemas = Object.fromEntries(
  filterList.flatMap(([name, { schema, modifier }]) => [
    [name, schema],
    ...(modifier ? [[modifier.name, modifier.schema] as const] : []),
  ]),
) as Shape;

/** What a value of a filter is called. `labels` are the names in the lists of the database, by "list=value". */
export function nameOfValue(name: FilterName, value: string, labels: ReadonlyMap<string, string>): string {
  const { list, nameOf } = filterOf(name);
  return (list && labels.get(`${list}=${value}`)) ?? nameOf?.(value) ?? value;
}
