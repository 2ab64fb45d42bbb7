"use client";

import { clsx } from "clsx";
import type { ReactNode } from "react";

/** How a column looks, whatever stands in it. */
export type Head = {
  key: string;
  head: ReactNode;
  /** Figures stand at the right edge. */
  figure?: boolean;
  /** Left out on phones, where the row has no room for it. */
  wide?: boolean;
};

/**
 * The rows and cells of a table, around what stands in the cells. Drawn by one component, and not by the server's: those would send each row and
 * each cell twice. `Table` says what the parts mean.
 */
export function TableGrid({
  caption,
  showCaption,
  heads,
  rows,
  empty = "Nothing here yet.",
  cards,
}: {
  caption: string;
  showCaption?: boolean;
  heads: readonly Head[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  empty?: ReactNode;
  cards?: boolean;
}) {
  const looks = heads.map(({ figure, wide }) =>
    clsx(
      "pr-6 align-baseline last:pr-0",
      figure ? "text-right tabular-nums" : "text-left",
      wide && "hidden md:table-cell",
      cards && "max-lg:block max-lg:p-0 max-lg:text-left max-lg:first:col-span-full",
    ),
  );
  const rowLook = clsx(
    "border-b border-rule",
    cards && "max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-6 max-lg:gap-y-3 max-lg:py-4",
  );
  return (
    // Words for screen readers alone are laid out from here, else they would widen the page from the cells that are out of sight.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className={showCaption ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
        <thead className={cards ? "max-lg:sr-only" : undefined}>
          <tr className={clsx("border-y border-rule", showCaption && "border-t-2 border-t-ink")}>
            {heads.map(({ key, head }, at) => (
              <th key={key} scope="col" className={clsx(looks[at], "eyebrow py-2")}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className={rowLook}>
              {heads.map(({ key, head }, at) => (
                <td key={key} className={`py-2.5 ${looks[at]}`}>
                  {cards && at > 0 && (
                    <span className="eyebrow block lg:hidden" aria-hidden="true">
                      {head}
                    </span>
                  )}
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr className="border-b border-rule">
              <td colSpan={heads.length} className="py-6 text-ink-3">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
