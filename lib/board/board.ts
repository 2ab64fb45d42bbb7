import { setImmediate as othersTurn } from "node:timers/promises";
import { bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { clearBit, hasBit, setBit, wordsFor } from "./bits";
import { Columns } from "./columns";
import { type Condition, Selections } from "./conditions";
import { type Answer, type Query, runQuery } from "./count";
import { countFailing, type FailingCounts, type Gates } from "./gates";
import type { Held } from "./held";
import { Lists } from "./lists";
import { type Ranked, type RankProfile, rank } from "./rank";
import type { BoardRow, Names } from "./row";
import { Space } from "./space";
import { Values } from "./values";
import { Words } from "./words";

/** Rows kept free for what comes, at least, and as a share of those there are: past half of them the board is loaded anew. */
const spareRows = 16_384;
const spareShare = 8;

/** Up to so many bytes for words: beyond them PostgreSQL looks them up. A million adverts of 70 words take a quarter. */
const usualBytes = 640 * 2 ** 20;

/** Rows that a board takes in at once while it is made, in some milliseconds: then who asks meanwhile is answered. */
const rowsAtOnce = 2_048;

/** Postings that were read, of which a board is made: that takes a second or two for a million, and needs no database. */
export type Filled = { columns: Columns; words: Words; names: Names };

type FillOptions = { isFollowing?: boolean; mostForWords?: number };

/** The live postings in memory: the same answers as the search in SQL gives, in whole numbers. */
export class Board {
  private readonly held: Held;
  private liveCount = 0;
  /** The moment that it is of, in milliseconds since 1970. */
  now = 0;
  /** The next moment at which a posting begins or ends by itself. */
  private nextTurn = Number.POSITIVE_INFINITY;

  private readonly columns: Columns;
  /** What skills and responsibilities are called, and what skills imply, by id. */
  readonly names: Names;

  private constructor({ columns, words, names }: Filled) {
    this.columns = columns;
    this.names = names;
    columns.sortCount = columns.rowCount;
    this.held = {
      columns,
      words,
      tags: Lists.ofTags(columns),
      countries: Lists.ofCountries(columns),
      values: {
        degreeNeed: new Values(columns, columns.degreeNeed, degrees.length),
        band: new Values(columns, columns.band, bands.length),
        workplace: new Values(columns, columns.workplace, workplaces.length),
        employment: new Values(columns, columns.employment, employments.length),
      },
      live: columns.space.take(Uint32Array, wordsFor(columns.capacity)),
    };
  }

  /**
   * What a board is made of: at most so many postings that come in the order of publication, newest first, piece by piece; with room for what comes later,
   * unless it follows no changes. Words may take `mostForWords` bytes.
   */
  static async fill(
    names: Names,
    count: number,
    pieces: AsyncIterable<Iterable<BoardRow>>,
    { isFollowing = true, mostForWords = usualBytes }: FillOptions = {},
  ): Promise<Filled> {
    const capacity = count + (isFollowing ? Math.max(spareRows, Math.ceil(count / spareShare)) : 0);
    // One that follows no changes is small, and soon gone.
    const space = new Space({ isSimd: isFollowing });
    const columns = new Columns(space, capacity, (skill) => names.skills.get(skill)?.implied ?? []);
    const words = new Words(space, columns.capacity, mostForWords);
    for await (const piece of pieces) {
      for (const row of piece) words.add(columns.append(row), row.document);
      await othersTurn();
    }
    return { columns, words, names };
  }

  /** The board of what was read, as of `now` in milliseconds since 1970. */
  static async of(filled: Filled, now: number): Promise<Board> {
    const board = new Board(filled);
    board.now = now;
    const { tags, countries } = board.held;
    const steps = [
      (row: number) => {
        tags.foresee(row);
        countries.foresee(row);
      },
      (row: number) => board.takeIn(row),
    ];
    for (const step of steps)
      for (let row = 0; row < filled.columns.rowCount; row++) {
        if (row % rowsAtOnce === rowsAtOnce - 1) await othersTurn();
        step(row);
      }
    return board;
  }

  /** How many postings are live. */
  get size() {
    return this.liveCount;
  }

  /** Whether so many postings came since the board was loaded that it should be loaded anew. */
  get isWorn() {
    const { rowCount, sortCount, capacity } = this.columns;
    return rowCount - sortCount > (capacity - sortCount) / 2;
  }

  /** Whether it computes with SIMD, where that is there: the answers are the same without. */
  get isSimd() {
    return this.columns.space.isSimd;
  }
  set isSimd(isWanted) {
    this.columns.space.isSimd = isWanted;
  }

  /** Whether it can look up words: not beyond the memory that they may take. */
  get hasWords() {
    return this.held.words.isWhole;
  }

  /** The zones that its postings are worked in. */
  zones = () => [...this.columns.zoneCodes.entries()].map(([zone]) => zone);

  /**
   * Puts what the postings are now in the place of what they were; of those in `gone` nothing is left. False where there is no room: then
   * it must be loaded anew, and does not answer until then.
   */
  apply(changed: Iterable<BoardRow>, gone: number[]): boolean {
    for (const number of gone) this.remove(number);
    for (const posting of changed) {
      this.remove(posting.number);
      if (this.columns.isFull()) return false;
      const row = this.columns.append(posting);
      this.held.words.add(row, posting.document);
      this.takeIn(row);
    }
    return true;
  }

  /** Brings the board to this moment: what begins and ends by itself does so. */
  advance(now: number) {
    const isNext = now >= this.nextTurn || now < this.now;
    this.now = now;
    if (!isNext) return;
    this.nextTurn = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.columns.rowCount; row++)
      if (this.columns.findRow(this.columns.number[row] as number) === row) this.turn(row);
  }

  /** Total, facets, totals without a filter, and a page. */
  run = (query: Query): Answer => this.answer(() => runQuery(this.held, query));

  /** How many postings answer all of the conditions. */
  count = (conditions: readonly Condition[]): number => this.answer(() => this.find(conditions).count);

  /** How many of the postings that answer all of the conditions fail the gates. */
  countFailing = (conditions: readonly Condition[], gates: Gates): FailingCounts =>
    this.answer(() => countFailing(this.held, this.find(conditions), gates));

  /** The best `limit` of the postings that answer, ranked for a profile, behind the place of one of them; and how many answer in all. */
  rank = (
    conditions: readonly Condition[],
    profile: RankProfile,
    limit: number,
    after?: Ranked,
  ): { ranked: Ranked[]; total: number } =>
    this.answer(() => rank(this.columns, this.find(conditions), profile, limit, after));

  private find = (conditions: readonly Condition[]) => new Selections(this.held).find(conditions);

  /** What is borrowed for an answer is free for the next one. */
  private answer<T>(work: () => T): T {
    try {
      return work();
    } finally {
      this.columns.space.release();
    }
  }

  private remove(number: number) {
    const row = this.columns.findRow(number);
    if (row < 0) return;
    this.columns.setRow(number, -1);
    if (!hasBit(this.held.live, row)) return;
    clearBit(this.held.live, row);
    this.liveCount--;
  }

  /** Notes a row of the columns wherever rows are found by what they have. */
  private takeIn(row: number) {
    const { tags, countries, values } = this.held;
    tags.add(row);
    countries.add(row);
    for (const name in values) values[name as keyof Held["values"]].add(row);
    this.turn(row);
  }

  /** Live or not at this moment, and when that ends. */
  private turn(row: number) {
    const from = this.columns.liveFrom[row] as number;
    const until = this.columns.liveUntil[row] as number;
    const isLive = from <= this.now && until > this.now;
    if (isLive !== hasBit(this.held.live, row)) {
      if (isLive) setBit(this.held.live, row);
      else clearBit(this.held.live, row);
      this.liveCount += isLive ? 1 : -1;
    }
    if (from > this.now) this.nextTurn = Math.min(this.nextTurn, from);
    if (until > this.now) this.nextTurn = Math.min(this.nextTurn, until);
  }
}
