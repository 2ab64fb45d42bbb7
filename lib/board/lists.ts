import { hasBit, setBit, wordsFor } from "./bits";
import type { Columns } from "./columns";
import type { Found } from "./found";
import { holds, Numbers } from "./numbers";

/** The rows of one value: as bits where it is common, as an ascending list where it is rare. Rows that are over stay in, and are not live. */
type RowSet = { bits: Uint32Array } | { list: Numbers };

/** From this share of all rows on, bits take less room than a list, or little more. */
const commonFrom = 1 / 48;

/** A flat list of the columns, where each row's part of it begins, one past the highest of its entries, and the code that one stands for. */
type FlatList = {
  starts: Uint32Array;
  values: Numbers;
  entryEnd: () => number;
  codeAt: (entry: number) => number | undefined;
};

/**
 * For each code of some flat lists of the columns: the rows that hold it, when all have been added. A row holds a code in one of the lists,
 * and once.
 */
export class Lists {
  private readonly sets: RowSet[] = [];
  /** By code: how many rows were foreseen to hold it. */
  private readonly foreseen: number[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly flat: readonly FlatList[],
  ) {}

  /** The tags, and what they imply. */
  static ofTags(columns: Columns) {
    const { all } = columns.knownLines;
    return new Lists(columns, [
      {
        starts: columns.lineStart,
        values: columns.lines,
        entryEnd: () => all.length,
        codeAt: (number) => {
          const line = all[number];
          return line?.kind === "tag" ? line.code : undefined;
        },
      },
      {
        starts: columns.impliedStart,
        values: columns.implied,
        entryEnd: () => columns.skillCodes.end,
        codeAt: (code) => code,
      },
    ]);
  }

  static ofCountries = (columns: Columns) =>
    new Lists(columns, [
      {
        starts: columns.countryStart,
        values: columns.countries,
        entryEnd: () => columns.knownCountries.length,
        codeAt: (entry) => columns.knownCountries[entry]?.code,
      },
    ]);

  /** Tells of a row that will be added: the sets have the size and the form that all of these need. */
  foresee(row: number) {
    this.eachCode(row, this.countCode);
  }

  /** Notes a row of the columns; rows come in their order. */
  add(row: number) {
    this.eachCode(row, this.addToCode);
  }

  private readonly countCode = (code: number) => {
    this.foreseen[code] = (this.foreseen[code] ?? 0) + 1;
  };

  private readonly addToCode = (code: number, row: number) => {
    this.sets[code] ??= this.emptySet(this.foreseen[code] ?? 0);
    const set = this.sets[code];
    if ("bits" in set) setBit(set.bits, row);
    else set.list.push(row);
  };

  private eachCode(row: number, visit: (code: number, row: number) => void) {
    for (const { starts, values, codeAt } of this.flat) {
      const raw = values.raw();
      const end = starts[row + 1] as number;
      for (let at = starts[row] as number; at < end; at++) {
        const code = codeAt(raw[at] as number);
        if (code !== undefined) visit(code, row);
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
    else this.columns.space.kernels.addBits(into, set.bits);
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
    const { rowCount, space } = this.columns;
    return found.count > rowCount * space.kernels.manyFrom ? this.countByCode(found) : this.countByRow(found);
  }

  /** Each code's rows against the bits. */
  private countByCode({ bits }: Found): Uint32Array {
    const { kernels } = this.columns.space;
    const counts = new Uint32Array(this.sets.length);
    for (const [code, set] of this.sets.entries()) {
      if (!set) continue;
      counts[code] =
        "bits" in set ? kernels.countCommon(bits, set.bits) : kernels.countListed(bits, set.list.view());
    }
    return counts;
  }

  /** Each row's entries, and what they stand for. */
  private countByRow({ rows }: Found): Uint32Array {
    const { space } = this.columns;
    const counts = new Uint32Array(this.sets.length);
    for (const list of this.flat) {
      const entries = space.borrow(list.entryEnd());
      space.kernels.countEntries(rows, { starts: list.starts, entries: list.values.raw() }, entries);
      addByCode(list, entries, counts);
    }
    return counts;
  }

  private emptySet(count: number): RowSet {
    const { capacity, space } = this.columns;
    return count > capacity * commonFrom
      ? { bits: space.take(Uint32Array, wordsFor(capacity)) }
      : { list: new Numbers(count, space) };
  }
}

/** Adds what was counted by entry to `counts` by code. */
function addByCode({ codeAt }: FlatList, entries: Uint32Array, counts: Uint32Array) {
  for (let entry = 0; entry < entries.length; entry++) {
    const [count, code] = [entries[entry] as number, codeAt(entry)];
    if (count > 0 && code !== undefined) counts[code] = (counts[code] as number) + count;
  }
}
