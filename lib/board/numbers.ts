import type { Space } from "./space";

/** A list of whole numbers (0 to 2^32 - 1) that grows, in the memory of a board where one is given: an array of objects' memory would be eight times as much. */
export class Numbers {
  private data: Uint32Array;
  length = 0;

  constructor(
    capacity: number,
    private readonly space?: Space,
  ) {
    this.data = this.make(Math.max(capacity, 4));
  }

  push(value: number) {
    if (this.length === this.data.length) {
      const grown = this.make(Math.ceil(this.data.length * 1.5));
      grown.set(this.data);
      this.space?.give(this.data);
      this.data = grown;
    }
    this.data[this.length++] = value;
  }

  /** What is in the list now, without a copy: read it before the next `push`. */
  view(): Uint32Array {
    return this.data.subarray(0, this.length);
  }

  /** The whole store, longer than the list: for loops that know how far they go. */
  raw(): Uint32Array {
    return this.data;
  }

  private make = (length: number) => this.space?.take(Uint32Array, length) ?? new Uint32Array(length);
}

/** Whether an ascending list holds `value`. */
export function holds(list: Uint32Array, value: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] as number) < value) from = middle + 1;
    else to = middle;
  }
  return list[from] === value;
}
