import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import type { ActiveFilter } from "./active-filters";

/** No posting answers: the one filter to give up that would give most. */
export function NothingFound({
  chips,
  allHref = "/jobs",
}: {
  chips: readonly ActiveFilter[];
  allHref?: string;
}) {
  const best = [...chips].sort((a, b) => b.without - a.without)[0];
  return (
    <EmptyState
      title="No posting answers all of this"
      action={<ButtonLink href={allHref}>All postings</ButtonLink>}
    >
      {best && best.without > 0 && (
        <p>
          <a href={best.href} className="link">
            Without “{best.name} {best.label}”
          </a>{" "}
          there {best.without === 1 ? "is" : "are"} {best.without.toLocaleString("en")}.
        </p>
      )}
    </EmptyState>
  );
}
