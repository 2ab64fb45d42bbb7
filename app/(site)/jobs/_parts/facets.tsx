import { FacetList } from "@/app/_ui/facet-list";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { SearchAnswer } from "@/lib/search/queries/search";
import { FilterForm, FilterNumber, FilterSelect } from "./filter-form";
import { facetValues, keptParams, plainValues } from "./search-view";

/** What narrows the list of postings: every facet with its counts, and two sums of one's own. */
export function Facets({
  answer,
  criteria,
  currencies,
}: {
  answer: SearchAnswer;
  criteria: SearchCriteria;
  currencies: readonly string[];
}) {
  const values = (name: keyof SearchAnswer["facets"]) => facetValues(answer, criteria, name);
  const isOpen = (name: keyof SearchAnswer["facets"]) => values(name).some((value) => value.chosen);
  return (
    <>
      <FacetList title="Skill" values={values("skill")} />
      <FacetList title="Pay of at least" values={values("salary")} shown={5}>
        <FilterForm kept={keptParams(criteria, "salary", "currency")}>
          <FilterNumber name="salary" label="My yearly pay" value={criteria.salary?.toString()} />
          <FilterSelect name="currency" label="Currency" value={criteria.currency} options={currencies} />
        </FilterForm>
      </FacetList>
      <FacetList title="Workplace" values={values("workplace")} />
      <FacetList title="Experience" values={values("band")}>
        <FilterForm kept={keptParams(criteria, "experience")}>
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
        title="Responsibility"
        values={values("responsibility")}
        shown={6}
        open={isOpen("responsibility")}
      />
      <FacetList title="Degree I hold" values={values("degree")} open={isOpen("degree")} />
      <FacetList title="Employment" values={values("employment")} open={isOpen("employment")} />
      <FacetList
        title="Reality card"
        values={plainValues(criteria, [
          ["oncall", "none", "No on-call"],
          ["takehome", "none", "No take-home"],
          ["complete", "1", "Complete"],
        ])}
        open={Boolean(criteria.oncall || criteria.takehome || criteria.complete)}
      />
      <FacetList
        title="Published within"
        values={plainValues(criteria, [
          ["posted", "1", "a day"],
          ["posted", "7", "7 days"],
          ["posted", "30", "30 days"],
        ])}
        open={criteria.posted !== undefined}
      />
    </>
  );
}
