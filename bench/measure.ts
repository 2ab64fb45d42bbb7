import type { Board } from "@/lib/board/board";

/** Milliseconds of each run: as often as fits into `budget`, at least twice and at most `most` times, after one run that is not counted. */
export async function measure(
  run: () => Promise<unknown>,
  { budget = 6_000, most = 200 } = {},
): Promise<number[]> {
  const times: number[] = [];
  await run();
  const began = performance.now();
  while (times.length < 2 || (times.length < most && performance.now() - began < budget)) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
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
