import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { counted, plural } from "@/lib/plural";
import type { ActiveFilter } from "./active-filters";

/** No posting answers: the one filter to give up that would give most. */
export function NothingFound({
  chips,
  allHref = "/jobs",
}: {
  chips: readonly ActiveFilter[];
  allHref?: string;
}) {
  if (chips.length === 0) return <NoPostings />;
  const best = [...chips].sort((a, b) => b.without - a.without)[0];
  return (
    <EmptyState
      title="No postings match your search"
      action={<ButtonLink href={allHref}>All postings</ButtonLink>}
    >
      {best && best.without > 0 && (
        <p>
          <a href={best.href} className="link">
            Without “{best.name} {best.label}”
          </a>{" "}
          there {plural(best.without, "is", "are")} {counted(best.without, "posting")}.
        </p>
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
