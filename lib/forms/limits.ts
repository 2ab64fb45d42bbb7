import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { rateLimits } from "@/db/schema/auth";
import { DomainError } from "@/lib/errors";

/** How often one person, or one address, may do a thing. */
const limits = {
  /** Actions of someone signed in, by user. */
  action: { points: 120, duration: 60 },
  /** Actions without an account, by address. */
  publicAction: { points: 60, duration: 60 },
  /** Forms kept for somebody who has to sign in again, by address: each is a row of up to 100,000 characters. */
  unsentForm: { points: 30, duration: 60 * 60 },
  /** Codes asked for, by the address they go to. */
  codeTo: { points: 5, duration: 15 * 60 },
  /** Résumés read, by user: each takes a process of its own. */
  resume: { points: 20, duration: 10 * 60 },
  /** What a posting's musts cost, by user: each counts over all candidates. */
  cost: { points: 90, duration: 60 },
} as const;

const held = globalThis as typeof globalThis & { backplaneLimits?: Map<string, RateLimiterDrizzle> };

/** Counts one use of `what` by `who`; throws `rate_limited` with the seconds to wait when it was one too many. */
export async function countUse(what: keyof typeof limits, who: string) {
  try {
    await limiter(what, limits[what]).consume(who);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.ceil(refused.msBeforeNext / 1000);
    throw new DomainError("rate_limited", `That was too often. Try again in ${seconds} seconds.`);
  }
}

/** The limiter of the API: `perMinute` requests an address. */
export const apiLimiter = (perMinute: number) =>
  limiter(`api${perMinute}`, { points: perMinute, duration: 60 });

/** Characters of text that the API reads for one address in a minute. */
export const textPerMinute = 2_000_000;

/** The limiter of the texts that the API reads, in characters. */
export const textLimiter = () => limiter("text", { points: textPerMinute, duration: 60 });

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
