import { closeDatabase, inTransaction } from "@/db/client";
import { loadTaxonomy } from "@/lib/taxonomy/commands";

/** Fills a migrated database with the taxonomy and the demonstration; once filled, it is left as it is. */
export async function seed(databaseUrl: string, log: (line: string) => void): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  try {
    await inTransaction(loadTaxonomy);
    log("taxonomy");
  } finally {
    await closeDatabase();
  }
}
