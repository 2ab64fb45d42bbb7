import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import type { StandingGroup } from "@/lib/postings/lists";
import type { OwnListFilter } from "@/lib/postings/queries/own-list";

const groupWords: Record<StandingGroup, string> = {
  live: "Live",
  draft: "Drafts",
  review: "In review",
  hidden: "Hidden",
  over: "Closed",
};

/** The address of the list narrowed like this. */
export function addressOf({ company, q, group }: OwnListFilter, more: Record<string, string> = {}): string {
  const asked = Object.entries({ company, q, state: group, ...more }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  );
  const query = new URLSearchParams(asked).toString();
  return query ? `/employer?${query}` : "/employer";
}

/** Narrows the list of postings: by where they stand, and by words of the title. */
export function PostingsFilter({
  filter,
  counts,
}: {
  filter: OwnListFilter;
  counts: Record<StandingGroup, number>;
}) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { group, company, q } = filter;
  return (
    <div className="mb-4 grid gap-3">
      <nav aria-label="State of postings" className="flex flex-wrap gap-x-6">
        <Choice href={addressOf({ company, q })} isChosen={!group}>
          All ({all})
        </Choice>
        {(Object.keys(groupWords) as StandingGroup[]).map((one) => (
          <Choice key={one} href={addressOf({ company, q, group: one })} isChosen={group === one}>
            {groupWords[one]} ({counts[one]})
          </Choice>
        ))}
      </nav>
      {(all > 10 || q) && (
        <search>
          <form action="/employer" className="flex max-w-md items-end gap-3">
            {company && <input type="hidden" name="company" value={company} />}
            {group && <input type="hidden" name="state" value={group} />}
            <TextField name="q" label="Title contains" defaultValue={q} className="flex-1" />
            <Button type="submit">Search</Button>
          </form>
        </search>
      )}
    </div>
  );
}

function Choice({
  href,
  isChosen,
  children,
}: {
  href: string;
  isChosen: boolean;
  children: React.ReactNode;
}) {
  return (
    <a
      href={href}
      aria-current={isChosen || undefined}
      className={
        isChosen ? "inline-flex min-h-9 items-center font-semibold" : "link inline-flex min-h-9 items-center"
      }
    >
      {children}
    </a>
  );
}
