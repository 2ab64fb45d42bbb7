import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "./cluster/binaries";
import { localUrl, withConnection } from "./cluster/connection";
import { startNew, takeOver } from "./cluster/launch";
import { clusterPlace } from "./cluster/place";
import { isServing, stopPostmaster } from "./cluster/postmaster";
import { isSecured, readSecrets, type Secrets, secureStopped } from "./cluster/secrets";
import { webRole } from "./roles";

export type EmbeddedOptions = {
  /** The cluster's own folder; made when it is not there. */
  dataDir: string;
  /** The port to try first; without it the one of the last start. 0 for any free one. */
  port?: number;
  /** Gives up safety against power cuts for speed: only for data that can be made again. */
  disposable?: boolean;
  /** Told in a line what is worth knowing. */
  log: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** Address of the product's database, `backplane`, which exists, for the owner of its tables. */
  url: string;
  /** The same for the web process, which may read and write rows. */
  webUrl: string;
  port: number;
  /** Where the data really lies: elsewhere than asked for where the server's user could not reach that. */
  dataDir: string;
  pid: number;
  /** The server was running already, left alive by a run that was killed. */
  reused: boolean;
  /** Whether this very server process lives. */
  isRunning: () => boolean;
  /** Ends the server and returns when it is gone. After `patienceMs` it goes without its checkpoint, 0 is at once. */
  stop: (patienceMs?: number) => Promise<void>;
};

const DATABASE = "backplane";

/**
 * Starts the Postgres that comes with the packages, or takes over the one that is running on this data folder.
 * It survives the process that started it, is killed by nobody's Ctrl-C, and recovers from a crash by itself.
 * Throws an Error whose message says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await clusterPlace(resolve(options.dataDir), options.log);
  const running = await takeOverSecured(place.dataDir);
  const secrets = await secretsOf(place);
  const server = running ?? (await startNew(place, options));
  await createDatabase(localUrl(server.port, "postgres", secrets.owner));
  return {
    url: localUrl(server.port, DATABASE, secrets.owner),
    webUrl: localUrl(server.port, DATABASE, secrets.web, webRole),
    port: server.port,
    dataDir: place.dataDir,
    pid: server.pid,
    reused: running !== null,
    isRunning: () => isServing(server.pid, place.dataDir),
    stop: (patienceMs) => stopPostmaster(server.pid, place.dataDir, patienceMs),
  };
}

/** The server that is running. One that asks for no password, left by an earlier version, is stopped instead. */
async function takeOverSecured(dataDir: string) {
  const running = await takeOver(dataDir);
  if (!running || (await isSecured(dataDir))) return running;
  await stopPostmaster(running.pid, dataDir);
  return null;
}

/** The passwords of the cluster. One from the time before there were any gets them now. */
async function secretsOf(place: Place): Promise<Secrets> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await readSecrets(place.dataDir);
    if (found && (await isSecured(place.dataDir))) return found;
    if (await secureStopped(place)) continue;
    if (Date.now() > deadline) throw new Error(`Another process holds the database in ${place.dataDir}.`);
    await wait(100);
  }
}

async function createDatabase(server: string) {
  await withConnection(server, async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (!found) await sql`create database ${sql(DATABASE)}`;
  }).catch((error: { code?: string }) => {
    // Another start was quicker.
    if (error.code !== "42P04" && error.code !== "23505") throw error;
  });
}
