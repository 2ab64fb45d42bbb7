import { countBits, hasBit, rowsOf } from "./bits";

/** The rows that answer a question: as bits where they may be many, else as an ascending list. */
export class Found {
  private counted: number | undefined;
  private listed: Uint32Array | undefined;

  private constructor(
    readonly bits: Uint32Array | null,
    list?: Uint32Array,
  ) {
    this.listed = list;
    this.counted = list?.length;
  }

  static inBits = (bits: Uint32Array) => new Found(bits);
  static inList = (list: Uint32Array) => new Found(null, list);

  get count(): number {
    this.counted ??= countBits(this.bits as Uint32Array);
    return this.counted;
  }

  /** As a list, made when first asked for. */
  get rows(): Uint32Array {
    this.listed ??= rowsOf(this.bits as Uint32Array, this.count);
    return this.listed;
  }

  /** How many of the rows of an ascending list are among these, where these are bits. */
  countListed(list: Uint32Array): number {
    const bits = this.bits as Uint32Array;
    let count = 0;
    for (let i = 0; i < list.length; i++) if (hasBit(bits, list[i] as number)) count++;
    return count;
  }
}
