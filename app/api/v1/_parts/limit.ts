import type { Context, MiddlewareHandler } from "hono";
import { isForMany } from "@/lib/clock";
import { DomainError } from "@/lib/errors";
import { countApiRequest, countText, textPerMinute } from "@/lib/forms/limits";

/** Counts a request in the standard headers. An answer made for many is counted for each who gets it, before it is made. */
export const limitRequests: MiddlewareHandler = async (c, next) => {
  if (!isForMany()) await countRequest(c);
  return next();
};

/** Counts a request of the caller, and says so in the standard headers. Throws `rate_limited`. */
export async function countRequest(c: Context) {
  const { headers, refused } = await countApiRequest(callerOf(c));
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (!refused) return;
  c.header("Retry-After", String(refused.seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${refused.perMinute} requests a minute. Try again in ${refused.seconds} seconds.`,
  );
}

/**
 * Counts `characters` of text to be read against the caller's budget: a text's cost lies in its length, which no number of requests
 * says. Throws `rate_limited`.
 */
export async function limitText(c: Context, characters: number) {
  const { isRefused, seconds } = await countText(callerOf(c), characters);
  if (!isRefused) return;
  c.header("Retry-After", String(seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${textPerMinute.toLocaleString("en")} characters of text a minute. Try again in ${seconds} seconds.`,
  );
}

/** Who is counted: a key, or the caller's address, which `watchRequests` put there. */
const callerOf = (c: Context): string => c.get("caller") ?? c.req.header("x-forwarded-for") ?? "unknown";
