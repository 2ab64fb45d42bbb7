import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { companies } from "@/db/schema/companies";
import { DomainError } from "@/lib/errors";
import { elementAt } from "@/lib/present";
import { slugOf } from "@/lib/slug";
import { identityOf } from "../identity";

type NewCompany = Omit<typeof companies.$inferInsert, "id" | "slug" | "nameKey" | "skeletons" | "createdAt">;

/** Companies that may share the words of an address: the first has them alone, the others with a number behind. */
const mostNumbered = 100;
/** Somebody else may take an address between looking and writing. */
const mostTries = 3;

/**
 * Writes new companies, each with an address that nobody has yet, and gives id, address and name key of each, in any order. Throws
 * `conflict` at the name where others were quicker to take the addresses, three times over.
 */
export async function insertCompanies(tx: Transaction, given: readonly NewCompany[]) {
  const inserted: { id: string; slug: string; nameKey: string | null }[] = [];
  let waiting = given;
  for (let tried = 0; waiting.length > 0; tried++) {
    if (tried === mostTries)
      throw new DomainError("conflict", "Another company has just taken this name. Try again.", "name");
    const slugs = await freeSlugs(
      tx,
      waiting.map(({ name }) => name),
    );
    const rows = waiting.map((one, i) => ({
      ...one,
      ...identityOf(one),
      slug: elementAt(slugs, i),
      createdAt: tx.now,
    }));
    const written = await tx
      .insert(companies)
      .values(rows)
      .onConflictDoNothing({ target: companies.slug })
      .returning({ id: companies.id, slug: companies.slug, nameKey: companies.nameKey });
    inserted.push(...written);
    const taken = new Set(written.map(({ slug }) => slug));
    waiting = waiting.filter((_, i) => !taken.has(elementAt(slugs, i)));
  }
  return inserted;
}

/** An address for each of these names that neither a company nor another of them has. */
async function freeSlugs(tx: Transaction, names: readonly string[]): Promise<string[]> {
  const wanted = names.map((name) => numbered(slugOf(name)));
  const rows = await tx
    .select({ slug: companies.slug })
    .from(companies)
    .where(inArray(companies.slug, wanted.flat()));
  const taken = new Set(rows.map(({ slug }) => slug));
  return wanted.map((candidates) => {
    const free = candidates.find((slug) => !taken.has(slug));
    if (!free)
      throw new DomainError("conflict", "Too many companies already have this name. Choose another.", "name");
    taken.add(free);
    return free;
  });
}

const numbered = (slug: string) =>
  Array.from({ length: mostNumbered }, (_, at) => (at === 0 ? slug : `${slug}-${at + 1}`));
