// What every command stands on, in plain JavaScript: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Checks Node, installs the packages when they are missing or older than the lock, compiles the kernels, and lets TypeScript be imported. */
export async function prepare() {
  process.chdir(root);
  checkNode();
  endWithNpm();
  install();
  const { compileKernels } = await import("./kernels.mjs");
  await compileKernels().catch((error) => fail(error.message));
  const { register } = await import("tsx/esm/api");
  register();
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  fail(
    `Backplane needs Node 20.20 or newer, but this is ${process.versions.node}. ` +
      "Install Node 24 (https://nodejs.org, or `nvm install 24`) and run the command again.",
  );
}

/** npm does not pass a SIGTERM on: it dies, and we would live on unseen. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 300);
  watch.unref();
}

function install() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  // A changed patch is applied by an installation alone.
  for (const patch of readdirSync(join(root, "patches")).sort())
    hash.update(readFileSync(join(root, "patches", patch)));
  const lock = hash.digest("hex");
  const stamp = join(root, "node_modules", ".backplane-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const began = Date.now();
  process.stdout.write("… packages: npm ci\n");
  const { status, stdout, stderr } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
    timeout: 30 * 60_000,
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (status !== 0) {
    fail(
      `${stdout ?? ""}${stderr ?? ""}\nThe packages could not be installed. See npm's output above. The usual cause is the ` +
        "network or a registry that npm cannot reach (`npm config get registry`). Then run the command again.",
    );
  }
  writeFileSync(stamp, lock);
  process.stdout.write(`✓ packages, ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

function fail(message) {
  process.stderr.write(`✗ ${message}\n`);
  process.exit(1);
}
