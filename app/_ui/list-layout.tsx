import type { ReactNode } from "react";
import { Mark } from "./mark";
import { ShowResults } from "./show-results";
import { SkipLink } from "./skip-link";

/**
 * The list: what narrows it at the left, the list at the right. On phones the left column folds into one line above
 * the list and says how many of its answers are in force. While it is open, `show` stays in sight, says how many the list has and leads to it.
 */
export function ListLayout({
  facets,
  inForce,
  show,
  children,
}: {
  facets: ReactNode;
  inForce: number;
  /** "Show 36 postings". */
  show: string;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-x-12 gap-y-5 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <aside aria-label="Filters" className="no-print">
        <SkipLink href="#results">Skip to results</SkipLink>
        <details className="unfold-lg group/filters border-y border-rule lg:border-0">
          <summary className="flex min-h-11 items-center justify-between gap-3 font-semibold">
            <span>
              Filters
              {inForce > 0 && <span className="font-normal text-ink-3"> · {inForce} in force</span>}
            </span>
            <Mark name="down" className="text-ink-3 group-open/filters:rotate-180" />
          </summary>
          {facets}
          <div className="sticky bottom-0 z-10 border-t border-ink bg-paper py-3 lg:hidden">
            <ShowResults href="#results">{show}</ShowResults>
          </div>
        </details>
      </aside>
      <div id="results" tabIndex={-1} className="min-w-0 scroll-mt-4 outline-none">
        {children}
      </div>
    </div>
  );
}
