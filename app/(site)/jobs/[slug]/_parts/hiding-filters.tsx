import { Notice } from "@/app/_ui/notice";
import type { SearchCriteria } from "@/lib/search/criteria";
import type { FilterName } from "@/lib/search/filters/table";
import { filterInWords, searchHref } from "../../../../_parts/search/search-view";

/** The search that led here would not list this posting (any more): by which of its filters, and the way on without each. */
export function HidingFilters({
  hiding,
  criteria,
  labels,
}: {
  hiding: readonly { name: FilterName; value: string; rest: SearchCriteria }[];
  criteria: SearchCriteria;
  labels: ReadonlyMap<string, string>;
}) {
  return (
    <div className="mb-5">
      <Notice title="Your search does not include this posting">
        <ul>
          {hiding.map(({ name, value, rest }) => (
            <li key={`${name}=${value}`}>
              It is hidden by “{filterInWords(criteria, name, value, labels)}”.{" "}
              <a href={searchHref(rest)} className="link">
                Search without it
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
