import { hasBit, setBit, wordsFor } from "./bits";
import { type Columns, card, placeIn, responsibilityKey, type Test } from "./columns";
import { Found } from "./found";
import { failure, type Gates } from "./gates";
import type { Held } from "./held";
import { bytesOf } from "./ids";
import type { Lists } from "./lists";
import { closeToTest, type HoursAsked, type Near, sharesHoursTest } from "./places";
import { answering, type TextQuery } from "./text";

/** What a question asks of each row. A posting is found that answers all conditions of a question; without any, every live posting is. */
export type Condition = {
  /** What it is about: a facet leaves out the conditions on itself. */
  name: string;
  /** What it asks: of two conditions of one name and key, one is evaluated. */
  key: string;
  select: (held: Held) => Selection;
};
type Unnamed = Omit<Condition, "name">;

/** The rows that answer a condition, live or not. */
export type Selection = {
  /** Ascending, where they are few. */
  list: Uint32Array | null;
  has: (row: number) => boolean;
  /** The same as bits, made when first asked for. */
  bits: () => Uint32Array;
};

/** Evaluates conditions, each once for a whole answer: the same question with one value less shares the others. */
export class Selections {
  private readonly made = new Map<string, Selection>();

  constructor(private readonly held: Held) {}

  of({ name, key, select }: Condition): Selection {
    const full = `${name} ${key}`;
    const known = this.made.get(full);
    if (known) return known;
    const selection = select(this.held);
    this.made.set(full, selection);
    return selection;
  }

  /**
   * The live rows that answer all of these conditions. Where one has few rows, those are checked one by one; else the bits of all are combined.
   */
  find(conditions: readonly Condition[]): Found {
    const { live, columns } = this.held;
    const { space } = columns;
    const selections = conditions.map((condition) => this.of(condition));
    const few = selections.filter(({ list }) => list).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
    if (few?.list) {
      const others = selections.filter((selection) => selection !== few);
      const wanted = few.list.filter((row) => hasBit(live, row) && others.every(({ has }) => has(row)));
      const list = space.borrowList(wanted.length, columns.capacity);
      list.set(wanted);
      return Found.ofList(columns, list);
    }
    const bits = space.borrowCopy(live);
    for (const selection of selections) space.kernels.keepBits(bits, selection.bits());
    return Found.ofBits(columns, bits);
  }
}

const lengthOf = ({ list }: Selection) => list?.length ?? 0;
const keyOf = (values: readonly unknown[]) => String([...values].sort());

/** The skill with this id is among the tags. */
export const tag = (id: number): Unnamed => tagged(id);
/** The responsibility with this id is among the tags. */
export const responsibilityTag = (id: number): Unnamed => tagged(responsibilityKey(id));

/** At least one of the skills with these ids is among the tags. */
export const anyTag = (ids: readonly number[]): Unnamed => ({
  key: `any ${keyOf(ids)}`,
  select: ({ columns, tags }) => fromBits(anyOfTags(columns, tags, ids)),
});

/** None of the skills with these ids is among the tags. */
export const noTag = (ids: readonly number[]): Unnamed => ({
  key: keyOf(ids),
  select: ({ columns, tags }) => fromBits(others(columns, anyOfTags(columns, tags, ids))),
});

/** The column has one of `wanted`, which are among `all` that the column numbers. */
export function ofValues<T extends string>(
  column: keyof Held["values"],
  wanted: readonly T[],
  all: readonly T[],
): Unnamed {
  const places = wanted.map((value) => placeIn(all, value));
  return {
    key: keyOf(wanted),
    select({ values }) {
      const { column: said } = values[column];
      return {
        list: null,
        has: (row) => places.includes(said[row] as number),
        bits: once(() => values[column].anyOf(places)),
      };
    },
  };
}

/** The column's number is from `from` to `to`, both included. */
export const inRange = (
  name: "experienceMin" | "experienceMax" | "usdMax" | "publishedAt",
  from: number,
  to = Number.POSITIVE_INFINITY,
): Unnamed => ({
  key: `${name} ${from} ${to}`,
  select({ columns }) {
    const column = columns[name];
    const has = (row: number) => (column[row] as number) >= from && (column[row] as number) <= to;
    return {
      list: null,
      has,
      bits: once(() => {
        const bits = columns.space.borrow(wordsFor(columns.capacity));
        columns.space.kernels.findInRange(column, from, to, bits);
        return bits;
      }),
    };
  },
});

/** A place lies in one of these countries, or it is among the hiring countries. */
export const inCountries = (codes: readonly string[]): Unnamed => ({
  key: keyOf(codes),
  select: ({ columns, countries }) =>
    fromBits(
      marked(columns, (into) => {
        for (const country of codes) {
          const code = columns.countryCodes.find(country);
          if (code !== undefined) countries.mark(code, into);
        }
      }),
    ),
});

/** One of the companies with these ids posted it. */
export const atCompanies = (ids: readonly string[]): Unnamed =>
  byRow(keyOf(ids), ({ companyCodes, company }) => {
    const codes = new Set(ids.map((id) => companyCodes.find(bytesOf(id))));
    return (row) => codes.has(company[row] as number);
  });

/** A place lies within the radius; remote postings are left out. */
export const closeTo = (near: Near): Unnamed =>
  byRow(JSON.stringify(near), (columns) => closeToTest(columns, near));

/** The working day shares so many minutes with mine; a posting that does not tell its hours is left out. */
export const sharesHours = (hours: HoursAsked): Unnamed =>
  byRow(JSON.stringify(hours), (columns) => sharesHoursTest(columns, hours));

/** The reality card says this. */
export const hasOnCard = (fact: keyof typeof card): Unnamed =>
  byRow(fact, (columns) => (row) => ((columns.card[row] as number) & card[fact]) !== 0);

/** Fails none of a profile's gates. */
export const failsNoGate = (gates: Gates): Unnamed => ({
  key: "none",
  select(held) {
    const { fails, rows } = failure(held, gates);
    return {
      list: null,
      has: (row) => !fails(row),
      bits: once(() => others(held.columns, rows(held.live))),
    };
  },
});

/** Fails at least one of them. */
export const failsSomeGate = (gates: Gates): Unnamed => ({
  key: "some",
  select(held) {
    const { fails, rows } = failure(held, gates);
    return { list: null, has: fails, bits: once(() => rows(held.live)) };
  },
});

/** Its text answers the words. */
export const saysText = (text: TextQuery): Unnamed => ({
  key: "",
  select: ({ columns, words }) => fromBits(answering(columns, words, text, "all")),
});

/** Its number is one of these. */
export const numbered = (numbers: Uint32Array): Unnamed => ({
  key: "",
  select: ({ columns }) =>
    fromBits(
      marked(columns, (into) => {
        for (const number of numbers) {
          const row = columns.findRow(number);
          if (row >= 0) setBit(into, row);
        }
      }),
    ),
});

/** Its number is none of these. */
export const notNumbered = (numbers: readonly number[]): Unnamed => ({
  key: "",
  select({ columns }) {
    const rows = new Set(numbers.map((number) => columns.findRow(number)));
    const bits = once(() =>
      others(
        columns,
        marked(columns, (into) => {
          for (const row of rows) if (row >= 0) setBit(into, row);
        }),
      ),
    );
    return { list: null, has: (row) => !rows.has(row), bits };
  },
});

const tagged = (key: number): Unnamed => ({
  key: String(key),
  select({ columns, tags }) {
    const code = columns.skillCodes.find(key);
    const common = code === undefined ? null : tags.bitsOf(code);
    return {
      list: tags.listOf(code),
      has: common ? (row) => hasBit(common, row) : (row) => tags.has(code, row),
      bits: () => common ?? marked(columns, (into) => code !== undefined && tags.mark(code, into)),
    };
  },
});

/** A condition that is checked row by row. */
const byRow = (key: string, test: (columns: Columns) => Test): Unnamed => ({
  key,
  select({ columns }) {
    const has = test(columns);
    return { list: null, has, bits: once(() => scan(columns, has)) };
  },
});

/** 32 rows at a time, so that a word is written once. */
function scan({ rowCount, capacity, space }: Columns, has: Test): Uint32Array {
  const bits = space.borrow(wordsFor(capacity));
  for (let row = 0; row < rowCount; ) {
    const word = row >>> 5;
    const end = Math.min(rowCount, row + 32);
    let value = 0;
    for (let bit = 1; row < end; row++, bit <<= 1) if (has(row)) value |= bit;
    bits[word] = value;
  }
  return bits;
}

function once(make: () => Uint32Array): () => Uint32Array {
  let made: Uint32Array | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function anyOfTags(columns: Columns, tags: Lists, ids: readonly number[]) {
  return marked(columns, (into) => {
    for (const id of ids) {
      const code = columns.skillCodes.find(id);
      if (code !== undefined) tags.mark(code, into);
    }
  });
}

function marked({ capacity, space }: Columns, mark: (into: Uint32Array) => void): Uint32Array {
  const bits = space.borrow(wordsFor(capacity));
  mark(bits);
  return bits;
}

/** All rows but those, live or not. */
function others({ space }: Columns, bits: Uint32Array): Uint32Array {
  const rest = space.borrow(bits.length).fill(0xffffffff);
  space.kernels.dropBits(rest, bits);
  return rest;
}

const fromBits = (bits: Uint32Array): Selection => ({
  list: null,
  has: (row) => hasBit(bits, row),
  bits: () => bits,
});
