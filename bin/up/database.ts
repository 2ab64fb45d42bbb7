import postgres from "postgres";
import { withConnection } from "@/db/cluster/connection";
import { type EmbeddedPostgres, startEmbedded } from "@/db/embedded";
import { clusterIn } from "./data-folder";
import { say } from "./progress";

const EXTENSIONS = ["pg_trgm", "unaccent", "intarray", "btree_gin"];

/** Starts the embedded database of that data folder, or takes over the one a killed run left. */
export function startOwnDatabase(folder: string): Promise<EmbeddedPostgres> {
  return startEmbedded({ dataDir: clusterIn(folder), log: (line) => say(`  ${line}`) });
}

/** Checks that the database of DATABASE_URL can carry the product; its version. */
export async function checkDatabase(url: string): Promise<string> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [server] = await sql<{ version: string; number: number; encoding: string }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('server_encoding') as encoding`;
    if (!server || server.number < 150_000 || server.number >= 190_000) {
      throw new Error(
        `DATABASE_URL leads to PostgreSQL ${server?.version}. Backplane needs PostgreSQL 15 to 18.`,
      );
    }
    if (server.encoding !== "UTF8") {
      throw new Error(
        `The database of DATABASE_URL is encoded in ${server.encoding}. Create one with encoding UTF8.`,
      );
    }
    const found = await sql<{ name: string }[]>`
      select name from pg_available_extensions where name in ${sql(EXTENSIONS)}`;
    const missing = EXTENSIONS.filter((name) => !found.some((row) => row.name === name));
    if (missing.length) {
      throw new Error(
        `That PostgreSQL lacks ${missing.join(", ")}: install its contrib package (postgresql-contrib).`,
      );
    }
    return `PostgreSQL ${server.version}`;
  } catch (error) {
    throw explain(error as Error & { code?: string });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The address itself may hold a password: it is never shown. */
function explain(error: Error & { code?: string }): Error {
  const advice: Record<string, string> = {
    ECONNREFUSED: "nobody answers there. Is that server running, and its port right?",
    ENOTFOUND: "there is no such host.",
    CONNECT_TIMEOUT: "there is no answer within 10 s.",
    "3D000": "there is no such database. Create it: `createdb NAME`.",
    "28P01": "it refuses the password.",
    "28000": "it refuses this user.",
  };
  const known = advice[error.code ?? ""];
  return known ? new Error(`DATABASE_URL: ${known}`, { cause: error }) : error;
}

/** Removes all that a database holds; needs no right to create databases. */
export async function emptyDatabase(url: string): Promise<void> {
  await withConnection(url, async (sql) => {
    const schemas = await sql<{ name: string }[]>`
      select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'`;
    for (const { name } of schemas) await sql`drop schema ${sql(name)} cascade`;
    await sql`create schema public`;
  });
}
