import { Unreadable } from "../input";
import { cutOff, Growing, type RawEntry } from "./entry";

/** The elements that hold one posting each, of RSS, Atom and the feeds of job sites; the first one met is the file's. */
const itemNames = "item|entry|job|position|vacancy|listing|offer";
const itemTag = new RegExp(`^<(/?)(${itemNames})[\\s/>]`, "i");
/** Signs that are enough to tell an item's tag. */
const tagLength = 12;
/** What is passed over whole: nothing in it is a tag. */
const opaque: [start: string, end: string][] = [
  ["<![CDATA[", "]]>"],
  ["<!--", "-->"],
  ["<?", "?>"],
];

/**
 * Cuts an XML document into its items without parsing them, holding one at a time. An item that is not closed before the next one
 * begins is cut there and told so.
 */
export async function* xmlEntries(pieces: AsyncIterable<string>): AsyncGenerator<RawEntry> {
  const cutter = new Cutter();
  for await (const piece of pieces) yield* cutter.cut(piece, false);
  yield* cutter.cut("", true);
}

class Cutter {
  private text = "";
  private at = 0;
  private line = 1;
  private until: string | null = null;
  private item: string | null = null;
  private entry: Growing | null = null;
  private root: string | null = null;
  private ended = false;

  *cut(piece: string, isEnd: boolean): Generator<RawEntry> {
    this.text = this.text.slice(this.at) + piece;
    this.at = 0;
    for (;;) {
      if (this.until) {
        if (!this.passOver(this.until)) break;
      } else if (!this.findTag(isEnd)) break;
      else yield* this.tag();
    }
    if (!isEnd) return;
    this.keep(this.text.length);
    if (this.entry) yield this.entry.finish(cutOff);
    else if (this.root && !this.ended)
      throw new Unreadable(`it ends at line ${this.line}, before its end tag </${this.root}>`);
  }

  /** Goes behind the end of what is passed over; false where it is still to come. */
  private passOver(until: string): boolean {
    const end = this.text.indexOf(until, this.at);
    if (end === -1) {
      this.keep(Math.max(this.at, this.text.length - until.length + 1));
      return false;
    }
    this.keep(end + until.length);
    this.until = null;
    return true;
  }

  /** Goes to the next tag; false where none is there whole enough to be told. */
  private findTag(isEnd: boolean): boolean {
    const start = this.text.indexOf("<", this.at);
    this.keep(start === -1 ? this.text.length : start);
    return start !== -1 && (isEnd || this.text.length - start >= tagLength);
  }

  private *tag(): Generator<RawEntry> {
    const start = this.text.slice(this.at, this.at + tagLength);
    const passed = opaque.find(([opening]) => start.startsWith(opening));
    if (passed) {
      this.keep(this.at + passed[0].length);
      this.until = passed[1];
      return;
    }
    this.noteRoot();
    const [, isClosing, name] = itemTag.exec(start) ?? [];
    if (!name || (this.item && name !== this.item)) return this.keep(this.at + 1);
    this.item = name;
    if (isClosing) {
      // White space before the bracket is allowed, and nobody writes it.
      const end = this.at + name.length + 3;
      this.keep(end);
      if (this.entry) yield this.entry.finish();
      this.entry = null;
      return;
    }
    if (this.entry) yield this.entry.finish(`its <${name}> is not closed before the next one begins`);
    this.entry = new Growing(this.line);
    this.keep(this.at + 1);
  }

  /** The document's outermost element, whose end tag shows that the file is whole. */
  private noteRoot() {
    if (this.root) {
      this.ended ||= this.text.startsWith(`</${this.root}`, this.at);
      return;
    }
    this.root = /^<([\p{L}_][\w:.-]*)/u.exec(this.text.slice(this.at, this.at + 100))?.[1] ?? null;
  }

  private keep(to: number) {
    const passed = this.text.slice(this.at, to);
    for (let at = passed.indexOf("\n"); at !== -1; at = passed.indexOf("\n", at + 1)) this.line++;
    this.entry?.add(passed);
    this.at = to;
  }
}
