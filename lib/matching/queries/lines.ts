import { type SQL, sql } from "drizzle-orm";
import { postings } from "@/db/schema/postings";
import type { RankProfile } from "@/lib/board/rank";
import {
  asksDegree,
  asksExperience,
  certain,
  degreeHalves,
  degreeWeight,
  experienceHalves,
  experienceWeight,
  factsAskedBy,
  possible,
  skillTermsHalves,
  tagWeight,
} from "./credits";

/** The columns of `postings` that `factsAskedBy` reads. */
export const factsOfPosting = sql`${postings.experienceMin} as experience_min, ${postings.degreeRank} as degree_rank,
  ${postings.equalExperience} as equal_experience`;

/**
 * The lines of many postings for one profile, as a query: `posting_id, weight, low, high` (in halves), `kind` and `tag_id` (null for
 * experience and degree). `wanted` names rows with an `id` and the columns of `factsOfPosting`.
 *
 * What the taxonomy says is in the profile's terms, so that the statement only joins and adds.
 */
export function linesFor({ skills, responsibilities, years, degreeRank }: RankProfile, wanted: SQL): SQL {
  const asked = factsAskedBy(sql`w`);
  const said = { years: sql`${years}::float8`, degree: sql`${degreeRank}::int` };
  const skill = skillTermsHalves(sql`s`, sql`t.min_years`);
  const fact = (kind: string, weight: SQL, halves: SQL, isAsked: SQL) => sql`
    select w.id, ${weight}, ${certain(halves)}, ${possible(halves)}, ${kind}, null from ${wanted} w where ${isAsked}`;
  return sql`
    select w.id as posting_id, ${tagWeight(sql`t.must`)} as weight, ${skill.low} as low, ${skill.high} as high, 'skill' as kind,
      t.skill_id as tag_id
    from ${wanted} w join posting_skills t on t.posting_id = w.id left join unnest(
      ${ints(skills.map(({ id }) => id))}, ${ints(skills.map(({ low }) => low))}, ${ints(skills.map(({ high }) => high))},
      ${sql.param(skills.map((one) => one.years))}::float8[], ${ints(skills.map(({ shortLow }) => shortLow))},
      ${ints(skills.map(({ shortHigh }) => shortHigh))}) s (id, low, high, years, short_low, short_high) on s.id = t.skill_id
    union all
    select w.id, ${tagWeight(sql`t.must`)}, ${certain(sql`r.low`)}, ${possible(sql`r.high`)}, 'responsibility', t.responsibility_id
    from ${wanted} w join posting_responsibilities t on t.posting_id = w.id left join unnest(
      ${ints(responsibilities.map(({ id }) => id))}, ${ints(responsibilities.map(({ low }) => low))},
      ${ints(responsibilities.map(({ high }) => high))}) r (id, low, high) on r.id = t.responsibility_id
    union all ${fact("experience", experienceWeight, experienceHalves(asked, said), asksExperience(asked))}
    union all ${fact("degree", degreeWeight, degreeHalves(asked, said), asksDegree(asked))}`;
}

const ints = (list: readonly number[]): SQL => sql`${sql.param(list)}::int[]`;
