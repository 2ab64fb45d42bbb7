import type { ReactNode } from "react";
import { FacetList } from "@/app/_ui/facet-list";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { FacetName } from "@/lib/search/filters/table";
import type { SearchAnswer } from "@/lib/search/queries/search";
import { regionName, regions } from "@/lib/taxonomy/regions";
import { FilterForm, FilterNumber, FilterSelect, FilterText } from "./filter-form";
import {
  extraOf,
  type FacetValues,
  facetValues,
  isUnfolded,
  jobsPlace,
  keptParams,
  plainValues,
  type SearchPlace,
  unfoldedHref,
} from "./search-view";

type Facet = {
  title: string;
  /** How many values are shown before one asks for all. */
  shown?: number;
  /** Folded away until one asks for it, or has chosen one of its values. */
  isFolded?: boolean;
  values?: (shown: number | undefined) => FacetValues;
  form?: () => ReactNode;
  isInForce?: boolean;
};

/** What narrows the list of postings: every facet with its counts, and two sums of one's own. What is folded away is not made. */
export function Facets({
  answer,
  criteria,
  currencies,
  at = jobsPlace,
}: {
  answer: SearchAnswer;
  criteria: SearchCriteria;
  currencies: readonly string[];
  at?: SearchPlace;
}) {
  const counted = (name: FacetName) => (shown: number | undefined) =>
    facetValues(answer, criteria, name, { at, shown });
  const plain = (choices: Parameters<typeof plainValues>[1]) => (shown: number | undefined) =>
    plainValues(criteria, choices, { at, shown });
  const kept = (...except: (keyof SearchCriteria)[]) => [
    ...keptParams(criteria, ...except),
    ...extraOf(at, criteria),
  ];
  const facets: Record<string, Facet> = {
    skill: { title: "Skill", shown: 8, values: counted("skill") },
    salary: {
      title: "Pay of at least",
      shown: 5,
      values: counted("salary"),
      form: () => (
        <FilterForm path={at.path} kept={kept("salary", "currency")} submit="Set pay">
          <FilterNumber name="salary" label="My yearly pay" value={criteria.salary?.toString()} />
          <FilterSelect
            name="currency"
            of="salary"
            label="Currency"
            value={criteria.currency}
            options={isUnfolded("salary", at) ? currencies : withOwn(usualCurrencies, criteria.currency)}
          />
        </FilterForm>
      ),
    },
    workplace: { title: "Workplace", values: counted("workplace") },
    band: {
      title: "Experience",
      values: counted("band"),
      form: () => (
        <FilterForm path={at.path} kept={kept("experience")} submit="Set years">
          <FilterNumber
            name="experience"
            label="My years"
            value={criteria.experience?.toString()}
            suffix="years"
          />
        </FilterForm>
      ),
    },
    country: { title: "Country", shown: 6, values: counted("country") },
    region: {
      title: "Region",
      isFolded: true,
      isInForce: criteria.region.length > 0,
      values: plain(regions.map((region) => ["region", region, regionName(region).replace(/^the /, "")])),
    },
    near: {
      title: "Near a city",
      isFolded: true,
      isInForce: criteria.near !== undefined,
      form: () => (
        <FilterForm path={at.path} kept={kept("near", "radius")} submit="Set city">
          <FilterText name="near" label="City" placeholder="Berlin" value={criteria.near} />
          <FilterSelect
            name="radius"
            of="near"
            label="Within"
            value={String(criteria.radius)}
            options={withOwn(["10", "25", "50", "100", "250"], String(criteria.radius)).sort(
              (a, b) => Number(a) - Number(b),
            )}
            suffix="km"
          />
        </FilterForm>
      ),
    },
    timezone: {
      title: "Hours in common",
      isFolded: true,
      isInForce: criteria.timezone !== undefined,
      form: () => (
        <FilterForm path={at.path} kept={kept("timezone", "overlap")} submit="Set hours">
          <FilterText
            name="timezone"
            label="My time zone"
            placeholder="Europe/Berlin"
            value={criteria.timezone}
          />
          <FilterSelect
            name="overlap"
            of="timezone"
            label="At least"
            value={String(criteria.overlap)}
            options={["1", "2", "3", "4", "5", "6", "7", "8"]}
            suffix="h"
          />
        </FilterForm>
      ),
    },
    responsibility: {
      title: "Responsibility",
      isFolded: true,
      isInForce: criteria.responsibility.length > 0,
      values: counted("responsibility"),
    },
    degree: {
      title: "Degree I hold",
      isFolded: true,
      isInForce: criteria.degree !== undefined,
      values: counted("degree"),
    },
    employment: {
      title: "Employment",
      isFolded: true,
      isInForce: criteria.employment.length > 0,
      values: counted("employment"),
    },
    reality: {
      title: "Reality card",
      isFolded: true,
      isInForce: Boolean(criteria.oncall || criteria.takehome || criteria.complete),
      values: plain([
        ["oncall", "none", "No on-call"],
        ["takehome", "none", "No take-home"],
        ["complete", "1", "Complete"],
      ]),
    },
    posted: {
      title: "Published within",
      isFolded: true,
      isInForce: criteria.posted !== undefined,
      values: plain([
        ["posted", "1", "a day"],
        ["posted", "7", "7 days"],
        ["posted", "30", "30 days"],
      ]),
    },
  };
  return Object.entries(facets).map(([name, { title, shown, isFolded, isInForce, values, form }]) => {
    const isOpen = !isFolded || isInForce || isUnfolded(name, at);
    const { values: first, more } =
      isOpen && values ? values(isUnfolded(name, at) ? undefined : shown) : { values: [], more: 0 };
    if (isOpen && first.length === 0 && !form) return null;
    return (
      <FacetList
        key={name}
        title={title}
        values={first}
        more={more}
        isOpen={isOpen}
        foldedHref={unfoldedHref(criteria, name, at)}
      >
        {isOpen && form?.()}
      </FacetList>
    );
  });
}

/** What a reader of the list most likely thinks in; all others are in the list once the facet is unfolded, and can be typed in the search box. */
const usualCurrencies = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "INR", "PLN", "SEK", "BRL", "SGD", "JPY"];

/** A choice of one's own, from the address, stands among the usual ones. */
const withOwn = (usual: readonly string[], own: string) => [...new Set([...usual, own])];
