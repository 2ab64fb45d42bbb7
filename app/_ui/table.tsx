import type { ReactNode } from "react";
import { cn } from "./cn";

export type Column<Row> = {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right edge. */
  figure?: boolean;
  /** Left out on phones, where the row has no room for it. */
  wide?: boolean;
};

/**
 * A plain table. It scrolls inside itself where it must, never the page. The caption names it for every reader. With `cards`, a row is a
 * block where there is no room for many columns: the first cell above, the others below it with the names of their columns.
 */
export function Table<Row>({
  caption,
  showCaption,
  columns,
  rows,
  rowKey,
  empty,
  cards,
}: {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  cards?: boolean;
}) {
  const cell = (column: Column<Row>) =>
    cn(
      "py-2.5 pr-6 text-left align-baseline last:pr-0",
      column.figure && "text-right tabular-nums",
      column.wide && "hidden md:table-cell",
      cards && "max-lg:block max-lg:p-0 max-lg:text-left max-lg:first:col-span-full",
    );
  return (
    // Words for screen readers alone are laid out from here, else they would widen the page from the cells that are out of sight.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className={showCaption ? "pb-2 text-left font-semibold" : "sr-only"}>{caption}</caption>
        <thead className={cn(cards && "max-lg:sr-only")}>
          <tr className={cn("border-y border-rule", showCaption && "border-t-2 border-t-ink")}>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cn(cell(column), "eyebrow py-2")}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={cn(
                "border-b border-rule",
                cards && "max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-6 max-lg:gap-y-3 max-lg:py-4",
              )}
            >
              {columns.map((column, i) => (
                <td key={column.key} className={cell(column)}>
                  {cards && i > 0 && (
                    <span className="eyebrow block lg:hidden" aria-hidden="true">
                      {column.head}
                    </span>
                  )}
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr className="border-b border-rule">
              <td colSpan={columns.length} className="py-6 text-ink-3">
                {empty ?? "Nothing here yet."}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
