import { addBits, countCommon, setBit, wordsFor } from "./bits";
import type { Columns } from "./columns";
import type { Found } from "./found";

/** Of a column of few values: the rows of each value as bits. */
export class Values {
  private readonly sets: Uint32Array[];

  constructor(
    private readonly columns: Columns,
    readonly column: Uint8Array,
    private readonly count: number,
  ) {
    this.sets = Array.from({ length: count }, () => new Uint32Array(wordsFor(columns.capacity)));
    for (let row = 0; row < columns.rowCount; row++) this.add(row);
  }

  /** Notes a row that was appended to the columns; one that says nothing is in no set. */
  add(row: number) {
    const set = this.sets[this.column[row] as number];
    if (set) setBit(set, row);
  }

  /** The rows that have any of these values. */
  anyOf(values: readonly number[]): Uint32Array {
    const bits = new Uint32Array(wordsFor(this.columns.capacity));
    for (const value of values) addBits(bits, this.sets[value] as Uint32Array);
    return bits;
  }

  /** By value: how many of the rows have it. */
  counts(found: Found): number[] {
    const { bits } = found;
    if (bits) return this.sets.map((set) => countCommon(bits, set));
    const counts = new Array<number>(this.count).fill(0);
    for (const row of found.rows) {
      const value = this.column[row] as number;
      if (value < counts.length) counts[value] = (counts[value] as number) + 1;
    }
    return counts;
  }
}
