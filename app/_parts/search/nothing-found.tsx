import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { counted } from "@/lib/plural";
import type { WayOn } from "@/lib/search/queries/ways-on";
import type { ActiveFilter } from "./active-filters";
import { searchHref } from "./search-view";

/** No posting answers: what was understood, and each way on with the number of postings that it leads to. */
export function NothingFound({
  chips,
  said,
  ways = [],
  allHref = "/jobs",
}: {
  chips: readonly ActiveFilter[];
  /** The search in words. */
  said?: string;
  ways?: readonly WayOn[];
  allHref?: string;
}) {
  if (chips.length === 0) return <NoPostings />;
  const without = chips
    .filter((chip) => chip.without > 0 && chips.length > 1)
    .sort((a, b) => b.without - a.without)
    .map(({ name, label, href, without: count }) => ({ label: `without “${name} ${label}”`, href, count }));
  const links = [
    ...without,
    ...ways.map(({ label, criteria, count }) => ({ label, href: searchHref(criteria), count })),
  ];
  return (
    <EmptyState
      title="No postings match your search"
      action={<ButtonLink href={allHref}>All postings</ButtonLink>}
    >
      {said && <p>We looked for: {said}.</p>}
      {links.length > 0 && (
        <>
          <p>You could try:</p>
          <ul className="mt-1 list-disc pl-5 text-left">
            {links.map(({ label, href, count }) => (
              <li key={`${label} ${href}`}>
                <a href={href} className="link">
                  {label}
                </a>
                : {counted(count, "posting")}
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  );
}

/** Where nothing is asked and nothing is there: a board at its beginning. */
export function NoPostings() {
  return (
    <EmptyState
      title="There are no open postings at the moment"
      action={<ButtonLink href="/employer">Post a job</ButtonLink>}
    >
      <p>
        Companies can publish postings for free. Each shows its pay and requirements, and each applicant gets
        an answer.
      </p>
    </EmptyState>
  );
}
