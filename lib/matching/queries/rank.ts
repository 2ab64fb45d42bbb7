import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import type { RankProfile } from "@/lib/board/rank";
import { findBoard } from "@/lib/board/start";
import { isLive } from "@/lib/postings/queries/live";
import { degreeRank } from "@/lib/taxonomy/rules";
import { weights } from "../rules/lines";
import { type Ranked, rankPadding } from "../rules/score";
import { skillTerms, standingsOf } from "../rules/standing";
import type { ReadyProfile } from "./profile";

/** `publishedAt` in ISO 8601, in UTC. */
export type RankedPosting = Ranked;

/**
 * The postings that `where` lets through (a condition on the table `postings`), ranked for a profile: the best `limit` of those that come
 * behind the place `after`, in the order of matches, and how many are let through in all, whatever `after` is. A place is a ranked posting:
 * where it stood is enough, so that none is skipped or given twice when others come and go. One statement; the same whole numbers as the
 * rules give, for which a property test stands.
 *
 * What the taxonomy says was worked out before: each skill comes with what it counts for, so that the statement only joins and adds.
 */
export async function rankPostings(
  where: SQL,
  profile: ReadyProfile,
  limit: number,
  after?: RankedPosting,
): Promise<{ ranked: RankedPosting[]; total: number }> {
  const rows = await db().execute<Omit<RankedPosting, "id"> & { id: string | null; total: number }>(
    rankStatement(where, profile, limit, after),
  );
  return {
    ranked: rows.flatMap(({ id, low, high, rank, publishedAt }) =>
      id === null ? [] : [{ id, low, high, rank, publishedAt: new Date(publishedAt).toISOString() }],
    ),
    total: rows[0]?.total ?? 0,
  };
}

/** Every live posting ranked likewise: by the board where there is one, else in SQL. */
export async function rankLivePostings(
  profile: ReadyProfile,
  limit: number,
): Promise<{ ranked: RankedPosting[]; total: number }> {
  const found = await findBoard();
  if (!found) return rankPostings(isLive(), profile, limit);
  return found.board.rank([], toRankProfile(profile), limit);
}

/** The statement of `rankPostings`: a row for each of the best, each with the total; one without an id where there are none. */
export const rankStatement = (where: SQL, profile: ReadyProfile, limit: number, after?: RankedPosting) => sql`
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
    ),
    ranked (id, published_at, low, high, rank) as (
      select w.id, w.published_at, (50 * t.low / t.weight)::int, ((50 * t.high + t.weight - 1) / t.weight)::int,
        coalesce(500 * t.low / (t.weight + ${rankPadding}::int), 0)::int
      from wanted w left join total t on t.posting_id = w.id
    )
    select counted.total, best.id, best.published_at as "publishedAt", best.low, best.high, best.rank
    from (select count(*)::int as total from wanted) counted
    left join lateral (
      select * from ranked r ${after ? sql`where ${isBehind(after)}` : sql``}
      order by r.low is null, r.rank desc, r.high desc, r.published_at desc, r.id limit ${limit}::int
    ) best on true
    order by best.low is null, best.rank desc, best.high desc, best.published_at desc, best.id`;

/** `compareMatches`, word for word: the row comes behind the place. */
function isBehind({ low, high, rank, publishedAt, id }: RankedPosting): SQL {
  const behind = sql`(r.published_at < ${publishedAt}::timestamptz
    or (r.published_at = ${publishedAt}::timestamptz and r.id > ${id}::uuid))`;
  if (low === null) return sql`r.low is null and ${behind}`;
  return sql`(r.low is null or r.rank < ${rank}::int or (r.rank = ${rank}::int
    and (r.high < ${high}::int or (r.high = ${high}::int and ${behind}))))`;
}

const tagWeight = sql`case when t.must then ${weights.must}::int else ${weights.nice}::int end`;

/** Each skill that the profile says anything about: without years asked, its own years, and with more asked than those. */
function skillRows(profile: ReadyProfile): SQL {
  const { skills } = toRankProfile(profile);
  return sql`select * from unnest(
    ${sql.param(skills.map(({ id }) => id))}::int[],
    ${sql.param(skills.map(({ low }) => low))}::int[], ${sql.param(skills.map(({ high }) => high))}::int[],
    ${sql.param(skills.map(({ years }) => years))}::float8[],
    ${sql.param(skills.map(({ shortLow }) => shortLow))}::int[], ${sql.param(skills.map(({ shortHigh }) => shortHigh))}::int[])`;
}

function dutyRows(profile: ReadyProfile): SQL {
  const { responsibilities } = toRankProfile(profile);
  return sql`select * from unnest(
    ${sql.param(responsibilities.map(({ id }) => id))}::int[], ${sql.param(responsibilities.map(({ low }) => low))}::int[],
    ${sql.param(responsibilities.map(({ high }) => high))}::int[])`;
}

/** A profile as a ranking reads it, in SQL or on the board: what each skill and responsibility counts for, in halves. */
export function toRankProfile({ facts, edges, ids }: ReadyProfile): RankProfile {
  const denied = new Set(facts.no.responsibilities);
  const had = facts.responsibilities.map(({ slug }) => slug).filter((slug) => !denied.has(slug));
  const duty = (slug: string, halves: number) => ({
    id: idOf(ids.responsibilities, slug),
    low: halves,
    high: halves,
  });
  return {
    skills: [...standingsOf(facts, edges)].map(([slug, standing]) => {
      const { plain, years, short } = skillTerms(standing);
      return {
        id: idOf(ids.skills, slug),
        low: plain.lowHalves,
        high: plain.highHalves,
        years,
        shortLow: short.lowHalves,
        shortHigh: short.highHalves,
      };
    }),
    responsibilities: [...had.map((slug) => duty(slug, 2)), ...[...denied].map((slug) => duty(slug, 0))],
    years: facts.years,
    degreeRank: facts.degree === null ? null : degreeRank(facts.degree),
    weights,
    padding: rankPadding,
  };
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
