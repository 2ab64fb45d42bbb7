import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium to test with: the one named, one that is installed, else installs one. Throws what to do. */
export function findBrowser(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error("CHROMIUM_PATH names a file that does not exist.");
  }
  return installed() ?? playwrights() ?? download() ?? packaged() ?? giveUp();
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...APPLICATIONS].find(isExecutable);
}

function playwrights(): string | undefined {
  return [chromium.executablePath()].find(isExecutable);
}

function download(): string | undefined {
  run("npx", ["playwright", "install", "chromium"], 300_000);
  return playwrights();
}

function packaged(): string | undefined {
  if (process.getuid?.() !== 0) return;
  run("apt-get", ["update"], 120_000);
  run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 600_000);
  return installed();
}

function giveUp(): never {
  throw new Error(
    "No browser was found, and none could be installed. Install Chromium or Chrome (Debian: apt-get install chromium) " +
      "or set CHROMIUM_PATH to one.",
  );
}

function run(program: string, args: string[], timeout: number) {
  process.stdout.write(`… ${program} ${args.join(" ")}\n`);
  spawnSync(program, args, {
    stdio: "ignore",
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
