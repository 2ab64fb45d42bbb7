import type { Sheet, SheetLine } from "./sheet";

/** A line that differs between two sheets; null on the side that has it not. */
export type ChangedLine = {
  kind: SheetLine["kind"];
  slug: string | null;
  then: SheetLine | null;
  now: SheetLine | null;
};

/** What differs from one sheet to a later one, line by line: those of the later sheet in its order, then those that are gone. */
export function changesOf(then: Pick<Sheet, "lines">, now: Pick<Sheet, "lines">): ChangedLine[] {
  const before = new Map(then.lines.map((line) => [nameOf(line), line]));
  const after = new Set(now.lines.map(nameOf));
  return [
    ...now.lines.flatMap((line) => {
      const earlier = before.get(nameOf(line)) ?? null;
      return earlier && isSame(earlier, line) ? [] : [change(earlier, line)];
    }),
    ...then.lines.filter((line) => !after.has(nameOf(line))).map((line) => change(line, null)),
  ];
}

const nameOf = ({ kind, slug }: SheetLine) => `${kind} ${slug}`;

function change(then: SheetLine | null, now: SheetLine | null): ChangedLine {
  const { kind, slug } = (now ?? then) as SheetLine;
  return { kind, slug, then, now };
}

/** What a line itself says; `ifHad` moves with all the others. */
const isSame = (a: SheetLine, b: SheetLine) =>
  a.must === b.must &&
  a.weight === b.weight &&
  a.state === b.state &&
  a.low === b.low &&
  a.high === b.high &&
  a.reason === b.reason;
