import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { loadTaxonomy } from "@/lib/taxonomy/commands/load";
import { startEmbedded } from "../embedded";
import { migrate } from "../migrate";
import { databaseUrl, localUrl, withConnection } from "./connection";
import { clusterFolder } from "./place";
import { isAlive, readPostmaster, stopPostmaster } from "./postmaster";
import { readSecrets } from "./secrets";

const BUILDING = "backplane_template_new";
const CLUSTER = resolve(import.meta.dirname, "../../.data/test/postgres");
/** What the template is made from: it is made anew when any of it changes. */
const SOURCES = ["db/migrations", "db/migrate.ts", "db/roles.ts", "lib/taxonomy"];

/** The server for tests: TEST_DATABASE_URL's, else one of our own in .data/test, started when first asked for. */
async function testServer(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  return (await startEmbedded({ dataDir: CLUSTER, disposable: true, port: 0, log: () => {} })).url;
}

/** A new database with all migrations and the taxonomy; its address. `drop` ends its sessions and removes it. */
export async function cloneTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = await testServer();
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await withConnection(databaseUrl(server, "postgres"), async (sql) => {
    const template = await ensureTemplate(server, sql);
    await sql`create database ${sql(name)} template ${sql(template)}`;
  });
  return {
    url: databaseUrl(server, name),
    drop: () =>
      withConnection(
        databaseUrl(server, "postgres"),
        async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`),
      ),
  };
}

/** Stops our own test cluster, unless another run is using it. */
export async function stopIdleTestCluster(): Promise<void> {
  if (process.env.TEST_DATABASE_URL) return;
  const folder = await clusterFolder(CLUSTER);
  const running = await readPostmaster(folder);
  if (!running) return;
  const password = (await readSecrets(folder))?.owner;
  const isBusy = await withConnection(localUrl(running.port, "postgres", password), async (sql) => {
    const others = await sql`select 1 from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`;
    return others.length > 0;
  }).catch(() => true);
  if (!isBusy) await stopPostmaster(running.pid, folder);
}

/**
 * The template of today's sources. One process builds it while the others wait; it gets its name when it is whole, and
 * the lock is the server's, so that a killed builder leaves nothing behind that counts.
 */
async function ensureTemplate(server: string, sql: Sql): Promise<string> {
  const template = `backplane_template_${sourcesHash()}`;
  await sql`select pg_advisory_lock(hashtext('backplane_template'))`;
  try {
    const names = (await sql<{ datname: string }[]>`select datname from pg_database`).map(
      (row) => row.datname,
    );
    if (names.includes(template)) return template;
    for (const name of names.filter(isLeftover)) await sql`drop database if exists ${sql(name)} with (force)`;
    await sql`create database ${sql(BUILDING)} template template0 encoding 'UTF8'`;
    await migrate(databaseUrl(server, BUILDING));
    await withConnection(databaseUrl(server, BUILDING), (filling) =>
      drizzle(filling, { casing: "snake_case" }).transaction(loadTaxonomy),
    );
    await sql`alter database ${sql(BUILDING)} rename to ${sql(template)}`;
    return template;
  } finally {
    await sql`select pg_advisory_unlock(hashtext('backplane_template'))`;
  }
}

/** Older templates, and databases of test processes that were killed. */
function isLeftover(name: string): boolean {
  const owner = Number(/^test_(\d+)_/.exec(name)?.[1] ?? 0);
  return name.startsWith("backplane_template") || (owner > 0 && !isAlive(owner));
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!path.includes(".test.")) hash.update(path).update(readFileSync(path));
  };
  for (const source of SOURCES) add(resolve(import.meta.dirname, "../..", source));
  return hash.digest("hex").slice(0, 16);
}
