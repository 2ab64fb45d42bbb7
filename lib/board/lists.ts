import { addBits, countCommon, hasBit, setBit, wordsFor } from "./bits";
import type { Columns } from "./columns";
import { tagMask } from "./columns";
import type { Found } from "./found";
import { holds, Numbers } from "./numbers";

/** The rows of one value: as bits where it is common, as an ascending list where it is rare. Rows that are over stay in, and are not live. */
type RowSet = { bits: Uint32Array } | { list: Numbers };

/** From this share of all rows on, bits take less room than a list. */
const commonFrom = 1 / 32;

/** From this share of all rows on it takes less to ask each code for its rows than each row for its codes. */
const manyFrom = 1 / 3;

/** A flat list of the columns, and where each row's part of it begins. */
type FlatList = { starts: Uint32Array; values: Numbers };

/** For each code of some flat lists of the columns: the rows that hold it. A row holds a code in one of the lists, and once. */
export class Lists {
  private readonly sets: RowSet[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly flat: readonly FlatList[],
    /** What of a value is its code. */
    private readonly codeMask: number,
  ) {
    const counts = this.countAll();
    for (const [code, count] of counts.entries()) this.sets[code] = this.emptySet(count);
    for (let row = 0; row < columns.rowCount; row++) this.add(row);
  }

  /** The tags, and what they imply. */
  static ofTags = (columns: Columns) =>
    new Lists(
      columns,
      [
        { starts: columns.tagStart, values: columns.tags },
        { starts: columns.impliedStart, values: columns.implied },
      ],
      tagMask,
    );
  static ofCountries = (columns: Columns) =>
    new Lists(columns, [{ starts: columns.countryStart, values: columns.countries }], tagMask);

  /** Notes a row that was appended to the columns. */
  add(row: number) {
    for (const { starts, values } of this.flat) {
      const raw = values.raw();
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const code = (raw[at] as number) & this.codeMask;
        this.sets[code] ??= this.emptySet(0);
        const set = this.sets[code];
        if ("bits" in set) setBit(set.bits, row);
        else set.list.push(row);
      }
    }
  }

  /** The rows of a code as a list, null where it is common; empty for a code that was never met. */
  listOf(code: number | undefined): Uint32Array | null {
    const set = code === undefined ? undefined : this.sets[code];
    if (!set) return new Uint32Array(0);
    return "list" in set ? set.list.view() : null;
  }

  /** Puts the rows of a code into `into`. */
  mark(code: number, into: Uint32Array) {
    const set = this.sets[code];
    if (!set) return;
    if ("list" in set) for (const row of set.list.view()) setBit(into, row);
    else addBits(into, set.bits);
  }

  has(code: number | undefined, row: number): boolean {
    const set = code === undefined ? undefined : this.sets[code];
    if (!set) return false;
    return "bits" in set ? hasBit(set.bits, row) : holds(set.list.view(), row);
  }

  /** The bits of a common code, not to be written. */
  bitsOf(code: number): Uint32Array | null {
    const set = this.sets[code];
    return set && "bits" in set ? set.bits : null;
  }

  /** By code: how many of the rows hold it. */
  counts(found: Found): Uint32Array {
    return found.bits && found.count > this.columns.rowCount * manyFrom
      ? this.countByCode(found, found.bits)
      : this.countByRow(found.rows);
  }

  /** Each code's rows against the bits. */
  private countByCode(found: Found, bits: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.sets.length);
    for (const [code, set] of this.sets.entries()) {
      if (!set) continue;
      counts[code] = "bits" in set ? countCommon(bits, set.bits) : found.countListed(set.list.view());
    }
    return counts;
  }

  /** Each row's codes. */
  private countByRow(rows: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.sets.length);
    for (const list of this.flat) this.countIn(list, rows, counts);
    return counts;
  }

  private countIn({ starts, values }: FlatList, rows: Uint32Array, counts: Uint32Array) {
    const { codeMask } = this;
    const raw = values.raw();
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const code = (raw[at] as number) & codeMask;
        counts[code] = (counts[code] as number) + 1;
      }
    }
  }

  private countAll(): number[] {
    const counts: number[] = [];
    for (const { values } of this.flat)
      for (const value of values.view()) {
        const code = value & this.codeMask;
        counts[code] = (counts[code] ?? 0) + 1;
      }
    return Array.from(counts, (count) => count ?? 0);
  }

  private emptySet(count: number): RowSet {
    const { capacity } = this.columns;
    return count > capacity * commonFrom
      ? { bits: new Uint32Array(wordsFor(capacity)) }
      : { list: new Numbers(count) };
  }
}
