import { AsyncLocalStorage } from "node:async_hooks";

/** Milliseconds that one asker waits, however many questions it asks: for connections, and for answers with their connections. */
const limits = { connection: 2_000, answer: 4_800 };

/** How much of a limit is used up. While several questions wait at once, the time counts once. */
class Budget {
  private waiting = 0;
  private since = 0;
  private spent = 0;

  constructor(private readonly limit: number) {}

  /** Counts from now on until what it gives is called; calls `late` when nothing is left. */
  spend(late: () => void): () => void {
    const began = performance.now();
    if (this.waiting++ === 0) this.since = began;
    const timer = setTimeout(late, this.limit - this.spent - (began - this.since));
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      if (--this.waiting === 0) this.spent += performance.now() - this.since;
    };
  }
}

/** What one asker still waits for the database; past it there is an answer that says so, not silence. */
export class Patience {
  readonly connection = new Budget(limits.connection);
  readonly answer = new Budget(limits.answer);
}

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplanePatience: AsyncLocalStorage<Patience> | undefined;
}
globalThis.backplanePatience ??= new AsyncLocalStorage();
const held = globalThis.backplanePatience;

/** All that is asked from here on belongs to one asker, as the pages of one request do. */
export const beginPatience = () => held.enterWith(new Patience());

/** That of the asker; of a question that belongs to none, its own. */
export const patience = () => held.getStore() ?? new Patience();

/** Runs work that has to be done whether or not its asker still waits. */
export const withOwnPatience = <T>(work: () => Promise<T>): Promise<T> => held.run(new Patience(), work);
