import type { State } from "./standing";

const order: readonly State[] = ["evidenced", "claimed", "partial"];

/** The lines that speak most for a candidate, at most `most`: evidenced before claimed before partial, then the heaviest, then in the order of the sheet. */
export const bestLines = <L extends { state: State; weight: number }>(lines: readonly L[], most = 3): L[] =>
  lines
    .filter(({ state }) => order.includes(state))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.weight - a.weight)
    .slice(0, most);
