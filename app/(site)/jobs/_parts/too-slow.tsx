import { Notice } from "@/app/_ui/notice";
import type { SearchCriteria } from "@/lib/search/criteria";
import { SearchForm } from "../../../_parts/search/search-form";
import { keptParams, narrower, searchHref } from "../../../_parts/search/search-view";

/** A search that was stopped at its limit: what was asked, to be changed, and searches like it that find less. */
export function TooSlow({ criteria }: { criteria: SearchCriteria }) {
  return (
    <>
      <h1 className="pt-6 pb-3 text-xl font-semibold tracking-tight">Backend jobs</h1>
      <SearchForm q={criteria.q} kept={keptParams(criteria, "q", "sort")} />
      <div className="my-4">
        <Notice tone="warning" title="This search takes too long">
          <p>We stopped it after two seconds. Try a narrower search:</p>
          <ul className="mt-2 list-disc pl-5">
            {narrower(criteria).map(({ label, criteria: less }) => (
              <li key={label}>
                <a href={searchHref(less)} className="link">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      </div>
    </>
  );
}
