import { cutOff, largestEntry, tooLarge } from "./entry";

/** The fields of one row, with the line that it begins in; or why it could not be read. */
export type CsvRow = { line: number; fields: string[] } | { line: number; fault: string };

/**
 * Reads rows of separated values, quoted or not, holding one at a time. Where a quotation mark is never closed, the row that it begins
 * in is refused, and reading goes on below as long as rows are found there.
 */
export async function* csvRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const reader = new Reader(delimiter);
  for await (const piece of pieces) yield* reader.read(piece, false);
  yield* reader.read("", true);
}

const longestRowEnd = 1_000;

type Found = { fields: string[]; end: number };

class Reader {
  private text = "";
  private at = 0;
  private line = 1;
  /** Fields of the first row. */
  private width = 0;
  /** Within a row that was given up: what its end looks like. */
  private skipTo: RegExp | null = null;
  constructor(private readonly delimiter: string) {}

  *read(piece: string, isEnd: boolean): Generator<CsvRow> {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    while (this.at < this.text.length && this.skip()) {
      const row = rowAt(this.text, this.at, this.delimiter, isEnd);
      if (row) {
        this.width ||= row.fields.length;
        if (row.end - this.at > largestEntry) yield { line: this.line, fault: tooLarge };
        else if (row.fields.some((field) => field !== "")) yield { line: this.line, fields: row.fields };
        this.goTo(row.end);
      } else if (isEnd || this.text.length - this.at > largestEntry) yield this.giveUp(isEnd);
      // The row's end is still to come.
      else break;
    }
  }

  /** Refuses the row that begins here, and goes to the next one. */
  private giveUp(isEnd: boolean): CsvRow {
    const { line } = this;
    const next = this.text.indexOf("\n", this.at) + 1;
    const below = next > 0 && rowAt(this.text, next, this.delimiter, isEnd);
    if (below && this.width > 1 && below.fields.length === this.width) {
      this.goTo(next);
      return { line, fault: "its quotation mark is not closed" };
    }
    if (isEnd) this.goTo(this.text.length);
    // With line ends in it, it is a quoted value that goes on.
    else this.skipTo = next > 0 ? /"(?:[^\p{L}\p{N}\s"][^"\n]*)?\n/u : /\n/;
    return { line, fault: isEnd ? cutOff : tooLarge };
  }

  /** Goes behind the row that was given up; false where its end is still to come. */
  private skip(): boolean {
    if (!this.skipTo) return true;
    const end = this.skipTo.exec(this.text.slice(this.at));
    // The last signs are kept: they may be the beginning of the end.
    this.goTo(
      end ? this.at + end.index + end[0].length : Math.max(this.at, this.text.length - longestRowEnd),
    );
    if (end) this.skipTo = null;
    return end !== null;
  }

  private goTo(to: number) {
    for (
      let at = this.text.indexOf("\n", this.at);
      at !== -1 && at < to;
      at = this.text.indexOf("\n", at + 1)
    )
      this.line++;
    this.at = to;
  }
}

/** The row that begins there, or null where its end is not in sight. */
function rowAt(text: string, start: number, delimiter: string, isEnd: boolean): Found | null {
  const fields: string[] = [];
  for (let at = start; ; at += delimiter.length) {
    const quoted = text[at] === '"' ? quotedAt(text, at, delimiter, isEnd) : undefined;
    if (quoted === null) return null;
    const from = quoted?.end ?? at;
    at = stopAt(text, from, delimiter);
    if (at === text.length && !isEnd) return null;
    fields.push((quoted?.value ?? "") + text.slice(from, at));
    if (at === text.length || text[at] === "\n") return { fields, end: Math.min(text.length, at + 1) };
  }
}

/**
 * The quoted value that begins there. People forget to double the marks in it: one that is followed by neither a delimiter nor a line's
 * end is taken for text, if a good one follows in the same line. Undefined where the mark is text itself, null where no end is in sight.
 */
function quotedAt(text: string, open: number, delimiter: string, isEnd: boolean) {
  let isIrregular = false;
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (isIrregular && text.slice(open, at).includes("\n")) return undefined;
    const next = at + 1;
    if (next === text.length && !isEnd) return null;
    if (next === text.length || text[next] === "\n" || text.startsWith(delimiter, next))
      return { value: text.slice(open + 1, at).replaceAll('""', '"'), end: next };
    if (text[next] === '"') at++;
    else isIrregular = true;
  }
  return isIrregular ? undefined : null;
}

function stopAt(text: string, from: number, delimiter: string): number {
  const lineEnd = text.indexOf("\n", from);
  const end = lineEnd === -1 ? text.length : lineEnd;
  const stop = text.indexOf(delimiter, from);
  return stop === -1 ? end : Math.min(stop, end);
}
