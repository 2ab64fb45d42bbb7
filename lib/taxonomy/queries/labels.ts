import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** The labels of the skills among these slugs, by slug. */
export async function listSkillLabels(slugs: readonly string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().execute<{ slug: string; label: string }>(
    sql`select slug, label from skills where slug = any(${sql.param([...slugs])}::text[])`,
  );
  return new Map(rows.map(({ slug, label }) => [slug, label]));
}
