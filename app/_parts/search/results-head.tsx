import { RangeScale } from "@/app/_ui/range-bar";
import { plural } from "@/lib/plural";

export type SortChoice = { label: string; href: string; current: boolean };

/** Over the rows: how many, in which order, and the scale of the pay column. */
export function ResultsHead({ total, sorts }: { total: number; sorts: readonly SortChoice[] }) {
  return (
    <div className="grid items-end gap-x-10 gap-y-2 border-b-2 border-ink pb-2 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p role="status" className="text-md font-semibold">
          <span className="figure">{total.toLocaleString("en")}</span> {plural(total, "posting")}
        </p>
        {sorts.length > 0 && (
          <ul aria-label="Sort by" className="flex gap-x-4 text-sm">
            {sorts.map((sort) => (
              <li key={sort.href}>
                <a
                  href={sort.href}
                  aria-current={sort.current ? "true" : undefined}
                  className="plain-link inline-flex min-h-9 items-center text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {sort.label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="max-md:hidden">
        <p className="eyebrow">Pay in US dollars a year</p>
        <RangeScale labels={["0", "100k", "200k", "300k"]} />
      </div>
    </div>
  );
}
