import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { refreshDocuments } from "./document";

/**
 * Gives all postings of one company to another, in the transaction that merges the two. Their applications, invitations and views follow, as the
 * tables have it. The addresses of the postings stay.
 */
export async function movePostings(tx: Transaction, { from, into }: { from: string; into: string }) {
  await tx.update(postings).set({ companyId: into, updatedAt: tx.now }).where(eq(postings.companyId, from));
  // The name of the company is part of what is searched.
  await tx.execute(refreshDocuments(sql`p.company_id = ${into}`));
}

/**
 * Has the postings that ask for one skill ask for another, in the transaction that merges the two, and gives how many there are. A posting that
 * asks for both asks for what is more: a must-have, and the most years. What was stored with applications stays.
 */
export async function movePostingSkills(
  tx: Transaction,
  { from, into }: { from: number; into: number },
): Promise<number> {
  await tx.execute(sql`
    insert into posting_skills as t (posting_id, skill_id, must, min_years, position)
    select posting_id, ${into}::int, must, min_years, position from posting_skills where skill_id = ${from}
    on conflict (posting_id, skill_id) do update set must = t.must or excluded.must,
      min_years = greatest(t.min_years, excluded.min_years), position = least(t.position, excluded.position)`);
  const gone = await tx.execute(
    sql`delete from posting_skills where skill_id = ${from} returning posting_id`,
  );
  return gone.length;
}

/** Writes the searched text of the postings that ask for a skill anew: its names are part of it. */
export const refreshSkillDocuments = (tx: Transaction, skillId: number) =>
  tx.execute(
    refreshDocuments(sql`p.id in (select t.posting_id from posting_skills t where t.skill_id = ${skillId})`),
  );
