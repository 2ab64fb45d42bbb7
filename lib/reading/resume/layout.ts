import { elementAt } from "@/lib/present";
import { isDate, isDuration } from "./dates";
import { inReadingOrder, isReadFromRight } from "./direction";
import { headingOf } from "./headings";
import { type RawLine, type ResumeText, resumeOf } from "./lines";

/** A run of text on a page: where it begins, in points from the lower left corner, how wide it is, how high its letters are. */
export type PlacedText = { text: string; x: number; y: number; width: number; size: number };
export type PlacedPage = { width: number; height: number; items: PlacedText[] };

/** Text on one line with no wide gap in it. */
type Segment = { text: string; x: number; end: number; y: number; size: number; page: number };
/** Segments on one line, from left to right. */
type PageRow = { segments: Segment[]; y: number; page: number };

/**
 * The text of printed pages in the order in which a person reads it: without what is repeated at the head and foot of pages, a side column
 * behind the main one, dates and places at the right edge beside the line that they belong to, broken words whole.
 */
export function resumeFromPages(pages: readonly PlacedPage[]): ResumeText {
  const isFromRight = isReadFromRight(
    pages.map(({ items }) => items.map(({ text }) => text).join("")).join(""),
  );
  const kept = withoutRunningLines(
    pages,
    pages.map((page, at) => segmentsOf(page.items, at, isFromRight)),
  );
  const columns: Segment[][][] = kept.map((segments, at) => columnsOf(segments, elementAt(pages, at)));
  const main = columns.flatMap(([first = []]) => first);
  const side = columns.flatMap(([, second = []]) => second);
  return resumeOf([...linesOf(rowsOf(main), isFromRight), ...linesOf(rowsOf(side), isFromRight)]);
}

/** More runs of text than any page has: what is beyond them is not read. */
const mostItems = 4_000;
/** Wider gaps than this, in heights of letters, part a line. */
const wideGap = 1.15;
const bullet = /^[•·▪▫■□●○◦‣⁃∙*–—-]$|^\d{1,2}[.)]$/u;

function segmentsOf(items: readonly PlacedText[], page: number, isFromRight: boolean): Segment[] {
  const found: (Segment & { pieces: string[] })[] = [];
  for (const line of bands(
    items.slice(0, mostItems).filter(({ text }) => /[^\s\uE000-\uF8FF]/u.test(text)),
  )) {
    let last: (Segment & { pieces: string[] }) | undefined;
    for (const item of line.sort((a, b) => a.x - b.x)) {
      const text = item.text.replace(/[\uE000-\uF8FF]/gu, "").replace(/\s+/gu, " ");
      const gap = last ? item.x - last.end : Number.POSITIVE_INFINITY;
      const reach = (last && bullet.test(last.text) ? 4 : wideGap) * item.size;
      if (last && gap < reach) {
        const parted = gap > 0.12 * item.size && !last.text.endsWith(" ") && !text.startsWith(" ");
        last.text += (parted ? " " : "") + text;
        last.pieces.push(...(parted ? [" "] : []), text);
        last.end = Math.max(last.end, item.x + item.width);
        last.size = Math.max(last.size, item.size);
      } else {
        last = {
          text,
          pieces: [text],
          x: item.x,
          end: item.x + item.width,
          y: item.y,
          size: item.size,
          page,
        };
        found.push(last);
      }
    }
  }
  return found.map(({ pieces, ...segment }) => ({
    ...segment,
    text: inReadingOrder(pieces, isFromRight).trim(),
  }));
}

/** Items that stand on one line, lines from the top. */
function bands<T extends { y: number; size: number }>(items: readonly T[]): T[][] {
  const lines: T[][] = [];
  let foot = Number.NaN;
  for (const item of [...items].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && Math.abs(foot - item.y) <= 0.35 * Math.min(item.size, line[0]?.size ?? item.size))
      line.push(item);
    else {
      lines.push([item]);
      foot = item.y;
    }
  }
  return lines;
}

/** The share of a page's height, at its head and at its foot, in which a line may be a running one. */
const margin = 0.1;
const pageNumber = /^(?:page\s*)?\d{1,3}$|\b(?:page\s+)?\d{1,3}\s*(?:\/|of|von|sur)\s*\d{1,3}$/iu;
const updated = /^(?:last )?updated\b|^curriculum vitae$/iu;

function withoutRunningLines(pages: readonly PlacedPage[], segments: Segment[][]): Segment[][] {
  const isAtEdge = ({ y, page }: Segment) => {
    const { height } = elementAt(pages, page);
    return y < height * margin || y > height * (1 - margin);
  };
  const shape = (segment: Segment) => `${segment.text.replace(/\d+/g, "#")}@${Math.round(segment.y / 4)}`;
  const seen = new Map<string, Set<number>>();
  for (const segment of segments.flat().filter(isAtEdge)) {
    const on = seen.get(shape(segment)) ?? new Set();
    seen.set(shape(segment), on.add(segment.page));
  }
  return segments.map((onPage) =>
    onPage.filter((segment) => {
      if (!isAtEdge(segment)) return true;
      const isRepeated = (seen.get(shape(segment))?.size ?? 0) > 1;
      return !isRepeated && !pageNumber.test(segment.text) && !updated.test(segment.text);
    }),
  );
}

/** Lines that a column has at least. */
const fewest = 4;

/** The page's one column; or two: with what runs over both, the wider one, then the narrower. */
function columnsOf(segments: Segment[], { width }: PlacedPage): Segment[][] {
  const left = Math.min(...segments.map(({ x }) => x));
  const starts = new Map<number, number>();
  for (const { x } of segments) starts.set(Math.round(x / 2), (starts.get(Math.round(x / 2)) ?? 0) + 1);
  const candidates = [...starts]
    .filter(([x, count]) => count >= fewest && x * 2 > left + width * 0.15 && x * 2 < left + width * 0.75)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6);
  for (const [x] of candidates) {
    const edge = x * 2 - 4;
    const before = segments.filter(({ end }) => end <= edge + 2);
    const behind = segments.filter(({ x: start }) => start >= edge);
    const across = segments.filter(({ x: start, end }) => end > edge + 2 && start < edge);
    const floor = Math.min(...across.map(({ y }) => y));
    const heads = new Set(segments.filter(({ y }) => y >= floor - 1));
    const [one, other] = [before, behind].map((side) => side.filter((segment) => !heads.has(segment))) as [
      Segment[],
      Segment[],
    ];
    if (one.length < fewest || other.length < fewest || heads.size > segments.length / 4) continue;
    const [narrow, wide] = widthOf(one) < widthOf(other) ? [one, other] : [other, one];
    if (isBeside(narrow, wide)) continue;
    return [[...heads, ...wide], narrow];
  }
  return [segments];
}

const widthOf = (side: Segment[]) =>
  Math.max(...side.map(({ end }) => end)) - Math.min(...side.map(({ x }) => x));

/** Whether a column only holds what belongs to the lines beside it: their dates, or labels on the same lines. */
function isBeside(narrow: Segment[], wide: Segment[]): boolean {
  if (narrow.some(({ text }) => headingOf(text))) return false;
  const dates = narrow.filter(({ text }) => isDate(text) || isDuration(text)).length;
  const level = narrow.filter(({ y, size }) => wide.some((one) => Math.abs(one.y - y) < 0.35 * size)).length;
  return dates >= narrow.length * 0.3 || level >= narrow.length * 0.8;
}

function rowsOf(segments: Segment[]): PageRow[] {
  const pages = [...new Set(segments.map(({ page }) => page))].sort((a, b) => a - b);
  return pages.flatMap((page) =>
    bands(segments.filter((segment) => segment.page === page)).map((line) => ({
      segments: line.sort((a, b) => a.x - b.x),
      y: line[0]?.y ?? 0,
      page,
    })),
  );
}

function linesOf(rows: PageRow[], isFromRight: boolean): RawLine[] {
  const step = usualStep(rows);
  const lines: RawLine[] = [];
  let above: (PageRow & { indent: number }) | undefined;
  for (const row of withFactsGathered(rows)) {
    const [first] = row.segments as [Segment];
    const cells = row.segments.map((segment) => segment.text);
    const text = (isFromRight ? cells.reverse() : cells).join("\t");
    const isNewPage = above !== undefined && above.page !== row.page;
    const isContinued =
      above !== undefined && above.indent > 0 && Math.abs(first.x - above.indent) < first.size * 0.4;
    const isFar = above === undefined || isNewPage || above.y - row.y > step * 1.35;
    if (above && isContinued && !isFar && row.segments.length === 1 && indentOf(first) === 0) {
      const line = elementAt(lines, -1);
      line.text += /\p{L}-$/u.test(line.text) ? `\n${text}` : ` ${text}`;
      above = { ...row, indent: above.indent };
      continue;
    }
    lines.push({ text, size: round(Math.max(...row.segments.map(({ size }) => size))), opens: isFar });
    above = { ...row, indent: indentOf(first) };
  }
  return lines.flatMap(({ text, ...line }) =>
    text.split("\n").map((part, at) => ({ ...line, text: part, opens: at === 0 && line.opens })),
  );
}

const round = (size: number) => Math.round(size * 4) / 4;

/** Where the words behind a bullet begin, to know the lines that go on with them; 0 for a line without one. */
function indentOf({ text, x, end }: Segment): number {
  const sign = /^(?:[•·▪▫■□●○◦‣⁃∙*–—-]|\d{1,2}[.)])\s/u.exec(text)?.[0];
  return sign ? x + Math.max(((end - x) * sign.length) / text.length, 6) : 0;
}

/** The middle one of the steps from line to line. */
function usualStep(rows: readonly PageRow[]): number {
  const steps = rows
    .slice(1)
    .map((row, at) => elementAt(rows, at).y - row.y)
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/**
 * Facts at the right edge (place, dates, how long) may run down beside the text of an entry: they are gathered at its first line. Once
 * there is a date, nothing more belongs to it but how long it was.
 */
function withFactsGathered(rows: PageRow[]): PageRow[] {
  const right = Math.max(...rows.flatMap(({ segments }) => segments.map(({ end }) => end)));
  const left = Math.min(...rows.flatMap(({ segments }) => segments.map(({ x }) => x)));
  const isFact = ({ segments }: PageRow) => {
    const [first, last] = [segments[0], segments.at(-1)] as [Segment, Segment];
    const isAtEdge = right - last.end < last.size * 0.5 && last.x > left + (right - left) * 0.45;
    return segments.length > 1 && isAtEdge && last.text.length < 60 && !isDate(first.text);
  };
  const gathered: PageRow[] = [];
  let block: { row: PageRow; hasDate: boolean; y: number } | null = null;
  for (const row of rows) {
    const copy = { ...row, segments: [...row.segments] };
    gathered.push(copy);
    if (!isFact(row)) {
      block = null;
      continue;
    }
    const fact = elementAt(row.segments, -1);
    const date = isDate(fact.text);
    const joins =
      block !== null &&
      block.row.page === row.page &&
      block.y - row.y < fact.size * 1.8 &&
      (block.hasDate ? isDuration(fact.text) : true);
    if (block && joins) {
      copy.segments.pop();
      block.row.segments.push(fact);
      block = { row: block.row, hasDate: block.hasDate || date, y: row.y };
    } else block = { row: copy, hasDate: date, y: row.y };
  }
  return gathered;
}
