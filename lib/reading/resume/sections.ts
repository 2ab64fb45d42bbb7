import { isDate, periodIn } from "./dates";
import { levelOf } from "./education";
import { headingOf, longestHeading, type SectionKind } from "./headings";
import { type Part, type ResumeLine, type ResumeText, withoutBullet } from "./lines";

export type Section = { kind: SectionKind; lines: ResumeLine[] };

/** Cuts a résumé at its headings, in its order; what stands before the first is its head. */
export function sectionsOf(resume: ResumeText): Section[] {
  const { bodySize } = resume;
  const lines = withHeadingsApart(resume.lines);
  const known = new Set(lines.filter((line) => isNamed(line, bodySize)));
  const look = lookOf([...known], bodySize);
  const sections: Section[] = [{ kind: "head", lines: [] }];
  lines.forEach((line, at) => {
    const kind = kindOf(line, lines[at + 1], {
      known,
      look,
      bodySize,
      at,
      within: sections.at(-1)?.kind ?? "head",
    });
    const labelled = kind ? null : listBehindLabel(line, sections.at(-1)?.kind ?? "head");
    if (kind) sections.push({ kind, lines: [] });
    else if (labelled) sections.push({ kind: "skills", lines: [labelled] });
    else if (!/^[-=_*~\s]+$/.test(line.text)) sections.at(-1)?.lines.push(line);
  });
  return sections.filter(({ kind, lines: own }) => own.length > 0 || kind === "head");
}

/** Kinds of headings that have to stand in cells beside their text, before such cells are taken for headings. */
const fewestInCells = 2;

/** In a table the heading of a part is the first cell of its first row: it gets a line of its own. */
function withHeadingsApart(lines: readonly ResumeLine[]): ResumeLine[] {
  const headings = lines.map((line) => (line.cells.length > 1 ? headingOf(line.cells[0]?.text ?? "") : null));
  const isAlone = lines.some(
    ({ cells, isBullet }) =>
      cells.length === 1 && !isBullet && headingOf(cells[0]?.text ?? "") === "experience",
  );
  if (isAlone || new Set(headings.filter((kind) => kind !== null)).size < fewestInCells) return [...lines];
  return lines.flatMap((line, at) => {
    const [heading, ...rest] = line.cells;
    const [first] = rest;
    if (!headings[at] || !heading || !first) return [line];
    return [
      { ...line, ...lineOf(heading), cells: [heading], opens: true },
      {
        ...line,
        text: line.text.slice(first.start - line.start),
        start: first.start,
        cells: rest,
        opens: true,
      },
    ];
  });
}

/** "Skills: Kotlin, Java" outside of the parts in which such a line belongs to a job or project: the list behind the label, else null. */
function listBehindLabel(line: ResumeLine, within: SectionKind): ResumeLine | null {
  if (within === "experience" || within === "projects" || within === "skills" || line.isBullet) return null;
  const label = /^([^:]{3,40}):\s+(?=\S)/u.exec(line.text);
  if (!label?.[1] || headingOf(label[1]) !== "skills") return null;
  const start = line.start + label[0].length;
  const cells = line.cells
    .filter(({ end }) => end > start)
    .map((cell) =>
      cell.start < start ? { ...cell, text: cell.text.slice(start - cell.start), start } : cell,
    );
  return { ...line, text: line.text.slice(label[0].length), start, cells };
}

const lineOf = ({ text, start, end }: Part) => ({ text, start, end });

type Look = { sizes: Set<number>; isCapitals: boolean };
type Around = { known: Set<ResumeLine>; look: Look; bodySize: number; at: number; within: SectionKind };

function kindOf(line: ResumeLine, next: ResumeLine | undefined, around: Around): SectionKind | null {
  const { known, look, bodySize, at, within } = around;
  if (known.has(line)) {
    const kind = headingOf(line.text) as SectionKind;
    const isLarge = line.size > bodySize * 1.04;
    const isLabel =
      within === "skills" && kind !== "experience" && kind !== "education" && kind !== "projects";
    return isLabel && !isLarge && !line.opens && isCapitals(line.text) === isCapitals(next?.text ?? "")
      ? null
      : kind;
  }
  const isShort = line.cells.length === 1 && line.text.length <= longestHeading && !line.isBullet;
  if (!isShort || at === 0 || known.size === 0 || !/\p{L}/u.test(line.text) || /[.,;]$/.test(line.text))
    return null;
  if (/^#{1,3}\s/.test(line.text)) return within === "head" ? "other" : unknownMarked(line, [...known]);
  if (bodySize > 0) return line.size > bodySize * 1.1 && look.sizes.has(line.size) ? "other" : null;
  return look.isCapitals && isCapitals(line.text) && line.opens && line.text.split(/\s+/).length <= 4
    ? "other"
    : null;
}

/** In Markdown the parts of a résumé have headings of one level, and what is in them others. */
function unknownMarked(line: ResumeLine, known: readonly ResumeLine[]): SectionKind | null {
  const level = (text: string) => /^#+/.exec(text)?.[0].length ?? 0;
  return known.some(({ text }) => level(text) === level(line.text)) ? "other" : null;
}

function isNamed(line: ResumeLine, bodySize: number): boolean {
  // A sign or a number may stand before a heading; a list item that is no more than such a name has neither above nor below it.
  const name = withoutBullet(line.text);
  if (line.cells.length !== 1 || (line.isBullet && !line.opens) || headingOf(name) === null) return false;
  return bodySize === 0 || line.size >= bodySize * 0.95;
}

function lookOf(known: readonly ResumeLine[], bodySize: number): Look {
  const sizes = new Set(known.map(({ size }) => size).filter((size) => size > bodySize * 1.1));
  return { sizes, isCapitals: known.length > 1 && known.every(({ text }) => isCapitals(text)) };
}

const isCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

const told: readonly SectionKind[] = ["experience", "education", "projects"];

/**
 * The sections of a résumé in which no heading of them is known: what has dates is a job, or a study where it names a degree, and what stands
 * before may name skills. Those of any other résumé stay as they are.
 */
export function withoutHeadings(sections: Section[]): Section[] {
  const [first, ...others] = sections;
  if (!first || others.some(({ kind }) => told.includes(kind))) return sections;
  const { lines } = first;
  const anchor = lines.findIndex((line) => line.cells.some(({ text }) => periodIn(text)?.started));
  const isLoose = anchor > 0 && isDate(lines[anchor]?.text.trim() ?? "");
  // The first line is the name, unless it is a job.
  const from = anchor === -1 ? lines.length : isLoose ? Math.max(1, anchor - 2) : anchor;
  const [head, dated] = [lines.slice(0, from), lines.slice(from)];
  const isStudy = (line: ResumeLine) =>
    levelOf(line.text) !== null && line.cells.some(({ text }) => periodIn(text));
  return [
    { kind: "head", lines: head },
    { kind: "experience", lines: dated.filter((line) => !isStudy(line)) },
    { kind: "education", lines: dated.filter(isStudy) },
    { kind: "unheaded", lines: head.slice(1) },
    ...others,
  ];
}
