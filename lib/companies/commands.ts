import { and, eq, inArray, sql } from "drizzle-orm";
import { inTransaction, type Transaction } from "@/db/client";
import { companies, members } from "@/db/schema/companies";
import { limitSessions } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { DomainError } from "@/lib/errors";
import { record } from "@/lib/events/commands";
import type { CompanyForm } from "./input";
import { companySlug } from "./rules";

/** Creates a company whose owner is the actor, and gives its id and slug. */
export function createCompany(actor: Actor, input: CompanyForm): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const company = await insertCompany(tx, input);
    await tx
      .insert(members)
      .values({ companyId: company.id, userId: actor.userId, role: "owner", createdAt: tx.now });
    await limitSessions(tx, actor);
    await record(tx, { type: "company.created", actorId: actor.userId, companyId: company.id });
    return company;
  });
}

/** Keeps what an owner says of their company. Throws `not_found` unless the actor owns it. */
export function editCompany(actor: Actor, companyId: string, input: CompanyForm) {
  return inTransaction(async (tx) => {
    const [company] = await tx
      .update(companies)
      .set({
        name: input.name,
        website: input.website ?? null,
        description: input.description,
        country: input.country ?? null,
        size: input.size ?? null,
      })
      .where(
        and(
          eq(companies.id, companyId),
          sql`exists (select 1 from members m where m.company_id = ${companyId} and m.user_id = ${actor.userId} and m.role = 'owner')`,
        ),
      )
      .returning({ id: companies.id });
    if (!company) throw new DomainError("not_found", "There is no such company.");
    await record(tx, { type: "company.edited", actorId: actor.userId, companyId });
  });
}

/**
 * The unclaimed companies of these names, created where there are none yet: by lower-case name, to their ids. A name that a claimed
 * company goes by leads to an unclaimed one beside it, since nobody may speak for a company but its members.
 */
export async function ensureUnclaimedCompanies(tx: Transaction, given: { name: string; website?: string }[]) {
  const wanted = new Map(given.map((company) => [company.name.toLowerCase(), company]));
  const found = new Map<string, string>();
  for (const suffix of ["", "-unclaimed"]) {
    const missing = [...wanted].filter(([key]) => !found.has(key));
    if (missing.length === 0) break;
    const slugs = new Map(missing.map(([key, { name }]) => [key, companySlug(name) + suffix]));
    await tx
      .insert(companies)
      .values(
        missing.map(([key, { name, website }]) => ({
          name,
          website: website ?? null,
          slug: slugs.get(key) as string,
          createdAt: tx.now,
        })),
      )
      .onConflictDoNothing();
    const rows = await tx
      .select({ id: companies.id, slug: companies.slug })
      .from(companies)
      .where(
        and(
          inArray(companies.slug, [...slugs.values()]),
          sql`not exists (select 1 from members m where m.company_id = ${companies.id})`,
        ),
      );
    const bySlug = new Map(rows.map(({ id, slug }) => [slug, id]));
    for (const [key, slug] of slugs) {
      const id = bySlug.get(slug);
      if (id) found.set(key, id);
    }
  }
  return found;
}

async function insertCompany(tx: Transaction, input: CompanyForm) {
  const slug = companySlug(input.name);
  const values = {
    name: input.name,
    website: input.website ?? null,
    description: input.description,
    country: input.country ?? null,
    size: input.size ?? null,
    createdAt: tx.now,
  };
  const columns = { id: companies.id, slug: companies.slug };
  const [first] = await tx
    .insert(companies)
    .values({ ...values, slug })
    .onConflictDoNothing()
    .returning(columns);
  if (first) return first;
  // The name is taken as an address: the next free number behind it.
  const [second] = await tx
    .insert(companies)
    .values({
      ...values,
      slug: sql`${slug} || '-' || (select count(*) + 1 from companies c where c.slug ~ ('^' || ${slug} || '(-[0-9]+)?$'))`,
    })
    .onConflictDoNothing()
    .returning(columns);
  if (!second)
    throw new DomainError("conflict", "Another company took that name just now. Try again.", "name");
  return second;
}
