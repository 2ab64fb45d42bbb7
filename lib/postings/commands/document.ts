import { type SQL, sql } from "drizzle-orm";

/**
 * The searchable text of the postings `which` (a condition on `postings p`): title A, skills with their aliases and responsibilities B,
 * company C, description D; accents folded.
 */
export const refreshDocuments = (which: SQL) => sql`
  update postings p set document =
    setweight(to_tsvector('english', fold(p.title)), 'A') ||
    setweight(to_tsvector('english', fold(coalesce((
      select string_agg(s.label || ' ' || s.slug || ' ' || coalesce((select string_agg(a.alias, ' ') from skill_aliases a where a.skill_id = s.id), ''), ' ')
      from posting_skills t join skills s on s.id = t.skill_id where t.posting_id = p.id), ''))), 'B') ||
    setweight(to_tsvector('english', fold(coalesce((
      select string_agg(r.label, ' ') from posting_responsibilities t join responsibilities r on r.id = t.responsibility_id
      where t.posting_id = p.id), ''))), 'B') ||
    setweight(to_tsvector('english', fold((select c.name from companies c where c.id = p.company_id))), 'C') ||
    setweight(to_tsvector('english', fold(left(p.description, 100000))), 'D')
  where ${which}`;
