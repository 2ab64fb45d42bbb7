import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { logger } from "@/lib/log";
import type { Kernels } from "./kernels";

/** The kernels as they are in assembly/kernels.ts: addresses, and sizes in bytes where nothing else is said. */
type Assembly = {
  keepBits(bits: number, other: number, size: number): void;
  addBits(bits: number, other: number, size: number): void;
  dropBits(bits: number, other: number, size: number): void;
  countCommon(bits: number, other: number, size: number): number;
  countListed(bits: number, list: number, length: number): number;
  listRows(bits: number, size: number, list: number): void;
  countEntries(list: number, length: number, starts: number, entries: number, counts: number): void;
  findBytes(column: number, rows: number, from: number, to: number, bits: number): void;
  findIntegers(column: number, rows: number, from: number, to: number, bits: number): void;
  findNumbers(column: number, rows: number, from: number, to: number, bits: number): void;
  countReaching(
    bits: number,
    rows: number,
    column: number,
    sums: number,
    length: number,
    counts: number,
  ): void;
  findBest(
    bits: number,
    starts: number,
    lines: number,
    credits: number,
    padding: number,
    from: number,
    to: number,
    least: number,
    most: number,
    totals: number,
    rows: number,
    keys: number,
  ): number;
};

/** Kernels that work on the arrays in `memory`, and on those alone. */
export type Simd = { memory: WebAssembly.Memory; kernelsWith: (scratch: Scratch) => Kernels };

/** Gives memory for the time of one call: always the same, not cleared. */
type Scratch = (length: number) => Uint32Array;

/** Pages of 64 KiB: what an address of four bytes reaches. They are taken as they are needed. */
const mostPages = 65_536;

/** A compiled file of kernels (bin/kernels.mjs), which is read once. */
export class KernelFile {
  private module: WebAssembly.Module | null | undefined;

  /** `complain` is called once, where the file cannot be used. */
  constructor(
    private readonly path: string,
    private readonly complain: (error: unknown) => void,
  ) {}

  /** The kernels with a memory of their own; null where the file is missing or damaged, or this machine cannot run it. */
  open(): Simd | null {
    try {
      this.module ??= this.module === null ? null : new WebAssembly.Module(readWhole(this.path));
      if (!this.module) return null;
      // Memory that is shared grows without taking the arrays away that are in it.
      const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
      const { exports } = new WebAssembly.Instance(this.module, { env: { memory } });
      const assembly = exports as Assembly;
      return { memory, kernelsWith: (scratch) => kernelsOf(assembly, scratch) };
    } catch (error) {
      if (this.module !== null) this.complain(error);
      this.module = null;
      return null;
    }
  }
}

/** Compiled by every command that runs the product, from assembly/kernels.ts. */
export const kernelFile = new KernelFile(join(process.cwd(), "build", "board.wasm"), (error) =>
  logger.warn({ err: error }, "the board works without SIMD, and more slowly"),
);

/** The bytes of the file, of which the last 32 are the SHA-256 of those before. */
function readWhole(path: string): Buffer<ArrayBuffer> {
  const bytes = readFileSync(path);
  const hash = createHash("sha256").update(bytes.subarray(0, -32)).digest();
  if (!hash.equals(bytes.subarray(-32))) throw new Error("The file of kernels is damaged.");
  return bytes;
}

const kernelsOf = (assembly: Assembly, scratch: Scratch): Kernels => ({
  manyFrom: 1 / 48,

  keepBits: (bits, other) => assembly.keepBits(bits.byteOffset, other.byteOffset, bits.byteLength),
  addBits: (bits, other) => assembly.addBits(bits.byteOffset, other.byteOffset, bits.byteLength),
  dropBits: (bits, other) => assembly.dropBits(bits.byteOffset, other.byteOffset, bits.byteLength),
  countCommon: (bits, other) => assembly.countCommon(bits.byteOffset, other.byteOffset, bits.byteLength),
  countListed: (bits, list) => assembly.countListed(bits.byteOffset, list.byteOffset, list.length),
  listRows: (bits, list) => assembly.listRows(bits.byteOffset, bits.byteLength, list.byteOffset),

  countEntries: (list, { starts, entries }, counts) =>
    assembly.countEntries(
      list.byteOffset,
      list.length,
      starts.byteOffset,
      entries.byteOffset,
      counts.byteOffset,
    ),

  findInRange(column, from, to, bits) {
    if (column instanceof Float64Array)
      return assembly.findNumbers(column.byteOffset, column.length, from, to, bits.byteOffset);
    const isBytes = column instanceof Uint8Array;
    const first = Math.max(Math.ceil(from), isBytes ? 0 : -(2 ** 31));
    const last = Math.min(Math.floor(to), isBytes ? 255 : mostInteger);
    const find = isBytes ? assembly.findBytes : assembly.findIntegers;
    if (first > last) bits.fill(0);
    else find(column.byteOffset, column.length, first, last, bits.byteOffset);
  },

  countReaching(bits, column, sums) {
    // A count is of four lanes, each of which counts by itself; behind the counts are the sums.
    const room = scratch(5 * sums.length).fill(0);
    const asked = room.subarray(4 * sums.length);
    for (const [at, sum] of sums.entries()) asked[at] = Math.min(Math.ceil(sum), mostInteger);
    assembly.countReaching(
      bits.byteOffset,
      column.length,
      column.byteOffset,
      asked.byteOffset,
      sums.length,
      room.byteOffset,
    );
    return sums.map((_, at) => room.subarray(4 * at, 4 * at + 4).reduce((sum, count) => sum + count));
  },

  findBest({ bits, lines: { starts, entries }, credits, padding }, from, to, least, most, { rows, keys }) {
    const count = (starts[to] as number) - (starts[from] as number);
    return assembly.findBest(
      bits.byteOffset,
      starts.byteOffset,
      entries.byteOffset,
      credits.byteOffset,
      padding,
      from,
      to,
      least,
      most,
      scratch(2 * count + 2).byteOffset,
      rows.byteOffset,
      keys.byteOffset,
    );
  },
});

const mostInteger = 2 ** 31 - 1;
