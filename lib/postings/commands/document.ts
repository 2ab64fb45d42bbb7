import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { compoundPattern } from "@/lib/reading/compounds";
import { countries } from "@/lib/taxonomy/countries";
import { levels } from "../found-by";

const anyLevel = `\\m(?:${Object.values(levels).join("|")})\\M`;

/**
 * The searchable text of the postings `which` (a condition on `postings p`): title and level A, skills with their aliases and
 * responsibilities B, company and places C, description D; accents folded. A compound in two words or with a hyphen is there as one word too.
 */
export const refreshDocuments = (which: SQL) => sql`
  update postings p set document =
    setweight(${vector(sql`p.title`)}, 'A') ||
    setweight(${vector(level)}, 'B') ||
    setweight(${vector(sql`(
      select string_agg(s.label || ' ' || s.slug || ' ' || coalesce((select string_agg(a.alias, ' ') from skill_aliases a where a.skill_id = s.id), ''), ' ')
      from posting_skills t join skills s on s.id = t.skill_id where t.posting_id = p.id)`)}, 'B') ||
    setweight(${vector(sql`(
      select string_agg(r.label, ' ') from posting_responsibilities t join responsibilities r on r.id = t.responsibility_id
      where t.posting_id = p.id)`)}, 'B') ||
    setweight(${vector(sql`(select c.name from companies c where c.id = p.company_id)`)}, 'C') ||
    setweight(${vector(sql`(
      select string_agg(concat_ws(' ', l.city, n.value), ' ') from posting_places l
      join json_each_text(${countryNames}::text::json) n on n.key = l.country where l.posting_id = p.id)`)}, 'C') ||
    setweight(${vector(sql`left(p.description, 100000)`)}, 'D')
  where ${which}`;

/** Writes the texts that are missing, as they are after a migration that changes what a text holds. */
export async function writeMissingDocuments(on: Pick<Database, "execute">): Promise<void> {
  await on.execute(refreshDocuments(sql`p.document is null`));
}

const countryNames = JSON.stringify(Object.fromEntries(countries.map(({ code, name }) => [code, name])));

/** "Sr" and "senior" are one level, and so are "entry" and "junior"; a title that names none has the level of the posting's band. */
const level = sql`case
  when fold(p.title) !~ ${anyLevel} then case p.band when 'entry' then 'entry junior' else p.band end
  when fold(p.title) ~ '\\mjr\\M' then 'junior'
  when fold(p.title) ~ '\\msr\\M' then 'senior' end`;

function vector(text: SQL): SQL {
  const folded = sql`fold(coalesce(${text}, ''))`;
  return sql`(
    select to_tsvector('english', f.text || ' ' || coalesce((
      select string_agg(regexp_replace(m[1], '[ -]', '', 'g'), ' ') from regexp_matches(f.text, ${compoundPattern}, 'g') m), ''))
    from (select ${folded} as text) f)`;
}
