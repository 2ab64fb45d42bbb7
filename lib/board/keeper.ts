import { db } from "@/db/client";
import { DomainError } from "@/lib/errors";
import { Board } from "./board";
import { Follower, type Outcome } from "./follower";
import {
  atOneMoment,
  countShownPostings,
  type News,
  readNames,
  readNews,
  readPostings,
  readShownPostings,
  type Since,
} from "./queries";

/**
 * Up to so many live postings the search in SQL answers well within its limit, and stands in for the board. In milliseconds: how long a
 * question waits for the board to catch up, and up to which age a board that is behind answers.
 */
export const usualLimits = { mostForSql: 100_000, patience: 1_500, oldest: 10_000 };

/** Keeps the board of a process. A notification makes it look between questions too, so that there is little to do. */
export class Keeper extends Follower<Board> {
  protected readonly mostChanges = 20_000;

  /** `on` is asked what changed: in a busy process not the pool, behind whose questions the board would fall behind. */
  constructor(
    private readonly limits: typeof usualLimits & { mostForWords?: number } = usualLimits,
    private readonly on = db,
  ) {
    super();
  }

  /**
   * The board as of this question, or null where SQL must answer: it is not loaded, or behind with few enough postings. `age` is in seconds,
   * 0 but for a large board that is behind. Throws `unavailable` where that is older than anyone should read.
   */
  async current(): Promise<{ board: Board; age: number } | null> {
    const caughtUp = await this.upToNow(this.limits.patience);
    if (caughtUp) return { board: caughtUp.copy, age: 0 };
    if (caughtUp === null || !this.following) return null;
    const { copy: board, newAt } = this.following;
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

  protected readNews(since: Since): Promise<News> {
    return readNews(this.on(), since);
  }

  protected async follow(board: Board, { now, changes }: News): Promise<Outcome> {
    // What a skill is called or implies may be in any row. Where SQL cannot stand in, the board answers by the names that it has until it is loaded.
    const isRenamed = changes.some(({ number }) => number === null);
    if (isRenamed && board.size <= this.limits.mostForSql) return "lost";
    const numbers = [...new Set(changes.flatMap(({ number }) => number ?? []))];
    if (numbers.length > 0 && !board.apply(await readPostings(this.on(), numbers), numbers)) return "lost";
    board.advance(now);
    return board.isWorn || isRenamed ? "worn" : "followed";
  }

  protected async readAll() {
    const { mostForWords } = this.limits;
    const { news, filled } = await atOneMoment(async (tx) => {
      const news = await readNews(tx, { limit: this.mostChanges });
      const [names, count] = [await readNames(tx), await countShownPostings(tx)];
      return {
        news,
        filled: await Board.fill(names, count, readShownPostings(tx), { mostForWords }),
      };
    });
    // The database ends a transaction that does nothing for long.
    return { copy: await Board.of(filled, news.now), news };
  }
}
