import { type Column, type Kernels, plainKernels } from "./kernels";
import { kernelFile, type Simd } from "./simd";

type Numbers = Column | Uint32Array;
type Kind<T> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBufferLike, at: number, length: number): T;
};

/** Bytes that are read at once: where an array begins and ends. */
const alignment = 16;
const pageSize = 65_536;
/** Pages that are added at once. They take no room before something is written to them. */
const pagesAtOnce = 64;
/** Borrowed arrays differ in length by no less, so that they serve again. */
const lengthStep = 1_024;

/**
 * The memory of one board, and the kernels that work on it. Where there are kernels in WebAssembly all arrays lie in one memory of theirs, so that
 * nothing is copied for a question; else each lies where JavaScript puts it. What is borrowed holds until `release`.
 */
export class Space {
  private readonly simd: Simd | null;
  private readonly simdKernels: Kernels | undefined;
  private isWanted = true;
  /** When the memory is full, further arrays lie elsewhere, where only the plain kernels reach them. */
  private isFull = false;
  /** Bytes that are taken. */
  private end = 0;
  /** What was given back. */
  private readonly gaps: { at: number; size: number }[] = [];
  /**
   * As large as the memory, and never written to, so that they take no room: by them the garbage collector knows how much it gains by
   * collecting this, since it does not count memory that is shared.
   */
  private readonly counted: ArrayBuffer[] = [];
  private readonly spare = new Map<number, Uint32Array[]>();
  private readonly lent: Uint32Array[] = [];
  private scratch = new Uint32Array(0);

  /** With `isSimd` false it has no memory of its own, and the kernels in JavaScript. */
  constructor({ isSimd = true } = {}) {
    this.simd = isSimd ? kernelFile.open() : null;
    this.simdKernels = this.simd?.kernelsWith(this.scratchOf);
  }

  get kernels(): Kernels {
    return (this.isSimd && this.simdKernels) || plainKernels;
  }

  /** Whether the kernels are those in WebAssembly, which can be done without at any time. */
  get isSimd(): boolean {
    return this.simd !== null && this.isWanted && !this.isFull;
  }
  set isSimd(isWanted) {
    this.isWanted = isWanted;
  }

  /** An array of zeros, for as long as the board lives. */
  take<T extends Numbers>(kind: Kind<T>, length: number): T {
    const size = roundUp(length * kind.BYTES_PER_ELEMENT, alignment);
    const at = this.placeOf(size);
    return this.simd && at !== null ? new kind(this.simd.memory.buffer, at, length) : new kind(length);
  }

  /** Gives an array back that was taken. */
  give(array: Numbers) {
    if (array.buffer instanceof SharedArrayBuffer)
      this.gaps.push({ at: array.byteOffset, size: roundUp(array.byteLength, alignment) });
  }

  /** Lends an array of zeros. */
  borrow(length: number): Uint32Array {
    return this.lend(length).fill(0);
  }

  /** Lends an array for so many of `most` numbers, that holds anything. */
  borrowList(length: number, most: number): Uint32Array {
    return this.lend(most).subarray(0, length);
  }

  /** Lends a copy. */
  borrowCopy(of: Uint32Array): Uint32Array {
    const copy = this.lend(of.length);
    copy.set(of);
    return copy;
  }

  /** Takes back all that is lent. */
  release() {
    for (const array of this.lent.splice(0)) {
      const spare = this.spare.get(array.length);
      if (spare) spare.push(array);
      else this.spare.set(array.length, [array]);
    }
  }

  private lend(length: number): Uint32Array {
    const full = roundUp(length, lengthStep);
    const array = this.spare.get(full)?.pop() ?? this.take(Uint32Array, full);
    this.lent.push(array);
    return array.subarray(0, length);
  }

  /** Where so many bytes of zeros are free; null where the memory is full, after which the plain kernels work. */
  private placeOf(size: number): number | null {
    if (!this.simd || this.isFull) return null;
    const gap = this.gaps.find((one) => one.size >= size);
    if (gap) {
      gap.at += size;
      gap.size -= size;
      new Uint8Array(this.simd.memory.buffer, gap.at - size, size).fill(0);
      return gap.at - size;
    }
    const { memory } = this.simd;
    const missing = Math.ceil((this.end + size - memory.buffer.byteLength) / pageSize);
    if (missing > 0 && !this.grow(memory, roundUp(missing, pagesAtOnce))) return null;
    this.end += size;
    return this.end - size;
  }

  private grow(memory: WebAssembly.Memory, pages: number): boolean {
    try {
      memory.grow(pages);
      this.counted.push(new ArrayBuffer(pages * pageSize));
      return true;
    } catch {
      this.isFull = true;
      return false;
    }
  }

  private readonly scratchOf = (length: number): Uint32Array => {
    if (this.scratch.length < length) {
      this.give(this.scratch);
      this.scratch = this.take(Uint32Array, roundUp(length, lengthStep));
    }
    return this.scratch.subarray(0, length);
  };
}

const roundUp = (value: number, step: number) => Math.ceil(value / step) * step;
