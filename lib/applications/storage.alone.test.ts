import { mkdtempSync, readdirSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { testDatabase } from "@/db/testing";
import { hasCode } from "@/lib/errors";
import { readStored, storeFile } from "./storage";

await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "backplane-files-"));
process.env.STORAGE_URL = pathToFileURL(folder).href;
afterAll(() => rm(folder, { recursive: true }));

const bytes = Buffer.from("Kim Candidate, Go developer");

/*
 * Two devices of Linux fail as a disk does: one is always full, the other takes everything and cannot be flushed.
 */
it.runIf(process.platform === "linux").each([
  ["R17 a disk that is full", "/dev/full", "ENOSPC"],
  ["R18 a disk that cannot be flushed", "/dev/null", "EINVAL"],
])("%s refuses a file and leaves no part of it, and takes it once it is well", async (_, device, code) => {
  const id = crypto.randomUUID();
  symlinkSync(device, join(folder, id));
  const error: unknown = await storeFile(id, bytes).catch((cause: unknown) => cause);
  expect(hasCode(error, code)).toBe(true);
  expect(readdirSync(folder)).not.toContain(id);
  await storeFile(id, bytes);
  expect(Buffer.from(await readStored(id))).toEqual(bytes);
});
