import { type NextRequest, NextResponse } from "next/server";
import { findLeftAddress } from "@/lib/auth/address/queries";
import { isForMany } from "@/lib/clock";
import { findMemberInvitation } from "@/lib/companies/queries";
import { settings } from "@/lib/env";
import {
  isStopToken,
  readConfirmToken,
  readDeclineToken,
  readRelevanceToken,
} from "@/lib/notifications/tokens";
import { busyMessage, plainPage } from "@/lib/web/plain-page";
import { noncePolicy } from "@/lib/web/policy";
import { findDatabaseReadiness } from "@/lib/web/queries";
import { findWay, isReadable, listUnreadable } from "@/lib/web/ways";

/**
 * Every request but those of `lib/web/answers.ts` for an address that it has looked at itself. Next reads this without running it, so the name of
 * the header, `lookedAtHeader`, stands here once more.
 */
export const config = {
  matcher: [{ source: "/(.*)", missing: [{ type: "header", key: "x-looked-at" }] }],
};

const bodyLimit = 9 * 1024 * 1024;

/**
 * The policy with its nonce (other headers: `lib/web/requests.ts`); refusal of what cannot be read, of cross-site posts and of
 * large bodies; the status of a posting's page, and of the pages behind the links of mails.
 */
export async function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname);
  headers.set("x-query", request.nextUrl.search);
  const policy = policyOf(request.nextUrl.pathname);
  if (policy) headers.set("content-security-policy", policy);
  const response = (await refuse(request)) ?? (await route(request, headers));
  if (policy) response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Null where many will get the answer: `lib/web/answers.ts` names the scripts of its page. */
function policyOf(pathname: string): string | null {
  if (sendsFiles(pathname)) return filePolicy;
  return isForMany() ? null : noncePolicy(btoa(crypto.randomUUID()), pathname);
}

/** Addresses of files that people uploaded, and the policy of what could do something in a browser all the same: it may do nothing. */
const filePolicy = "default-src 'none'; sandbox";
const sendsFiles = (pathname: string) => /^\/(logos\/[^/]+|resumes\/download)$/.test(pathname);

async function route(request: NextRequest, headers: Headers) {
  const { pathname } = request.nextUrl;
  const [, page, token] =
    /^\/(unsubscribe|alerts|confirm|decline|join|restore)\/([^/]+)$/.exec(pathname) ?? [];
  if (token && !(await isOurs[page as keyof typeof isOurs](token)))
    return NextResponse.rewrite(request.nextUrl, { status: 404, request: { headers } });
  const way = await findWay(request.nextUrl);
  if (!way) return NextResponse.next({ request: { headers } });
  if (way.to !== undefined) return NextResponse.redirect(way.to, way.status);
  return NextResponse.rewrite(request.nextUrl, { status: way.status, request: { headers } });
}

async function refuse(request: NextRequest): Promise<NextResponse | null> {
  const { pathname } = request.nextUrl;
  const unreadable = listUnreadable(request.nextUrl);
  if (unreadable.length > 0 || !isReadable(pathname))
    return plain(
      request,
      400,
      "bad_request",
      "This address contains characters that are not valid.",
      unreadable,
    );
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit)
    return plain(request, 413, "too_large", "This request is larger than 9 MB.");
  if (
    !["GET", "HEAD", "OPTIONS"].includes(request.method) &&
    !carriesItsOwnRight(pathname) &&
    isCrossSite(request)
  )
    return plain(
      request,
      403,
      "cross_site",
      "This form was sent from another site. Open the page on this site and try again.",
    );
  if (!answered(pathname).includes(request.method))
    return plain(request, 405, "method_not_allowed", "This address does not accept this kind of request.");
  // A form sent by script gets its state from the action itself, so that what was typed stays in it.
  const isAction = request.headers.has("next-action");
  if (!isAction && !/^\/(_next\/|healthz$|readyz$|icon|favicon)/.test(pathname)) {
    const { ready } = await findDatabaseReadiness();
    if (!ready) return plain(request, 503, "unavailable", busyMessage(request.method));
  }
  return null;
}

/** The methods that mean something: pages are read, and their forms post. The API tells of its own. */
const answered = (pathname: string) =>
  pathname.startsWith("/api/v1")
    ? ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]
    : ["GET", "HEAD", "OPTIONS", "POST"];

/** The pages behind links in mails, each with the tokens that it takes. */
const isOurs = {
  unsubscribe: isStopToken,
  alerts: readRelevanceToken,
  confirm: readConfirmToken,
  decline: readDeclineToken,
  join: (token: string) => findMemberInvitation(token),
  restore: (token: string) => findLeftAddress(token),
};

/** The API reads no cookies; who unsubscribes is said by the token in the address. */
const carriesItsOwnRight = (pathname: string) => /^\/api\/(v1\/|unsubscribe\/[^/]+$)/.test(pathname);

/** Neither a missing Origin nor a forged X-Forwarded-Host may pass, as they would with the framework's own check. */
function isCrossSite(request: NextRequest) {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return true;
  return request.headers.get("origin") !== settings().APP_URL;
}

function plain(request: NextRequest, status: number, code: string, message: string, paths: string[] = []) {
  const headers = {
    ...(status === 503 && { "Retry-After": "2" }),
    ...(status === 405 && { Allow: answered(request.nextUrl.pathname).join(", ") }),
    "Cache-Control": "no-store",
    // As the API and the feeds say it themselves: pages of other sites may read why they were refused.
    ...(/^\/(?:api\/v1|feeds)\//.test(request.nextUrl.pathname) && { "Access-Control-Allow-Origin": "*" }),
  };
  if (request.nextUrl.pathname.startsWith("/api/"))
    return NextResponse.json(
      { error: { code, message, fields: paths.map((path) => ({ path, message })) } },
      { status, headers },
    );
  const page = plainPage(message, { again: request.method !== "POST" });
  return new NextResponse(page, {
    status,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
