import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, it } from "vitest";
import { migrate } from "./migrate";
import { testDatabase } from "./testing";

const { url, sql } = await testDatabase();
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await sql`drop database if exists ${sql(name)} with (force)`;
});

async function emptyDatabase(): Promise<string> {
  const name = `test_${process.pid}_empty_${made.length}`;
  made.push(name);
  await sql`create database ${sql(name)} template template0 encoding 'UTF8'`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

const files = readdirSync(join(import.meta.dirname, "migrations")).filter((name) => name.endsWith(".sql"));

async function countDone(address: string): Promise<number> {
  const own = postgres(address, { max: 1 });
  try {
    const [row] = await own<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
    return row?.n ?? 0;
  } finally {
    await own.end();
  }
}

it("three migrators at once do each migration once", async () => {
  const address = await emptyDatabase();
  await Promise.all([migrate(address), migrate(address), migrate(address)]);
  expect(await countDone(address)).toBe(files.length);
});

it("a migrator that is killed half-way leaves nothing half done, and the next one completes", async () => {
  const address = await emptyDatabase();
  const database = new URL(address).pathname.slice(1);
  const killed = migrate(address).then(
    () => "done",
    () => "killed",
  );
  // In the middle: it has made tables that nobody else sees.
  await expect
    .poll(
      async () =>
        await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = ${database} and query ~* '^\\s*(?:alter|create) table' and xact_start < now() - interval '50 ms'`,
      { interval: 5, timeout: 20_000 },
    )
    .not.toHaveLength(0);
  expect(await killed).toBe("killed");
  const own = postgres(address, { max: 1 });
  expect(await own`select tablename from pg_tables where schemaname = 'public'`).toHaveLength(0);
  await own.end();
  await migrate(address);
  expect(await countDone(address)).toBe(files.length);
});
