import type { MiddlewareHandler } from "hono";
import { RateLimiterRes } from "rate-limiter-flexible";
import { settings } from "@/lib/env";
import { DomainError } from "@/lib/errors";
import { apiLimiter } from "@/lib/forms/limits";

/** Requests a minute and address, said in the standard headers; API_RATE_LIMIT=0 is none. */
export const limitRequests: MiddlewareHandler = async (c, next) => {
  const perMinute = settings().API_RATE_LIMIT;
  if (perMinute === 0) return next();
  // The one that `watchRequests` put there.
  const address = c.req.header("x-forwarded-for") ?? "unknown";
  const use = await apiLimiter(perMinute)
    .consume(address)
    .catch((refused: unknown) => {
      if (refused instanceof RateLimiterRes) return refused;
      throw refused;
    });
  const seconds = Math.max(1, Math.ceil(use.msBeforeNext / 1000));
  c.header("RateLimit-Policy", `"minute";q=${perMinute};w=60`);
  c.header("RateLimit", `"minute";r=${use.remainingPoints};t=${seconds}`);
  if (use.consumedPoints <= perMinute) return next();
  c.header("Retry-After", String(seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${perMinute} requests a minute. Try again in ${seconds} seconds.`,
  );
};
