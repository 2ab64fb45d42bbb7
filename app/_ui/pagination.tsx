import { ButtonLink } from "./button";

/** Onwards by cursor. Backwards is the browser's own; `firstHref` leads to the start when this is not it. */
export function Pagination({
  shown,
  total,
  unit,
  nextHref,
  firstHref,
}: {
  shown: number;
  /** Left out where it is not known. */
  total?: number;
  unit: string;
  nextHref?: string;
  firstHref?: string;
}) {
  if (!nextHref && !firstHref) return null;
  return (
    <nav
      aria-label="Pages"
      className="flex flex-wrap items-center justify-between gap-4 border-t-2 border-ink pt-4"
    >
      <p className="text-sm text-ink-3">
        <span className="figure">{shown.toLocaleString("en")}</span>
        {total !== undefined && (
          <>
            {" "}
            of <span className="figure">{total.toLocaleString("en")}</span>
          </>
        )}{" "}
        {unit} on this page
      </p>
      <div className="flex gap-3">
        {firstHref && <ButtonLink href={firstHref}>First page</ButtonLink>}
        {nextHref && (
          <ButtonLink href={nextHref} rel="next">
            Next page
          </ButtonLink>
        )}
      </div>
    </nav>
  );
}
