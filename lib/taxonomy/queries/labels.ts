import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Slugs of skills with their labels; one that was merged into another, as records from before have it, with the label of that one. */
const labelsOf = (slugs: SQL) => sql`
  select slug, label from skills where slug = any(${slugs})
  union all select replace(d.name, ' ', '-'), s.label from decided_names d join skills s on s.id = d.skill_id
    where replace(d.name, ' ', '-') = any(${slugs}) and not exists (select 1 from skills k where k.slug = replace(d.name, ' ', '-'))`;

type Labelled = { slug: string; label: string };
const bySlug = (rows: readonly Labelled[]) => new Map(rows.map(({ slug, label }) => [slug, label]));

/** The labels of the skills among these slugs, by slug. */
export async function listSkillLabels(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  return bySlug(await db().execute<Labelled>(labelsOf(sql`${sql.param([...slugs])}::text[]`)));
}

/** The same for skills and responsibilities, which share no slug. */
export async function listTagLabels(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const asked = sql`${sql.param([...slugs])}::text[]`;
  return bySlug(
    await db().execute<Labelled>(sql`
      select slug, label from responsibilities where slug = any(${asked}) union all ${labelsOf(asked)}`),
  );
}
