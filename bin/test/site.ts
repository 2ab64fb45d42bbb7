import { join, resolve } from "node:path";
import { freePort } from "@/db/cluster/ports";
import { buildSite } from "../up/build";
import { type DatabaseAddress, type Environment, productEnvironment } from "../up/environment";
import { Service } from "../up/service";
import { webArguments } from "../up/web";

const DIST = ".next-test";

/** The settings of a product under test, on that database and port; its files and secrets lie in `folder`. */
export async function testEnvironment(
  folder: string,
  database: DatabaseAddress,
  port: string,
): Promise<Environment> {
  const env = await productEnvironment(folder, database, {
    ...withoutSettings(process.env),
    PORT: port,
    DEMO: "1",
    // Tests that are counted by address give their own, as a server in front would.
    TRUSTED_PROXIES: "1",
    // Nobody answers there, unless a test does.
    DNS_SERVER: `127.0.0.1:${await freePort(0)}`,
    WEBHOOK_RECEIVER: `localhost:${await freePort(0)}`,
    WEBHOOK_RECEIVER_CA: resolve("lib/webhooks/testing/certificate.pem"),
  });
  return { ...env, NEXT_DIST_DIR: DIST };
}

/** Builds the site that is tested, beside that of a live product; says whether it had to. */
export async function buildTestSite(env: Environment, logs: string): Promise<string> {
  return (await buildSite(DIST, env, join(logs, "build.log"))) ? "built" : "unchanged";
}

/** The web process of the site that is tested, not started. */
export function webService(port: string, logFile: string): Service {
  return new Service("web", webArguments(port, { isLocal: true }), logFile);
}

/** What a developer has set for their own product is not for the one under test, but for BOARD: both ways of searching can be tested. */
function withoutSettings(env: Environment): Environment {
  const isSetting =
    /^(APP_URL|AUTH_.*|SMTP_URL|MAILBOX_PORT|STORAGE_URL|SCANNER_URL|RECEIPT_KEY|METRICS_TOKEN|API_RATE_LIMIT|TRUSTED_PROXIES|DNS_SERVER|WEBHOOK_\w+)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting.test(name)));
}
