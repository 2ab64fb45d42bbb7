import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { folderMode, makePassableFolder } from "@/db/cluster/user";
import { hasCode } from "@/lib/errors";

/** Where everything lives that is not source: the embedded database, files, logs, secrets. */
export function dataFolder(): string {
  const folder = resolve(process.env.BACKPLANE_DATA || ".data");
  makePassableFolder(folder);
  return folder;
}

/** All that is ours in a data folder. */
const ours = /^(\..+|postgres(\..+)?|files|logs|backups|test|bench|hold|secrets\.json|run\.json(\..+)?)$/;

/**
 * From here on this process makes only what its own user can read, and what an earlier version left readable in the data folder is no
 * longer. A folder that somebody else uses too keeps its mode. On Windows, which knows no modes, nothing happens.
 */
export function keepPrivate(folder: string) {
  process.umask(0o077);
  if (process.platform === "win32") return;
  const names = readdirSync(folder);
  if (names.every((name) => ours.test(name))) setMode(folder, folderMode());
  for (const name of names) {
    if (["files", "logs", "backups"].includes(name)) tighten(join(folder, name));
    else if (/^(postgres\.log|secrets\.json|run\.json)/.test(name)) setMode(join(folder, name), 0o600);
  }
}

/** Only ever takes rights away. */
function setMode(path: string, most: number) {
  try {
    chmodSync(path, statSync(path).mode & most);
  } catch (error) {
    // Another user's: what that means is said where the database is started.
    if (!hasCode(error, "EPERM")) throw error;
  }
}

function tighten(path: string) {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  setMode(path, found.isDirectory() ? 0o700 : 0o600);
  if (found.isDirectory()) for (const name of readdirSync(path)) tighten(join(path, name));
}

/** The cluster of the embedded database. */
export const clusterIn = (folder: string) => join(folder, "postgres");

/** The secrets of this installation, made at the first start and kept where only its user reads them. */
export function secretsIn(folder: string): Record<string, string> {
  const file = join(folder, "secrets.json");
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = {
    AUTH_SECRET: randomBytes(32).toString("base64url"),
    RECEIPT_KEY: generateKeyPairSync("ed25519")
      .privateKey.export({ type: "pkcs8", format: "der" })
      .toString("base64"),
    // Forms opened before a new build stay valid after it.
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    ...kept,
  };
  if (Object.keys(all).length > Object.keys(kept).length) {
    writeFileSync(file, JSON.stringify(all, null, 2), { mode: 0o600 });
  }
  return all;
}

/** What a running `up` tells the other commands. */
export type Run = {
  pid: number;
  state: "starting" | "serving" | "held";
  webPid: number | undefined;
  workerPid: number | undefined;
  /** Whether the database is the embedded one of this folder. */
  isEmbedded: boolean;
  /** Settings that other commands share with it. */
  env: Record<string, string>;
};

/** The `up` that is running on this folder, or null. */
export function runningUp(folder: string): Run | null {
  try {
    const run: Run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    return isCommand(run.pid, "up.mjs") ? run : null;
  } catch {
    return null;
  }
}

/** Claims the folder for this process; the other `up` if there is one already. */
export function claim(folder: string, run: Run): Run | null {
  const file = join(folder, "run.json");
  const draft = writeDraft(file, run);
  try {
    for (;;) {
      const other = runningUp(folder);
      if (other) return other;
      rmSync(file, { force: true });
      if (tryLink(draft, file)) return null;
    }
  } finally {
    rmSync(draft);
  }
}

/** Tells the state to the other commands. */
export function tell(folder: string, run: Run) {
  const file = join(folder, "run.json");
  renameSync(writeDraft(file, run), file);
}

/** Whole before it gets its name, so that nobody reads half of it. */
function writeDraft(file: string, run: Run): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(run), { mode: 0o600 });
  return draft;
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    return false;
  }
}

export function release(folder: string) {
  rmSync(join(folder, "run.json"), { force: true });
}

/** A command that needs the product to pause writes its process id here. */
const holdFile = (folder: string) => join(folder, "hold");

export function hold(folder: string) {
  writeFileSync(holdFile(folder), String(process.pid));
}

export function unhold(folder: string) {
  rmSync(holdFile(folder), { force: true });
}

export function isHeld(folder: string): boolean {
  if (!existsSync(holdFile(folder))) return false;
  const pid = Number(readFileSync(holdFile(folder), "utf8"));
  if (isCommand(pid, "run.mjs")) return true;
  unhold(folder);
  return false;
}

/** Whether that process lives and runs that command, as far as the system tells. */
function isCommand(pid: number, name: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, "EPERM")) return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(name);
  } catch {
    return false;
  }
}
