import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { ReadySearch } from "./compile";
import { textQuery, titleMatches } from "./text";

/** What counts how much: all words in the title, a skill's name in the title, the skill as a must and as a nice. The rank of the words in the text is below 1. */
const weights = { title: 8, named: 4, must: 2, nice: 1 };

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
  when ts_filter(${postings.document}, '{a}') @@ ${namesOf(ids.skill.get(slug) ?? 0)} then ${weights.named}::int
  when exists (
    select 1 from posting_skills t where t.posting_id = ${postings.id} and t.must
      and t.skill_id = any(${sql.param(implying.get(slug) ?? [])}::int[])) then ${weights.must}::int
  else ${weights.nice}::int end`;

/** Any of a skill's names, as a query; asked of nothing but the skill, so that it is made once and not for every posting. */
const namesOf = (id: number) => sql`(
  select string_agg('(' || n.query::text || ')', ' | ')::tsquery from (
    select phraseto_tsquery('english', fold(s.label)) as query from skills s where s.id = ${id}
    union select phraseto_tsquery('english', fold(a.alias)) from skill_aliases a where a.skill_id = ${id}
  ) n where numnode(n.query) > 0)`;
