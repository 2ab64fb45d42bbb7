import { z } from "zod";
import { slugOf, slugShape } from "@/lib/slug";
import { countryCode, countryName } from "@/lib/taxonomy/countries";
import { bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { isTimeZone } from "@/lib/taxonomy/time-zones";
import { withStructure } from "./structure";

/** `match` is for those who are signed in and have a profile. */
export const sorts = ["relevance", "newest", "salary", "match"] as const;
const salarySteps = Array.from({ length: 10 }, (_, i) => 25_000 * (i + 1));
/** The thresholds of the salary facet, a year in the asked currency. */
export const salaryThresholds: readonly number[] = salarySteps;

const defaultRadius = 50;
const defaultOverlap = 4;

const listed = z.string().regex(slugShape, "is not a name in our lists");
const number = (what: string, min: number, max: number) =>
  z.coerce
    .number({ error: `must be ${what} from ${min} to ${max}` })
    .int(`must be a whole number`)
    .min(min, `must be at least ${min}`)
    .max(max, `must be at most ${max}`);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });
const many = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .max(20, "at most 20 of these")
    .default([])
    .transform((values) => [...new Set(values as z.output<T>[])]);
const country = z
  .string()
  .transform((value) => value.toUpperCase())
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && countryCode(value) !== null && countryName(value) !== value,
    {
      error: "must be a country's two letters, like DE",
    },
  );

/**
 * What a search asks for: one shape for address, API, feed, saved search and alert. Every key is a parameter of the address, and its
 * name there. Values that the database alone knows (skills, companies) are checked against it by `readCriteria`.
 */
export const SearchCriteria = z.object({
  q: z.string().trim().max(200, "must be at most 200 characters").optional(),
  skill: many(listed),
  skillMode: oneOf(["all", "any"]).default("all"),
  exclude: many(listed),
  responsibility: many(listed),
  degree: oneOf(degrees).optional(),
  experience: number("a number of years", 0, 60).optional(),
  band: many(oneOf(bands)),
  salary: number("a yearly amount in the chosen currency, like 85,000 or 85k,", 1, 1_000_000_000).optional(),
  currency: z
    .string()
    .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters, like EUR")
    .transform((value) => value.toUpperCase())
    .default("USD"),
  workplace: many(oneOf(workplaces)),
  employment: many(oneOf(employments)),
  company: many(listed),
  country: many(country),
  near: z.string().max(80, "must be a city").transform(slugOf).optional(),
  radius: number("kilometres", 1, 20_000).default(defaultRadius),
  timezone: z.string().refine(isTimeZone, "must be a time zone like Europe/Berlin").optional(),
  overlap: number("a number of hours", 1, 8).default(defaultOverlap),
  oncall: oneOf(["none"]).optional(),
  takehome: oneOf(["none"]).optional(),
  complete: oneOf(["1"]).optional(),
  posted: number("a number of days", 1, 90).optional(),
  sort: oneOf(sorts).optional(),
});
export type SearchCriteria = z.output<typeof SearchCriteria>;

const Paging = z.object({
  cursor: z.string().max(500, "is not a cursor of ours").optional(),
  limit: number("a number of postings", 1, 100).default(20),
});
export type Paging = z.output<typeof Paging>;

export type Fault = { path: string; message: string };
export type ParsedSearch = { criteria: SearchCriteria; paging: Paging; faults: Fault[]; unknown: string[] };

const repeatable = new Set([
  "skill",
  "exclude",
  "responsibility",
  "band",
  "workplace",
  "employment",
  "company",
  "country",
]);
/** The parameters of an address, each with what it may be. */
export const SearchParameters = SearchCriteria.extend(Paging.shape);
export const parameterNames = Object.keys(SearchParameters.shape);

/**
 * Reads the parameters of an address, `q` as structure where it is structure. A value that makes no sense is left out of the criteria
 * and named in `faults`; parameters that are not ours are named in `unknown`. Empty values count as absent, as an untouched form sends
 * them.
 */
export function parseSearch(address: URLSearchParams): ParsedSearch {
  const params = withStructure(address);
  const given: Record<string, unknown> = {};
  const unknown = new Set<string>();
  const faults: Fault[] = [];
  for (const [name, all] of valuesByName(params)) {
    const values = all.filter((value) => value !== "");
    if (!parameterNames.includes(name)) unknown.add(name);
    else if (values.length > 0) given[name] = repeatable.has(name) ? values : values.at(-1);
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

/** The parameters of an address for these criteria, in one fixed order, defaults left out. */
export function toParams(criteria: SearchCriteria): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(criteria)) {
    if (Array.isArray(value)) for (const item of [...value].sort()) params.append(name, item);
    else if (value !== undefined && !isDefault(name, value, criteria)) params.append(name, String(value));
  }
  return params;
}

/** Said by silence, or about a filter that is not set. */
const isDefault = (name: string, value: unknown, { salary, near, timezone }: SearchCriteria) =>
  (name === "skillMode" && value === "all") ||
  (name === "currency" && (value === "USD" || salary === undefined)) ||
  (name === "radius" && (value === defaultRadius || near === undefined)) ||
  (name === "overlap" && (value === defaultOverlap || timezone === undefined));

/** The filters in force, one entry a value, with the criteria that are left when that value is taken away. */
export function activeFilters(
  criteria: SearchCriteria,
): { name: string; value: string; rest: SearchCriteria }[] {
  const { sort: _, skillMode: __, currency: ___, radius: ____, overlap: _____, ...filters } = criteria;
  return Object.entries(filters).flatMap(([name, value]) => {
    if (Array.isArray(value))
      return value.map((item) => ({
        name,
        value: String(item),
        rest: { ...criteria, [name]: value.filter((other) => other !== item) },
      }));
    return value === undefined || value === ""
      ? []
      : [{ name, value: String(value), rest: { ...criteria, [name]: undefined } }];
  });
}
