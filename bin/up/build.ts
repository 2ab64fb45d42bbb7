import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressFiles } from "./compress";
import type { Environment } from "./environment";
import { lastWords, startProcess, stopProcess } from "./processes";

/** What the built site is made from. */
const SOURCES = ["app", "lib", "db", "public", "patches", "package-lock.json", "package.json"];
const LOOSE = /^(proxy|instrumentation.*|next\.config|postcss\.config)\.(ts|mjs)$/;

/** Builds the site into `dist` unless that holds a build of these very sources; whether it built. */
export async function buildSite(dist: string, env: Environment, logFile: string): Promise<boolean> {
  const stampFile = join(dist, "backplane.stamp");
  const stamp = hashSources();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return false;
  rmSync(stampFile, { force: true });
  rmSync(join(dist, "BUILD_ID"), { force: true });
  const child = startProcess({
    args: ["node_modules/next/dist/bin/next", "build"],
    env: { ...env, NODE_ENV: "production", NEXT_DIST_DIR: dist, NEXT_TELEMETRY_DISABLED: "1" },
    logFile,
  });
  building = child;
  const code = await new Promise((done) => {
    child.once("exit", done);
    child.once("error", () => done(1));
  });
  if (code !== 0 || !existsSync(join(dist, "BUILD_ID")))
    throw new Error(
      `the site does not build. The full log is in ${logFile}. Its last lines:\n${lastWords(logFile, 40)}`,
    );
  await compressFiles(join(dist, "static"));
  writeFileSync(stampFile, stamp);
  return true;
}

/** Ends the build that is under way, if one is. */
export function stopBuild(): Promise<void> {
  return stopProcess(building, 0);
}

let building: ChildProcess | undefined;

function hashSources(): string {
  const hash = createHash("sha256").update(process.version);
  const add = (path: string) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else if (!/\.(test|prove)\.tsx?$/.test(path)) hash.update(path).update(readFileSync(path));
  };
  const loose = readdirSync(".").filter((name) => LOOSE.test(name));
  for (const source of [...SOURCES, ...loose]) if (existsSync(source)) add(source);
  return hash.digest("hex");
}
