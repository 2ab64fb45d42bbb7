import { and, asc, eq, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { decidedNames, skillAliases, skillImplies, skillRelated, skills } from "@/db/schema/taxonomy";
import { normalizeTerm } from "../rules";

export type Skill = {
  id: number;
  slug: string;
  label: string;
  kind: "technology" | "practice" | "concept";
  category: string;
  article: boolean;
  aliases: string[];
  implies: string[];
  related: string[];
};

/**
 * Skills that are not retired with their aliases and edges (slugs, sorted), by label. With `q`, those whose label, slug or alias holds it: an exact
 * name first, then names that begin with it. `limit` defaults to all of them.
 */
export async function listSkills({ q, limit }: { q?: string; limit?: number } = {}): Promise<Skill[]> {
  const term = q === undefined ? "" : normalizeTerm(q);
  const listed = db()
    .select({ ...columns, ...edges })
    .from(skills);
  const matching = term
    ? listed
        .where(and(isNull(skills.retiredAt), isNamed(term)))
        .orderBy(rank(term), asc(sql`lower(${skills.label})`))
    : listed.where(isNull(skills.retiredAt)).orderBy(asc(sql`lower(${skills.label})`));
  return limit === undefined ? matching : matching.limit(limit);
}

/** The skills of those slugs, by label; unknown slugs are left out. */
export async function findSkillsBySlugs(
  slugs: readonly string[],
): Promise<{ id: number; slug: string; label: string }[]> {
  if (slugs.length === 0) return [];
  return db()
    .select({ id: skills.id, slug: skills.slug, label: skills.label })
    .from(skills)
    .where(inArray(skills.slug, [...slugs]))
    .orderBy(asc(sql`lower(${skills.label})`));
}

/** One skill by slug, retired or not, or null. */
export async function findSkill(slug: string): Promise<(Skill & { retiredAt: Date | null }) | null> {
  const [found] = await db()
    .select({ ...columns, ...edges, retiredAt: skills.retiredAt })
    .from(skills)
    .where(eq(skills.slug, slug));
  return found ?? null;
}

/** The slug of the skill that the skill of this address was merged into, or null. */
export async function findMergedSkill(slug: string): Promise<string | null> {
  const [into] = await db()
    .select({ slug: skills.slug })
    .from(decidedNames)
    .innerJoin(skills, eq(skills.id, decidedNames.skillId))
    .where(eq(decidedNames.name, normalizeTerm(slug)));
  return into && into.slug !== slug ? into.slug : null;
}

const columns = {
  id: skills.id,
  slug: skills.slug,
  label: skills.label,
  kind: skills.kind,
  category: skills.category,
  article: skills.article,
};

/** Written with their tables by name: in a select from one table the library leaves the table's name out. */
const edges = {
  aliases: sql<
    string[]
  >`array(select a.alias from ${skillAliases} a where a.skill_id = ${skills}.id order by 1)`,
  implies: sql<
    string[]
  >`array(select other.slug from ${skillImplies} i join ${skills} other on other.id = i.implied_id
    where i.skill_id = ${skills}.id order by 1)`,
  related: sql<string[]>`array(select other.slug from ${skillRelated} r
    join ${skills} other on other.id = r.skill_id + r.related_id - ${skills}.id
    where ${skills}.id in (r.skill_id, r.related_id) order by 1)`,
};

/** Names are compared as `normalizeTerm` writes them: a dot, hyphen or underscore inside a name is a space. */
const spaced = (name: unknown) => sql`regexp_replace(lower(${name}), '(\\w)[-._]+(?=\\w)', '\\1 ', 'g')`;

function isNamed(term: string) {
  const part = `%${escapeLike(term)}%`;
  return or(
    ilike(spaced(skills.label), part),
    ilike(skills.slug, `%${escapeLike(term.replaceAll(" ", "-"))}%`),
    sql`exists (select 1 from ${skillAliases} where ${and(
      eq(skillAliases.skillId, skills.id),
      ilike(spaced(skillAliases.alias), part),
    )})`,
  );
}

function rank(term: string) {
  const begins = `${escapeLike(term)}%`;
  return sql`case
    when ${spaced(skills.label)} = ${term} or ${skills.slug} = ${term} or exists (select 1 from ${skillAliases}
      where ${skillAliases.skillId} = ${skills.id} and ${spaced(skillAliases.alias)} = ${term}) then 0
    when ${spaced(skills.label)} like ${begins} then 1
    else 2 end`;
}

const escapeLike = (term: string) => term.replace(/[\\%_]/g, "\\$&");
