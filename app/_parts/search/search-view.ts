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

/** The facets that the reader unfolded: a part of the address that no search reads. */
export const unfoldedIn = (asked: URLSearchParams): Kept =>
  [...asked].filter(([name]) => name === unfoldedName);
const unfoldedName = "open";

/** The page with this facet unfolded. */
export const unfoldedHref = (criteria: SearchCriteria, facet: string, at: SearchPlace): string =>
  searchHref(criteria, null, { ...at, extra: [...at.extra, [unfoldedName, facet]] });

/** Whether the reader unfolded it. */
export const isUnfolded = (facet: string, at: SearchPlace): boolean =>
  at.extra.some(([name, value]) => name === unfoldedName && value === facet);

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

/** Some values of a facet, those in force first, and how many more there are. */
export type FacetValues = { values: Facet[]; more: number };

/** The first `shown` values of a facet: those of a list are added and taken off, a single one takes the place of the other. */
export function facetValues(
  answer: SearchAnswer,
  criteria: SearchCriteria,
  name: FacetName,
  { at = jobsPlace, shown = longestFacet }: { at?: SearchPlace; shown?: number } = {},
): FacetValues {
  const { facet } = filterOf(name);
  const counted = answer.facets[name];
  // A short closed list stands whole and in its own order, so that nothing jumps as counts change.
  const all =
    facet?.kind === "values"
      ? facet.values.map(
          (value) => counted.find((one) => one.value === value) ?? { value, label: value, count: 0 },
        )
      : counted;
  const choices = all
    .filter(({ value }, place) => place < longestFacet || isChosen(criteria, name, value))
    .map(({ value, label, count }) => ({ name, value, label: labelOf(name, value, label, criteria), count }));
  return firstOf(choices, criteria, { at, shown });
}

/** The first `shown` choices of a facet that are not counted. */
export function plainValues(
  criteria: SearchCriteria,
  choices: readonly [FilterName, value: string, label: string][],
  { at = jobsPlace, shown = longestFacet }: { at?: SearchPlace; shown?: number } = {},
): FacetValues {
  return firstOf(
    choices.map(([name, value, label]) => ({ name, value, label })),
    criteria,
    { at, shown },
  );
}

type Choice = { name: FilterName; value: string; label: string; count?: number };

/** Addresses are made for what is shown alone. */
function firstOf(
  choices: readonly Choice[],
  criteria: SearchCriteria,
  { at, shown }: { at: SearchPlace; shown: number },
): FacetValues {
  const chosen = choices.filter(({ name, value }) => isChosen(criteria, name, value));
  const others = choices.filter(({ name, value }) => !isChosen(criteria, name, value));
  const first = [...chosen, ...others].slice(0, Math.max(shown, chosen.length));
  return {
    values: first.map(({ name, value, label, count }, place) => ({
      value: `${name}=${value}`,
      label,
      ...(count !== undefined && { count }),
      ...(place < chosen.length && { chosen: true }),
      href: searchHref(toggled(criteria, name, value), null, at),
    })),
    more: choices.length - first.length,
  };
}

const isChosen = (criteria: SearchCriteria, name: FilterName, value: string) =>
  [criteria[name] ?? []].flat().map(String).includes(value);

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
