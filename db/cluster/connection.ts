import postgres, { type Sql } from "postgres";

/** The same server's address for another database. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The role that a cluster of ours begins with, and that owns all in it. */
export const owner = "postgres";

/** Address of a database of a local server of ours, for its owner or for another role. */
export function localUrl(port: number, name: string, password = "", role = owner): string {
  return `postgres://${role}${password && `:${password}`}@127.0.0.1:${port}/${name}`;
}

/** Does something on a connection of its own, which is closed afterwards. */
export async function withConnection<T>(url: string, act: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
