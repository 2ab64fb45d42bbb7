import { type ImportedPosting, Unreadable } from "../input";

/** Characters: more than one posting has. */
export const largestEntry = 1_000_000;

/** The text of one entry of a file, with the line that it begins in; or why it could not be cut out. */
export type RawEntry = { line: number; text: string } | { line: number; fault: string };

/** The postings of one entry, still to be read: reading throws `Unreadable` where they cannot be. */
export type Entry = { place: string; read: () => ImportedPosting[] };

export const tooLarge = "it is larger than 1 MB";
export const cutOff = "the file ends in the middle of it";

export function textOfRaw(entry: RawEntry): string {
  if ("fault" in entry) throw new Unreadable(entry.fault);
  return entry.text;
}

/** Text that grows piece by piece, up to the largest entry: of what is longer, nothing is kept. */
export class Growing {
  private parts: string[] = [];
  private length = 0;
  constructor(readonly line: number) {}

  add(text: string) {
    this.length += text.length;
    if (this.length <= largestEntry) this.parts.push(text);
    else this.parts = [];
  }

  isBlank(): boolean {
    return this.length <= largestEntry && this.parts.every((part) => part.trim() === "");
  }

  /** What it grew to, or the fault that it has. */
  finish(fault?: string): RawEntry {
    const found = fault ?? (this.length > largestEntry ? tooLarge : undefined);
    return found ? { line: this.line, fault: found } : { line: this.line, text: this.parts.join("") };
  }
}

/** All of a text that is one entry by itself; throws `Unreadable` for one of more than `most` characters. */
export async function wholeText(pieces: AsyncIterable<string>, most: number): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > most) throw new Unreadable(`it is larger than ${most / 1_000_000} MB`);
    parts.push(piece);
  }
  return parts.join("");
}
