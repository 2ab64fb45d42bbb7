import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { present } from "@/lib/present";
import { nameKeyOf } from "../identity";
import { insertCompanies } from "./insert";

/**
 * The companies that imports made under these names, created where there are none yet: by name key, to their ids. One import at a time, as
 * the caller sees to. Whether a company with members has one of the names is asked before: `findNamesWithMembers`.
 */
export async function ensureUnclaimedCompanies(
  tx: Transaction,
  given: readonly { name: string; website?: string }[],
): Promise<Map<string, string>> {
  const wanted = new Map(given.map((company) => [nameKeyOf(company.name), company]));
  const standing = await tx
    // What was merged is found under its old name, and is the company that it was merged into.
    .select({
      id: sql<string>`coalesce(${companies.mergedInto}, ${companies.id})`,
      nameKey: companies.nameKey,
    })
    .from(companies)
    .where(and(eq(companies.fromImport, true), inArray(companies.nameKey, [...wanted.keys()])));
  const found = new Map(standing.map(({ id, nameKey }) => [present(nameKey), id]));
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, company]) => company);
  const made = await insertCompanies(
    tx,
    missing.map(({ name, website }) => ({ name, website: website ?? null, fromImport: true })),
  );
  for (const { id, nameKey } of made) found.set(present(nameKey), id);
  return found;
}
