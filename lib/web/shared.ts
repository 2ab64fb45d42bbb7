import type { IncomingMessage } from "node:http";

/** Pages that are the same for every visitor. */
const pages =
  /^\/(?:jobs|jobs\/[^/]+|companies|companies\/[^/]+|salaries|transparency|skills\/[^/]+|terms|privacy|contact|api)?$/;
/** What machines read, which is the same for everyone. Indeed's feed has all postings, and is streamed. */
const counted =
  /^\/(?:api\/v1\/(?:postings|postings\/[^/]+|skills|responsibilities)|feeds\/(?!indeed\.xml$)[^/]+)$/;
const files = /^\/(?:api\/openapi\.json|sitemap\.xml|sitemaps\/[^/]+)$/;

const longestAddress = 2_000;

/** An address whose answer is the same for all who may share it. `isCounted`: each request counts against the limit of the API. */
export type SharedAddress = { address: string; pathname: string; isPage: boolean; isCounted: boolean };

/**
 * The address that a request asks for, where its answer depends on nothing else: it is read, by a visitor or by a machine, and not by Next's
 * router, whose answers at the same address are others. Null where it may depend on who asks, or on what the browser already has.
 * `sessionCookie` is the name of the cookie of who is signed in.
 */
export function sharedAddress(
  { method, url = "/", headers }: IncomingMessage,
  sessionCookie: string,
): SharedAddress | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url.length > longestAddress || !url.startsWith("/")) return null;
  if (headers["content-length"] || headers["transfer-encoding"]) return null;
  if (Object.keys(headers).some((name) => name === "rsc" || /^next-|^x-nextjs-/.test(name))) return null;
  const [pathname = "", query = ""] = url.split("?", 2);
  // What a visitor says of themselves is kept nowhere; and the router adds a parameter of its own.
  if (/(?:^|&)(?:have|_rsc)=/i.test(query)) return null;
  const isPage = pages.test(pathname);
  if (isPage && hasCookie(sessionCookie, headers.cookie)) return null;
  const isCounted = counted.test(pathname);
  return isPage || isCounted || files.test(pathname) ? { address: url, pathname, isPage, isCounted } : null;
}

const hasCookie = (name: string, cookies = "") =>
  cookies.split(";").some((pair) => pair.trim().startsWith(`${name}=`));
