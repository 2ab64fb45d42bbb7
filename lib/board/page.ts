import { type Columns, readId } from "./columns";
import type { Found } from "./found";

export type PageOrder = "newest" | "salary";
/** Where a page ended: the value that it is sorted by, and the id. */
export type After = { value: number; id: string };

/** Ids in their order; `next` where more follow. */
export type Page = { ids: string[]; next: After | null };

/** The first `limit` of the rows behind `after`: the highest value first, equal ones by id. */
export function pageOf(
  columns: Columns,
  { rows }: Found,
  order: PageOrder,
  limit: number,
  after?: After,
): Page {
  const column = order === "newest" ? columns.publishedAt : columns.usdMax;
  const start = after && { value: after.value, id: readId(after.id) };
  const isBehind = (row: number) => {
    if (!start) return true;
    const value = column[row] as number;
    return value < start.value || (value === start.value && columns.compareIdWith(row, start.id) > 0);
  };
  const compare = (one: number, other: number) =>
    (column[other] as number) - (column[one] as number) || columns.compareIds(one, other);
  const best = firstOf(rows, limit + 1, {
    isWanted: isBehind,
    compare,
    sortedBelow: order === "newest" ? columns.sortCount : 0,
  });
  const page = [...best.slice(0, limit)];
  const last = best.length > limit ? page.at(-1) : undefined;
  return {
    ids: page.map((row) => columns.idAt(row)),
    next: last === undefined ? null : { value: column[last] as number, id: columns.idAt(last) },
  };
}

/**
 * The first `limit` of the wanted rows by `compare`, in that order. Rows below `sortedBelow` stand in that order already: once enough of
 * them are found, only those behind can come before.
 */
export function firstOf(
  rows: Uint32Array,
  limit: number,
  by: {
    isWanted: (row: number) => boolean;
    compare: (one: number, other: number) => number;
    sortedBelow: number;
  },
): number[] {
  const best: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const last = best[limit - 1];
    if (last !== undefined && by.compare(row, last) > 0) {
      if (row < by.sortedBelow) i = lastBelow(rows, by.sortedBelow);
      continue;
    }
    if (by.isWanted(row)) insert(best, row, limit, by.compare);
  }
  return best;
}

function insert(best: number[], row: number, limit: number, compare: (one: number, other: number) => number) {
  let at = best.length;
  while (at > 0 && compare(row, best[at - 1] as number) < 0) at--;
  best.splice(at, 0, row);
  if (best.length > limit) best.pop();
}

/** The place of the last of the ascending rows that is below `limit`. */
function lastBelow(rows: Uint32Array, limit: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rows[middle] as number) < limit) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
