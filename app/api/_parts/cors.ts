import { cors } from "hono/cors";

/**
 * Lets pages of any site read what needs no key: nothing here depends on who asks, and cookies are neither read nor allowed. The same
 * header for every caller, so that one answer serves all of them.
 */
export const openToEveryOrigin = cors({
  origin: "*",
  allowMethods: (_, c) => (/\/api\/v1\/(?:tag|match)$/.test(c.req.path) ? ["POST"] : ["GET", "HEAD"]),
  allowHeaders: ["Content-Type", "If-None-Match"],
  exposeHeaders: ["RateLimit", "RateLimit-Policy", "Retry-After", "ETag", "Age", "Last-Modified"],
  maxAge: 7_200,
});
