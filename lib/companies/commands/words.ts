import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { companySkills } from "@/db/schema/companies";
import { DomainError } from "@/lib/errors";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import type { CompanyForm } from "../input";

/** The texts of a company, as columns. */
export const wordsOf = ({ description, working, benefits }: CompanyForm) => ({
  description,
  working,
  benefits,
});

/**
 * The ids of what a company builds with, by names as people write them, each once. Retired skills may stay with the company that has them.
 * Throws `invalid` at `stack`, naming each that we do not know.
 */
export async function resolveStack(
  names: readonly string[],
  companyId: string | null = null,
): Promise<number[]> {
  const known = await resolveSkills(
    [...names],
    sql`select k.skill_id from company_skills k where k.company_id = ${companyId}::uuid`,
  );
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new DomainError(
      "invalid",
      `We do not know ${unknown.map((name) => `“${name}”`).join(", ")}. Check the spelling, or leave it out.`,
      "stack",
    );
  return [...new Set(names.flatMap((name) => known.get(name)?.id ?? []))];
}

/** Replaces what a company builds with, in the transaction that saves its texts. */
export async function saveStack(tx: Transaction, companyId: string, skillIds: readonly number[]) {
  await tx.delete(companySkills).where(eq(companySkills.companyId, companyId));
  if (skillIds.length > 0)
    await tx
      .insert(companySkills)
      .values(skillIds.map((skillId, position) => ({ companyId, skillId, position })));
}

/** Has companies that build with one skill build with another, in the transaction that merges the two. */
export async function moveStackSkills(tx: Transaction, { from, into }: { from: number; into: number }) {
  await tx.execute(sql`
    insert into company_skills as k (company_id, skill_id, position)
    select company_id, ${into}::int, position from company_skills where skill_id = ${from}
    on conflict (company_id, skill_id) do update set position = least(k.position, excluded.position)`);
  await tx.delete(companySkills).where(eq(companySkills.skillId, from));
}
