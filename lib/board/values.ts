import { setBit, wordsFor } from "./bits";
import type { Columns } from "./columns";

/** Of a column of few values: the rows of each value as bits, when all have been added. */
export class Values {
  private readonly sets: Uint32Array[];

  constructor(
    private readonly columns: Columns,
    readonly column: Uint8Array,
    count: number,
  ) {
    const { space, capacity } = columns;
    this.sets = Array.from({ length: count }, () => space.take(Uint32Array, wordsFor(capacity)));
  }

  /** Notes a row of the columns; one that says nothing is in no set. */
  add(row: number) {
    const set = this.sets[this.column[row] as number];
    if (set) setBit(set, row);
  }

  /** The rows that have any of these values, borrowed. */
  anyOf(values: readonly number[]): Uint32Array {
    const { space, capacity } = this.columns;
    const bits = space.borrow(wordsFor(capacity));
    for (const value of values) space.kernels.addBits(bits, this.sets[value] as Uint32Array);
    return bits;
  }

  /** By value: how many of the rows have it. */
  counts(bits: Uint32Array): number[] {
    const { kernels } = this.columns.space;
    return this.sets.map((set) => kernels.countCommon(bits, set));
  }
}
