import postgres from "postgres";
import { withConnection } from "@/db/cluster/connection";
import { type EmbeddedPostgres, startEmbedded } from "@/db/embedded";
import { webRole } from "@/db/roles";
import { hasCode } from "@/lib/errors";
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
        `DATABASE_URL names a server with PostgreSQL ${server?.version}. Backplane needs PostgreSQL 15 to 18.`,
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
        `The PostgreSQL server is missing ${missing.join(", ")}. Install its contrib package (postgresql-contrib).`,
      );
    }
    return `PostgreSQL ${server.version}`;
  } catch (error) {
    throw explain(error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Checks that the role of DATABASE_WEB_URL can carry the web process, and may do no more; throws what to do about it. */
export async function checkWebRole(webUrl: string): Promise<void> {
  await withConnection(webUrl, async (sql) => {
    const [may] = await sql<{ write: boolean; create: boolean }[]>`
      select has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'insert') as write,
        has_schema_privilege(n.oid, 'create') or pg_has_role(c.relowner, 'member') as create
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relname = 'users'`;
    const name = `Its role must be ${webRole}, or a member of that role`;
    if (!may?.write) throw new Error(`The role of DATABASE_WEB_URL cannot write. ${name}. Then start again.`);
    if (may.create)
      throw new Error(
        `The role of DATABASE_WEB_URL can change the tables themselves. ${name}, and must not own them.`,
      );
  }).catch((error: Error & { code?: string }) => {
    throw explain(error, "DATABASE_WEB_URL");
  });
}

/** The address itself may hold a password: it is never shown. */
function explain(error: unknown, variable = "DATABASE_URL"): unknown {
  const advice: Record<string, string> = {
    ECONNREFUSED: "no server answers at this address. Check that it is running, and that the port is right.",
    ENOTFOUND: "this host does not exist.",
    CONNECT_TIMEOUT: "the server did not answer within 10 s.",
    "3D000": "this database does not exist. Create it with `createdb NAME`.",
    "28P01": "the server refused the password.",
    "28000": "the server refused this user.",
  };
  const [, known] = Object.entries(advice).find(([code]) => hasCode(error, code)) ?? [];
  return known ? new Error(`${variable}: ${known}`, { cause: error }) : error;
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
