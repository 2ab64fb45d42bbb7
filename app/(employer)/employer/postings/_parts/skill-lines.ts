/** A skill of the form. `row` is its line in the form that was sent, where the errors of that are told. */
export type Line = {
  /** What it is known by while it is edited: its name may become the skill's own meanwhile. */
  id: number;
  name: string;
  /** The alias that it was typed by, if any. */
  alias: string | null;
  must: boolean;
  years: string;
  row: number | null;
  errors: string[];
};

/** Where a chip is put: into a tray, at its end or beside another chip. */
export type Spot = { must: boolean; beside?: { name: string; isBehind: boolean } };

/** The lines with that one at another spot. */
export function placed(lines: readonly Line[], name: string, { must, beside }: Spot): Line[] {
  const line = lines.find((one) => one.name === name);
  if (!line || beside?.name === name) return [...lines];
  const others = lines.filter((one) => one !== line);
  const next = beside && others.findIndex((one) => one.name === beside.name);
  const at =
    beside === undefined || next === undefined || next < 0 ? others.length : next + Number(beside.isBehind);
  return others.toSpliced(at, 0, { ...line, must });
}

/** The spot one further to the left or right in its tray; null at its end. */
export function spotBeside(lines: readonly Line[], { name, must }: Line, isBehind: boolean): Spot | null {
  const tray = lines.filter((one) => one.must === must);
  const next = tray[tray.findIndex((one) => one.name === name) + (isBehind ? 1 : -1)];
  return next ? { must, beside: { name: next.name, isBehind } } : null;
}
