import { closeDatabase, inLongTransaction, inTransaction } from "@/db/client";
import { refreshPayFigures } from "@/lib/search/commands/pay-figures";
import { refreshTerms } from "@/lib/search/commands/terms";
import { loadTaxonomy } from "@/lib/taxonomy/commands/load";
import { saveForCandidate } from "./saved";
import { writeDemonstration } from "./write";

/** Loads what every installation needs into a migrated database: skills, responsibilities, cities, exchange rates. Safe to repeat. */
export async function loadCatalogue(databaseUrl: string): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  try {
    await inLongTransaction(loadTaxonomy);
  } finally {
    await closeDatabase();
  }
}

/**
 * Fills a migrated database with the taxonomy and the demonstration; once filled, it is left as it is. The demonstration is written in
 * one transaction: a run that was cut off leaves nothing of it, and the next one writes it whole.
 */
export async function seed(databaseUrl: string, log: (line: string) => void): Promise<void> {
  process.env.DATABASE_URL = databaseUrl;
  try {
    await inLongTransaction(loadTaxonomy);
    log("taxonomy");
    const isNew = await inTransaction(writeDemonstration);
    if (isNew) {
      await refreshTerms();
      await refreshPayFigures();
      await saveForCandidate();
    }
    log(isNew ? "demonstration" : "demonstration, there already");
  } finally {
    await closeDatabase();
  }
}
