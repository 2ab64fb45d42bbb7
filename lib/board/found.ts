import { setBit, wordsFor } from "./bits";
import type { Columns } from "./columns";

/** The rows that answer a question: as bits, and as an ascending list, each made when first asked for and borrowed from the board's memory. */
export class Found {
  private counted: number | undefined;

  private constructor(
    private readonly columns: Columns,
    private inBits: Uint32Array | undefined,
    private inList: Uint32Array | undefined,
  ) {}

  static ofBits = (columns: Columns, bits: Uint32Array) => new Found(columns, bits, undefined);
  static ofList = (columns: Columns, list: Uint32Array) => new Found(columns, undefined, list);

  get count(): number {
    this.counted ??= this.inList?.length ?? this.columns.space.kernels.countCommon(this.bits, this.bits);
    return this.counted;
  }

  get bits(): Uint32Array {
    if (!this.inBits) {
      const bits = this.columns.space.borrow(wordsFor(this.columns.capacity));
      for (const row of this.rows) setBit(bits, row);
      this.inBits = bits;
    }
    return this.inBits;
  }

  get rows(): Uint32Array {
    if (!this.inList) {
      const { space, capacity } = this.columns;
      this.inList = space.borrowList(this.count, capacity);
      space.kernels.listRows(this.bits, this.inList);
    }
    return this.inList;
  }
}
