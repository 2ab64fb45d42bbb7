import { spawn } from "node:child_process";
import { closeSync, openSync, realpathSync } from "node:fs";
import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Place } from "./binaries";
import { localUrl, withConnection } from "./connection";
import { freePort } from "./ports";
import { isAlive, isServing, readPostmaster, stopPostmaster } from "./postmaster";
import { readSecrets } from "./secrets";
import { asServer } from "./user";

const FIRST_PORT = 54_329;
const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** A server that answers. */
export type Running = { pid: number; port: number };

type LaunchOptions = { port?: number; disposable?: boolean; log: (line: string) => void };

/** The server that a killed run left alive, once it answers. */
export async function takeOver(dataDir: string): Promise<Running | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const found = await readPostmaster(dataDir);
    if (!found) return null;
    if (!isServing(found.pid, dataDir)) {
      // Postgres clears the file of a dead process itself, but takes any living one for a server.
      if (isAlive(found.pid)) await rm(join(dataDir, "postmaster.pid"), { force: true });
      return null;
    }
    if (found.isReady && (await answersFor(found.port, dataDir))) return found;
    if (Date.now() > deadline) throw new Error(notAnswering(found.pid, dataDir));
    await wait(50);
  }
}

function notAnswering(pid: number, dataDir: string) {
  return (
    `A database server (process ${pid}) holds ${dataDir} and does not answer. ` +
    `End it with \`kill -INT ${pid}\` and start again; its log is in ${logFile(dataDir)}.`
  );
}

async function answersFor(port: number, dataDir: string): Promise<boolean> {
  const secrets = await readSecrets(dataDir);
  return withConnection(localUrl(port, "postgres", secrets?.owner), async (sql) => {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder === dataDir || row?.folder === realpathSync(dataDir);
  }).catch(() => false);
}

/** Starts a server on the cluster; its port moves on only when it is taken, and is remembered. */
export async function startNew(place: Place, options: LaunchOptions): Promise<Running> {
  const portFile = join(place.dataDir, "backplane.port");
  const remembered = Number(await readFile(portFile, "utf8").catch(() => "0"));
  let port = await freePort(options.port ?? (remembered || FIRST_PORT));
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const started = await launch(place, port, options.disposable ?? false, deadline);
    if (typeof started !== "string") {
      if (remembered && port !== remembered)
        options.log(`port ${remembered} is taken: the database moved to ${port}`);
      await writeFile(portFile, String(port));
      return started;
    }
    if (/lock file .* already exists/.test(started)) {
      const other = await takeOver(place.dataDir);
      if (other) return other;
    } else if (/could not bind|Address already in use/.test(started)) {
      port = await freePort(port + 1);
    } else if (/lock file .* is empty|bogus data in lock file/.test(started)) {
      // Left by a power cut, or being written at this moment.
      await wait(1_000);
      if (!(await readPostmaster(place.dataDir)))
        await rm(join(place.dataDir, "postmaster.pid"), { force: true });
    } else if (!/shared memory block .* still in use/.test(started)) {
      throw new Error(`The database server did not start:\n${started.trim()}`);
    }
    // The children of a killed server need a moment to notice.
    if (Date.now() > deadline)
      throw new Error(`The database server did not start in a minute:\n${started.trim()}`);
    await wait(100);
  }
}

/** The running server, or what it said when it ended instead. */
async function launch(
  { dataDir, user, binaries }: Place,
  port: number,
  disposable: boolean,
  deadline: number,
): Promise<Running | string> {
  const logged = await logSize(dataDir);
  const output = openSync(logFile(dataDir), "a", 0o600);
  const child = spawn(binaries.postgres, ["-D", dataDir, ...settings(port, disposable)], {
    ...asServer(user),
    // Its own process group: the terminal's Ctrl-C is for us, and the server goes last.
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let ended: string | null = null;
  child.once("error", (error) => {
    ended = error.message;
  });
  child.once("exit", (code) => {
    ended = `exit code ${code}`;
  });
  child.unref();
  while (ended === null) {
    const found = await readPostmaster(dataDir);
    if (found && found.pid === child.pid && found.isReady && (await answersFor(port, dataDir))) return found;
    if (Date.now() > deadline && child.pid) {
      await stopPostmaster(child.pid, dataDir, 0);
      break;
    }
    await wait(20);
  }
  const log = await readFile(logFile(dataDir));
  return `${log.subarray(logged)}\n${ended ?? "no answer"}`;
}

async function logSize(dataDir: string): Promise<number> {
  const size = (await stat(logFile(dataDir)).catch(() => null))?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  await rename(logFile(dataDir), `${logFile(dataDir)}.old`);
  return 0;
}

function settings(port: number, disposable: boolean): string[] {
  const values = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: "128MB",
    max_connections: "120",
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    effective_cache_size: "1GB",
    random_page_cost: "1.1",
    max_wal_size: "1GB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_line_prefix: "%m [%p] ",
    // A statement that fails, and what is said of it, quotes what people typed. Whoever asked is told, and logs it without.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    ...(disposable ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Outside of the cluster, whose folder only the server's user may enter. */
function logFile(dataDir: string): string {
  return `${dataDir}.log`;
}
