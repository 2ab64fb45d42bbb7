import { bands, employments, workplaces } from "@/lib/taxonomy/terms";
import { hasBit, keepBits, setBit, wordsFor } from "./bits";
import { type Columns, card, placeIn, responsibilityKey, type Test } from "./columns";
import { Found } from "./found";
import { failsNone } from "./gates";
import type { Lists } from "./lists";
import { closeTo, sharesHours } from "./places";
import type { Question } from "./question";
import type { Values } from "./values";

/** One condition of a question: which rows answer it. */
export type Term = {
  /** What it is about: facets leave out their own. */
  name: keyof Question;
  /** The rows that answer, ascending, where they are few; live or not. */
  list: Uint32Array | null;
  has: (row: number) => boolean;
  /** The same as bits, made when first asked for. */
  bits: () => Uint32Array;
};

/** What a board is made of, for those that read it. */
export type Held = {
  columns: Columns;
  tags: Lists;
  countries: Lists;
  values: Record<"degreeNeed" | "band" | "workplace" | "employment", Values>;
  live: Uint32Array;
};

/**
 * The live rows that answer all of these. Where one condition has few rows, those are asked one by one; else the conditions are laid over one
 * another.
 */
export function matching({ live }: Held, terms: Term[]): Found {
  const few = terms.filter(({ list }) => list).sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  if (few?.list) {
    const others = terms.filter((term) => term !== few);
    return Found.inList(few.list.filter((row) => hasBit(live, row) && others.every(({ has }) => has(row))));
  }
  const bits = live.slice();
  for (const term of terms) keepBits(bits, term.bits());
  return Found.inBits(bits);
}

const lengthOf = ({ list }: Term) => list?.length ?? 0;

/** The conditions of a question, made once each for a whole answer: the same question with one value less shares the others. */
export class Terms {
  private readonly made = new Map<string, Term>();

  constructor(private readonly held: Held) {}

  of(question: Question): Term[] {
    return conditionsOf(question).map(([name, said, make]) => {
      const key = `${name} ${said}`;
      const known = this.made.get(key);
      if (known) return known;
      const term = make(this.held, name);
      this.made.set(key, term);
      return term;
    });
  }
}

type Condition = [
  name: keyof Question,
  said: string | number,
  make: (held: Held, name: keyof Question) => Term,
];

function conditionsOf(question: Question): Condition[] {
  const { skills, anySkill, excluded, responsibilities, degree, experience, salaryUsd, since } = question;
  const conditions: Condition[] = [];
  const on = (name: keyof Question, said: string | number, make: Condition[2]) =>
    conditions.push([name, said, make]);
  const onColumn = (name: keyof Question, said: string | number, test: (columns: Columns) => Test) =>
    on(name, said, (held) => scanned(held, name, test(held.columns)));
  if (anySkill && skills.length > 0) on("skills", `any ${[...skills].sort()}`, anyTag(skills));
  else for (const id of skills) on("skills", id, tagged(id));
  if (excluded.length > 0) on("excluded", String([...excluded].sort()), noTag(excluded));
  for (const id of responsibilities) on("responsibilities", id, tagged(responsibilityKey(id)));
  if (question.words) on("words", "", numbered(question.words));
  if (question.among) on("among", "", numbered(question.among));
  if (question.without && question.without.length > 0) on("without", "", butFor(question.without));
  const gates = question.gates;
  if (gates) onColumn("gates", "", (columns) => failsNone(columns, gates));
  if (question.countries.length > 0)
    on("countries", String([...question.countries].sort()), inCountries(question.countries));
  if (degree !== undefined) on("degree", degree, ofValues("degreeNeed", [...Array(degree + 1).keys()]));
  if (experience !== undefined) {
    on(
      "experience",
      `from ${experience}`,
      inRange(({ experienceMin }) => experienceMin, 0, experience),
    );
    on(
      "experience",
      `to ${experience}`,
      inRange(({ experienceMax }) => experienceMax, experience),
    );
  }
  if (salaryUsd !== undefined)
    on(
      "salaryUsd",
      salaryUsd,
      inRange(({ usdMax }) => usdMax, salaryUsd),
    );
  if (since !== undefined)
    on(
      "since",
      since,
      inRange(({ publishedAt }) => publishedAt, since),
    );
  const anyOf = <T extends string>(
    name: "bands" | "workplaces" | "employments",
    column: keyof Held["values"],
    all: readonly T[],
  ) => {
    const values = question[name] as T[];
    if (values.length === 0) return;
    const places = values.map((value) => placeIn(all, value));
    on(name, String([...values].sort()), ofValues(column, places));
  };
  anyOf("bands", "band", bands);
  anyOf("workplaces", "workplace", workplaces);
  anyOf("employments", "employment", employments);
  if (question.companies) {
    const ids = question.companies;
    onColumn("companies", String([...ids].sort()), ({ companyCodes, company }) => {
      const codes = new Set(ids.map((id) => companyCodes.find(id)));
      return (row) => codes.has(company[row] as number);
    });
  }
  const near = question.near;
  if (near) onColumn("near", JSON.stringify(near), (columns) => closeTo(columns, near));
  const hours = question.hours;
  if (hours) onColumn("hours", JSON.stringify(hours), (columns) => sharesHours(columns, hours));
  const onCard = (name: keyof Question, bit: number) =>
    question[name] && onColumn(name, "", (columns) => (row) => ((columns.card[row] as number) & bit) !== 0);
  onCard("hasNoOnCall", card.noOnCall);
  onCard("hasNoTakeHome", card.noTakeHome);
  onCard("hasWholeCard", card.whole);
  return conditions;
}

const ofValues =
  (column: keyof Held["values"], wanted: number[]): Condition[2] =>
  ({ values }, name) => {
    const { column: said } = values[column];
    return {
      name,
      list: null,
      has: (row) => wanted.includes(said[row] as number),
      bits: once(() => values[column].anyOf(wanted)),
    };
  };

type Column = Uint8Array | Int32Array | Float64Array;

const inRange =
  (columnOf: (columns: Columns) => Column, from: number, to = Number.POSITIVE_INFINITY): Condition[2] =>
  ({ columns }, name) => {
    const column = columnOf(columns);
    const has = (row: number) => (column[row] as number) >= from && (column[row] as number) <= to;
    return { name, list: null, has, bits: once(() => scanRange(columns, column, from, to)) };
  };

/** As `scan`, without a call for each row. */
function scanRange({ rowCount, capacity }: Columns, column: Column, from: number, to: number): Uint32Array {
  const bits = new Uint32Array(wordsFor(capacity));
  for (let row = 0; row < rowCount; ) {
    const word = row >>> 5;
    const end = Math.min(rowCount, row + 32);
    let found = 0;
    for (let bit = 1; row < end; row++, bit <<= 1) {
      const value = column[row] as number;
      if (value >= from && value <= to) found |= bit;
    }
    bits[word] = found;
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

function scanned({ columns }: Held, name: keyof Question, has: Test): Term {
  return { name, list: null, has, bits: once(() => scan(columns, has)) };
}

/** 32 rows at a time, so that a word is written once. */
function scan({ rowCount, capacity }: Columns, has: Test): Uint32Array {
  const bits = new Uint32Array(wordsFor(capacity));
  for (let row = 0; row < rowCount; ) {
    const word = row >>> 5;
    const end = Math.min(rowCount, row + 32);
    let value = 0;
    for (let bit = 1; row < end; row++, bit <<= 1) if (has(row)) value |= bit;
    bits[word] = value;
  }
  return bits;
}

const tagged =
  (key: number): Condition[2] =>
  ({ columns, tags }, name) => {
    const code = columns.skillCodes.find(key);
    const common = code === undefined ? null : tags.bitsOf(code);
    return {
      name,
      list: tags.listOf(code),
      has: common ? (row) => hasBit(common, row) : (row) => tags.has(code, row),
      bits: () => common ?? marked(columns, (into) => code !== undefined && tags.mark(code, into)),
    };
  };

const anyTag =
  (keys: number[]): Condition[2] =>
  ({ columns, tags }, name) =>
    fromBits(name, anyOfTags(columns, tags, keys));

const noTag =
  (keys: number[]): Condition[2] =>
  ({ columns, tags }, name) =>
    fromBits(
      name,
      anyOfTags(columns, tags, keys).map((word) => ~word),
    );

function anyOfTags(columns: Columns, tags: Lists, keys: number[]) {
  return marked(columns, (into) => {
    for (const key of keys) {
      const code = columns.skillCodes.find(key);
      if (code !== undefined) tags.mark(code, into);
    }
  });
}

const inCountries =
  (codes: string[]): Condition[2] =>
  ({ columns, countries }, name) =>
    fromBits(
      name,
      marked(columns, (into) => {
        for (const country of codes) {
          const code = columns.countryCodes.find(country);
          if (code !== undefined) countries.mark(code, into);
        }
      }),
    );

const butFor =
  (numbers: number[]): Condition[2] =>
  ({ columns }, name) => {
    const rows = new Set(numbers.map((number) => columns.findRow(number)));
    const bits = once(() =>
      marked(columns, (into) => {
        for (const row of rows) if (row >= 0) setBit(into, row);
      }).map((word) => ~word),
    );
    return { name, list: null, has: (row) => !rows.has(row), bits };
  };

const numbered =
  (numbers: Uint32Array): Condition[2] =>
  ({ columns }, name) =>
    fromBits(
      name,
      marked(columns, (into) => {
        for (const number of numbers) {
          const row = columns.findRow(number);
          if (row >= 0) setBit(into, row);
        }
      }),
    );

function marked({ capacity }: Columns, mark: (into: Uint32Array) => void): Uint32Array {
  const bits = new Uint32Array(wordsFor(capacity));
  mark(bits);
  return bits;
}

const fromBits = (name: keyof Question, bits: Uint32Array): Term => ({
  name,
  list: null,
  has: (row) => hasBit(bits, row),
  bits: () => bits,
});
