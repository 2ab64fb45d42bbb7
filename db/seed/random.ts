import { createHash } from "node:crypto";

/** Chance that is the same on each run: what it gives depends on its key and on how often it was asked. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** True that often of 1. */
  often(share: number): boolean;
  /** A whole number, both ends included. */
  between(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** `count` different ones, in the list's order; all of them where there are fewer. */
  some<T>(list: readonly T[], count: number): T[];
  /** One key, each as likely as its weight. */
  weigh<K extends string>(weights: Partial<Record<K, number>>): K;
};

/** A fresh chance for `key`. Each thing made has a key of its own, so that a change to one leaves the others as they were. */
export function chance(key: string): Chance {
  let state = createHash("sha256").update(key).digest().readUInt32LE(0);
  const next = () => {
    // mulberry32: small, well mixed, and the same everywhere.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    often: (share) => next() < share,
    between,
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
    some(list, count) {
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, list.length)) chosen.add(between(0, list.length - 1));
      return list.filter((_, i) => chosen.has(i));
    },
    weigh<K extends string>(weights: Partial<Record<K, number>>) {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [K, number])[0];
    },
  };
}

/** The id of the thing called `key`: the same in every database. */
export function idFor(key: string): string {
  const hex = createHash("sha256").update(`backplane/${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
