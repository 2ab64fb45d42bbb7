import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Admin } from "@/lib/auth/input";
import { findSkill, findSkillsBySlugs } from "@/lib/taxonomy/queries/skills";
import { isOwnName, normalizeTerm } from "@/lib/taxonomy/rules";
import type { NameSource } from "@/lib/taxonomy/terms";

const pageSize = 50;
/** Names that nobody knows are shown from so many different people or postings on, so that nothing about one person shows. */
const fewestPeople = 3;

export type DeskSkill = {
  slug: string;
  label: string;
  kind: string;
  category: string;
  added: boolean;
  isRetired: boolean;
  aliases: string[];
};

/**
 * Skills, retired ones too, whose label, slug or another name holds `q`, in the order of their slugs: one page from behind the slug `after`, and
 * where the next one begins, or null.
 */
export async function listSkillsForAdmin(_: Admin, { q, after }: { q?: string; after?: string }) {
  const part = `%${normalizeTerm(q ?? "").replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db().execute<DeskSkill>(sql`
    select s.slug, s.label, s.kind, s.category, s.added, s.retired_at is not null as "isRetired",
      array(select a.alias from skill_aliases a where a.skill_id = s.id order by 1) as aliases
    from skills s
    where s.slug > ${after ?? ""} and (lower(s.label) like ${part} or s.slug like ${part}
      or exists (select 1 from skill_aliases a where a.skill_id = s.id and a.alias like ${part}))
    order by s.slug limit ${pageSize + 1}::int`);
  const page = rows.slice(0, pageSize);
  return { skills: page, next: rows.length > pageSize ? (page.at(-1)?.slug ?? null) : null };
}

export type UnknownName = { name: string; count: number; sources: NameSource[] };

/** What people typed as a skill in the last 90 days and the taxonomy does not know, the most often typed first, at most a page of it. */
export async function listUnknownNames(_: Admin): Promise<UnknownName[]> {
  return db().execute<UnknownName>(sql`
    select u.name, sum(u.count)::int as count, array_agg(distinct u.source order by u.source) as sources
    from unknown_names u
    group by u.name having bit_count(bit_or(u.people)::bit(32)) >= ${fewestPeople}::int
    order by count desc, u.name limit ${pageSize}::int`);
}

/**
 * A skill by its slug, retired or not, with the skills that it implies and is related to, how many postings and profiles have it, and whether an
 * admin added it; or null.
 */
export async function findSkillForAdmin(_: Admin, slug: string) {
  const skill = await findSkill(slug);
  if (!skill) return null;
  const [[counts], implies, related] = await Promise.all([
    db().execute<{ postings: number; profiles: number; added: boolean }>(sql`
      select s.added, (select count(*)::int from posting_skills t where t.skill_id = s.id) as postings,
        (select count(*)::int from profile_skills p where p.skill_id = s.id) as profiles
      from skills s where s.id = ${skill.id}`),
    findSkillsBySlugs(skill.implies),
    findSkillsBySlugs(skill.related),
  ]);
  return {
    ...skill,
    implies,
    related,
    aliases: skill.aliases.filter((name) => !isOwnName(skill, name)),
    postings: counts?.postings ?? 0,
    profiles: counts?.profiles ?? 0,
    added: counts?.added ?? false,
  };
}
