import { elementAt } from "@/lib/present";
import { isDuration, type Period, periodIn } from "./dates";
import { type Part, type ResumeLine, withoutBullet } from "./lines";
import { isPlace, trimmed } from "./names";

/** One job, project, study or publication: what its head names, when it was, and the lines that tell of it. */
export type Entry = {
  /** The head without its dates, line by line, each in its parts. */
  head: Part[][];
  period: Period | null;
  periodAt: Part | null;
  /** A line above its head that names a company for several jobs, with how long all of them took. */
  group: Part | null;
  body: ResumeLine[];
  /** All of it, head and body. */
  lines: ResumeLine[];
};

/** More entries than any section has: what is beyond them is not read. */
export const mostEntries = 100;
/** Lines that a head has at most above, and below, the line with its dates. */
const mostAbove = 3;
const mostBelow = 2;
/** Characters: a longer line tells, it does not name. */
const longestName = 110;

/** What a section's entries are like: each with its dates, or some without; how many names a head has. */
export type EntryForm = { areDated: boolean; names: number };

/**
 * Cuts a section into entries. Dates show where one is; where most have none, each part that is set apart and begins with a name is one.
 * Lines below the dates belong to a head that lacks a name.
 */
export function entriesOf(lines: readonly ResumeLine[], { areDated, names }: EntryForm): Entry[] {
  const dated = lines.flatMap((line, at) => (dateAt(line) ? [at] : []));
  const apart = lines.flatMap((line, at) => ((at === 0 || line.opens) && isShort(line) ? [at] : []));
  const useDates = areDated ? dated.length > 0 : dated.length > 0 && dated.length * 2 >= apart.length;
  const starts: { first: number; anchor: number }[] = [];
  for (const anchor of (useDates ? dated : apart).slice(0, mostEntries)) {
    const floor = (starts.at(-1)?.anchor ?? -1) + 1;
    const usual = starts[0] ? starts[0].anchor - starts[0].first : anchor;
    starts.push({ first: useDates ? headStart(lines, anchor, floor, usual) : anchor, anchor });
  }
  return starts.map(({ first, anchor }, at) =>
    entryOf(lines.slice(first, starts[at + 1]?.first), anchor - first, names),
  );
}

/** Where the head begins whose dates are at `anchor`. `usual` is how many lines the first entry has above its dates. */
function headStart(lines: readonly ResumeLine[], anchor: number, floor: number, usual: number): number {
  let first = anchor;
  while (first > floor && anchor - first < mostAbove && !lines[first]?.opens) {
    const above = elementAt(lines, first - 1);
    if (!isName(above)) break;
    first--;
  }
  // The first of all begins where its section does, and what is set apart begins where it is.
  if (floor === 0 ? first === floor : lines[first]?.opens) return first;
  // Nothing shows where the lines before end: then as many belong to it as to the first entry.
  return Math.max(first, anchor - usual, floor);
}

function entryOf(lines: ResumeLine[], anchor: number, names: number): Entry {
  let last = anchor;
  const parts = () =>
    lines
      .slice(0, last + 1)
      .map(partsOfHead)
      .filter((line) => line.length > 0);
  while (last - anchor < mostBelow && last + 1 < lines.length && countOf(parts()) < names) {
    const below = elementAt(lines, last + 1);
    if (below.opens || !isName(below)) break;
    last++;
  }
  const dateLine = lines.find((line) => dateAt(line));
  const date = dateLine ? dateAt(dateLine) : null;
  const groupAt = lines.slice(0, anchor).findIndex(({ text }) => isDuration(text));
  return {
    head: parts().slice(Math.max(groupAt, 0)),
    period: date && { started: date.started, ended: date.ended },
    periodAt: date?.at ?? null,
    group: groupAt > 0 ? (elementAt(lines, groupAt - 1).cells[0] ?? null) : null,
    body: lines.slice(last + 1),
    lines,
  };
}

/** "Acme, Developer" and "Developer at Acme" are two names. */
const countOf = (head: Part[][]) =>
  head
    .flat()
    .filter(({ text }) => !isPlace(text))
    .reduce((sum, { text }) => sum + (/,\s|\s(?:at|@)\s/.test(text) ? 2 : 1), 0);

/** The date that a line states as a fact, not in its prose. */
function dateAt(line: ResumeLine): (Period & { at: Part }) | null {
  if (line.isBullet) return null;
  for (const cell of [...line.cells].reverse()) {
    const found = periodIn(cell.text);
    if (!found) continue;
    const { started, ended, start, end } = found;
    const isProse =
      /\p{Ll}{5,}\.\s+\p{Lu}/u.test(cell.text.slice(0, start)) ||
      cell.text.slice(0, start).length > longestName;
    if (isProse) continue;
    return {
      started,
      ended,
      at: { text: cell.text.slice(start, end), start: cell.start + start, end: cell.start + end },
    };
  }
  return null;
}

/** Whether a line may be part of a head: no list item, no sentence. */
const isShort = ({ isBullet, cells }: ResumeLine) => {
  const { text = "" } = cells[0] ?? {};
  return (
    !isBullet &&
    text.length <= longestName &&
    !/[.;:!?]$/.test(text.replace(/\b(?:Inc|Ltd|Co|Corp|B\.V|S\.A|e\.V)\.$/u, ""))
  );
};

/** The same, and it begins as a name does. */
const isName = (line: ResumeLine) => isShort(line) && /^[^\p{Ll}]|^[ei]\p{Lu}/u.test(line.text.trim());

/** A head's line without dates and lengths of time, cut at its cells and at "|", bullets and spaced dashes. */
function partsOfHead(line: ResumeLine): Part[] {
  const date = dateAt(line);
  return line.cells
    .filter(({ text }) => !isDuration(text))
    .flatMap((cell) =>
      date && cell.start <= date.at.start && date.at.end <= cell.end ? around(cell, date.at) : [cell],
    )
    .flatMap(cut)
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !isDuration(text));
}

function around(cell: Part, date: Part): Part[] {
  const [from, to] = [date.start - cell.start, date.end - cell.start];
  return [trimmed(cell.text.slice(0, from), cell.start), trimmed(cell.text.slice(to), cell.start + to)];
}

function cut({ text, start }: Part): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: sign, index } of text.matchAll(/\s*[|•·]\s*|\s+[–—-]{1,2}\s+|$/g)) {
    parts.push(trimmed(text.slice(at, index), start + at));
    at = index + sign.length;
  }
  return parts;
}

/** What tells of an entry, its lists in one form. */
export const bodyText = (body: readonly ResumeLine[]): string =>
  body
    .map((line, at) => {
      const words = line.cells.map(({ text }) => text).join(" ");
      const parted = at > 0 && line.opens && !line.isBullet ? "\n" : "";
      return parted + (line.isBullet ? `- ${withoutBullet(words)}` : words);
    })
    .join("\n")
    .trim();
