import { fileURLToPath } from "node:url";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as prepareQueue } from "graphile-worker";
import postgres from "postgres";
import { grantToWeb } from "./roles";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any number will do as long as every migrator takes the same. */
const lock = 716_270_001;

type Tables = Pick<PostgresJsDatabase, "select" | "execute">;

/**
 * Brings the database to the newest schema, the queue's tables and the rights of the web process included, and then does `renew` in one
 * transaction: what rows need that are
 * older than a column and that SQL alone cannot give them. Two at once: the second waits, and finds it done.
 */
export async function migrate(databaseUrl: string, renew?: (tx: Tables) => Promise<void>): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await prepareQueue({ connectionString: databaseUrl });
    await grantToWeb(sql);
    if (renew) await drizzle(sql, { casing: "snake_case" }).transaction(renew);
  } finally {
    await sql.end();
  }
}
