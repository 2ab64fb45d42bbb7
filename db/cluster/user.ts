import { chmodSync, mkdirSync } from "node:fs";
import { chmod, lstat, readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The user that the server runs as, where that is not the one we are: Postgres refuses to run as root. */
export type ServerUser = { uid: number; gid: number };

const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** Null for an ordinary user; as root the owner of the data that is there, else nobody. */
export async function serverUserFor(dataDir: string): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(dataDir).catch(() => null);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Options to run a program of the server with: as that user, from a folder that everyone may enter. */
export function asServer(user: ServerUser | null) {
  const { PATH, SystemRoot, NODE_ENV } = process.env;
  return { ...user, cwd: "/", env: { PATH, SystemRoot, NODE_ENV, LC_ALL: "C", TZ: "UTC" } };
}

/** Whether that user can pass every folder down to `path`, and has the rights `need` there. Folders still to be made count as open. */
export async function isTraversableFor(user: ServerUser, path: string, need: number): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const found = await stat(folder).catch(() => null);
    if (found) {
      const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
      const wanted = folder === resolve(path) ? need : 0o1;
      if (((found.mode >> shift) & wanted) !== wanted) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** The mode of a folder of ours: private, but that as root the server's user has to pass it. */
export const folderMode = () => (process.getuid?.() === 0 ? 0o711 : 0o700);

/** Makes a folder with that mode, whatever the umask; folders that are there stay as they are. */
export function makePassableFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (!first) return;
  for (let folder = resolve(path); folder.length >= first.length; folder = dirname(folder))
    chmodSync(folder, folderMode());
}

/** Lets everyone read a folder and all in it, as a private umask would not. */
export async function makeReadable(path: string): Promise<void> {
  await walk(path, async (entry, mode) => chmod(entry, mode | 0o444 | (mode & 0o100 ? 0o111 : 0)));
}

async function walk(path: string, visit: (entry: string, mode: number) => Promise<void>): Promise<void> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return;
  await visit(path, found.mode & 0o7777);
  if (!found.isDirectory()) return;
  for (const name of await readdir(path)) await walk(join(path, name), visit);
}
