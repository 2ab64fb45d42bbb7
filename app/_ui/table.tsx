import type { ReactNode } from "react";
import { type Head, TableGrid } from "./table-grid";

export type Column<Row> = Head & { cell: (row: Row) => ReactNode };

/**
 * A plain table. It scrolls inside itself where it must, never the page. The caption names it for every reader. With `cards`, a row is a
 * block where there is no room for many columns: the first cell above, the others below it with the names of their columns.
 */
export function Table<Row>({
  columns,
  rows,
  rowKey,
  ...rest
}: {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  cards?: boolean;
}) {
  return (
    <TableGrid
      heads={columns.map(({ cell: _, ...head }) => head)}
      rows={rows.map((row) => ({ key: rowKey(row), cells: columns.map(({ cell }) => cell(row)) }))}
      {...rest}
    />
  );
}
