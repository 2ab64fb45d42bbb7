import type { People } from "@/lib/people/people";

/** By row: 1 where there is somebody who is not left out; `leftOut` are numbers of profiles. */
export function seenRows(people: People, leftOut: readonly number[]): Uint8Array {
  const seen = people.isThere.slice(0, people.rowCount);
  for (const number of leftOut) {
    const row = people.rowOf(number);
    if (row !== undefined) seen[row] = 0;
  }
  return seen;
}
