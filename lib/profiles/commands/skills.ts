import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { profileSkills } from "@/db/schema/profiles";

/**
 * Has the profiles that name one skill name another, with its evidence, in the transaction that merges the two. Of a profile that says yes to one
 * of them and no to the other, the yes stays.
 */
export async function moveProfileSkills(tx: Transaction, { from, into }: { from: number; into: number }) {
  await tx.execute(sql`
    insert into profile_skills as p (user_id, skill_id, has, years, level, last_used)
    select user_id, ${into}::int, has, years, level, last_used from profile_skills where skill_id = ${from}
    on conflict (user_id, skill_id) do update set has = p.has or excluded.has, years = greatest(p.years, excluded.years),
      level = coalesce(p.level, excluded.level), last_used = greatest(p.last_used, excluded.last_used)`);
  await tx.execute(sql`
    insert into profile_evidence_skills (user_id, evidence_id, skill_id)
    select user_id, evidence_id, ${into}::int from profile_evidence_skills where skill_id = ${from}
    on conflict do nothing`);
  // Its evidence goes with it.
  await tx.delete(profileSkills).where(eq(profileSkills.skillId, from));
}
