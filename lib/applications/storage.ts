import { open } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { settings } from "@/lib/env";

/* The files that people attach, under random names outside of what the site serves. */

const disks = new Map<string, Disk>();

function disk(): Disk {
  const { STORAGE_URL } = settings();
  let found = disks.get(STORAGE_URL);
  if (!found) {
    found = new Disk(new FSDriver({ location: fileURLToPath(STORAGE_URL), visibility: "private" }));
    disks.set(STORAGE_URL, found);
  }
  return found;
}

/** Stores a file under this id, past the caches of the machine. Throws where it cannot be written whole, and leaves no part of it. */
export async function storeFile(id: string, bytes: Uint8Array) {
  try {
    await disk().put(id, bytes);
    await flush(id);
  } catch (error) {
    await eraseFile(id).catch(() => {});
    throw error;
  }
}

/** A row names the file from now on, and outlives a loss of power: so must the file. */
async function flush(id: string) {
  const file = await open(join(fileURLToPath(settings().STORAGE_URL), id), "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The bytes of a stored file. Throws where it is not there. */
export const readStored = (id: string): Promise<Uint8Array> => disk().getBytes(id);

/** Whether there is a file with this id. */
export const isStored = (id: string): Promise<boolean> => disk().exists(id);

/** Erases a stored file. If it is already gone, nothing happens. */
export const eraseFile = (id: string): Promise<void> => disk().delete(id);

const pageSize = 500;

/** The ids of all stored files that were last written before `before`, in pages. */
export async function* listStored(before: Date): AsyncGenerator<string[]> {
  let paginationToken: string | undefined;
  do {
    const page = await disk()
      .listAll("/", { paginationToken })
      .catch((error: unknown) => {
        // Nothing was ever stored.
        if (isMissing(error)) return { paginationToken: undefined, objects: [] };
        throw error;
      });
    let ids: string[] = [];
    for (const object of page.objects) {
      // Whatever else lies there is none of ours.
      if (!object.isFile || !isId.test(object.key)) continue;
      const { lastModified } = await disk().getMetaData(object.key);
      if (lastModified < before) ids.push(object.key);
      if (ids.length < pageSize) continue;
      yield ids;
      ids = [];
    }
    if (ids.length > 0) yield ids;
    paginationToken = page.paginationToken;
  } while (paginationToken);
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (("code" in error && error.code === "ENOENT") || isMissing(error.cause));
