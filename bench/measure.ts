import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Board } from "@/lib/board/board";
import type { Keeper } from "@/lib/board/keeper";

/** Milliseconds of each run, sorted: of as many as `sample` takes. */
export const measure = (run: () => Promise<unknown>, limits?: { budget?: number; most?: number }) =>
  sample(async () => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  }, limits);

/**
 * What each run says, sorted: of as many as fit into `budget` milliseconds, at least two and at most `most`, after one run that is not
 * counted.
 */
export async function sample(
  run: () => Promise<number>,
  { budget = 6_000, most = 200 } = {},
): Promise<number[]> {
  const figures: number[] = [];
  await run();
  const began = performance.now();
  while (figures.length < 2 || (figures.length < most && performance.now() - began < budget))
    figures.push(await run());
  return figures.sort((a, b) => a - b);
}

/** Lets what answers these compile, cache and read what it will need: half a second for each. */
export async function warmUp(questions: (() => Promise<unknown>)[]): Promise<void> {
  for (const ask of questions) {
    const until = performance.now() + 500;
    do await ask();
    while (performance.now() < until);
  }
}

/**
 * Milliseconds of processor time of this process for a run, the mean of as many as fit into a second: what a run costs, however many others
 * wait for the same cores.
 */
export async function coreTime(run: () => Promise<unknown>): Promise<number> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  let runs = 0;
  for (; runs < 2 || performance.now() - began < 1_000; runs++) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / runs;
}

/** Loads the keeper's board, and prints what that took: time, processor time of this process, and the longest for which nobody else had a turn. */
export async function measureLoad(keeper: Keeper): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [began, before] = [performance.now(), process.cpuUsage()];
  delay.enable();
  await keeper.load();
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);
  console.log(
    `Board loaded in ${seconds(performance.now() - began)} s, with ${seconds((user + system) / 1_000)} s of this process's processor time; nothing else had a turn for ${ms(delay.max / 1e6)} ms at most.\n`,
  );
}

/** Of sorted times. */
export const quantile = (times: number[], share: number) =>
  times[Math.min(times.length - 1, Math.floor(share * times.length))] as number;
export const median = (times: number[]) => quantile(times, 0.5);

export const ms = (time: number) => (time < 10 ? time.toFixed(2) : time.toFixed(0));
export const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(1) : ratio.toFixed(0)} ×`;

/** Prints rows under a head as a Markdown table. */
export function table(head: string[], rows: string[][]) {
  for (const row of [head, head.map(() => "---"), ...rows]) console.log(`| ${row.join(" | ")} |`);
  console.log();
}

/** What `run` gives while the board computes without SIMD. */
export async function withoutSimd<T>(board: Board, run: () => Promise<T>): Promise<T> {
  board.isSimd = false;
  try {
    return await run();
  } finally {
    board.isSimd = true;
  }
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is kept, in millions of bytes. */
export function memoryNow() {
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return (arrayBuffers + heapUsed) / 1e6;
}
