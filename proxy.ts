import { type NextRequest, NextResponse } from "next/server";
import { findReadiness } from "@/lib/background/queries";
import { settings } from "@/lib/env";
import { findPostingStatus } from "@/lib/postings/queries/status";

const bodyLimit = 9 * 1024 * 1024;

/** Nonce and headers on every answer; refusal of cross-site posts and of large bodies; the status of a posting's page. */
export async function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname);
  headers.set("content-security-policy", policy);
  const response = (await refuse(request)) ?? (await route(request, headers));
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of constantHeaders()) response.headers.set(name, value);
  return response;
}

async function route(request: NextRequest, headers: Headers) {
  const { pathname } = request.nextUrl;
  const slug = /^\/jobs\/([^/]+)$/.exec(pathname)?.[1];
  if (!slug) return NextResponse.next({ request: { headers } });
  const status = await findPostingStatus(decodeURIComponent(slug));
  if (status === 200) return NextResponse.next({ request: { headers } });
  return NextResponse.rewrite(request.nextUrl, { status, request: { headers } });
}

async function refuse(request: NextRequest): Promise<NextResponse | null> {
  const { pathname } = request.nextUrl;
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit)
    return plain(request, 413, "too_large", "That is more than 9 MB.");
  if (
    !["GET", "HEAD", "OPTIONS"].includes(request.method) &&
    !pathname.startsWith("/api/v1/") &&
    isCrossSite(request)
  )
    return plain(
      request,
      403,
      "cross_site",
      "This was sent from another site. Open the page here and try again.",
    );
  if (!/^\/(_next\/|healthz$|readyz$|icon|favicon)/.test(pathname)) {
    const { ready } = await recentReadiness();
    if (!ready)
      return plain(
        request,
        503,
        "unavailable",
        "The service is busy for a moment. Nothing was lost: try again.",
      );
  }
  return null;
}

/** Neither a missing Origin nor a forged X-Forwarded-Host may pass, as they would with the framework's own check. */
function isCrossSite(request: NextRequest) {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return true;
  return request.headers.get("origin") !== settings().APP_URL;
}

const probe = globalThis as typeof globalThis & {
  backplaneProbe?: { at: number; answer: ReturnType<typeof findReadiness> };
};

/** One look at the database serves all requests of half a second: enough to answer 503 at once while it is away. */
function recentReadiness() {
  const at = Date.now();
  if (!probe.backplaneProbe || at - probe.backplaneProbe.at > 500)
    probe.backplaneProbe = { at, answer: findReadiness() };
  return probe.backplaneProbe.answer;
}

function plain(request: NextRequest, status: number, code: string, message: string) {
  const headers = { ...(status === 503 && { "Retry-After": "2" }), "Cache-Control": "no-store" };
  if (request.nextUrl.pathname.startsWith("/api/"))
    return NextResponse.json({ error: { code, message, fields: [] } }, { status, headers });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${message}</title><body><main><h1>Backplane</h1><p>${message}</p><p><a href="">Try again</a></p></main>`;
  return new NextResponse(page, {
    status,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}

function contentSecurityPolicy(nonce: string, pathname: string) {
  const development = process.env.NODE_ENV === "development";
  // Browsers hold a form to this through its redirects, so signing in elsewhere needs that origin.
  const providers = pathname.startsWith("/sign-in") ? providerOrigins() : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${providers}`,
    "frame-ancestors 'none'",
  ].join("; ");
}

function providerOrigins() {
  const { AUTH_GITHUB_ID, AUTH_GOOGLE_ID, AUTH_LINKEDIN_ID } = settings();
  return [
    AUTH_GITHUB_ID && " https://github.com",
    AUTH_GOOGLE_ID && " https://accounts.google.com",
    AUTH_LINKEDIN_ID && " https://www.linkedin.com",
  ]
    .filter(Boolean)
    .join("");
}

function constantHeaders(): [string, string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
    ...(settings().APP_URL.startsWith("https:")
      ? [["Strict-Transport-Security", "max-age=63072000; includeSubDomains"] as [string, string]]
      : []),
  ];
}
