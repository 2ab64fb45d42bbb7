import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { emptyDatabase, startOwnDatabase } from "./database";
import type { Bounds } from "./progress";

const DUMP = "database.dump";
const CLUSTER = "postgres";
/** What packs and unpacks hundreds of gigabytes may take; beyond it something waits for what will not come. */
const PROGRAM_HOURS = 6;
/** How long the steps may take that make an archive or read one. */
export const archiving: Bounds = { minutes: 2 * PROGRAM_HOURS * 60 };

/** The stopped cluster and the stored files, which are in the folder `files`, as one archive. */
export async function archiveCluster(folder: string, files: string, file: string): Promise<void> {
  const { dataDir } = await stopCleanly(folder);
  mkdirSync(files, { recursive: true });
  tar(file, ["-C", dirname(dataDir), basename(dataDir), "-C", dirname(files), basename(files)]);
}

/** A dump of the database, taken while it serves, and the stored files as one archive. */
export async function archiveDump(databaseUrl: string, files: string, file: string): Promise<void> {
  await inScratch(async (scratch) => {
    const { address, env } = withoutPassword(databaseUrl);
    program("pg_dump", ["-Fc", "-f", join(scratch, DUMP), "-d", address], env);
    mkdirSync(files, { recursive: true });
    tar(file, ["-C", scratch, DUMP, "-C", dirname(files), basename(files)]);
  });
}

/** Puts the cluster and files of an archive in the place of what is there. Leaves the server stopped. */
export async function restoreCluster(folder: string, files: string, file: string): Promise<void> {
  if (!contents(file).includes(`${CLUSTER}/PG_VERSION`)) {
    throw new Error(`${file} does not contain an embedded database. To restore a dump, set DATABASE_URL.`);
  }
  const { dataDir } = await stopCleanly(folder);
  const fresh = mkdtempSync(`${dataDir}.restore-`);
  const former = `${dataDir}.former`;
  try {
    program("tar", ["-xpzf", file, "-C", fresh]);
    rmSync(former, { recursive: true, force: true });
    renameSync(dataDir, former);
    renameSync(join(fresh, CLUSTER), dataDir);
    replaceFiles(files, fresh);
    rmSync(former, { recursive: true });
  } catch (error) {
    if (existsSync(former) && !existsSync(dataDir)) renameSync(former, dataDir);
    throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Empties the database and fills it from the dump of an archive, in one transaction after the emptying. */
export async function restoreDump(databaseUrl: string, files: string, file: string): Promise<void> {
  if (!contents(file).includes(DUMP)) {
    throw new Error(
      `${file} does not contain a dump. It is a backup of the embedded database: restore it without DATABASE_URL.`,
    );
  }
  await inScratch(async (scratch) => {
    program("tar", ["-xzf", file, "-C", scratch]);
    program("pg_restore", ["--list", join(scratch, DUMP)]);
    await emptyDatabase(databaseUrl);
    const flags = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"];
    const { address, env } = withoutPassword(databaseUrl);
    program("pg_restore", [...flags, "-d", address, join(scratch, DUMP)], env);
    replaceFiles(files, scratch);
  });
}

/** Started first where it is not running: a cluster that crashed recovers, and an archive is of a whole one. */
async function stopCleanly(folder: string) {
  const database = await startOwnDatabase(folder);
  await database.stop();
  return database;
}

/** The folder of the files is called in an archive as it was where that was made. */
function replaceFiles(files: string, unpacked: string) {
  rmSync(files, { recursive: true, force: true });
  const [name] = readdirSync(unpacked).filter((one) => one !== DUMP && one !== CLUSTER);
  mkdirSync(dirname(files), { recursive: true });
  if (name) program("mv", [join(unpacked, name), files]);
}

function contents(file: string): string[] {
  return program("tar", ["-tzf", file]).split("\n");
}

function tar(file: string, what: string[]) {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.partial`;
  // One that was cut off may be readable by others.
  rmSync(draft, { force: true });
  program("tar", ["-czf", draft, ...what]);
  renameSync(draft, file);
}

async function inScratch(work: (folder: string) => Promise<void>) {
  const scratch = mkdtempSync(join(tmpdir(), "backplane-"));
  try {
    await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Everyone on the machine can read a command's arguments. */
function withoutPassword(databaseUrl: string) {
  const url = new URL(databaseUrl);
  const password = decodeURIComponent(url.password);
  url.password = "";
  const env: Record<string, string> = password ? { PGPASSWORD: password } : {};
  return { address: url.href, env };
}

function program(name: string, args: string[], env: Record<string, string> = {}): string {
  const result = spawnSync(name, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: PROGRAM_HOURS * 3_600_000,
    env: { ...process.env, ...env },
  });
  if (result.signal) throw new Error(`${name} did not finish within ${PROGRAM_HOURS} hours.`);
  if (result.error)
    throw new Error(`${name} is not on the path. Install it (pg_dump is in PostgreSQL's client package).`);
  if (result.status !== 0) throw new Error(`${name} failed: ${result.stderr.trim()}`);
  return result.stdout;
}
