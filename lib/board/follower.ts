import { sharedLook } from "@/lib/shared-look";
import type { Change, News, Since } from "./queries";

/** After so long without a look, in milliseconds, changes may have been forgotten (`forgetChanges`). */
const longestGap = 12 * 3_600_000;
/** Milliseconds between a load that failed and the next. */
const pause = 1_000;

/** A copy and how far it has followed the database. */
export type Following<T> = {
  copy: T;
  /** All transactions before this one are in it. */
  xmin: number;
  /** What is in it of later ones. */
  seen: Change[];
  /** By the stopwatch: when it was as new as the database. */
  newAt: number;
};

/** What became of a copy: it has the news; or it has them and should be loaded anew; or it cannot answer any more. */
export type Outcome = "followed" | "worn" | "lost";

/**
 * Keeps a copy of some rows in the memory of a process as new as the database. Each question first looks for changes, which triggers note in
 * the transactions that make them, so that what was committed before the question is in its answer.
 */
export abstract class Follower<T> {
  protected following: Following<T> | null = null;
  /** Until a load has ended, well or not. */
  protected isFirst = true;
  private loading: Promise<void> | null = null;
  private failedAt = Number.NEGATIVE_INFINITY;

  /** Beyond so many changes at once, loading anew is quicker than following them. */
  protected abstract readonly mostChanges: number;
  /** All of one moment of the database, with the news of that moment; what changes while it is read is followed afterwards. */
  protected abstract readAll(): Promise<{ copy: T; news: News }>;
  protected abstract readNews(since: Since): Promise<News>;
  /** Brings the news into the copy. */
  protected abstract follow(copy: T, news: News): Promise<Outcome>;

  /**
   * Looks what changed, and begins to load a copy where there is none. Whoever asks while a look is under way waits for the next, and
   * shares it. Gives what it brought up to now.
   */
  readonly catchUp = sharedLook(() => this.look());

  /**
   * What is as new as this question; null where there is no copy, which is being loaded then; undefined where the look failed or takes longer
   * than `patience`, in milliseconds.
   */
  protected async upToNow(patience: number): Promise<Following<T> | null | undefined> {
    if (!this.following) return this.startAgain();
    // What was brought up to now: one that was loaded meanwhile may be of an earlier moment.
    return Promise.race([this.catchUp().catch(() => undefined), after(patience)]);
  }

  /** How long ago the copy was brought up to date, in seconds; null without one. */
  age(): number | null {
    return this.following && (performance.now() - this.following.newAt) / 1000;
  }

  /** Loads a copy, beside the one that answers until then. */
  load(): Promise<void> {
    if (this.loading || performance.now() - this.failedAt < pause) return this.loading ?? Promise.resolve();
    this.loading = this.start()
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

  private async start() {
    const newAt = performance.now();
    const { copy, news } = await this.readAll();
    this.following = { copy, xmin: news.xmin, seen: news.changes, newAt };
  }

  private async look(): Promise<Following<T> | null> {
    const { following } = this;
    if (!following) return this.startAgain();
    const asked = performance.now();
    const { xmin, seen, newAt } = following;
    const news = await this.readNews({ xmin, seen: seen.map(({ seq }) => seq), limit: this.mostChanges + 1 });
    const isOver = asked - newAt > longestGap || news.changes.length > this.mostChanges;
    const outcome = isOver ? "lost" : await this.follow(following.copy, news);
    if (outcome === "lost") return this.startAgain();
    following.xmin = news.xmin;
    following.seen = [...seen, ...news.changes].filter(({ xid }) => xid >= news.xmin);
    following.newAt = asked;
    if (outcome === "worn") this.load().catch(() => {});
    return following;
  }

  /** Without a copy, SQL answers until there is one again. */
  private startAgain(): null {
    this.following = null;
    this.load().catch(() => {});
    return null;
  }
}

const after = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined).unref());
