import type { ReactNode } from "react";
import { Mark } from "./mark";

/**
 * The list: what narrows it at the left, the list at the right. On phones the left column folds into one line above
 * the list and says how many of its answers are in force.
 */
export function ListLayout({
  facets,
  inForce,
  children,
}: {
  facets: ReactNode;
  inForce: number;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-x-12 gap-y-5 lg:grid-cols-[14.5rem_minmax(0,1fr)]">
      <aside aria-label="Filters" className="no-print">
        <details className="unfold-lg group/filters border-y border-rule max-lg:open:pb-2 lg:border-0">
          <summary className="flex min-h-11 items-center justify-between gap-3 font-semibold">
            <span>
              Filters
              {inForce > 0 && <span className="font-normal text-ink-3"> · {inForce} in force</span>}
            </span>
            <Mark name="down" className="text-ink-3 group-open/filters:rotate-180" />
          </summary>
          {facets}
        </details>
      </aside>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
