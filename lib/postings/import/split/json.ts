import { Unreadable } from "../input";
import { cutOff, Growing, type RawEntry } from "./entry";

/** The names under which a document keeps its list of postings. */
const listNames = new Set([
  "jobs",
  "offers",
  "content",
  "data",
  "postings",
  "results",
  "items",
  "hits",
  "children",
  "@graph",
  "itemListElement",
]);

/**
 * Cuts a JSON document into its entries without parsing them: the members of the list that it is or has under a usual name, else each
 * object that stands by itself. A broken entry is cut like a good one, as long as its brackets match.
 */
export async function* jsonEntries(pieces: AsyncIterable<string>): AsyncGenerator<RawEntry> {
  const scanner = new Scanner();
  for await (const piece of pieces) yield* scanner.scan(piece);
  yield* scanner.end();
}

const longestKey = 40;

/** Where the scanner is: in plain structure, in a string, in a comment, or behind the sign that begins or ends one. */
type Mode = "plain" | "string" | "escaped" | "slash" | "line comment" | "comment" | "star";

class Scanner {
  private mode: Mode = "plain";
  private line = 1;
  private depth = 0;
  /** The depth of the list's members; zero outside of a list. */
  private listDepth = 0;
  private hadList = false;
  private entry: Growing | null = null;
  /** The last string of a document's own level, which is a key once a colon follows. */
  private key = "";
  private isKey = false;

  *scan(piece: string): Generator<RawEntry> {
    // From where in this piece the entry under way has not been kept yet.
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const sign = piece.charCodeAt(at);
      if (sign === newLine) this.line++;
      if (this.mode !== "plain") {
        this.passOver(sign);
        continue;
      }
      switch (sign) {
        case quote:
          this.mode = "string";
          if (this.depth === 0) this.refuse();
          this.isKey = this.depth === 1 && this.listDepth === 0;
          if (this.isKey) this.key = "";
          if (!this.entry && this.listDepth > 0) [this.entry, from] = [new Growing(this.line), at];
          break;
        case slash:
          this.mode = "slash";
          break;
        case openBrace:
        case openBracket: {
          const opensList =
            this.listDepth === 0 &&
            sign === openBracket &&
            (this.depth === 0 || (this.depth === 1 && listNames.has(this.key)));
          const begins = !opensList && (this.depth === 0 || this.listDepth > 0);
          if (!this.entry && begins) [this.entry, from] = [new Growing(this.line), at];
          this.depth++;
          if (opensList) {
            this.listDepth = this.depth;
            this.hadList = true;
            this.entry = null;
          }
          break;
        }
        case closeBrace:
        case closeBracket:
          if (this.depth === 0) this.refuse();
          if (this.depth === this.listDepth) {
            yield* this.finish(piece.slice(from, at));
            this.listDepth = 0;
          }
          this.depth--;
          if (this.depth === 0) {
            if (!this.hadList) yield* this.finish(piece.slice(from, at + 1));
            this.entry = null;
            this.hadList = false;
          }
          break;
        case comma:
          if (this.listDepth > 0 && this.depth === this.listDepth) yield* this.finish(piece.slice(from, at));
          if (this.depth === 1) this.key = "";
          break;
        default:
          if (sign <= space || sign === noBreakSpace) break;
          if (this.depth === 0) this.refuse();
          if (!this.entry && this.listDepth > 0) [this.entry, from] = [new Growing(this.line), at];
      }
    }
    this.entry?.add(piece.slice(from));
  }

  *end(): Generator<RawEntry> {
    if (this.depth === 0) return;
    const entry = this.entry?.isBlank() === false ? this.entry : new Growing(this.line);
    yield entry.finish(cutOff);
  }

  private *finish(rest: string): Generator<RawEntry> {
    const { entry } = this;
    this.entry = null;
    entry?.add(rest);
    if (entry && !entry.isBlank()) yield entry.finish();
  }

  private passOver(sign: number) {
    switch (this.mode) {
      case "string":
        if (sign === backslash) this.mode = "escaped";
        else if (sign === quote) this.mode = "plain";
        else if (this.isKey && this.key.length < longestKey) this.key += String.fromCharCode(sign);
        return;
      case "escaped":
        this.mode = "string";
        return;
      case "slash":
        this.mode = sign === slash ? "line comment" : sign === star ? "comment" : "plain";
        return;
      case "line comment":
        if (sign === newLine) this.mode = "plain";
        return;
      case "comment":
        if (sign === star) this.mode = "star";
        return;
      case "star":
        this.mode = sign === slash ? "plain" : sign === star ? "star" : "comment";
    }
  }

  private refuse(): never {
    throw new Unreadable(`it is not valid JSON from line ${this.line} on`);
  }
}

const [newLine, space, noBreakSpace] = [10, 32, 160];
const [quote, backslash, slash, star, comma] = [34, 92, 47, 42, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
