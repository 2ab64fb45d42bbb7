import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as prepareQueue } from "graphile-worker";
import postgres from "postgres";
import { grantToWeb } from "./roles";

const folder = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any number will do as long as every migrator takes the same. */
const lock = 716_270_001;

/** Brings the database to the newest schema, the queue's tables and the rights of the web process included. Two at once: the second waits, and finds it done. */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lock})`;
    await runMigrations(drizzle(sql), { migrationsFolder: folder });
    await prepareQueue({ connectionString: databaseUrl });
    await grantToWeb(sql);
  } finally {
    await sql.end();
  }
}
