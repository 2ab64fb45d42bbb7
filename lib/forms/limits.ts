import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema/auth";
import { hashSecret } from "@/lib/auth/hash";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";

/** How often one person, or one address, may do a thing. */
const limits = {
  /** Actions of someone signed in, by user. */
  action: { points: 120, duration: 60 },
  /** Actions without an account, by address. */
  publicAction: { points: 60, duration: 60 },
  /** Forms kept for somebody who has to sign in again, by address: each is a row of up to 100,000 characters. */
  unsentForm: { points: 30, duration: 60 * 60 },
  /** Codes asked for from one network: how many strangers it can have us write to. */
  codesFrom: { points: 10, duration: 15 * 60 },
  /** From one network to one address: how far it can keep that person from a code. */
  codesFromTo: { points: 8, duration: 15 * 60 },
  /** To one address, from all networks together: how much we write to one person. */
  codesTo: { points: 20, duration: 15 * 60 },
  /** Of a browser that signed in with this address before. It counts nowhere else, so an office shares no limit. */
  codesKnown: { points: 8, duration: 15 * 60 },
  /** Seconds of reading résumés, by user: each takes a process of its own, and there are two for everybody. */
  resumeSeconds: { points: 30, duration: 10 * 60 },
  /** What a posting's musts cost, by user: each counts over all candidates. */
  cost: { points: 90, duration: 60 },
} as const;

const held = globalThis as typeof globalThis & { backplaneLimits?: Map<string, RateLimiterDrizzle> };

/** Counts a use of `what` by `who`, or `points` of it; throws `rate_limited` with the seconds to wait when that was too much. */
export async function countUse(what: keyof typeof limits, who: string, points = 1) {
  try {
    await limiter(what, limits[what]).consume(who, points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.ceil(refused.msBeforeNext / 1000);
    throw new DomainError("rate_limited", `Too many attempts. Try again in ${seconds} seconds.`);
  }
}

/** Runs work that may take `most` seconds and counts them as used by `who`; what it did not need is given back. Throws `rate_limited`. */
export async function countSeconds<T>(
  what: keyof typeof limits,
  who: string,
  most: number,
  work: () => Promise<T>,
): Promise<T> {
  await countUse(what, who, most);
  const began = performance.now();
  try {
    return await work();
  } finally {
    const left = most - Math.ceil((performance.now() - began) / 1000);
    if (left > 0) await limiter(what, limits[what]).reward(who, left);
  }
}

/**
 * Counts a code asked for; throws as `countUse`. `knownBrowser` is the browser's secret where it signed in with this address before:
 * what strangers do then counts for nothing.
 */
export async function countCode(email: string, network: string, knownBrowser: string | null) {
  if (knownBrowser) return countUse("codesKnown", hashSecret(knownBrowser));
  // What one network is refused does not count for the others.
  await countUse("codesFromTo", `${network} ${email}`);
  await countUse("codesFrom", network);
  await countUse("codesTo", email);
}

/** What counting a use found. `seconds` is how long to wait until the count begins anew. */
type Use = { isRefused: boolean; remaining: number; seconds: number };

/**
 * Counts a request of the API or for a feed by this address. Returns the standard headers that say so; none with API_RATE_LIMIT=0, which is no
 * limit.
 */
export async function countApiRequest(
  address: string,
): Promise<{ headers: Record<string, string>; refused: { perMinute: number; seconds: number } | null }> {
  const perMinute = settings().API_RATE_LIMIT;
  if (perMinute === 0) return { headers: {}, refused: null };
  const { isRefused, remaining, seconds } = await use(
    limiter(`api${perMinute}`, { points: perMinute, duration: 60 }),
    address,
    1,
  );
  return {
    headers: {
      "RateLimit-Policy": `"minute";q=${perMinute};w=60`,
      RateLimit: `"minute";r=${remaining};t=${seconds}`,
    },
    refused: isRefused ? { perMinute, seconds } : null,
  };
}

/** Characters of text that the API reads for one address in a minute. */
export const textPerMinute = 2_000_000;

/** Counts characters of text that the API reads for this address. API_RATE_LIMIT=0 is no limit. */
export async function countText(
  address: string,
  characters: number,
): Promise<Pick<Use, "isRefused" | "seconds">> {
  if (settings().API_RATE_LIMIT === 0) return { isRefused: false, seconds: 0 };
  return use(limiter("text", { points: textPerMinute, duration: 60 }), address, characters);
}

async function use(limit: RateLimiterDrizzle, address: string, points: number): Promise<Use> {
  const used = await limit.consume(address, points).catch((refused: unknown) => {
    if (refused instanceof RateLimiterRes) return refused;
    throw refused;
  });
  return {
    isRefused: used.consumedPoints > limit.points,
    remaining: used.remainingPoints,
    seconds: Math.max(1, Math.ceil(used.msBeforeNext / 1000)),
  };
}

function limiter(name: string, options: { points: number; duration: number }) {
  held.backplaneLimits ??= new Map();
  let found = held.backplaneLimits.get(name);
  if (!found) {
    found = new RateLimiterDrizzle({
      storeClient: db(),
      schema: rateLimits,
      keyPrefix: name,
      clearExpiredByTimeout: false,
      ...options,
    });
    held.backplaneLimits.set(name, found);
  }
  return found;
}
