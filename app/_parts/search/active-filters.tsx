import { RemovableTag } from "@/app/_ui/tag";

export type ActiveFilter = {
  /** The filter in words: "skill", "at most", "without". */
  name: string;
  label: string;
  /** The search without it, and the total that would give. */
  href: string;
  without: number;
};

/** What narrows the list, each to be taken off, with what that would add. */
export function ActiveFilters({
  filters,
  total,
  clearHref,
}: {
  filters: readonly ActiveFilter[];
  total: number;
  clearHref: string;
}) {
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-2">
      {filters.map((filter) => (
        <li key={`${filter.name} ${filter.label}`}>
          <RemovableTag href={filter.href} name={filter.name} gain={<Gain more={filter.without - total} />}>
            {filter.label}
          </RemovableTag>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <a href={clearHref} className="link inline-flex min-h-9 items-center px-1 text-sm">
            Clear all
          </a>
        </li>
      )}
    </ul>
  );
}

function Gain({ more }: { more: number }) {
  const figure = Math.abs(more).toLocaleString("en");
  return (
    <span>
      <span className="sr-only">, gives </span>
      {figure} {more < 0 ? "fewer" : "more"}
    </span>
  );
}
