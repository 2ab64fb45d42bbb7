import { elementAt } from "@/lib/present";
import { setBit } from "./bits";
import type { Columns } from "./columns";
import { Found } from "./found";
import { isInTitle, mostPositions, type Part, positionOf, visitOccurrences, type Words } from "./words";

/** A lexeme in UTF-8; with `isPrefix`, any that begins so. */
export type Word = { kind: "word"; lexeme: Uint8Array; isPrefix: boolean };
type Phrase = { kind: "phrase"; words: { word: Word; offset: number }[] };

/** What is asked of texts: a `tsquery`; `any` is answered by every posting, `none` by none. */
export type TextQuery =
  | { kind: "any" | "none" }
  | Word
  /** Each word stands so many places behind the first. */
  | Phrase
  | { kind: "and" | "or"; left: TextQuery; right: TextQuery }
  | { kind: "not"; asked: TextQuery };

const token = /'((?:[^'\\]|''|\\\\)*)'(:\*)?|<(-|\d+)>|[&|!()]/gu;

/** Reads a `tsquery` as PostgreSQL writes it; null where there is more in a phrase than words, or weights: the board cannot answer those. */
export function parseTextQuery(written: string): TextQuery | null {
  const tokens = [...written.matchAll(token)];
  if (tokens.length === 0) return { kind: "none" };
  if (written.replace(token, "").trim() !== "") return null;
  let at = 0;
  const take = (wanted: string) => tokens[at]?.[0] === wanted && ++at > 0;
  const parseOne = (): TextQuery | null => {
    if (take("!")) {
      const asked = parseOne();
      return asked && { kind: "not", asked };
    }
    if (take("(")) {
      const asked = parseOr();
      at++;
      return asked;
    }
    const [, quoted = "", prefix] = tokens[at++] ?? [];
    const lexeme = Buffer.from(quoted.replace(/''|\\\\/g, (twice) => twice.slice(1)));
    return { kind: "word", lexeme, isPrefix: prefix !== undefined };
  };
  const parsePhrase = (): TextQuery | null => {
    let left = parseOne();
    for (let distance = tokens[at]?.[3]; distance !== undefined; distance = tokens[at]?.[3]) {
      at++;
      left = phraseOf(left, parseOne(), distance === "-" ? 1 : Number(distance));
    }
    return left;
  };
  const parseList = (kind: "and" | "or", sign: string, parseItem: () => TextQuery | null) => {
    let left = parseItem();
    while (take(sign)) {
      const right = parseItem();
      left = left && right && { kind, left, right };
    }
    return left;
  };
  const parseAnd = () => parseList("and", "&", parsePhrase);
  const parseOr = (): TextQuery | null => parseList("or", "|", parseAnd);
  return parseOr();
}

function phraseOf(left: TextQuery | null, right: TextQuery | null, distance: number): Phrase | null {
  const [before, behind] = [wordsIn(left), wordsIn(right)];
  if (!before || !behind) return null;
  const start = Math.max(...before.map(({ offset }) => offset)) + distance;
  const shifted = behind.map(({ word, offset }) => ({ word, offset: offset + start }));
  return { kind: "phrase", words: [...before, ...shifted] };
}

function wordsIn(query: TextQuery | null): Phrase["words"] | null {
  if (query?.kind === "word") return [{ word: query, offset: 0 }];
  return query?.kind === "phrase" ? query.words : null;
}

/** The words of a query in the order in which PostgreSQL stores them: the right side of each operator before its left side. */
export function operandsOf(query: TextQuery): Word[] {
  switch (query.kind) {
    case "word":
      return [query];
    case "phrase":
      return query.words.map(({ word }) => word).reverse();
    case "not":
      return operandsOf(query.asked);
    case "and":
    case "or":
      return [...operandsOf(query.right), ...operandsOf(query.left)];
    default:
      return [];
  }
}

export const codesOf = (words: Words, { lexeme, isPrefix }: Word) => words.find(lexeme, isPrefix);

/** The rows whose text, or title, answers a query, as `@@` has it; live or not. */
export function answering(columns: Columns, words: Words, query: TextQuery, part: Part): Uint32Array {
  const { space } = columns;
  const none = () => space.borrow(words.withText.length);
  switch (query.kind) {
    case "any":
      return none().fill(0xffffffff);
    case "none":
      return none();
    case "word": {
      const bits = none();
      for (const code of codesOf(words, query)) words.mark(code, part, bits);
      return bits;
    }
    case "phrase":
      return withPhrase(columns, words, query, part);
    case "not": {
      const bits = space.borrowCopy(words.withText);
      space.kernels.dropBits(bits, answering(columns, words, query.asked, part));
      return bits;
    }
    case "and":
    case "or": {
      const bits = answering(columns, words, query.left, part);
      const join = query.kind === "and" ? space.kernels.keepBits : space.kernels.addBits;
      join(bits, answering(columns, words, query.right, part));
      return bits;
    }
  }
}

/** The rows that have all the words, and at one place so that each stands where the phrase has it. */
function withPhrase(columns: Columns, words: Words, { words: asked }: Phrase, part: Part): Uint32Array {
  const { space } = columns;
  const bits = answering(columns, words, elementAt(asked, 0).word, part);
  for (const { word } of asked.slice(1)) space.kernels.keepBits(bits, answering(columns, words, word, part));
  const { rows } = Found.ofBits(columns, bits);
  const exact = space.borrow(bits.length);
  const items = asked.map(({ word }) => codesOf(words, word));
  // By the place where a phrase would begin: in which row, and how many of its words in turn stand right. A new row needs nothing cleared.
  const standing = new Uint32Array(mostPositions);
  let row = 0;
  visitOccurrences(words, items, rows, (at, found, { item, from, places }) => {
    for (const one of found) {
      const word = item[one] as number;
      const { offset } = elementAt(asked, word);
      for (let i = from[one] as number; i < (from[one + 1] as number); i++) {
        const place = places[i] as number;
        const start = positionOf(place) - offset;
        if (start < 0 || (part === "title" && !isInTitle(place))) continue;
        if (word > 0 && standing[start] !== row + word) continue;
        standing[start] = row + word + 1;
        if (word === asked.length - 1) setBit(exact, rows[at] as number);
      }
    }
    row += asked.length + 1;
  });
  return exact;
}
