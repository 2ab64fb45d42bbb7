import { firstRow } from "./bits";

/** A row's numbers in a column. */
export type Column = Uint8Array | Int32Array | Float64Array;

/** Lists of entries by row: where each row's part begins, which the next one's beginning ends. */
export type Listed = { starts: Uint32Array; entries: Uint32Array };

/** What the match reads of postings, and of a profile by line: see `rank.ts`. */
export type Ranking = { bits: Uint32Array; lines: Listed; credits: Uint32Array; padding: number };
/** Rows that may be among the best, with their keys. */
export type Best = { rows: Uint32Array; keys: Uint32Array };

/**
 * What is done with many rows at once, in two ways: here in plain JavaScript, and in WebAssembly (`simd.ts`) where the arrays are of a `Space`
 * with memory for it. Both give the same, for which a property test stands. Bits are of one board, and a board's rows a multiple of 128.
 */
export type Kernels = {
  /** From this share of all rows on, each code is asked for its rows: up to it that takes longer than to ask each row for its codes. */
  manyFrom: number;
  /** Leaves the rows that `other` has too. */
  keepBits(bits: Uint32Array, other: Uint32Array): void;
  /** Adds the rows of `other`. */
  addBits(bits: Uint32Array, other: Uint32Array): void;
  /** Takes the rows of `other` out. */
  dropBits(bits: Uint32Array, other: Uint32Array): void;
  /** How many rows both have. */
  countCommon(bits: Uint32Array, other: Uint32Array): number;
  /** How many rows of a list are among the bits. */
  countListed(bits: Uint32Array, list: Uint32Array): number;
  /** Writes the rows of the bits into `list`, ascending. */
  listRows(bits: Uint32Array, list: Uint32Array): void;
  /** Adds to `counts`, by entry, how many of the listed rows have it. */
  countEntries(list: Uint32Array, listed: Listed, counts: Uint32Array): void;
  /** Sets the bits of the rows whose number is from `from` to `to`, both included, and no others. */
  findInRange(column: Column, from: number, to: number, bits: Uint32Array): void;
  /** By sum, which ascend: how many of the rows among the bits reach it. */
  countReaching(bits: Uint32Array, column: Int32Array, sums: readonly number[]): number[];
  /**
   * Of the rows from `from` to `to` (multiples of 32), those among the bits whose key is from `least` to `most`, ascending: written into `best`,
   * which has room for all of them. Gives how many.
   */
  findBest(ranking: Ranking, from: number, to: number, least: number, most: number, best: Best): number;
};

/** One number in the order of rank and upper score, from the credits of a row's lines; 0, below them all, for a row without lines. */
const keyOf = (weight: number, low: number, high: number, padding: number) =>
  weight === 0
    ? 0
    : 1 + Math.floor((500 * low) / (weight + padding)) * 128 + Math.floor((50 * high + weight - 1) / weight);

export const plainKernels: Kernels = {
  manyFrom: 1 / 4,

  keepBits(bits, other) {
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) & (other[i] as number);
  },

  addBits(bits, other) {
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (other[i] as number);
  },

  dropBits(bits, other) {
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) & ~(other[i] as number);
  },

  countCommon(bits, other) {
    let count = 0;
    for (let i = 0; i < bits.length; i++) count += ones((bits[i] as number) & (other[i] as number));
    return count;
  },

  countListed(bits, list) {
    let count = 0;
    for (let i = 0; i < list.length; i++) {
      const row = list[i] as number;
      count += ((bits[row >>> 5] as number) >>> (row & 31)) & 1;
    }
    return count;
  },

  listRows(bits, list) {
    let at = 0;
    for (let i = 0; i < bits.length; i++)
      for (let word = bits[i] as number; word !== 0; word &= word - 1) list[at++] = firstRow(i, word);
  },

  countEntries(list, { starts, entries }, counts) {
    for (let i = 0; i < list.length; i++) {
      const row = list[i] as number;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const entry = entries[at] as number;
        counts[entry] = (counts[entry] as number) + 1;
      }
    }
  },

  findInRange(column, from, to, bits) {
    for (let row = 0; row < column.length; ) {
      const word = row >>> 5;
      let found = 0;
      for (let bit = 1; bit !== 0; row++, bit <<= 1) {
        const value = column[row] as number;
        if (value >= from && value <= to) found |= bit;
      }
      bits[word] = found;
    }
  },

  countReaching(bits, column, sums) {
    const counts = sums.map(() => 0);
    for (let i = 0; i < bits.length; i++)
      for (let word = bits[i] as number; word !== 0; word &= word - 1) {
        const value = column[firstRow(i, word)] as number;
        for (let at = 0; at < sums.length && value >= (sums[at] as number); at++)
          counts[at] = (counts[at] as number) + 1;
      }
    return counts;
  },

  findBest({ bits, lines: { starts, entries }, credits, padding }, from, to, least, most, { rows, keys }) {
    let count = 0;
    for (let i = from >>> 5; i < to >>> 5; i++)
      for (let word = bits[i] as number; word !== 0; word &= word - 1) {
        const row = firstRow(i, word);
        let [weight, halves] = [0, 0];
        const end = starts[row + 1] as number;
        for (let at = starts[row] as number; at < end; at++) {
          const line = 2 * (entries[at] as number);
          weight += credits[line] as number;
          halves += credits[line + 1] as number;
        }
        const key = keyOf(weight, halves & 0xffff, halves >>> 16, padding);
        if (key < least || key > most) continue;
        rows[count] = row;
        keys[count++] = key;
      }
    return count;
  },
};

/** How many ones a word has: sums of pairs, of fours, of bytes. */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
