import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Way } from "../people/tags";

/**
 * All ways to asked skills, as tables of a query that begins `with recursive`; the last of them is `way (asked_id, id, own, implied)`. `asked` is
 * a query of the ids of skills. As in the rules, `implies` is followed to its end, and `related` for one step, where that is wanted.
 */
const waysTo = (asked: SQL, withRelated: boolean): SQL => sql`
  asked_skill (id) as (${asked}),
  implying (asked_id, id) as (
    select a.id, a.id from asked_skill a
    union select i.asked_id, e.skill_id from implying i join skill_implies e on e.implied_id = i.id
  ),
  way (asked_id, id, own, implied) as (
    select i.asked_id, i.id, i.id = i.asked_id, i.id <> i.asked_id from implying i
    ${withRelated ? relatedWays : sql``}
  )`;

const relatedWays = sql`union all
    select a.id, e.skill_id + e.related_id - a.id, false, false
    from asked_skill a join skill_related e on a.id in (e.skill_id, e.related_id)`;

/**
 * What candidates say about asked skills, by every way that leads to one, as a query of a row for each candidate and skill that has any:
 * `user_id`, `id` (the asked skill), `denied`, `own`, `own_years`, `implied`. With `withRelated` there are rows with none of these true: a
 * related skill is named. `asked` is a query of the ids of skills, `among` one of the ids of the candidates that are wanted.
 *
 * A skill that is denied still implies others. The ways are named once more as an array of ids because the planner takes a recursion for
 * large: with a join alone it reads all skills of all profiles.
 */
export const skillsSaid = (
  asked: SQL,
  { among, withRelated = false }: { among?: SQL; withRelated?: boolean } = {},
): SQL => sql`
  with recursive ${waysTo(asked, withRelated)}
  select p.user_id, w.asked_id as id, bool_or(not p.has) as denied, bool_or(w.own) as own,
    max(p.years) filter (where w.own) as own_years, bool_or(w.implied) as implied
  from way w join profile_skills p on p.skill_id = w.id and (p.has or w.own)
  where p.skill_id = any(array(select w.id from way w)) ${among ? sql`and p.user_id in (${among})` : sql``}
  group by 1, 2`;

/** The ways themselves, for who holds what candidates say in memory. */
export async function listWays(asked: SQL, { withRelated = false } = {}): Promise<Way[]> {
  const rows = await db().execute<Way>(sql`
    with recursive ${waysTo(asked, withRelated)} select w.asked_id as "askedId", w.id, w.own, w.implied from way w`);
  return [...rows];
}
