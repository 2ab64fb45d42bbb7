import { loadCatalogue, seed } from "@/db/seed/index";
import { step } from "./progress";

/** Puts in what a migrated database begins with: the catalogue of skills and, in a demonstration alone, its companies and people. */
export async function fill(databaseUrl: string, isDemo: boolean): Promise<void> {
  if (isDemo) await step("seeds", () => seed(databaseUrl, () => {}));
  else await step("skills, cities and rates", () => loadCatalogue(databaseUrl));
}
