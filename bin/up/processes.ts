import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const LOG_LIMIT_BYTES = 10_000_000;
const leash = pathToFileURL("bin/leash.mjs").href;

/** A process of ours: what it says goes to its log file, or to the terminal without one. */
export type Started = { args: string[]; env: NodeJS.ProcessEnv; logFile?: string };

/**
 * Starts Node in a process group of its own, so that the terminal's Ctrl-C reaches only us and we decide the order;
 * on a leash, so that it ends even when we are killed.
 */
export function startProcess({ args, env, logFile }: Started): ChildProcess {
  const output = logFile ? openLog(logFile) : "inherit";
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    env: { ...env, BACKPLANE_LEASH: "1" },
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output, "ipc"],
  });
  if (typeof output === "number") closeSync(output);
  child.on("error", () => {});
  return child;
}

/** Asks it and all that it started to end, and makes them after `patienceMs`. */
export async function stopProcess(child: ChildProcess | undefined, patienceMs: number): Promise<void> {
  if (!child?.pid) return;
  if (isRunning(child)) {
    const gone = new Promise((done) => child.once("exit", done));
    signalGroup(child, patienceMs > 0 ? "SIGTERM" : "SIGKILL");
    await Promise.race([gone, wait(patienceMs, undefined, { ref: true })]);
  }
  signalGroup(child, "SIGKILL");
}

export function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null && child.pid !== undefined;
}

/** The end of what it said, for the message that tells why it ended. */
export function lastWords(logFile: string, lines = 20): string {
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-(child.pid as number), signal);
  } catch {
    // It is gone already.
  }
}

function openLog(file: string): number {
  try {
    if (statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  } catch {
    // The first start has no log yet.
  }
  return openSync(file, "a", 0o600);
}
