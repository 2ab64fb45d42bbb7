import { drizzle } from "drizzle-orm/postgres-js";
import { withConnection } from "@/db/cluster/connection";
import { migrate } from "@/db/migrate";
import { renewIdentities } from "@/lib/postings/commands/identities";

/** Brings the tables up to date, and what they hold where SQL alone cannot. */
export async function prepareTables(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  await withConnection(databaseUrl, (sql) =>
    drizzle(sql, { casing: "snake_case" }).transaction(renewIdentities),
  );
}
