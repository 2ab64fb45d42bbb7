import type { Counts } from "./counts";
import { f1 } from "./score";

export const figures = ["precision", "recall", "F1", "macro F1", "exact"] as const;
export type Figure = (typeof figures)[number];
/** A share, null where there was nothing to divide by, and the middle 95 % of what other samples of posts would have given. */
export type Measured = { value: number | null; from: number; to: number };

type Sum = { right: number; extra: number; missed: number; posts: number; f1Sum: number; exact: number };

/**
 * The figures of one field over posts. Precision, recall and F1 are of all values together. Macro F1 is the mean of the posts that have, or
 * were read to have, a value. Exact is the share of all posts that were read without a fault.
 */
export function figuresOf(posts: readonly Counts[]): Record<Figure, number | null> {
  const sum: Sum = { right: 0, extra: 0, missed: 0, posts: 0, f1Sum: 0, exact: 0 };
  for (const { right, extra, missed } of posts) {
    sum.right += right;
    sum.extra += extra.length;
    sum.missed += missed.length;
    if (extra.length + missed.length === 0) sum.exact++;
    if (right + extra.length + missed.length === 0) continue;
    sum.posts++;
    sum.f1Sum += f1(right, extra.length, missed.length);
  }
  return {
    precision: share(sum.right, sum.right + sum.extra),
    recall: share(sum.right, sum.right + sum.missed),
    F1: share(2 * sum.right, 2 * sum.right + sum.extra + sum.missed),
    "macro F1": share(sum.f1Sum, sum.posts),
    exact: share(sum.exact, posts.length),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const resamples = 1_000;
const seed = 20_260_101;
const tail = 0.025;

/** The figures with their intervals, from 1,000 samples of as many posts, drawn with replacement. The same for the same posts. */
export function measured(posts: readonly Counts[]): Record<Figure, Measured> {
  const random = randomFrom(seed);
  const samples = Array.from({ length: resamples }, () =>
    figuresOf(posts.map((post) => posts[Math.floor(random() * posts.length)] ?? post)),
  );
  const all = figuresOf(posts);
  const result = {} as Record<Figure, Measured>;
  for (const figure of figures) {
    const values = samples
      .map((sample) => sample[figure])
      .filter((value) => value !== null)
      .sort((a, b) => a - b);
    const at = (part: number) => values[Math.round(part * (values.length - 1))] ?? 0;
    result[figure] = { value: all[figure], from: at(tail), to: at(1 - tail) };
  }
  return result;
}

/** Numbers from 0 to 1 that only depend on the seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
