import type { Context, MiddlewareHandler } from "hono";
import { isForMany } from "@/lib/clock";
import { DomainError } from "@/lib/errors";
import { countApiRequest, countText, textPerMinute } from "@/lib/forms/limits";

/** Requests a minute and address, said in the standard headers. An answer made for many is counted for each who gets it, before it is made. */
export const limitRequests: MiddlewareHandler = async (c, next) => {
  if (isForMany()) return next();
  const { headers, refused } = await countApiRequest(addressOf(c));
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  if (!refused) return next();
  c.header("Retry-After", String(refused.seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${refused.perMinute} requests a minute. Try again in ${refused.seconds} seconds.`,
  );
};

/**
 * Counts `characters` of text to be read against the caller's budget: a text's cost lies in its length, which no number of requests
 * says. Throws `rate_limited`.
 */
export async function limitText(c: Context, characters: number) {
  const { isRefused, seconds } = await countText(addressOf(c), characters);
  if (!isRefused) return;
  c.header("Retry-After", String(seconds));
  throw new DomainError(
    "rate_limited",
    `At most ${textPerMinute.toLocaleString("en")} characters of text a minute. Try again in ${seconds} seconds.`,
  );
}

/** The caller's address, which `watchRequests` put there. */
const addressOf = (c: Context) => c.req.header("x-forwarded-for") ?? "unknown";
