import { setBit, wordsFor } from "./bits";
import { Numbers } from "./numbers";
import type { Space } from "./space";
import { type Reading, Streams } from "./streams";
import { Terms } from "./terms";

/** A weight of PostgreSQL's text search, from D to A, is 0 to 3. What stands in a title has A. */
const titleWeight = 3;

/** A place of a word in a text, as PostgreSQL stores it: the weight in two bits above the position. */
const positionBits = 14;
export const mostPositions = 1 << positionBits;
export const positionOf = (place: number) => place & (mostPositions - 1);
export const weightOf = (place: number) => place >>> positionBits;
export const isInTitle = (place: number) => weightOf(place) === titleWeight;

/** All of a text, or its title alone. */
export type Part = "all" | "title";

/** Of each code of a term: a stream of the rows that have it, each as the difference to the one before. */
type RowStreams = { stream: Numbers; count: Numbers; last: Numbers };

/**
 * The words of the searchable texts: for each lexeme the rows whose text has it, and its places there with their weights. It is filled from
 * what PostgreSQL stores, so both read the same lexemes. Rows are added in their order and never taken out: who reads checks that they are live.
 */
export class Words {
  private terms = new Terms();
  private streams = new Streams();
  private readonly all = newRowStreams();
  private readonly title = newRowStreams();
  /** Of each code: for each of its rows the places, each as the difference to the one before, with its weight and whether more follow. */
  private readonly places = new Numbers(1024);
  /** The rows that have a text at all: the others are not found by what they lack. */
  readonly withText: Uint32Array;
  /** Whether every row that was added is in it: beyond its limit of memory it is empty. */
  isWhole = true;

  constructor(
    space: Space,
    capacity: number,
    private readonly mostBytes: number,
  ) {
    this.withText = space.take(Uint32Array, wordsFor(capacity));
  }

  /** Notes a row with its text, in the binary form of a `tsvector` (`tsvectorsend` in PostgreSQL's tsvector.c); null where none is written. */
  add(row: number, document: Uint8Array | null) {
    if (!document || !this.isWhole) return;
    if (this.streams.size > this.mostBytes) {
      this.isWhole = false;
      [this.terms, this.streams] = [new Terms(), new Streams()];
      return;
    }
    setBit(this.withText, row);
    let at = 4;
    while (at < document.length) {
      let end = at;
      while (document[end] !== 0) end++;
      const code = this.codeFor(document, at, end);
      const count = readTwo(document, end + 1);
      this.addRow(this.all, code, row);
      this.addPlaces(code, row, document, end + 3, count);
      at = end + 3 + 2 * count;
    }
  }

  /** The codes of the terms that are `lexeme`, or begin so; in the order of the terms. */
  find(lexeme: Uint8Array, isPrefix: boolean): number[] {
    if (isPrefix) return this.terms.listBeginning(lexeme);
    const code = this.terms.find(lexeme);
    return code < 0 ? [] : [code];
  }

  /** Puts the rows that have the term into `into`. */
  mark(code: number, part: Part, into: Uint32Array) {
    const { stream, count } = this[part];
    const left = count.raw()[code] as number;
    if (left === 0) return;
    const rows = this.streams.read(stream.raw()[code] as number);
    for (let i = 0, row = 0; i < left; i++) {
      row += rows.next();
      setBit(into, row);
    }
  }

  /** One pass over the rows of a term and its places there. */
  follow = (code: number) =>
    new Following(
      this.streams.read(this.all.stream.raw()[code] as number),
      this.streams.read(this.places.raw()[code] as number),
      this.all.count.raw()[code] as number,
    );

  private codeFor(document: Uint8Array, from: number, to: number): number {
    const before = this.terms.count;
    const code = this.terms.codeFor(document, from, to);
    if (code < before) return code;
    this.all.stream.push(this.streams.open());
    this.places.push(this.streams.open());
    // Few terms are in titles: these get their stream with their first row.
    this.title.stream.push(0);
    for (const { count, last } of [this.all, this.title]) {
      count.push(0);
      last.push(0);
    }
    return code;
  }

  private addRow({ stream, count, last }: RowStreams, code: number, row: number) {
    this.streams.push(stream.raw()[code] as number, row - (last.raw()[code] as number));
    last.raw()[code] = row;
    count.raw()[code] = (count.raw()[code] as number) + 1;
  }

  private addPlaces(code: number, row: number, document: Uint8Array, from: number, count: number) {
    const stream = this.places.raw()[code] as number;
    let isTitled = false;
    for (let i = 0, before = 0; i < count; i++) {
      const place = readTwo(document, from + 2 * i);
      const position = positionOf(place);
      isTitled ||= isInTitle(place);
      this.streams.push(stream, ((position - before) << 3) | (weightOf(place) << 1) | Number(i + 1 < count));
      before = position;
    }
    if (!isTitled) return;
    if (this.title.count.raw()[code] === 0) this.title.stream.raw()[code] = this.streams.open();
    this.addRow(this.title, code, row);
  }
}

const newRowStreams = (): RowStreams => ({
  stream: new Numbers(1024),
  count: new Numbers(1024),
  last: new Numbers(1024),
});

/** A number of two bytes, the higher one first, as PostgreSQL sends it. */
const readTwo = (bytes: Uint8Array, at: number) => ((bytes[at] as number) << 8) | (bytes[at + 1] as number);

/** Stands for the row behind the last one. */
const over = 2 ** 32;

/** Goes through the rows of a term. Whoever is at a row takes its places, all or none, and goes on with `step` or `skip`. */
export class Following {
  /** The row that it is at, beyond all others at the end. */
  row = 0;

  constructor(
    private readonly rows: Reading,
    private readonly places: Reading,
    private left: number,
  ) {
    this.step();
  }

  /** The next place at this row, as `Words` stores it: read it with `placeStep`, `placeWeight` and `hasMore`. */
  takePlace = () => this.places.next();

  step() {
    this.row = this.left-- > 0 ? this.row + this.rows.next() : over;
  }

  skip() {
    while (hasMore(this.places.next()));
    this.step();
  }
}

const placeStep = (stored: number) => stored >>> 3;
export const placeWeight = (stored: number) => (stored >>> 1) & 3;
export const hasMore = (stored: number) => (stored & 1) === 1;

/** Rows that are read together: a multiple of 32. */
const blockSize = 8_192;

/** Occurrences of items in rows, by number: the item of each, and where its places begin in `places`; the next one's beginning ends them. */
export type Occurrences = { item: Uint32Array; from: Uint32Array; places: Uint32Array };

/**
 * Calls `visit` with each of the ascending rows and, by number, what it has of some items, each of them any of some terms: in the order of the
 * items and then of their terms. It holds until the next call. So many terms may begin like a word that it goes through the rows of each in turn.
 */
export function visitOccurrences(
  words: Words,
  items: readonly (readonly number[])[],
  rows: Uint32Array,
  visit: (at: number, found: readonly number[], all: Occurrences) => void,
) {
  const followed = items.flatMap((codes, item) => codes.map((code) => ({ item, term: words.follow(code) })));
  const [item, from, next, places] = [1, 1, 1, 1].map(() => new Numbers(blockSize)) as Four<Numbers>;
  const isAsked = new Uint8Array(blockSize);
  /** Of each row its first and its last occurrence, and 1 more, so that 0 is none. */
  const [first, last] = [new Uint32Array(blockSize), new Uint32Array(blockSize)];
  const found: number[] = [];
  for (let at = 0; at < rows.length; ) {
    const base = (rows[at] as number) & ~(blockSize - 1);
    for (const list of [item, from, next, places]) list.length = 0;
    for (const set of [isAsked, first, last]) set.fill(0);
    for (let i = at; i < rows.length && (rows[i] as number) < base + blockSize; i++)
      isAsked[(rows[i] as number) - base] = 1;
    for (const one of followed)
      for (let { row } = one.term; row < base + blockSize; row = one.term.row) {
        if (row < base || isAsked[row - base] === 0) {
          one.term.skip();
          continue;
        }
        item.push(one.item);
        from.push(places.length);
        next.push(0);
        const before = last[row - base] as number;
        if (before === 0) first[row - base] = item.length;
        else next.raw()[before - 1] = item.length;
        last[row - base] = item.length;
        readPlaces(one.term, places);
      }
    from.push(places.length);
    const all = { item: item.raw(), from: from.raw(), places: places.raw() };
    for (; at < rows.length && (rows[at] as number) < base + blockSize; at++) {
      found.length = 0;
      const links = next.raw();
      for (let one = first[(rows[at] as number) - base] as number; one > 0; one = links[one - 1] as number)
        found.push(one - 1);
      visit(at, found, all);
    }
  }
}

type Four<T> = [T, T, T, T];

function readPlaces(term: Following, into: Numbers) {
  for (let position = 0, isMore = true; isMore; ) {
    const stored = term.takePlace();
    position += placeStep(stored);
    into.push((placeWeight(stored) << positionBits) | position);
    isMore = hasMore(stored);
  }
  term.step();
}
