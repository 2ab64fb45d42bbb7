import postgres, { type Sql } from "postgres";
import { afterAll } from "vitest";
import { closeDatabase, type Database, db } from "./client";
import { cloneTemplate } from "./cluster/testing";

/**
 * A database for this test file alone: migrated, with the taxonomy, otherwise empty; dropped after the last test. The
 * product's own `db()` and `inTransaction()` work on it. Called once, at the top of the file:
 * `const { sql } = await testDatabase();`
 */
export async function testDatabase(): Promise<{ url: string; db: Database; sql: Sql }> {
  const { url, drop } = await cloneTemplate();
  // Work of an earlier file in this process may have opened the pool once more after that file closed it.
  await closeDatabase();
  process.env.DATABASE_URL = url;
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  afterAll(async () => {
    await closeDatabase();
    await sql.end({ timeout: 2 });
    await drop();
  });
  return { url, db: db(), sql };
}

/** Sets the product's clock ahead by an interval as PostgreSQL writes it ("10 minutes"); "0" sets it right again. */
export async function moveClock(sql: Sql, ahead: string) {
  await sql`update clock set ahead = ${ahead}::text::interval`;
}
