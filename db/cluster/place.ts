import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { findBinaries, type Place } from "./binaries";
import { isAlive } from "./postmaster";
import { secureStopped } from "./secrets";
import { asServer, isTraversableFor, makePassableFolder, serverUserFor } from "./user";

/** The place of the cluster asked for in `wanted`, with a cluster in it. */
export async function clusterPlace(wanted: string, log: (line: string) => void): Promise<Place> {
  makePassableFolder(dirname(wanted));
  const { user, systemFolder, dataDir } = await placeFor(wanted);
  if (dataDir !== wanted) {
    makePassableFolder(dirname(dataDir));
    log(`the server's user cannot reach ${dirname(wanted)}: the database lies in ${dataDir}`);
  }
  await refuseForeignData(dataDir);
  const binaries = await findBinaries(user, systemFolder);
  const place = { dataDir, user, binaries };
  if (!existsSync(join(dataDir, "PG_VERSION"))) await createCluster(place);
  return place;
}

/** Where the cluster of that data folder really lies, as `startEmbedded` decides it. */
export async function clusterFolder(dataDir: string): Promise<string> {
  return (await placeFor(resolve(dataDir))).dataDir;
}

async function placeFor(wanted: string) {
  const user = await serverUserFor(wanted);
  const systemFolder = join(
    "/var/lib/backplane",
    createHash("sha256").update(wanted).digest("hex").slice(0, 12),
  );
  if (!user || (await isTraversableFor(user, dirname(wanted), 0o1)))
    return { user, systemFolder, dataDir: wanted };
  const dataDir = join(systemFolder, basename(wanted));
  return { user: await serverUserFor(dataDir), systemFolder, dataDir };
}

async function refuseForeignData(dataDir: string) {
  const owner = await stat(dataDir).catch(() => null);
  const uid = process.getuid?.();
  if (!owner || uid === undefined || uid === 0 || owner.uid === uid) return;
  throw new Error(
    `The data in ${dataDir} belongs to another user (uid ${owner.uid}). Start as before, as that user or as root, ` +
      "or set BACKPLANE_DATA to another folder.",
  );
}

/** Made beside and moved into place whole, so that a killed or doubled start leaves no half cluster. */
async function createCluster({ dataDir, user, binaries }: Place) {
  await removeLeftovers(dataDir);
  const fresh = await mkdtemp(`${dataDir}.new-${process.pid}-`);
  if (user) await chown(fresh, user.uid, user.gid);
  const flags = ["-A", "trust", "-U", "postgres", "--encoding=UTF8", "--locale-provider=builtin"];
  const result = spawnSync(
    binaries.initdb,
    [...flags, "--builtin-locale=C.UTF-8", "--locale=C", "-N", "-D", fresh],
    { ...asServer(user), encoding: "utf8", timeout: 120_000 },
  );
  if (result.status !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(
      `The database could not be created in ${dataDir}:\n${result.error?.message ?? ""}${result.stderr ?? ""}`,
    );
  }
  await secureStopped({ dataDir: fresh, user, binaries });
  await rename(fresh, dataDir).catch(async () => {
    await rm(fresh, { recursive: true, force: true });
    if (existsSync(join(dataDir, "PG_VERSION"))) return;
    throw new Error(
      `${dataDir} is not empty and does not contain a database. Move it away, or set BACKPLANE_DATA.`,
    );
  });
}

async function removeLeftovers(dataDir: string) {
  const names = await readdir(dirname(dataDir)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(`${basename(dataDir)}.new-`) ? Number(name.split("-").at(-2)) : 0;
    if (pid && !isAlive(pid)) await rm(join(dirname(dataDir), name), { recursive: true, force: true });
  }
}
