import type { FormState } from "./state";

/** The indexes of the lines that the form shows for a list, from 0. */
export function rowsOf(state: FormState, list: string): number[] {
  const sent = Object.keys(state.values ?? {}).filter((name) => name.startsWith(`${list}[`));
  const highest = Math.max(-1, ...sent.map((name) => Number(name.slice(list.length + 1).split("]")[0])));
  return Array.from({ length: highest + 1 }, (_, i) => i);
}
