import { z } from "zod";
import { number, oneOf } from "./filters/filter";
import { type FilterName, filterList, filterOf, filterSchemas, isFilterName } from "./filters/table";
import { withStructure } from "./structure";

/** `match` is for those who are signed in and have a profile. */
export const sorts = ["relevance", "newest", "salary", "match"] as const;

/**
 * What a search asks for: one shape for address, API, feed, saved search and alert. Every key is a parameter of the address, and its
 * name there. Values that the database alone knows (skills, companies) are checked against it by `readCriteria`.
 */
export const SearchCriteria = z.object({ ...filterSchemas, sort: oneOf(sorts).optional() });
export type SearchCriteria = z.output<typeof SearchCriteria>;

const Paging = z.object({
  cursor: z.string().max(500, "is not a valid cursor").optional(),
  limit: number("a number of postings", 1, 100).default(20),
});
export type Paging = z.output<typeof Paging>;

export type Fault = { path: string; message: string };
export type ParsedSearch = { criteria: SearchCriteria; paging: Paging; faults: Fault[]; unknown: string[] };

/** The parameters of an address, each with what it may be. */
export const SearchParameters = SearchCriteria.extend(Paging.shape);
export const parameterNames = Object.keys(SearchParameters.shape);

const isRepeated = (name: string) => isFilterName(name) && filterOf(name).repeat !== undefined;

/**
 * Reads the parameters of an address, `q` as structure where it is structure. A value that makes no sense is left out of the criteria
 * and named in `faults`; parameters that are not ours are named in `unknown`. Empty values count as absent, as an untouched form sends
 * them.
 */
export async function parseSearch(address: URLSearchParams): Promise<ParsedSearch> {
  return parseParameters(await withStructure(address));
}

/** The same for parameters that are known to hold no line to read. */
export function parseParameters(params: URLSearchParams): ParsedSearch {
  const given: Record<string, unknown> = {};
  const unknown = new Set<string>();
  const faults: Fault[] = [];
  for (const [name, all] of valuesByName(params)) {
    const values = all.filter((value) => value !== "");
    if (!parameterNames.includes(name)) unknown.add(name);
    else if (values.length > 0) given[name] = isRepeated(name) ? values : values.at(-1);
  }
  for (;;) {
    const parsed = SearchParameters.safeParse(given);
    if (parsed.success) {
      const { cursor, limit, ...criteria } = parsed.data;
      return { criteria, paging: { cursor, limit }, faults, unknown: [...unknown] };
    }
    dropFaults(given, parsed.error.issues, faults);
  }
}

/**
 * The parameters without the filters that a form sent empty beside what modifies them: a currency without a pay means nothing. The very same
 * object where there are none.
 */
export function withoutIdleModifiers(address: URLSearchParams): URLSearchParams {
  const idle = filterList.flatMap(([name, { modifier }]) =>
    modifier && address.has(name) && address.getAll(name).every((value) => value === "")
      ? [name, modifier.name]
      : [],
  );
  if (idle.length === 0) return address;
  return new URLSearchParams([...address].filter(([name]) => !idle.includes(name)));
}

/** In one pass: an address, and more so a body of the API, may have thousands of names. */
function valuesByName(params: URLSearchParams): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of params) {
    const known = values.get(name);
    if (known) known.push(value);
    else values.set(name, [value]);
  }
  return values;
}

/** Takes the values that `issues` complain about out of `given`, from the last to the first, and says so in `faults`. */
function dropFaults(given: Record<string, unknown>, issues: z.core.$ZodIssue[], faults: Fault[]) {
  const dropped: [string, number | undefined][] = [];
  for (const issue of issues) {
    const [name, index] = issue.path as [string, number | undefined];
    const list = given[name];
    const value = Array.isArray(list) && index !== undefined ? list[index] : undefined;
    faults.push({
      path: name,
      message: `${value === undefined ? name : `${name} “${value}”`} ${issue.message}.`,
    });
    dropped.push([name, value === undefined ? undefined : index]);
  }
  for (const [name, index] of dropped.sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0))) {
    const list = given[name];
    if (index === undefined || !Array.isArray(list)) delete given[name];
    else given[name] = list.filter((_, i) => i !== index);
  }
}

/** A filter that a search sets. The value of one that is not repeated stands alone in `values`. */
export type SetFilter = {
  name: FilterName;
  value: unknown;
  values: string[];
  /** Undefined for a filter that has none. */
  modifier: unknown;
};

/** The filters that a search sets, in the order of the address. */
export function setFilters(criteria: SearchCriteria): SetFilter[] {
  const given: Record<string, unknown> = criteria;
  const set: SetFilter[] = [];
  // Ten thousand saved searches are looked at together: without a list for each filter that is not set.
  for (const [name] of filterList) {
    const value = given[name];
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    set.push({
      name,
      value,
      values: (Array.isArray(value) ? value : [value]).map(String),
      modifier: modifierOf(name, criteria),
    });
  }
  return set;
}

/** The filters as they are searched: as `setFilters`, with the countries that other filters stand for among those of `country`. */
export function searchedFilters(criteria: SearchCriteria): SetFilter[] {
  const set = setFilters(criteria);
  const countries = set.flatMap(({ name, values }) => {
    const { countriesOf } = filterOf(name);
    return countriesOf ? values.flatMap((value) => countriesOf(value)) : [];
  });
  if (countries.length === 0) return set;
  return setFilters({ ...criteria, country: [...new Set([...criteria.country, ...countries])] }).filter(
    ({ name }) => !filterOf(name).countriesOf,
  );
}

/** The filter that a filter is searched by: `country` for one that stands for countries, else itself. */
export const searchedBy = (name: FilterName): FilterName => (filterOf(name).countriesOf ? "country" : name);

/** The value of a filter's modifier; undefined for a filter that has none. */
export function modifierOf(name: FilterName, criteria: SearchCriteria): unknown {
  const given: Record<string, unknown> = criteria;
  const { modifier } = filterOf(name);
  return modifier && given[modifier.name];
}

/** Whether a posting must answer all values of this filter, or any; null for a filter of one value. */
export const repeatOf = ({ name, modifier }: Pick<SetFilter, "name" | "modifier">): "all" | "any" | null =>
  filterOf(name).repeat?.(modifier) ?? null;

/** The parameters of an address for these criteria, in one fixed order; a modifier only where it changes something. */
export function toParams(criteria: SearchCriteria): URLSearchParams {
  const params = new URLSearchParams();
  for (const { name, values, modifier } of setFilters(criteria)) {
    for (const value of values.sort()) params.append(name, value);
    const { modifier: own } = filterOf(name);
    if (own && modifier !== own.schema.parse(undefined)) params.append(own.name, String(modifier));
  }
  if (criteria.sort !== undefined) params.append("sort", criteria.sort);
  return params;
}

/** The filters in force, one entry a value, with the criteria that are left when that value is taken away. */
export function activeFilters(
  criteria: SearchCriteria,
): { name: FilterName; value: string; rest: SearchCriteria }[] {
  return setFilters(criteria).flatMap(({ name, values }) =>
    values.map((value) => {
      const left = isRepeated(name) ? values.filter((other) => other !== value) : undefined;
      return { name, value, rest: { ...criteria, [name]: left } };
    }),
  );
}
