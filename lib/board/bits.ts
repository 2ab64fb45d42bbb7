/*
 * Sets of rows as bits, 32 rows a word. All sets of one board are as long as its capacity; what is done with whole sets is in kernels.ts.
 */

/** A board's rows are a multiple of so many: the bits of so many rows are read at once. */
export const rowStep = 128;

export const wordsFor = (rows: number) => (rows + 31) >>> 5;

export const hasBit = (bits: Uint32Array, row: number) =>
  (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

export function setBit(bits: Uint32Array, row: number) {
  bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
}

export function clearBit(bits: Uint32Array, row: number) {
  bits[row >>> 5] = (bits[row >>> 5] as number) & ~(1 << (row & 31));
}

/** The first row of the word at `i`, which is not empty. */
export const firstRow = (i: number, word: number) => (i << 5) + 31 - Math.clz32(word & -word);
