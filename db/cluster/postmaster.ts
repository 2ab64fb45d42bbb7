import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hasCode } from "@/lib/errors";

/** What a running server writes into its data folder. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/** The content of postmaster.pid, or null without one. */
export async function readPostmaster(dataDir: string): Promise<Postmaster | null> {
  const text = await readFile(join(dataDir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), isReady: (lines[7] ?? "").trim() === "ready" };
}

/** Whether that process is a server living on this data, and not one that got the number of a dead server. */
export function isServing(pid: number, dataDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return true;
  if (process.platform !== "linux") return programOf(pid).includes("postgres");
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch (error) {
    // In some containers root may not look into another user's process: its name has to do.
    return hasCode(error, "EACCES") && livingName(pid) === "postgres";
  }
}

/**
 * Stops the server, cutting its clients off, and returns when it is gone. After `patienceMs` it has to go without its
 * last checkpoint, which the next start makes up for.
 */
export async function stopPostmaster(pid: number, dataDir: string, patienceMs = 20_000): Promise<void> {
  const began = Date.now();
  if (!isServing(pid, dataDir)) return;
  if (patienceMs > 0) signal(pid, "SIGINT");
  let isHurried = false;
  while (isServing(pid, dataDir)) {
    if (Date.now() >= began + patienceMs + 2_000) signal(pid, "SIGKILL");
    else if (!isHurried && Date.now() >= began + patienceMs) {
      isHurried = true;
      signal(pid, "SIGQUIT");
    }
    await wait(20);
  }
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, "ESRCH")) throw error;
  }
}

/** Whether a process has that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function programOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** The name of a process on Linux; a dead one that nobody has reaped has none. */
function livingName(pid: number): string {
  const status = readFileSync(`/proc/${pid}/stat`, "utf8");
  const end = status.lastIndexOf(")");
  return status[end + 2] === "Z" ? "" : status.slice(status.indexOf("(") + 1, end);
}
