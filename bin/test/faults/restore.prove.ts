import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { createPersonEverywhere } from "@/db/factories-person";
import { migrate } from "@/db/migrate";
import { seed } from "@/db/seed/index";
import { archiveCluster, restoreCluster } from "../../up/archive";
import { startOwnDatabase } from "../../up/database";

const root = mkdtempSync(join(tmpdir(), "backplane-restore-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const [folder, files, fresh, archive] = ["data", "data/files", "fresh", "backup.tar.gz"].map((name) =>
  join(root, name),
) as [string, string, string, string];

/** Of each table how many rows it has, and a hash over all of them. */
async function fingerprint(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  const found: Record<string, unknown> = {};
  for (const { name } of tables)
    [found[name]] = await sql.unsafe(
      `select count(*)::int as rows, md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as hash from ${name} t`,
    );
  await sql.end();
  return found;
}

const hashesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );

it("R31 a backup that is restored on another machine has every row of every table and every file", async () => {
  mkdirSync(files, { recursive: true });
  const before = await startOwnDatabase(folder);
  await migrate(before.url);
  await seed(before.url, () => {});
  process.env.DATABASE_URL = before.url;
  const sql = postgres(before.url, { max: 1, onnotice: () => {} });
  await createPersonEverywhere(sql, "canary.example");
  await sql.end();
  await closeDatabase();
  for (const size of [0, 1, 5_000_000])
    writeFileSync(join(files, crypto.randomUUID()), Buffer.alloc(size, "a"));
  const [rows, stored] = [await fingerprint(before.url), hashesOf(files)];
  await before.stop();
  await archiveCluster(folder, files, archive);
  rmSync(folder, { recursive: true });

  mkdirSync(fresh);
  const begun = performance.now();
  await restoreCluster(fresh, join(fresh, "files"), archive);
  const after = await startOwnDatabase(fresh);
  const ms = performance.now() - begun;
  const restored = await fingerprint(after.url);
  await after.stop();
  console.log(`R31: ${Object.keys(rows).length} tables, back after ${(ms / 1000).toFixed(1)} s`);
  expect(restored).toEqual(rows);
  expect(hashesOf(join(fresh, "files"))).toEqual(stored);
  expect(ms).toBeLessThan(60_000);
}, 600_000);
