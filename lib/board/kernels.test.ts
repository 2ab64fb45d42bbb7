import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowStep, wordsFor } from "./bits";
import type { Kernels } from "./kernels";
import { KernelFile } from "./simd";
import { Space } from "./space";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const isProving = process.env.PROVE === "1";
const [simd, plain] = [new Space(), new Space({ isSimd: false })];

it("the kernels in WebAssembly are there", () => {
  expect([simd.isSimd, plain.isSimd]).toEqual([true, false]);
});

/** Rows of a board, and bits of some of them: all, none, few, many. */
const board = fc.integer({ min: 1, max: 6 }).chain((steps) => {
  const rows = steps * rowStep;
  const word = fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 0xffffffff, 1, 0x80000000));
  const bits = fc.array(word, { minLength: wordsFor(rows), maxLength: wordsFor(rows) });
  return fc.record({ rows: fc.constant(rows), bits, others: bits });
});
const listOf = (rows: number, most = 300) =>
  fc.uniqueArray(fc.nat(rows - 1), { maxLength: most }).map((list) => list.sort((a, b) => a - b));

/** What the kernels make of the same, in both spaces. */
function expectSame(ask: (space: Space, kernels: Kernels) => unknown) {
  const [one, other] = [simd, plain].map((space) => {
    const answer = ask(space, space.kernels);
    space.release();
    return answer;
  });
  expect(one).toEqual(other);
}

function lent(space: Space, numbers: readonly number[]): Uint32Array {
  const array = space.borrow(numbers.length);
  array.set(numbers);
  return array;
}

const check = <T>(of: fc.Arbitrary<T>, same: (value: T) => void) =>
  fc.assert(fc.property(of, same), { numRuns: isProving ? 10_000 : 200 });

describe("the kernels in WebAssembly and in JavaScript give the same", () => {
  it("for sets of rows", () =>
    check(
      board.chain((one) => fc.record({ one: fc.constant(one), list: listOf(one.rows) })),
      ({ one, list }) => {
        for (const name of ["keepBits", "addBits", "dropBits"] as const)
          expectSame((space, kernels) => {
            const bits = lent(space, one.bits);
            kernels[name](bits, lent(space, one.others));
            return [...bits];
          });
        expectSame((space, { countCommon }) => countCommon(lent(space, one.bits), lent(space, one.others)));
        expectSame((space, { countListed }) => countListed(lent(space, one.bits), lent(space, list)));
        expectSame((space, { countCommon, listRows }) => {
          const bits = lent(space, one.bits);
          const rows = space.borrowList(countCommon(bits, bits), one.rows);
          listRows(bits, rows);
          return [...rows];
        });
      },
    ));

  it("for what rows have", () =>
    check(
      fc.record({
        entries: fc.array(fc.array(fc.nat(40), { maxLength: 9 }), { minLength: rowStep, maxLength: rowStep }),
        list: listOf(rowStep),
      }),
      ({ entries, list }) =>
        expectSame((space, { countEntries }) => {
          const counts = space.borrow(41);
          countEntries(lent(space, list), listed(space, entries), counts);
          return [...counts];
        }),
    ));

  it("for ranges", () => {
    const columns = [
      { kind: Uint8Array, value: fc.nat(255), edge: fc.double({ min: -10, max: 300, noNaN: true }) },
      { kind: Int32Array, value: fc.integer(), edge: fc.double({ min: -3e9, max: 3e9, noNaN: true }) },
      { kind: Float64Array, value: fc.double({ noNaN: true }), edge: fc.double({ noNaN: true }) },
    ] as const;
    for (const { kind, value, edge } of columns) {
      const values = fc.array(value, { minLength: rowStep, maxLength: rowStep });
      const edges = fc.tuple(
        fc.oneof(edge, value),
        fc.oneof(edge, value, fc.constant(Number.POSITIVE_INFINITY)),
      );
      check(fc.tuple(values, edges), ([numbers, [from, to]]) =>
        expectSame((space, { findInRange }) => {
          const column = space.take<Uint8Array | Int32Array | Float64Array>(kind, rowStep);
          column.set(numbers);
          const bits = space.borrow(wordsFor(rowStep)).fill(0xffffffff);
          findInRange(column, from, to, bits);
          space.give(column);
          return [...bits];
        }),
      );
    }
  });

  it("for sums that are reached", () =>
    check(
      board.chain(({ rows, bits }) =>
        fc.record({
          bits: fc.constant(bits),
          values: fc.array(fc.integer({ min: -1, max: 300 }), { minLength: rows, maxLength: rows }),
          sums: fc
            .array(fc.oneof(fc.nat(310), fc.constant(3e9)), { maxLength: 11 })
            .map((sums) => sums.sort((a, b) => a - b)),
        }),
      ),
      ({ bits, values, sums }) =>
        expectSame((space, { countReaching }) => {
          const column = space.take(Int32Array, values.length);
          column.set(values);
          const counts = countReaching(lent(space, bits), column, sums);
          space.give(column);
          return counts;
        }),
    ));

  it("for the best rows", () => {
    const credit = fc
      .record({ weight: fc.constantFrom(1, 2, 3), low: fc.nat(2), more: fc.nat(2) })
      .map(({ weight, low, more }) => [weight, weight * low + weight * Math.min(2, low + more) * 65_536]);
    check(
      board.chain(({ rows, bits }) =>
        fc.record({
          bits: fc.constant(bits),
          rows: fc.constant(rows),
          lines: fc.array(fc.array(fc.nat(19), { maxLength: 30 }), { minLength: rows, maxLength: rows }),
          credits: fc.array(credit, { minLength: 20, maxLength: 20 }),
          padding: fc.nat(9),
          least: fc.oneof(fc.constant(0), fc.nat(90_000)),
          most: fc.oneof(fc.constant(129_000), fc.nat(129_000)),
        }),
      ),
      ({ bits, rows, lines, credits, padding, least, most }) =>
        expectSame((space, { findBest }) => {
          const best = { rows: space.borrow(rows), keys: space.borrow(rows) };
          const ranking = {
            bits: lent(space, bits),
            lines: listed(space, lines),
            credits: lent(space, credits.flat()),
            padding,
          };
          const half = rows > rowStep ? rowStep : 0;
          const count = findBest(ranking, half, rows, least, most, best);
          return [...best.rows.subarray(0, count), ...best.keys.subarray(0, count)];
        }),
    );
  });
});

function listed(space: Space, rows: readonly (readonly number[])[]) {
  const starts = [0];
  for (const { length } of rows) starts.push((starts.at(-1) as number) + length);
  return { starts: lent(space, starts), entries: lent(space, rows.flat()) };
}

describe("a space", () => {
  it("lends what is cleared, and not twice", () => {
    for (const space of [simd, plain]) {
      const [one, other] = [space.borrow(100).fill(7), space.borrow(100)];
      other.fill(8);
      expect([one[0], other[0], space.borrow(100)[99]]).toEqual([7, 8, 0]);
      space.release();
      expect([...space.borrow(100), ...space.borrow(100)]).toEqual(Array(200).fill(0));
    }
  });

  it("grows without moving what is in it, and uses again what is given back", () => {
    const space = new Space();
    const first = space.take(Uint32Array, 1_000).fill(5);
    const large = space.take(Uint32Array, 20_000_000);
    large[19_999_999] = 6;
    expect([first[999], large[0], large[19_999_999]]).toEqual([5, 0, 6]);
    space.give(first.fill(9));
    const again = space.take(Uint32Array, 500);
    expect([again.byteOffset, again[0]]).toEqual([first.byteOffset, 0]);
  });

  it("is counted by the garbage collector, which counts no memory that is shared", () => {
    // What earlier tests left is collected first, and may still be in part between the two looks. Of shared memory nothing would be counted.
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const array = new Space().take(Uint32Array, 100_000_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeGreaterThan(0.5 * array.byteLength);
  });

  it("goes on in plain JavaScript when the memory is full", () => {
    const space = new Space();
    const before = space.take(Uint32Array, 4).fill(3);
    for (let i = 0; i < 9; i++) space.take(Float64Array, 2 ** 26);
    expect(space.isSimd).toBe(false);
    const behind = space.take(Uint32Array, 4).fill(1);
    expect(space.kernels.countCommon(before, behind)).toBe(4);
  });
});

const hashed = (bytes: Buffer) => Buffer.concat([bytes, createHash("sha256").update(bytes).digest()]);

describe("a file of kernels that cannot be used", () => {
  const folder = mkdtempSync(join(tmpdir(), "kernels-"));
  const whole = readFileSync(join("build", "board.wasm"));
  const middle = whole.length >> 1;

  it.each([
    ["is missing", null],
    ["is empty", Buffer.alloc(0)],
    ["is cut off", whole.subarray(0, middle)],
    ["has one wrong bit", Buffer.from(whole.map((byte, at) => (at === middle ? byte ^ 1 : byte)))],
    ["holds anything", Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919) & 255))],
    ["is whole and no WebAssembly", hashed(Buffer.from("no WebAssembly"))],
  ])("since it %s is complained about once", (what, bytes) => {
    const path = join(folder, what.replaceAll(" ", "-"));
    if (bytes) writeFileSync(path, bytes);
    const complaints: unknown[] = [];
    const file = new KernelFile(path, (error) => complaints.push(error));
    expect([file.open(), file.open()]).toEqual([null, null]);
    expect(complaints).toHaveLength(1);
  });

  it("and one that is whole is not", () => {
    const file = new KernelFile(join("build", "board.wasm"), (error) => {
      throw error;
    });
    expect(file.open()).not.toBeNull();
  });
});
