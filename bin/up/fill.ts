import { migrate } from "@/db/migrate";
import { loadCatalogue, seed } from "@/db/seed/index";
import { writeMissingMatchFacts } from "@/lib/applications/commands/match-facts";
import { writeMissingDocuments } from "@/lib/postings/commands/document";
import { renewIdentities } from "@/lib/postings/commands/identities";
import { step } from "./progress";

/** Brings the tables up to date, and what they hold where SQL alone cannot, in one step: on much data that may take its time. */
export function migrateTables(databaseUrl: string): Promise<void> {
  const renew: typeof renewIdentities = async (tx) => {
    await renewIdentities(tx);
    await writeMissingDocuments(tx);
    await writeMissingMatchFacts(tx);
  };
  return step("tables", () => migrate(databaseUrl, renew), { minutes: 60 });
}

/** Puts in what a migrated database begins with: the catalogue of skills and, in a demonstration alone, its companies and people. */
export async function fill(databaseUrl: string, isDemo: boolean): Promise<void> {
  if (isDemo) await step("seeds", () => seed(databaseUrl, () => {}), { minutes: 15 });
  else await step("skills, cities and rates", () => loadCatalogue(databaseUrl));
}
