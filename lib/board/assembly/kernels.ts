/*
 * The kernels of the board (lib/board/kernels.ts) in AssemblyScript, for processors that work on 16 bytes at once. Every argument that is an
 * address is one in the memory of a board. Arrays begin and end at multiples of 16 bytes.
 */

/** Leaves the rows that `other` has too. */
export function keepBits(bits: usize, other: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16)
    v128.store(bits + at, v128.and(v128.load(bits + at), v128.load(other + at)));
}

/** Adds the rows of `other`. */
export function addBits(bits: usize, other: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16)
    v128.store(bits + at, v128.or(v128.load(bits + at), v128.load(other + at)));
}

/** Takes the rows of `other` out. */
export function dropBits(bits: usize, other: usize, size: usize): void {
  for (let at: usize = 0; at < size; at += 16)
    v128.store(bits + at, v128.andnot(v128.load(bits + at), v128.load(other + at)));
}

/** How many rows both have. Processors count the ones of 8 bytes in one step, which SIMD has no step for. */
export function countCommon(bits: usize, other: usize, size: usize): u32 {
  let even: u64 = 0;
  let odd: u64 = 0;
  let at: usize = 0;
  for (; at + 32 <= size; at += 32) {
    even += popcnt<u64>(load<u64>(bits + at) & load<u64>(other + at));
    odd += popcnt<u64>(load<u64>(bits + at, 8) & load<u64>(other + at, 8));
    even += popcnt<u64>(load<u64>(bits + at, 16) & load<u64>(other + at, 16));
    odd += popcnt<u64>(load<u64>(bits + at, 24) & load<u64>(other + at, 24));
  }
  for (; at < size; at += 8) even += popcnt<u64>(load<u64>(bits + at) & load<u64>(other + at));
  return <u32>(even + odd);
}

/** How many rows of a list are among the bits. */
export function countListed(bits: usize, list: usize, length: u32): u32 {
  const end = list + ((<usize>length) << 2);
  let count: u32 = 0;
  for (; list + 16 <= end; list += 16) {
    count += bitAt(bits, load<u32>(list));
    count += bitAt(bits, load<u32>(list, 4));
    count += bitAt(bits, load<u32>(list, 8));
    count += bitAt(bits, load<u32>(list, 12));
  }
  for (; list < end; list += 4) count += bitAt(bits, load<u32>(list));
  return count;
}

function bitAt(bits: usize, row: u32): u32 {
  return (load<u32>(bits + ((row >>> 5) << 2)) >>> (row & 31)) & 1;
}

/** Writes the rows of the bits into `list`, ascending. */
export function listRows(bits: usize, size: usize, list: usize): void {
  for (let at: usize = 0; at < size; at += 8) {
    const first = <u32>(at << 3);
    for (let word = load<u64>(bits + at); word !== 0; word &= word - 1) {
      store<u32>(list, first + <u32>ctz<u64>(word));
      list += 4;
    }
  }
}

/** Counts the entries that the listed rows have. */
export function countEntries(list: usize, length: u32, starts: usize, entries: usize, counts: usize): void {
  for (const listEnd = list + ((<usize>length) << 2); list < listEnd; list += 4) {
    const row = starts + ((<usize>load<u32>(list)) << 2);
    const end = entries + ((<usize>load<u32>(row, 4)) << 2);
    for (let at = entries + ((<usize>load<u32>(row)) << 2); at < end; at += 4) {
      const count = counts + ((<usize>load<u32>(at)) << 2);
      store<u32>(count, load<u32>(count) + 1);
    }
  }
}

/** Finds the rows whose byte is from `from` to `to`. */
export function findBytes(column: usize, rows: u32, from: i32, to: i32, bits: usize): void {
  const least = i8x16.splat(<i8>from);
  const most = i8x16.splat(<i8>to);
  for (let row: u32 = 0; row < rows; row += 16) {
    const values = v128.load(column + row);
    const isIn = v128.and(i8x16.ge_u(values, least), i8x16.le_u(values, most));
    store<u16>(bits + (row >>> 3), <u16>i8x16.bitmask(isIn));
  }
}

/** Finds the rows whose whole number is from `from` to `to`. */
export function findIntegers(column: usize, rows: u32, from: i32, to: i32, bits: usize): void {
  const least = i32x4.splat(from);
  const most = i32x4.splat(to);
  for (let row: u32 = 0; row < rows; row += 8) {
    const at = column + ((<usize>row) << 2);
    const one = v128.load(at);
    const other = v128.load(at, 16);
    const first = i32x4.bitmask(v128.and(i32x4.ge_s(one, least), i32x4.le_s(one, most)));
    const second = i32x4.bitmask(v128.and(i32x4.ge_s(other, least), i32x4.le_s(other, most)));
    store<u8>(bits + (row >>> 3), first | (second << 4));
  }
}

/** Finds the rows whose number of 8 bytes is from `from` to `to`. */
export function findNumbers(column: usize, rows: u32, from: f64, to: f64, bits: usize): void {
  const least = f64x2.splat(from);
  const most = f64x2.splat(to);
  for (let row: u32 = 0; row < rows; row += 8) {
    const at = column + ((<usize>row) << 3);
    let found = 0;
    for (let pair: u32 = 0; pair < 4; pair++) {
      const values = v128.load(at + (pair << 4));
      found |= i64x2.bitmask(v128.and(f64x2.ge(values, least), f64x2.le(values, most))) << (pair << 1);
    }
    store<u8>(bits + (row >>> 3), found);
  }
}

/** Counts, for each of some sums, the rows among the bits whose whole number reaches it. */
export function countReaching(
  bits: usize,
  rows: u32,
  column: usize,
  sums: usize,
  length: u32,
  counts: usize,
): void {
  const places = i32x4(1, 2, 4, 8);
  const none = i32x4.splat(i32.MIN_VALUE);
  for (let row: u32 = 0; row < rows; row += 32) {
    const word = load<u32>(bits + (row >>> 3));
    if (word === 0) continue;
    const at = column + ((<usize>row) << 2);
    const found = i32x4.splat(word);
    const v0 = among(v128.load(at), found, places, none);
    const v1 = among(v128.load(at, 16), i32x4.shr_u(found, 4), places, none);
    const v2 = among(v128.load(at, 32), i32x4.shr_u(found, 8), places, none);
    const v3 = among(v128.load(at, 48), i32x4.shr_u(found, 12), places, none);
    const v4 = among(v128.load(at, 64), i32x4.shr_u(found, 16), places, none);
    const v5 = among(v128.load(at, 80), i32x4.shr_u(found, 20), places, none);
    const v6 = among(v128.load(at, 96), i32x4.shr_u(found, 24), places, none);
    const v7 = among(v128.load(at, 112), i32x4.shr_u(found, 28), places, none);
    for (let sum: u32 = 0; sum < length; sum++) {
      const least = v128.load32_splat(sums + (sum << 2));
      const reached = i32x4.add(
        i32x4.add(
          i32x4.add(i32x4.ge_s(v0, least), i32x4.ge_s(v1, least)),
          i32x4.add(i32x4.ge_s(v2, least), i32x4.ge_s(v3, least)),
        ),
        i32x4.add(
          i32x4.add(i32x4.ge_s(v4, least), i32x4.ge_s(v5, least)),
          i32x4.add(i32x4.ge_s(v6, least), i32x4.ge_s(v7, least)),
        ),
      );
      // Each lane is below 0 by how many reached.
      const count = counts + (sum << 4);
      v128.store(count, i32x4.sub(v128.load(count), reached));
    }
  }
}

/** The values whose bit is set, and `none` for the others. */
function among(values: v128, bits: v128, places: v128, none: v128): v128 {
  return v128.bitselect(values, none, i32x4.eq(v128.and(bits, places), places));
}

/**
 * Of the rows from `from` to `to` (multiples of 8) that are among the bits: writes those whose key is from `least` to `most` into `rows` and
 * `keys`, and gives how many. `totals` has room for one more than all lines of these rows, of 8 bytes each.
 */
export function findBest(
  bits: usize,
  starts: usize,
  lines: usize,
  credits: usize,
  padding: i32,
  from: u32,
  to: u32,
  least: i32,
  most: i32,
  totals: usize,
  rows: usize,
  keys: usize,
): u32 {
  if (!hasAny(bits + (from >>> 3), bits + (to >>> 3))) return 0;
  const first = load<u32>(starts + ((<usize>from) << 2));
  const end = lines + ((<usize>load<u32>(starts + ((<usize>to) << 2))) << 2);
  // The totals of all lines up to each: a row's own are the difference of two, without a step that depends on how many lines it has.
  let total: u64 = 0;
  let out = totals;
  store<u64>(out, 0);
  let at = lines + ((<usize>first) << 2);
  for (; at + 16 <= end; at += 16) {
    total += creditOf(credits, load<u32>(at));
    store<u64>(out, total, 8);
    total += creditOf(credits, load<u32>(at, 4));
    store<u64>(out, total, 16);
    total += creditOf(credits, load<u32>(at, 8));
    store<u64>(out, total, 24);
    total += creditOf(credits, load<u32>(at, 12));
    out += 32;
    store<u64>(out, total);
  }
  for (; at < end; at += 4) {
    total += creditOf(credits, load<u32>(at));
    out += 8;
    store<u64>(out, total);
  }
  const base = totals - ((<usize>first) << 3);
  const leastKey = i32x4.splat(least);
  const mostKey = i32x4.splat(most);
  const paddings = i32x4.splat(padding);
  let count: u32 = 0;
  for (let row = from; row < to; row += 4) {
    const found = (<u32>load<u8>(bits + (row >>> 3)) >>> (row & 4)) & 15;
    if (found === 0) continue;
    const start = starts + ((<usize>row) << 2);
    const t0 = load<u64>(base + ((<usize>load<u32>(start)) << 3));
    const t1 = load<u64>(base + ((<usize>load<u32>(start, 4)) << 3));
    const t2 = load<u64>(base + ((<usize>load<u32>(start, 8)) << 3));
    const t3 = load<u64>(base + ((<usize>load<u32>(start, 12)) << 3));
    const t4 = load<u64>(base + ((<usize>load<u32>(start, 16)) << 3));
    const one = i64x2.replace_lane(i64x2.splat(t1 - t0), 1, t2 - t1);
    const other = i64x2.replace_lane(i64x2.splat(t3 - t2), 1, t4 - t3);
    const weight = v128.shuffle<i32>(one, other, 0, 2, 4, 6);
    const halves = v128.shuffle<i32>(one, other, 1, 3, 5, 7);
    const low = v128.and(halves, i32x4.splat(0xffff));
    const high = i32x4.shr_u(halves, 16);
    const rank = quotient(i32x4.mul(low, i32x4.splat(500)), i32x4.add(weight, paddings));
    const upper = quotient(
      i32x4.sub(i32x4.add(i32x4.mul(high, i32x4.splat(50)), weight), i32x4.splat(1)),
      weight,
    );
    const key = v128.and(
      i32x4.add(i32x4.add(i32x4.shl(rank, 7), upper), i32x4.splat(1)),
      i32x4.ne(weight, i32x4.splat(0)),
    );
    let wanted = found & i32x4.bitmask(v128.and(i32x4.ge_s(key, leastKey), i32x4.le_s(key, mostKey)));
    if (wanted === 0) continue;
    const k0 = i32x4.extract_lane(key, 0);
    const k1 = i32x4.extract_lane(key, 1);
    const k2 = i32x4.extract_lane(key, 2);
    const k3 = i32x4.extract_lane(key, 3);
    for (; wanted !== 0; wanted &= wanted - 1) {
      const lane = ctz<u32>(wanted);
      store<u32>(rows + ((<usize>count) << 2), row + lane);
      store<i32>(keys + ((<usize>count) << 2), lane < 2 ? (lane === 0 ? k0 : k1) : lane === 2 ? k2 : k3);
      count++;
    }
  }
  return count;
}

function creditOf(credits: usize, line: u32): u64 {
  return load<u64>(credits + ((<usize>line) << 3));
}

function hasAny(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) if (load<u8>(at) !== 0) return true;
  return false;
}

/** Whole numbers divided and rounded down: exact, since numbers of 8 bytes tell any two such quotients apart. */
function quotient(dividend: v128, divisor: v128): v128 {
  const low = f64x2.div(f64x2.convert_low_i32x4_s(dividend), f64x2.convert_low_i32x4_s(divisor));
  const high = f64x2.div(
    f64x2.convert_low_i32x4_s(v128.shuffle<i32>(dividend, dividend, 2, 3, 2, 3)),
    f64x2.convert_low_i32x4_s(v128.shuffle<i32>(divisor, divisor, 2, 3, 2, 3)),
  );
  return v128.shuffle<i32>(i32x4.trunc_sat_f64x2_s_zero(low), i32x4.trunc_sat_f64x2_s_zero(high), 0, 1, 4, 5);
}
