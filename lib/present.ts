/** The element at an index that the list has, counted from its end where it is negative; a `RangeError` otherwise. */
export function elementAt<T>(list: readonly T[], index: number): T {
  const place = index < 0 ? list.length + index : index;
  if (!(place in list)) throw new RangeError(`There is no element ${index} in a list of ${list.length}.`);
  return list[place] as T;
}

/** The row of a query that always gives one, such as an insert of one row. */
export const one = <T>(rows: readonly T[]): T => elementAt(rows, 0);

/** The value, which the code or the database sees to that there is; a `TypeError` otherwise. */
export function present<T>(value: T): NonNullable<T> {
  if (value === null || value === undefined) throw new TypeError("A value is missing.");
  return value;
}
