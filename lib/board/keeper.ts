import { db } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { sharedLook } from "@/lib/shared-look";
import { Board } from "./board";
import {
  atOneMoment,
  type Change,
  countShownPostings,
  readNames,
  readNews,
  readPostings,
  readShownPostings,
} from "./queries";

/**
 * Up to so many live postings the search in SQL answers well within its limit, and stands in for the board. In milliseconds: how long a
 * question waits for the board to catch up, and up to which age a board that is behind answers.
 */
export const usualLimits = { mostForSql: 100_000, patience: 1_500, oldest: 10_000 };
/** After so long without a look, changes may have been forgotten (`forgetChanges`). */
const longestGap = 12 * 3_600_000;
/** Between a load that failed and the next. */
const pause = 1_000;
/** Beyond so many changes at once, loading anew is quicker than following them. */
const mostChanges = 20_000;

/** A board and how far it has followed the database. */
type Following = {
  board: Board;
  /** All transactions before this one are in it. */
  xmin: number;
  /** What is in it of later ones. */
  seen: Change[];
  /** By the stopwatch: when it was as new as the database. */
  newAt: number;
};

/**
 * Keeps the board of a process as new as the database. Each question first looks for changes, so that what was committed before it is in
 * its answer; a notification makes it look between questions too, so that there is little to do.
 */
export class Keeper {
  private following: Following | null = null;
  private loading: Promise<void> | null = null;
  /** Until a load has ended, well or not. */
  private isFirst = true;
  private failedAt = Number.NEGATIVE_INFINITY;

  /** `on` is asked what changed: in a busy process not the pool, behind whose questions the board would fall behind. */
  constructor(
    private readonly limits: typeof usualLimits & { mostForWords?: number } = usualLimits,
    private readonly on = db,
  ) {}

  /**
   * The board as of this question, or null where SQL must answer: it is not loaded, or behind with few enough postings. `age` is in seconds,
   * 0 but for a large board that is behind. Throws `unavailable` where that is older than anyone should read.
   */
  async current(): Promise<{ board: Board; age: number } | null> {
    if (!this.following) {
      this.load().catch(() => {});
      return null;
    }
    // What was brought up to now: one that was loaded meanwhile may be of an earlier moment.
    const caughtUp = await Promise.race([this.catchUp().catch(() => {}), after(this.limits.patience)]);
    if (caughtUp === null) return null;
    if (caughtUp) return { board: caughtUp.board, age: 0 };
    if (!this.following) return null;
    const { board, newAt } = this.following;
    if (board.size <= this.limits.mostForSql) return null;
    const age = performance.now() - newAt;
    if (age <= this.limits.oldest) return { board, age: Math.ceil(age / 1000) };
    throw new DomainError("unavailable", "The search is behind with what is new. Try again in a moment.");
  }

  /**
   * Whether questions can be answered in time: by the board, or by SQL while there are few enough postings. The first load is waited for
   * however few they are: it takes longer with many asking beside it.
   */
  async isReady(): Promise<boolean> {
    if (this.following) return true;
    this.load().catch(() => {});
    return !this.isFirst && (await countShownPostings()) <= this.limits.mostForSql;
  }

  /**
   * Looks what changed, and begins to load the board where there is none. Whoever asks while a look is under way waits for the next, and
   * shares it. Gives what it brought up to now.
   */
  readonly catchUp = sharedLook(() => this.look());

  /** How long ago the board was brought up to date, in seconds; null without one. */
  age(): number | null {
    return this.following && (performance.now() - this.following.newAt) / 1000;
  }

  /** Loads a board, beside the one that answers until then. */
  load(): Promise<void> {
    if (this.loading || performance.now() - this.failedAt < pause) return this.loading ?? Promise.resolve();
    this.loading = this.read()
      .catch((error) => {
        this.failedAt = performance.now();
        throw error;
      })
      .finally(() => {
        this.loading = null;
        this.isFirst = false;
      });
    return this.loading;
  }

  private async look(): Promise<Following | null> {
    const { following } = this;
    if (!following) return this.startAgain();
    const asked = performance.now();
    const { xmin, seen, newAt } = following;
    const isGap = asked - newAt > longestGap;
    const news = await readNews(this.on(), {
      xmin,
      seen: seen.map(({ seq }) => seq),
      limit: mostChanges + 1,
    });
    // What a skill is called or implies may be in any row. Where SQL cannot stand in, the board answers by the names that it has until it is loaded.
    const isRenamed = news.changes.some(({ number }) => number === null);
    const isOver =
      isGap ||
      news.changes.length > mostChanges ||
      (isRenamed && following.board.size <= this.limits.mostForSql);
    if (isOver || !(await this.follow(following, news.changes))) return this.startAgain();
    following.board.advance(news.now);
    following.xmin = news.xmin;
    following.seen = [...seen, ...news.changes].filter(({ xid }) => xid >= news.xmin);
    following.newAt = asked;
    if (following.board.isWorn || isRenamed) this.load().catch(() => {});
    return following;
  }

  /** Without a board, SQL answers until there is one again. */
  private startAgain(): null {
    this.following = null;
    this.load().catch(() => {});
    return null;
  }

  /** Brings changes into the board; false where it has no room for them. */
  private async follow({ board }: Following, changes: Change[]): Promise<boolean> {
    const numbers = [...new Set(changes.flatMap(({ number }) => number ?? []))];
    if (numbers.length === 0) return true;
    return board.apply(await readPostings(this.on(), numbers), numbers);
  }

  /** All of one moment of the database; what changes while it is read is followed afterwards. */
  private async read(): Promise<void> {
    const newAt = performance.now();
    const { mostForWords } = this.limits;
    const { news, filled } = await atOneMoment(async (tx) => {
      const news = await readNews(tx, { limit: mostChanges });
      const [names, count] = [await readNames(tx), await countShownPostings(tx)];
      return {
        news,
        filled: await Board.fill(names, count, readShownPostings(tx), { mostForWords }),
      };
    });
    // The database ends a transaction that does nothing for long.
    const board = new Board(filled);
    board.advance(news.now);
    this.following = { board, xmin: news.xmin, seen: news.changes, newAt };
  }
}

const after = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined).unref());
