import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { databaseUrl, withConnection } from "@/db/cluster/connection";
import { freePort } from "@/db/cluster/ports";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { type DatabaseAddress, webEnvironment } from "../up/environment";
import { step } from "../up/progress";
import { Service } from "../up/service";
import { waitUntilReady } from "../up/web";
import { buildTestSite, testEnvironment, webService } from "./site";

const DATABASE = "backplane_e2e";

/** The built product with seeds, on free ports and a database of its own; `stop` ends its processes. */
export async function startProduct(server: DatabaseAddress, folder: string) {
  const port = String(await freePort(0));
  const logs = join(folder, "logs");
  mkdirSync(logs, { recursive: true });
  const url = databaseUrl(server.url, DATABASE);
  // As in a product that runs: a right that the web process lacks must fail a test.
  const webUrl = server.webUrl && databaseUrl(server.webUrl, DATABASE);
  const env = await testEnvironment(folder, { url, webUrl }, port);
  await step("site for the browser tests", () => buildTestSite(env, logs));
  await step("data for the browser tests", async () => {
    await withConnection(databaseUrl(server.url, "postgres"), async (sql) => {
      await sql`drop database if exists ${sql(DATABASE)} with (force)`;
      await sql`create database ${sql(DATABASE)} template template0 encoding 'UTF8'`;
    });
    await migrate(url);
    await seed(url, () => {});
  });
  const web = webService(port, join(logs, "web.log"));
  const worker = new Service("worker", ["bin/run.mjs", "worker"], join(logs, "worker.log"));
  const stop = async () => void (await Promise.all([web.stop(2_000), worker.stop(2_000)]));
  try {
    await step("web and worker", async () => {
      web.start(webEnvironment(env));
      worker.start(env as NodeJS.ProcessEnv);
      await waitUntilReady(Number(port), web);
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, stop, lastWords: () => `${web.lastWords(30)}\n${worker.lastWords(10)}` };
}
