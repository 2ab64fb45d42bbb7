import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { claim, isHeld, keepPrivate, type Run, release, runningUp, secretsIn } from "./data-folder";
import { Service } from "./service";

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

test("what others could read in a data folder is private at the next start", () => {
  // Windows knows no modes.
  if (process.platform === "win32") return;
  const umask = process.umask(0o022);
  const shared = mkdtempSync(join(tmpdir(), "backplane-open-"));
  const mode = (...path: string[]) => (statSync(join(shared, ...path)).mode & 0o777).toString(8);
  const passable = process.getuid?.() === 0 ? "711" : "700";
  try {
    chmodSync(shared, 0o755);
    for (const name of ["files", "logs", "backups", "postgres"]) mkdirSync(join(shared, name));
    for (const name of [
      "files/cv.pdf",
      "logs/web.log",
      "backups/one.tar.gz",
      "postgres.log",
      "run.json",
      "postgres/file",
    ])
      writeFileSync(join(shared, name), "");
    keepPrivate(shared);
    expect(mode()).toBe(passable);
    for (const name of ["files", "logs", "backups"]) expect(mode(name), name).toBe("700");
    for (const name of ["files/cv.pdf", "logs/web.log", "backups/one.tar.gz", "postgres.log", "run.json"])
      expect(mode(name), name).toBe("600");
    // The server's own, which minds its modes itself.
    expect(mode("postgres/file")).toBe("644");
    writeFileSync(join(shared, "logs/new.log"), "");
    expect(mode("logs/new.log")).toBe("600");

    // A folder that is not ours alone stays open to those who use it too.
    chmodSync(shared, 0o755);
    writeFileSync(join(shared, "letter.txt"), "");
    keepPrivate(shared);
    expect(mode()).toBe("755");
    expect(mode("logs")).toBe("700");
  } finally {
    process.umask(umask);
    rmSync(shared, { recursive: true });
  }
});

test.each([
  ["starting", "is still starting"],
  ["held", "Another command is using the database alone"],
] as const)("a command says so while `up` is %s", async (state, words) => {
  const busy = mkdtempSync(join(tmpdir(), "backplane-busy-"));
  const up = await standIn("up.mjs");
  try {
    expect(claim(busy, { ...runOf(up.pid), state })).toBeNull();
    const { status, stderr } = spawnSync(process.execPath, ["bin/run.mjs", "migrate"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: "", BACKPLANE_DATA: busy },
    });
    expect(stderr).toContain(words);
    expect(status).toBe(1);
  } finally {
    rmSync(busy, { recursive: true });
  }
});

test("a service tells the number of the process that runs, and none while it does not", async () => {
  const service = new Service("short", ["-e", ""], join(folder, "short.log"));
  service.start(process.env);
  const first = service.pid;
  expect(first).toBeGreaterThan(0);
  await vi.waitFor(() => expect(service.isRunning).toBe(false), { timeout: 10_000 });
  expect(service.pid).toBeUndefined();
  await vi.waitFor(
    () => {
      service.revive(process.env);
      expect(service.pid).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 10 },
  );
  expect(service.pid).not.toBe(first);
  await service.stop(0);
});
