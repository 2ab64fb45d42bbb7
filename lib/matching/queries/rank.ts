import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { degreeRank } from "@/lib/taxonomy/rules";
import { weights } from "../rules/lines";
import { rankPadding, type Score } from "../rules/score";
import { skillTerms, standingsOf } from "../rules/standing";
import type { ReadyProfile } from "./profile";

export type RankedPosting = Score & { id: string };

/**
 * The postings that `where` lets through (a condition on the table `postings`), ranked for a profile: the best `limit`, in the order of
 * matches, and how many there are in all. One statement; the same whole numbers as the rules give, for which a property test stands.
 *
 * What the taxonomy says was worked out before: each skill comes with what it counts for, so that the statement only joins and adds.
 */
export async function rankPostings(
  where: SQL,
  profile: ReadyProfile,
  limit: number,
): Promise<{ ranked: RankedPosting[]; total: number }> {
  const rows = await db().execute<RankedPosting & { total: number }>(sql`
    with wanted as materialized (
      select ${postings.id} as id, ${postings.publishedAt} as published_at, ${postings.experienceMin} as experience_min,
        ${postings.degreeRank} as degree_rank, ${postings.equalExperience} as equal_experience
      from postings where ${where}
    ),
    skill (id, low, high, years, short_low, short_high) as (${skillRows(profile)}),
    duty (id, low, high) as (${dutyRows(profile)}),
    line (posting_id, weight, low, high) as (
      select w.id, ${tagWeight},
        case when t.min_years is null then coalesce(s.low, 0) when s.years >= t.min_years then 2 else coalesce(s.short_low, 0) end,
        case when t.min_years is null then coalesce(s.high, 2) when s.years >= t.min_years then 2 else coalesce(s.short_high, 2) end
      from wanted w join posting_skills t on t.posting_id = w.id left join skill s on s.id = t.skill_id
      union all
      select w.id, ${tagWeight}, coalesce(d.low, 0), coalesce(d.high, 2)
      from wanted w join posting_responsibilities t on t.posting_id = w.id left join duty d on d.id = t.responsibility_id
      union all ${experienceLines(profile)}
      union all ${degreeLines(profile)}
    ),
    total (posting_id, weight, low, high) as (
      select l.posting_id, sum(l.weight), sum(l.weight * l.low), sum(l.weight * l.high) from line l group by 1
    )
    select w.id, (50 * t.low / t.weight)::int as low, ((50 * t.high + t.weight - 1) / t.weight)::int as high,
      coalesce(500 * t.low / (t.weight + ${rankPadding}::int), 0)::int as rank, count(*) over ()::int as total
    from wanted w left join total t on t.posting_id = w.id
    order by t.weight is null, rank desc, high desc, w.published_at desc, w.id limit ${limit}`);
  return {
    ranked: rows.map(({ id, low, high, rank }) => ({ id, low, high, rank })),
    total: rows[0]?.total ?? 0,
  };
}

const tagWeight = sql`case when t.must then ${weights.must}::int else ${weights.nice}::int end`;

/** Each skill that the profile says anything about: without years asked, its own years, and with more asked than those. */
function skillRows({ facts, edges, ids }: ReadyProfile): SQL {
  const rows = [...standingsOf(facts, edges)].map(([slug, standing]) => ({
    id: idOf(ids.skills, slug),
    ...skillTerms(standing),
  }));
  return sql`select * from unnest(
    ${sql.param(rows.map(({ id }) => id))}::int[],
    ${sql.param(rows.map(({ plain }) => plain.lowHalves))}::int[], ${sql.param(rows.map(({ plain }) => plain.highHalves))}::int[],
    ${sql.param(rows.map(({ years }) => years))}::float8[],
    ${sql.param(rows.map(({ short }) => short.lowHalves))}::int[], ${sql.param(rows.map(({ short }) => short.highHalves))}::int[])`;
}

function dutyRows({ facts, ids }: ReadyProfile): SQL {
  const denied = new Set(facts.no.responsibilities);
  const had = facts.responsibilities.map(({ slug }) => slug).filter((slug) => !denied.has(slug));
  const rows = [
    ...had.map((slug) => ({ slug, halves: 2 })),
    ...[...denied].map((slug) => ({ slug, halves: 0 })),
  ];
  const halves = sql.param(rows.map((row) => row.halves));
  return sql`select * from unnest(
    ${sql.param(rows.map(({ slug }) => idOf(ids.responsibilities, slug)))}::int[], ${halves}::int[], ${halves}::int[])`;
}

/** `experienceCredit`, word for word. */
function experienceLines({ facts: { years } }: ReadyProfile): SQL {
  const at = (unknown: number) => sql`case when ${years}::float8 is null then ${unknown}::int
    when ${years}::float8 >= w.experience_min then 2 when ${years}::float8 > w.experience_min - 1 then 1 else 0 end`;
  return sql`select w.id, ${weights.experience}::int, ${at(0)}, ${at(2)} from wanted w where w.experience_min > 0`;
}

/** `degreeCredit`, word for word. */
function degreeLines({ facts: { years, degree } }: ReadyProfile): SQL {
  const rank = degree === null ? null : degreeRank(degree);
  const had = sql`(coalesce(${rank}::int >= w.degree_rank, false) or (w.equal_experience and coalesce(
    ${years}::float8 >= coalesce(w.experience_min, 0) + 2 * (w.degree_rank - ${rank ?? 0}::int), false)))`;
  const isOpen = sql`(${rank}::int is null or (w.equal_experience and ${years}::float8 is null))`;
  return sql`select w.id, ${weights.degree}::int, case when ${had} then 2 else 0 end,
    case when ${had} or ${isOpen} then 2 else 0 end from wanted w where w.degree_rank > 0`;
}

function idOf(ids: ReadonlyMap<string, number>, slug: string): number {
  const id = ids.get(slug);
  if (id === undefined) throw new Error(`No id was read for “${slug}”.`);
  return id;
}
