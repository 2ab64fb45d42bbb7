import { FacetList } from "@/app/_ui/facet-list";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { FacetName } from "@/lib/search/filters/table";
import type { SearchAnswer } from "@/lib/search/queries/search";
import { regionName, regions } from "@/lib/taxonomy/regions";
import { FilterForm, FilterNumber, FilterSelect, FilterText } from "./filter-form";
import { extraOf, facetValues, jobsPlace, keptParams, plainValues, type SearchPlace } from "./search-view";

/** What narrows the list of postings: every facet with its counts, and two sums of one's own. */
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
  const values = (name: FacetName) => facetValues(answer, criteria, name, at);
  const kept = (...except: (keyof SearchCriteria)[]) => [
    ...keptParams(criteria, ...except),
    ...extraOf(at, criteria),
  ];
  const isOpen = (name: FacetName) => values(name).some((value) => value.chosen);
  return (
    <>
      <FacetList title="Skill" values={values("skill")} />
      <FacetList title="Pay of at least" values={values("salary")} shown={5}>
        <FilterForm path={at.path} kept={kept("salary", "currency")} submit="Set pay">
          <FilterNumber name="salary" label="My yearly pay" value={criteria.salary?.toString()} />
          <FilterSelect
            name="currency"
            of="salary"
            label="Currency"
            value={criteria.currency}
            options={currencies}
          />
        </FilterForm>
      </FacetList>
      <FacetList title="Workplace" values={values("workplace")} />
      <FacetList title="Experience" values={values("band")}>
        <FilterForm path={at.path} kept={kept("experience")} submit="Set years">
          <FilterNumber
            name="experience"
            label="My years"
            value={criteria.experience?.toString()}
            suffix="years"
          />
        </FilterForm>
      </FacetList>
      <FacetList title="Country" values={values("country")} shown={6} />
      <FacetList
        title="Region"
        values={plainValues(
          criteria,
          regions.map((region) => ["region", region, regionName(region).replace(/^the /, "")]),
          at,
        )}
        shown={6}
        open={criteria.region.length > 0}
      />
      <FacetList title="Near a city" values={[]} open={criteria.near !== undefined}>
        <FilterForm path={at.path} kept={kept("near", "radius")} submit="Set city">
          <FilterText name="near" label="City" placeholder="Berlin" value={criteria.near} />
          <FilterSelect
            name="radius"
            of="near"
            label="Within"
            value={String(criteria.radius)}
            options={withOwn(["10", "25", "50", "100", "250"], String(criteria.radius))}
            suffix="km"
          />
        </FilterForm>
      </FacetList>
      <FacetList title="Hours in common" values={[]} open={criteria.timezone !== undefined}>
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
      </FacetList>
      <FacetList
        title="Responsibility"
        values={values("responsibility")}
        shown={6}
        open={isOpen("responsibility")}
      />
      <FacetList title="Degree I hold" values={values("degree")} open={isOpen("degree")} />
      <FacetList title="Employment" values={values("employment")} open={isOpen("employment")} />
      <FacetList
        title="Reality card"
        values={plainValues(
          criteria,
          [
            ["oncall", "none", "No on-call"],
            ["takehome", "none", "No take-home"],
            ["complete", "1", "Complete"],
          ],
          at,
        )}
        open={Boolean(criteria.oncall || criteria.takehome || criteria.complete)}
      />
      <FacetList
        title="Published within"
        values={plainValues(
          criteria,
          [
            ["posted", "1", "a day"],
            ["posted", "7", "7 days"],
            ["posted", "30", "30 days"],
          ],
          at,
        )}
        open={criteria.posted !== undefined}
      />
    </>
  );
}

/** A choice of one's own, from the address, stands among the usual ones. */
const withOwn = (usual: readonly string[], own: string) =>
  [...new Set([...usual, own])].sort((a, b) => Number(a) - Number(b));
