import { listen, ownConnection } from "@/db/client";
import type { Board } from "./board";
import { Keeper } from "./keeper";

/** Shared by all copies of this module that the bundler makes. */
declare global {
  var backplaneBoard: Keeper | undefined;
}

/** Milliseconds: also without a question or a notification the board is never further behind. */
const lookEvery = 1_000;

/** Begins to keep a board in this process; gives its first load, and what ends it. */
export function startBoard(): { loaded: Promise<void>; stop: () => Promise<void> } {
  const own = ownConnection();
  const keeper = new Keeper(undefined, () => own.db);
  globalThis.backplaneBoard = keeper;
  const look = () => void keeper.catchUp().catch(() => {});
  const loaded = keeper.load();
  loaded.catch(() => {});
  const timer = setInterval(look, lookEvery);
  timer.unref();
  // Where listening fails, the timer looks.
  const listening = listen("posting_changes", look).catch(() => null);
  return {
    loaded,
    stop: async () => {
      clearInterval(timer);
      globalThis.backplaneBoard = undefined;
      await (await listening)?.stop();
      await own.close();
    },
  };
}

/** The board as of this question, and its age in seconds; null where SQL must answer. Throws `unavailable` when it is too far behind. */
export async function findBoard(): Promise<{ board: Board; age: number } | null> {
  return (await globalThis.backplaneBoard?.current()) ?? null;
}

/** Whether searches are answered in time: false while a large board is loading. */
export const isBoardReady = async (): Promise<boolean> =>
  (await globalThis.backplaneBoard?.isReady()) ?? true;

/** How old the board of this process is, in seconds; null without one. */
export const boardAge = (): number | null => globalThis.backplaneBoard?.age() ?? null;
