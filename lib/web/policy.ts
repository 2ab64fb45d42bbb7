import { createHash } from "node:crypto";
import { settings } from "@/lib/env";

/** The policy of an answer made for one browser: scripts with this nonce run, and what they load. */
export const noncePolicy = (nonce: string, pathname: string) =>
  contentSecurityPolicy({
    scripts: `'nonce-${nonce}' 'strict-dynamic'`,
    styles: `'self' 'nonce-${nonce}'`,
    pathname,
  });

/**
 * The policy of a page that many browsers get: its own inline scripts run, named by their hashes, and what they load. A nonce that many are
 * given would be known to those who attack.
 */
export function hashPolicy(inlineScripts: readonly Buffer[], pathname: string): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`,
  );
  const scripts = [...hashes, "'strict-dynamic'"].join(" ");
  return contentSecurityPolicy({ scripts, styles: "'self'", pathname });
}

function contentSecurityPolicy({
  scripts,
  styles,
  pathname,
}: {
  scripts: string;
  styles: string;
  pathname: string;
}) {
  const development = process.env.NODE_ENV === "development";
  // Browsers hold a form to this through its redirects, so signing in elsewhere needs that origin.
  const providers = /^\/(sign-in|settings\/services)(\/|$)/.test(pathname) ? providerOrigins() : "";
  return [
    "default-src 'self'",
    `script-src ${scripts}${development ? " 'unsafe-eval'" : ""}`,
    `style-src ${styles}`,
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
  const { AUTH_GITHUB_ID, AUTH_GOOGLE_ID, AUTH_GOOGLE_ISSUER, AUTH_LINKEDIN_ID } = settings();
  return [
    AUTH_GITHUB_ID && " https://github.com",
    AUTH_GOOGLE_ID && ` ${new URL(AUTH_GOOGLE_ISSUER).origin}`,
    AUTH_LINKEDIN_ID && " https://www.linkedin.com",
  ]
    .filter(Boolean)
    .join("");
}
