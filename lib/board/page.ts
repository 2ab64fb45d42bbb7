import { hasBit } from "./bits";
import type { Columns } from "./columns";
import type { Found } from "./found";
import { oneId } from "./ids";

export type PageOrder = "newest" | "salary";
/** Where a page ended: the value that it is sorted by, and the id. */
export type After = { value: number; id: string };

/** Ids in their order; `next` where more follow. */
export type Page = { ids: string[]; next: After | null };

/** The first `limit` of the rows behind `after`: the highest value first, equal ones by id. */
export function pageOf(columns: Columns, found: Found, order: PageOrder, limit: number, after?: After): Page {
  const column = order === "newest" ? columns.publishedAt : columns.usdMax;
  const start = after && { value: after.value, id: oneId(after.id) };
  const isBehind = (row: number) => {
    if (!start) return true;
    const value = column[row] as number;
    return value < start.value || (value === start.value && columns.ids.compareWith(row, start.id) > 0);
  };
  const compare = (one: number, other: number) =>
    (column[other] as number) - (column[one] as number) || columns.ids.compare(one, other);
  const rows = order === "newest" ? newestOf(columns, found, limit + 1, isBehind) : found.rows;
  const best = firstOf(rows, limit + 1, isBehind, compare);
  const page = [...best.slice(0, limit)];
  const last = best.length > limit ? page.at(-1) : undefined;
  return {
    ids: page.map((row) => columns.ids.at(row)),
    next: last === undefined ? null : { value: column[last] as number, id: columns.ids.at(last) },
  };
}

/** Rows among which the newest `limit` behind a place are: those that stand in order are not read beyond it. */
function newestOf(
  { sortCount, rowCount }: Columns,
  { bits }: Found,
  limit: number,
  isBehind: (row: number) => boolean,
): number[] {
  let [from, to] = [0, sortCount];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (isBehind(middle)) to = middle;
    else from = middle + 1;
  }
  const rows: number[] = [];
  for (let row = from; row < sortCount && rows.length < limit; row++)
    if (bits[row >>> 5] === 0) row |= 31;
    else if (hasBit(bits, row)) rows.push(row);
  for (let row = sortCount; row < rowCount; row++) if (hasBit(bits, row)) rows.push(row);
  return rows;
}

/** The first `limit` of the wanted rows by `compare`, in that order. */
export function firstOf(
  rows: ArrayLike<number>,
  limit: number,
  isWanted: (row: number) => boolean,
  compare: (one: number, other: number) => number,
): number[] {
  const best: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const last = best[limit - 1];
    if ((last === undefined || compare(row, last) < 0) && isWanted(row)) insert(best, row, limit, compare);
  }
  return best;
}

/** Puts a row into its place among the best, of which no more than `limit` stay. */
export function insert<T>(best: T[], one: T, limit: number, compare: (one: T, other: T) => number) {
  let at = best.length;
  while (at > 0 && compare(one, best[at - 1] as T) < 0) at--;
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}
