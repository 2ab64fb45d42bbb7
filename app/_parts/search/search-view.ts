import type { FacetValue as Facet } from "@/app/_ui/facet-list";
import { modifierOf, type SearchCriteria, toParams } from "@/lib/search/criteria";
import { type FacetName, type FilterName, filterOf, nameOfValue } from "@/lib/search/filters/table";
import type { SearchAnswer } from "@/lib/search/queries/search";
import type { ActiveFilter } from "./active-filters";
import type { SortChoice } from "./results-head";

/** How a search becomes links: every facet value, chip and order is the address of the search that it would give. */

export type Kept = readonly (readonly [name: string, value: string])[];

/** The page that a search stands on, with what else its address says, and what it says where no band is chosen. */
export type SearchPlace = { path: "/jobs" | "/matches"; extra: Kept; withoutBand?: Kept };
export const jobsPlace: SearchPlace = { path: "/jobs", extra: [] };

/** The address of a search; the bare path where nothing is asked. */
export function searchHref(criteria: SearchCriteria, cursor?: string | null, at = jobsPlace): string {
  const params = toParams(criteria);
  for (const [name, value] of extraOf(at, criteria)) params.append(name, value);
  if (cursor) params.set("cursor", cursor);
  const query = params.toString();
  return query ? `${at.path}?${query}` : at.path;
}

/** What the address of a search says besides its criteria. */
export const extraOf = (at: SearchPlace, criteria: SearchCriteria): Kept =>
  criteria.band.length === 0 ? [...at.extra, ...(at.withoutBand ?? [])] : at.extra;

/** The address of a posting, with the search that led to it where that has filters. */
export function postingHref(slug: string, criteria: SearchCriteria): string {
  const query = toParams({ ...criteria, sort: undefined }).toString();
  return query ? `/jobs/${slug}?${query}` : `/jobs/${slug}`;
}

/** The parameters that a form on the page carries along, without those it asks for itself. */
export function keptParams(criteria: SearchCriteria, ...except: readonly string[]): Kept {
  return [...toParams(criteria)].filter(([name]) => !except.includes(name));
}

/** The addresses of Next's page as the parser of searches takes them. */
export function toSearchParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(given))
    for (const value of [values ?? []].flat()) params.append(name, value);
  return params;
}

/** Values of a facet on the page, the most frequent first; beyond them one searches by name. */
const longestFacet = 40;

/** The values of a facet: those of a list are added and taken off, a single one takes the place of the other. */
export function facetValues(
  answer: SearchAnswer,
  criteria: SearchCriteria,
  name: FacetName,
  at = jobsPlace,
): Facet[] {
  const { facet } = filterOf(name);
  const counted = answer.facets[name];
  // A short closed list stands whole and in its own order, so that nothing jumps as counts change.
  const values =
    facet?.kind === "values"
      ? facet.values.map(
          (value) => counted.find((one) => one.value === value) ?? { value, label: value, count: 0 },
        )
      : counted;
  const isChosen = (value: string) => [criteria[name] ?? []].flat().map(String).includes(value);
  const shown = values.filter(({ value }, at) => at < longestFacet || isChosen(value));
  return shown.map(({ value, label, count }) => {
    const chosen = isChosen(value);
    return {
      value,
      label: labelOf(name, value, label, criteria),
      count,
      chosen,
      href: searchHref(toggled(criteria, name, value), null, at),
    };
  });
}

/** A facet of choices that are not counted. */
export function plainValues(
  criteria: SearchCriteria,
  choices: readonly [FilterName, value: string, label: string][],
  at = jobsPlace,
): Facet[] {
  return choices.map(([name, value, label]) => ({
    value: `${name}=${value}`,
    label,
    chosen: [criteria[name] ?? []].flat().map(String).includes(value),
    href: searchHref(toggled(criteria, name, value), null, at),
  }));
}

function toggled(criteria: SearchCriteria, name: FilterName, value: string): SearchCriteria {
  const now = criteria[name];
  if (Array.isArray(now)) {
    const others = now.filter((one) => one !== value);
    return { ...criteria, [name]: others.length < now.length ? others : [...now, value] };
  }
  return { ...criteria, [name]: String(now) === value ? undefined : value };
}

/** The filters in force as chips. */
export function filterChips(answer: SearchAnswer, criteria: SearchCriteria, at = jobsPlace): ActiveFilter[] {
  return answer.filters.map(({ name, value, label, without }) => ({
    name: filterOf(name).chip ?? name,
    label: labelOf(name, value, label, criteria),
    href: searchHref(toggled(criteria, name, value), null, at),
    without,
  }));
}

/** One filter in words: "skill Kafka", "pay from €90,000". `labels` are what the database calls skills, companies and cities. */
export function filterInWords(
  criteria: SearchCriteria,
  name: FilterName,
  value: string,
  labels: ReadonlyMap<string, string>,
): string {
  const label = labelOf(name, value, nameOfValue(name, value, labels), criteria);
  return `${filterOf(name).chip ?? name} ${label}`;
}

/** A value as the page writes it. `name` is what its list calls it. */
function labelOf(filter: FilterName, value: string, name: string, criteria: SearchCriteria): string {
  const { label } = filterOf(filter);
  return label ? label(value, name, modifierOf(filter, criteria)) : name;
}

/** The orders one can choose from, the one in force marked; that of matches is in force only for who has any. */
export function sortChoices(criteria: SearchCriteria, hasMatches = false): SortChoice[] {
  const usual = criteria.q ? "relevance" : "newest";
  const inForce = criteria.sort === "match" && !hasMatches ? usual : (criteria.sort ?? usual);
  const choices = [
    ["relevance", "Relevance"],
    ["newest", "Newest"],
    ["salary", "Highest pay"],
    ["match", "Best match"],
  ] as const;
  return choices
    .filter(([sort]) => sort !== "relevance" || criteria.q)
    .map(([sort, label]) => ({
      label,
      href: searchHref({
        ...criteria,
        sort: sort === usual ? undefined : sort,
      }),
      current: sort === inForce,
    }));
}

/** Searches like this one that look at less: newer postings, one word of several, or no words at all. */
export function narrower(criteria: SearchCriteria): { label: string; criteria: SearchCriteria }[] {
  const days = [7, 30].filter((posted) => posted < (criteria.posted ?? 90));
  const words = (criteria.q ?? "").match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [
    ...days.map((posted) => ({
      label: `Only postings from the last ${posted} days`,
      criteria: { ...criteria, posted },
    })),
    ...(words.length > 1
      ? words.slice(0, 3).map((q) => ({ label: `Only the word “${q}”`, criteria: { ...criteria, q } }))
      : []),
    ...(criteria.q
      ? [{ label: "The same search without words", criteria: { ...criteria, q: undefined } }]
      : []),
  ];
}
