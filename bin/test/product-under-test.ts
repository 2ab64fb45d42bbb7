import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, withConnection } from "@/db/cluster/connection";
import { freePort } from "@/db/cluster/ports";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { buildSite } from "../up/build";
import { type Environment, productEnvironment } from "../up/environment";
import { step } from "../up/progress";
import { Service } from "../up/service";
import { waitUntilReady, webArguments } from "../up/web";

const DIST = ".next-test";
const DATABASE = "backplane_e2e";

/** The built product with seeds, on free ports and a database of its own; `stop` ends its processes. */
export async function startProduct(server: string, folder: string) {
  const port = String(await freePort(0));
  const logs = join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const url = databaseUrl(server, DATABASE);
  const env = await productEnvironment(folder, url, {
    ...withoutSettings(process.env),
    PORT: port,
    DEMO: "1",
  });
  env.NEXT_DIST_DIR = DIST;
  await step("site for the browser tests", async () =>
    (await buildSite(DIST, env, join(logs, "build.log"))) ? "built" : "unchanged",
  );
  await step("data for the browser tests", async () => {
    await withConnection(databaseUrl(server, "postgres"), async (sql) => {
      await sql`drop database if exists ${sql(DATABASE)} with (force)`;
      await sql`create database ${sql(DATABASE)} template template0 encoding 'UTF8'`;
    });
    await migrate(url);
    await seed(url, () => {});
  });
  const web = new Service("web", webArguments(port, { isLocal: true }), join(logs, "web.log"));
  const worker = new Service("worker", ["bin/run.mjs", "worker"], join(logs, "worker.log"));
  const stop = async () => void (await Promise.all([web.stop(2_000), worker.stop(2_000)]));
  try {
    await step("web and worker", async () => {
      web.start(env as NodeJS.ProcessEnv);
      worker.start(env as NodeJS.ProcessEnv);
      await waitUntilReady(Number(port), web);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop, lastWords: () => `${web.lastWords(30)}\n${worker.lastWords(10)}` };
}

/** What a developer has set for their own product is not for the one under test. */
function withoutSettings(env: Environment): Environment {
  const isSetting =
    /^(APP_URL|AUTH_.*|SMTP_URL|MAILBOX_PORT|STORAGE_URL|SCANNER_URL|METRICS_TOKEN|API_RATE_LIMIT|BOARD)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting.test(name)));
}
