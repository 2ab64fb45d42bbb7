import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import { type Relevance, relevanceWeights as weights } from "@/lib/board/relevance";
import { parseTextQuery } from "@/lib/board/text";
import type { ReadySearch } from "./compile";
import { runSql } from "./run-sql";
import { readTextQuery, textQuery, titleMatches } from "./text";

/** How well a posting answers the words and the skills of a search, as a number: higher is better. */
export function relevanceOf(ready: ReadySearch): SQL {
  const { q = "", skill } = ready.criteria;
  const parts = [
    sql`case when ${titleMatches(q)} then ${weights.title}::int else 0 end`,
    sql`ts_rank(${postings.document}, ${textQuery(q)})::numeric`,
    ...skill.map((slug) => skillRelevance(slug, ready)),
  ];
  return sql`round(${sql.join(parts, sql` + `)}, 6)`;
}

const skillRelevance = (slug: string, { ids, implying }: ReadySearch) => sql`case
  when ts_filter(${postings.document}, '{a}') @@ ${namesOf(sql`${ids.skill.get(slug) ?? 0}::int`)} then ${weights.named}::int
  when exists (
    select 1 from posting_skills t where t.posting_id = ${postings.id} and t.must
      and t.skill_id = any(${sql.param(implying.get(slug) ?? [])}::int[])) then ${weights.must}::int
  else ${weights.nice}::int end`;

/** Any of a skill's names, as a query; asked of nothing but the skill, so that it is made once and not for every posting. */
const namesOf = (id: SQL) => sql`(
  select string_agg('(' || n.query::text || ')', ' | ')::tsquery from (
    select phraseto_tsquery('english', fold(s.label)) as query from skills s where s.id = ${id}
    union select phraseto_tsquery('english', fold(a.alias)) from skill_aliases a where a.skill_id = ${id}
  ) n where numnode(n.query) > 0)`;

/** The same for the board; null where it cannot answer it. Throws `too_slow`. */
export async function readRelevance({ criteria, ids, implying }: ReadySearch): Promise<Relevance | null> {
  const [text, names] = await Promise.all([
    readTextQuery(criteria.q ?? ""),
    readNames(criteria.skill.map((slug) => ids.skill.get(slug) ?? 0)),
  ]);
  const skills = criteria.skill.flatMap((slug, at) => {
    const query = parseTextQuery(names[at] ?? "");
    return query ? [{ names: query, ids: implying.get(slug) ?? [] }] : [];
  });
  return text && skills.length === criteria.skill.length ? { text, skills } : null;
}

/** The names of each of the skills, as a query; null for a skill without a name that is a word. */
async function readNames(skills: readonly number[]): Promise<(string | null)[]> {
  if (skills.length === 0) return [];
  const rows = await runSql<{ names: string | null }>(sql`
    select ${namesOf(sql`g.id`)}::text as names from unnest(${sql.param([...skills])}::int[]) with ordinality as g (id, at) order by g.at`);
  return rows.map(({ names }) => names);
}
