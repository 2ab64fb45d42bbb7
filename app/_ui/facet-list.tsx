import type { ReactNode } from "react";
import { Mark } from "./mark";

export type FacetValue = { value: string; label: ReactNode; count?: number; href: string; chosen?: boolean };

/**
 * One question with its answers as links, each with the total it would give where that is counted. The answers in force
 * stand first with a box that is ticked. Beyond `shown` the rest folds away. An answer that would give nothing is text, not a link.
 */
export function FacetList({
  title,
  values,
  shown = 8,
  open = true,
  children,
}: {
  title: string;
  values: readonly FacetValue[];
  shown?: number;
  open?: boolean;
  /** A form under the answers. */
  children?: ReactNode;
}) {
  if (values.length === 0 && !children) return null;
  const ordered = [...values.filter((one) => one.chosen), ...values.filter((one) => !one.chosen)];
  const first = ordered.slice(0, shown);
  const rest = ordered.slice(shown);
  return (
    <details open={open} className="group/facet border-t border-rule">
      <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
        {title}
        <Mark name="down" className="text-ink-3 group-open/facet:rotate-180" />
      </summary>
      <ul className="pb-3">
        {first.map((one) => (
          <FacetItem key={one.value} {...one} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="group/rest -mt-3 pb-3">
          <summary className="link inline-flex min-h-9 items-center text-sm group-open/rest:hidden">
            {rest.length} more
          </summary>
          <ul>
            {rest.map((one) => (
              <FacetItem key={one.value} {...one} />
            ))}
          </ul>
        </details>
      )}
      {children}
    </details>
  );
}

function FacetItem({ label, count, href, chosen }: FacetValue) {
  const line = "flex min-h-9 items-center gap-2 py-1 text-sm leading-snug lg:min-h-7";
  const figures = count !== undefined && (
    <span className="figure ml-auto text-ink-3">{count.toLocaleString("en")}</span>
  );
  if (count === 0 && !chosen)
    return (
      <li className={`${line} text-ink-3`}>
        <Box />
        <span className="min-w-0">{label}</span>
        {figures}
      </li>
    );
  return (
    <li>
      <a
        href={href}
        data-keep-scroll
        aria-current={chosen ? "true" : undefined}
        className={`${line} group/item hover:text-accent ${chosen ? "font-medium" : ""}`}
      >
        <Box chosen={chosen} />
        <span className="min-w-0 decoration-1 underline-offset-4 group-hover/item:underline">{label}</span>
        {chosen && <span className="sr-only">, chosen: take it off</span>}
        {figures}
      </a>
    </li>
  );
}

function Box({ chosen }: { chosen?: boolean }) {
  const look = chosen
    ? "border-accent bg-accent text-on-accent"
    : "border-control group-hover/item:border-accent";
  return (
    <span
      aria-hidden="true"
      className={`grid size-3.5 shrink-0 place-items-center rounded border text-[0.625rem] ${look}`}
    >
      {chosen && <Mark name="check" />}
    </span>
  );
}
