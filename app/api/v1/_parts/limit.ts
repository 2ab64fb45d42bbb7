import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterRes } from "rate-limiter-flexible";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { apiLimiter, textLimiter, textPerMinute } from "@/lib/forms/limits";

/** Requests a minute and address, said in the standard headers; API_RATE_LIMIT=0 is none. */
export const limitRequests: MiddlewareHandler = async (c, next) => {
  const perMinute = settings().API_RATE_LIMIT;
  if (perMinute === 0) return next();
  const { use, seconds } = await consume(apiLimiter(perMinute), c, 1);
  c.header("RateLimit-Policy", `"minute";q=${perMinute};w=60`);
  c.header("RateLimit", `"minute";r=${use.remainingPoints};t=${seconds}`);
  if (use.consumedPoints <= perMinute) return next();
  c.header("Retry-After", String(seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${perMinute} requests a minute. Try again in ${seconds} seconds.`,
  );
};

/**
 * Counts `characters` of text to be read against the caller's budget: a text's cost lies in its length, which no number of requests
 * says. Throws `rate_limited`. API_RATE_LIMIT=0 is no budget.
 */
export async function limitText(c: Context, characters: number) {
  if (settings().API_RATE_LIMIT === 0) return;
  const { use, seconds } = await consume(textLimiter(), c, characters);
  if (use.consumedPoints <= textPerMinute) return;
  c.header("Retry-After", String(seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${textPerMinute.toLocaleString("en")} characters of text a minute. Try again in ${seconds} seconds.`,
  );
}

/** By the caller's address, the one that `watchRequests` put there. */
async function consume(limiter: ReturnType<typeof apiLimiter>, c: Context, points: number) {
  const use = await limiter
    .consume(c.req.header("x-forwarded-for") ?? "unknown", points)
    .catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
  return { use, seconds: Math.max(1, Math.ceil(use.msBeforeNext / 1000)) };
}
