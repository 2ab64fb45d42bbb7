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
