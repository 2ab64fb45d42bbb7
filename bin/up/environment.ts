import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freePort } from "@/db/cluster/ports";
import { readSettings } from "@/lib/env";
import { secretsIn } from "./data-folder";

export type Environment = Record<string, string | undefined>;

/** A database as its owner reaches it, and as the web process does: the same where nothing else is given. */
export type DatabaseAddress = { url: string; webUrl: string | undefined };

/**
 * The settings that web, worker and commands run with: what is given, and for what is not, what this folder keeps.
 * Without SMTP_URL it is a demonstration, with a mailbox of its own. Throws what `readSettings` does.
 */
export async function productEnvironment(
  folder: string,
  database: DatabaseAddress,
  settings: Environment = process.env,
): Promise<Environment> {
  const given: Environment = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ""));
  const port = given.PORT ?? "3000";
  const env: Environment = {
    APP_URL: `http://localhost:${port}`,
    STORAGE_URL: pathToFileURL(join(folder, "files")).href,
    ...secretsIn(folder),
    DEMO: given.SMTP_URL ? undefined : "1",
    ...given,
    PORT: port,
    DATABASE_URL: database.url,
    DATABASE_WEB_URL: database.webUrl,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
  if (env.DEMO === "1" && !env.SMTP_URL) {
    env.MAILBOX_PORT = String(await freePort(0));
    env.SMTP_URL = `smtp://localhost:${env.MAILBOX_PORT}`;
  }
  readSettings(env);
  return env;
}

/** The settings of the web process: it knows the database by its own role alone. */
export function webEnvironment(env: Environment): NodeJS.ProcessEnv {
  const { DATABASE_WEB_URL, ...others } = env;
  return { NODE_ENV: "production", ...others, DATABASE_URL: DATABASE_WEB_URL || env.DATABASE_URL };
}

/** What other commands share with the running product. It may hold passwords: for this user's eyes. */
export function sharedPart(env: Environment): Record<string, string> {
  const names = ["PORT", "APP_URL", "DATABASE_URL", "DEMO", "SMTP_URL", "STORAGE_URL", "SCANNER_URL"];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
