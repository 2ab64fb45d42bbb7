import type { SheetLine } from "./sheet";

/** A line that differs between two sheets; null on the side that does not have it. */
export type ChangedLine<L extends SheetLine = SheetLine> = {
  kind: SheetLine["kind"];
  slug: string | null;
  then: L | null;
  now: L | null;
};

/** What differs from one sheet to a later one, line by line: those of the later sheet in its order, then those that are gone. */
export function changesOf<L extends SheetLine>(
  then: { lines: readonly L[] },
  now: { lines: readonly L[] },
): ChangedLine<L>[] {
  const before = new Map(then.lines.map((line) => [nameOf(line), line]));
  const after = new Set(now.lines.map(nameOf));
  return [
    ...now.lines.flatMap((line) => {
      const earlier = before.get(nameOf(line)) ?? null;
      return earlier && isSame(earlier, line) ? [] : [change(line, earlier, line)];
    }),
    ...then.lines.filter((line) => !after.has(nameOf(line))).map((line) => change(line, line, null)),
  ];
}

const change = <L extends SheetLine>({ kind, slug }: L, then: L | null, now: L | null): ChangedLine<L> => ({
  kind,
  slug,
  then,
  now,
});

const nameOf = ({ kind, slug }: SheetLine) => `${kind} ${slug}`;

/** What a line itself says; `ifHad` moves with all the others. */
const isSame = (a: SheetLine, b: SheetLine) =>
  a.must === b.must &&
  a.weight === b.weight &&
  a.state === b.state &&
  a.low === b.low &&
  a.high === b.high &&
  a.reason === b.reason;
