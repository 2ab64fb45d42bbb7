import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claim, isHeld, type Run, release, runningUp, secretsIn } from "./data-folder";

let folder: string;
const standIns: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "backplane-data-"));
});

afterAll(() => {
  for (const standIn of standIns) standIn.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** A living process that looks like that command to the system. */
async function standIn(command: string) {
  const child = spawn(process.execPath, [
    "-e",
    "setInterval(() => {}, 1000); process.stdout.write('up')",
    command,
  ]);
  standIns.push(child);
  await once(child.stdout, "data");
  return child;
}

function runOf(pid: number | undefined): Run {
  return {
    pid: pid ?? 0,
    state: "serving",
    webPid: undefined,
    workerPid: undefined,
    isEmbedded: true,
    env: { PORT: "3000" },
  };
}

test("one `up` has the folder at a time, and a killed one loses it", async () => {
  const first = await standIn("bin/up.mjs");
  const second = await standIn("bin/up.mjs");
  expect(claim(folder, runOf(first.pid))).toBe(null);
  expect(claim(folder, runOf(second.pid))?.pid).toBe(first.pid);
  expect(runningUp(folder)?.env.PORT).toBe("3000");
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(runningUp(folder)).toBe(null);
  expect(claim(folder, runOf(second.pid))).toBe(null);
  release(folder);
  expect(runningUp(folder)).toBe(null);
});

test("a number that another program has now is no running `up`", async () => {
  const stranger = await standIn("something-else.mjs");
  claim(folder, runOf(stranger.pid));
  expect(runningUp(folder)).toBe(null);
});

test("the product stands still only for a command that lives", async () => {
  const command = await standIn("bin/run.mjs");
  writeFileSync(join(folder, "hold"), String(command.pid));
  expect(isHeld(folder)).toBe(true);
  command.kill("SIGKILL");
  await once(command, "exit");
  expect(isHeld(folder)).toBe(false);
});

test("secrets are made once, long, and for their user's eyes", () => {
  const first = secretsIn(folder);
  expect(first.AUTH_SECRET?.length).toBeGreaterThanOrEqual(32);
  expect(secretsIn(folder)).toEqual(first);
  expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);
});
