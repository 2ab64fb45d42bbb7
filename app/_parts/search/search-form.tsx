import { Button } from "@/app/_ui/button";
import { Mark } from "@/app/_ui/mark";
import { Suggestions } from "./suggestions";

/** The search box: a GET form that carries the filters in force along as hidden values. */
export function SearchForm({
  q,
  kept = [],
  action = "/jobs",
  placeholder = "senior go remote 90k eur",
  label = "Search postings",
}: {
  q?: string;
  action?: string;
  kept?: readonly (readonly [name: string, value: string])[];
  placeholder?: string;
  label?: string;
}) {
  return (
    <search>
      <form action={action} method="get" className="flex">
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="relative min-w-0 flex-1">
          <Mark
            name="search"
            className="pointer-events-none absolute top-1/2 left-3.5 -translate-y-1/2 text-ink-3"
          />
          {/* Every answer renews the box: what was typed stands there as it was understood. */}
          <input
            key={JSON.stringify([q, kept])}
            type="search"
            name="q"
            defaultValue={q}
            aria-label={label}
            placeholder={placeholder}
            autoComplete="off"
            list="search-suggestions"
            maxLength={200}
            className="control h-12 rounded-r-none border-r-0 pl-10"
          />
        </div>
        <Button type="submit" look="primary" className="h-12 rounded-l-none px-6">
          Search
        </Button>
      </form>
      <Suggestions id="search-suggestions" />
    </search>
  );
}
