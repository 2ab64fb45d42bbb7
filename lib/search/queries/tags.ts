import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { listSkills } from "@/lib/taxonomy/queries/skills";
import { countsBySkill } from "../filters/tags";

/** Skills as `listSkills` gives them, each with the number of live postings that have it, by the rule of the filter `skill`. */
export async function listCountedSkills(which: { q?: string; limit?: number } = {}) {
  const [skills, counts] = await Promise.all([
    listSkills(which),
    countTags(countsBySkill(sql`postings`, isLive())),
  ]);
  return skills.map(({ id, ...skill }) => ({ ...skill, postings: counts.get(id) ?? 0 }));
}

/** The published list of responsibilities, or those whose name holds `q`, each with its number of live postings. */
export async function listCountedResponsibilities({ q, limit }: { q?: string; limit?: number } = {}) {
  const [all, counts] = await Promise.all([
    listResponsibilities(),
    countTags(sql`select t.responsibility_id as id, count(*)::int as count from postings
      join posting_responsibilities t on t.posting_id = ${postings.id} where ${isLive()} group by t.responsibility_id`),
  ]);
  const wanted = q?.trim().toLowerCase();
  return all
    .filter(({ label, slug }) => !wanted || label.toLowerCase().includes(wanted) || slug.includes(wanted))
    .slice(0, limit)
    .map(({ id, slug, label, group }) => ({ slug, label, group, postings: counts.get(id) ?? 0 }));
}

async function countTags(query: ReturnType<typeof sql>): Promise<Map<number, number>> {
  const rows = await db().execute<{ id: number; count: number }>(query);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
