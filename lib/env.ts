import { createPrivateKey } from "node:crypto";
import { isIP, isIPv4 } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { urlOf } from "./url";

const flag = z
  .enum(["0", "1", ""])
  .optional()
  .transform((value) => value === "1");
const url = (protocols: string[]) =>
  z.string().refine((value) => protocols.includes(urlOf(value)?.protocol ?? ""), {
    error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });

const isFolder = (value: string) => urlOf(value)?.protocol === "file:";

function isSigningKey(value: string) {
  try {
    const key = createPrivateKey({ key: Buffer.from(value, "base64"), format: "der", type: "pkcs8" });
    return key.asymmetricKeyType === "ed25519";
  } catch {
    return false;
  }
}

const isServer = (value: string) => isIP(value) > 0 || isIPv4(value.replace(/:\d{1,5}$/, ""));

const Settings = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    APP_URL: url(["http:", "https:"]).optional(),
    DATABASE_URL: url(["postgres:", "postgresql:"]),
    /** The database as the web process reaches it, with fewer rights; `webEnvironment` makes it that process's DATABASE_URL. */
    DATABASE_WEB_URL: url(["postgres:", "postgresql:"]).optional(),
    AUTH_SECRET: z.string().min(32, "must be at least 32 characters").optional(),
    SMTP_URL: url(["smtp:", "smtps:"]).optional(),
    MAILBOX_PORT: z.coerce.number().int().min(1).max(65535).optional(),
    API_RATE_LIMIT: z.coerce.number().int().min(0).default(300),
    /** How many servers of our own stand in front and add to X-Forwarded-For. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    /** "off" leaves every search to SQL. */
    BOARD: z.enum(["on", "off"], "must be on or off").default("on"),
    /** Where the files are that people attach: a folder. */
    STORAGE_URL: z
      .string()
      .refine(isFolder, "must be an address that begins with file:")
      .default(() => pathToFileURL(resolve(".data", "files")).href),
    /** A clamd that looks for viruses in files, as tcp://host:port; without one, the check of their content decides. */
    SCANNER_URL: url(["tcp:"])
      .refine((value) => new URL(value).port !== "", "must have a port")
      .optional(),
    /** The private key that receipts are signed with: Ed25519 in PKCS #8, as base64 of its DER. */
    RECEIPT_KEY: z
      .string()
      .refine(isSigningKey, "must be an Ed25519 key in PKCS #8, as base64 of its DER in one line")
      .optional(),
    /** The server that is asked for DNS records, as address or address:port; those of this machine otherwise. */
    DNS_SERVER: z
      .string()
      .refine((value) => isServer(value), "must be an IP address, with a port if need be")
      .optional(),
    /** For tests: all webhooks go to this address and port, whose certificate is checked with that file. Only in a demonstration. */
    WEBHOOK_RECEIVER: z
      .string()
      .regex(/^[\w.-]+:\d{1,5}$/, "must be a host with a port")
      .optional(),
    WEBHOOK_RECEIVER_CA: z.string().optional(),
    /** Who sends it as a bearer token may read /metrics from anywhere; without it, this machine alone. */
    METRICS_TOKEN: z.string().min(16, "must be at least 16 characters").optional(),
    AUTH_GITHUB_ID: z.string().optional(),
    AUTH_GITHUB_SECRET: z.string().optional(),
    AUTH_GOOGLE_ID: z.string().optional(),
    AUTH_GOOGLE_SECRET: z.string().optional(),
    /** The OpenID server that is asked in place of Google: your own, or that of a test. */
    AUTH_GOOGLE_ISSUER: url(["https:", "http:"]).default("https://accounts.google.com"),
    AUTH_LINKEDIN_ID: z.string().optional(),
    AUTH_LINKEDIN_SECRET: z.string().optional(),
    DEMO: flag,
  })
  .transform((env) => ({ ...env, APP_URL: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin }));

export type Settings = z.output<typeof Settings>;

/**
 * The settings of this process, checked once. Throws an error that names each variable that is missing or wrong, never its value.
 */
export function settings(): Settings {
  cached ??= readSettings(process.env);
  return cached;
}
let cached: Settings | undefined;

/** The same for a given environment; throws as `settings`. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Settings.safeParse(given);
  const faults = (parsed.error?.issues ?? []).map((issue) =>
    issue.code === "invalid_type" && given[String(issue.path[0])] === undefined
      ? `${String(issue.path[0])} is not set`
      : `${issue.path.join(".")} ${issue.message}`,
  );
  faults.push(...faultsTogether(given));
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Error(`Cannot start: ${faults.join("; ")}.`);
}

/** What is wrong with settings that are right one by one; told along with those that are not. */
function faultsTogether({
  DEMO,
  APP_URL = "",
  SMTP_URL,
  AUTH_SECRET,
  WEBHOOK_RECEIVER,
  AUTH_GOOGLE_ISSUER = "",
}: Record<string, string | undefined>) {
  if (DEMO === "1")
    return /^https:/i.test(APP_URL.trim())
      ? ["DEMO must not be 1 if APP_URL is https, because anyone could sign in as anyone"]
      : [];
  return [
    ...(SMTP_URL ? [] : ["SMTP_URL is not set, and is required without DEMO=1"]),
    ...(AUTH_SECRET ? [] : ["AUTH_SECRET is not set. Use at least 32 random characters"]),
    ...(/^http:/i.test(AUTH_GOOGLE_ISSUER.trim())
      ? ["AUTH_GOOGLE_ISSUER must be https without DEMO=1, because it says who signs in"]
      : []),
    ...(WEBHOOK_RECEIVER ? ["WEBHOOK_RECEIVER is for tests, and needs DEMO=1"] : []),
  ];
}
