/** A stretch of a résumé's text. */
export type Part = { text: string; start: number; end: number };

/** A line as a reader sees it. Cells are what stands apart within it: a title at the left, its dates at the right. */
export type ResumeLine = Part & {
  cells: Part[];
  /** Height of its letters; 0 where nothing is known of it. */
  size: number;
  /** It is set apart from the line above: by an empty line, a larger gap, a new column. */
  opens: boolean;
  isBullet: boolean;
};

/** A résumé's text in the order in which it is read, line by line. All places are [start, end) positions in `text`. */
export type ResumeText = {
  text: string;
  lines: ResumeLine[];
  /** Height of the letters of most of it; 0 where nothing is known of them. */
  bodySize: number;
};

export type RawLine = { text: string; size: number; opens: boolean };

/** More characters and lines than any résumé has: what is beyond them is not read. */
const longestResume = 100_000;
const mostLines = 3_000;
const bulletSign = /^\s*(?:[•·▪▫■□●○◦‣⁃∙*–—-]|\d{1,2}[.)])\s+(?=\S)/u;

/** A résumé that was typed or pasted: no more is known of it than its lines. */
export function resumeFromText(source: string): ResumeText {
  const raw: RawLine[] = [];
  let opens = true;
  for (const line of source.slice(0, longestResume).replace(/\r\n?/g, "\n").split("\n")) {
    const text = line.replace(/\s+$/u, "").replace(/^ {0,3}(?=\S)/u, "");
    if (text.trim() === "") opens = true;
    else {
      raw.push({ text, size: 0, opens });
      opens = false;
    }
  }
  return resumeOf(raw);
}

/** Without what no text has: control characters, halves of surrogate pairs. Files hold them; nothing that keeps text takes them. */
export const legible = (text: string) => text.toWellFormed().normalize("NFC").replace(control, "");

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

const letterSpaced = /^\p{L}(?: \p{L}){2,}(?: {2,}\p{L}(?: \p{L})*)*$/u;

/** "E X P E R I E N C E" is a word. */
const closed = (line: string) =>
  letterSpaced.test(line) && line.length > 6
    ? line.replace(/(?<=\p{L}) (?=\p{L})/gu, "").replace(/ {2,}/g, " ")
    : line;

/** Puts lines together: words that were broken at a line's end are whole again, and each line gets its place and its cells. */
export function resumeOf(raw: readonly RawLine[]): ResumeText {
  const lines: ResumeLine[] = [];
  let text = "";
  for (const { text: given, size, opens } of mendBreaks(raw.slice(0, mostLines))) {
    const line = closed(legible(given));
    if (text.length + line.length > longestResume) break;
    if (text !== "") text += opens ? "\n\n" : "\n";
    const start = text.length;
    text += line;
    lines.push({
      text: line,
      start,
      end: text.length,
      cells: cellsOf(line, start),
      size,
      opens,
      isBullet: bulletSign.test(line),
    });
  }
  return { text, lines, bodySize: commonest(lines) };
}

/** The words of a line without the sign of a list item before them. */
export const withoutBullet = (line: string) => line.replace(bulletSign, "");

function cellsOf(line: string, offset: number): Part[] {
  const cells: Part[] = [];
  for (const { 0: text, index } of line.matchAll(/\S(?:[^\t]*?\S)??(?=\t| {3,}|\s*$)/gu))
    cells.push({ text, start: offset + index, end: offset + index + text.length });
  return cells;
}

/** First parts of words that keep their hyphen when a line breaks behind it. */
const keepsHyphen =
  /(?:^|[\s(/])(?:self|multi|cross|real|low|high|end|front|back|full|non|co|well|long|open|event|large|small|object|test|data|cloud|server|client|state|built|third|on|in|off|user|cost|time|fault|domain|service|role|rule|key|type|thread|zero|one|two|three|single|double|read|write|first|top|in-house|day|company|team|industry|production|enterprise|web|micro|mission|customer|business|batch|resource|feature|peer|point|step|pre|post)-$/iu;

/** An address that goes on in the next line, its hyphen its own. */
const brokenAddress = /(?:www\.|https?:\/\/|\.[a-z]{2,4}\/)\S*[-/]$/iu;

function mendBreaks(raw: readonly RawLine[]): RawLine[] {
  const mended: RawLine[] = [];
  for (const line of raw) {
    const before = mended.at(-1);
    if (before && !line.opens && brokenAddress.test(before.text)) {
      before.text += line.text;
      continue;
    }
    const isBroken =
      before !== undefined &&
      !line.opens &&
      /\p{L}{2}[-\u00ad\u2010]$/u.test(before.text) &&
      /^\p{Ll}/u.test(line.text);
    if (!isBroken) mended.push({ ...line });
    else if (keepsHyphen.test(before.text)) before.text += line.text;
    else before.text = before.text.slice(0, -1) + line.text;
  }
  return mended;
}

function commonest(lines: readonly ResumeLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}
