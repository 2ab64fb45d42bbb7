/*
 * Sets of rows as bits, 32 rows a word. All sets of one board are as long as its capacity.
 */

export const wordsFor = (rows: number) => (rows + 31) >>> 5;

export const hasBit = (bits: Uint32Array, row: number) =>
  (((bits[row >>> 5] as number) >>> (row & 31)) & 1) === 1;

export function setBit(bits: Uint32Array, row: number) {
  bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
}

export function clearBit(bits: Uint32Array, row: number) {
  bits[row >>> 5] = (bits[row >>> 5] as number) & ~(1 << (row & 31));
}

/** Adds the rows of `other`. */
export function addBits(bits: Uint32Array, other: Uint32Array) {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (other[i] as number);
}

/** Leaves the rows that `other` has too. */
export function keepBits(bits: Uint32Array, other: Uint32Array) {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) & (other[i] as number);
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += ones(bits[i] as number);
  return count;
}

/** How many rows both have. */
export function countCommon(bits: Uint32Array, other: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < bits.length; i++) count += ones((bits[i] as number) & (other[i] as number));
  return count;
}

/** How many ones a word has: sums of pairs, of fours, of bytes. */
function ones(word: number): number {
  let sums = word - ((word >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The rows of a set, ascending. */
export function rowsOf(bits: Uint32Array, count: number): Uint32Array {
  const rows = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < bits.length; i++) {
    for (let word = bits[i] as number; word !== 0; word &= word - 1)
      rows[at++] = (i << 5) + 31 - Math.clz32(word & -word);
  }
  return rows;
}
