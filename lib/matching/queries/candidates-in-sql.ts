import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { degreeRankOf } from "@/db/schema/columns";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import type { FailingCounts } from "@/lib/board/gates";
import { isLive } from "@/lib/postings/queries/live";
import { minutesAhead } from "@/lib/postings/queries/zones";
import { appliedTo, mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import type { CandidateCursor, RankedPage, Wanted } from "../people/rank";
import type { PostingFacts } from "../rules/facts";
import { gateNames } from "../rules/gates";
import {
  countsOfFailing,
  failing,
  failsAny,
  failsColumn,
  gateColumns,
  listZoneNames,
} from "./candidate-gates";
import {
  asksDegree,
  asksExperience,
  certain,
  degreeHalves,
  degreeWeight,
  experienceHalves,
  experienceWeight,
  factsAskedBy,
  isHad,
  possible,
  responsibilityHalves,
  scoreFrom,
  skillSaidHalves,
  tagWeight,
} from "./credits";
import { factsOfPosting } from "./lines";
import { skillsSaid } from "./said";

/**
 * The ranking of candidates in SQL, for where nobody holds the people in memory; null unless the posting is live and the actor is an owner or
 * recruiter of its company.
 *
 * One statement, with the same whole numbers as the rules, which a property test checks. Lines that a profile says nothing about need no
 * row: the high end starts at the whole weight, and each line takes away what is lost for certain.
 */
export async function rankInSql(
  actor: Actor,
  postingId: string,
  posting: PostingFacts,
  { after, limit, takeable }: Wanted,
): Promise<RankedPage | null> {
  const zones = await listZoneNames();
  const fails = failing(posting, sql`s`, sql`z.ahead`);
  const facts = factsAskedBy(sql`p`);
  const said = { years: sql`s.years`, degree: sql`s.degree` };
  const skill = skillSaidHalves(sql`k`, sql`a.min_years`);
  const responsibility = responsibilityHalves(sql`r.has`);
  const experience = totalsOfLine(asksExperience(facts), experienceWeight, experienceHalves(facts, said));
  const degree = totalsOfLine(asksDegree(facts), degreeWeight, degreeHalves(facts, said));
  const score = scoreFrom({
    weight: sql`w.weight`,
    low: sql`(coalesce(t.low, 0) + ${experience.low} + ${degree.low})`,
    high: sql`(2 * w.weight - coalesce(t.lost, 0) - ${experience.lost} - ${degree.lost})`,
  });
  const rows = await db().execute<CandidateRow>(sql`
    with posting as materialized (
      select ${postings.id} as id, ${postings.companyId} as company_id, ${factsOfPosting}
      from postings where ${postings.id} = ${postingId}::uuid and ${isLive()} and ${mayWrite(actor, postings.companyId)}
    ),
    seen as materialized (
      select profiles.user_id, profiles.years, ${degreeRankOf(sql`profiles.degree_level`)} as degree, ${gateColumns}
      from profiles where ${mayBeSeenBy(sql`(select p.company_id from posting p)`)}
        and profiles.user_id not in (${appliedTo(postingId)})
    ),
    stated (zone) as materialized (select distinct s.timezone from seen s),
    zone (name, ahead) as materialized (
      select n.zone, ${minutesAhead(sql`n.zone`)} from stated n where n.zone = any(${sql.param(zones)}::text[])
    ),
    gated as materialized (
      select s.user_id, ${sql.join(
        gateNames.map((gate) => sql`${fails[gate]} as ${failsColumn[gate]}`),
        sql`, `,
      )}
      from seen s left join zone z on z.name = s.timezone
    ),
    tag (kind, id, weight, must, min_years) as materialized (
      select 'skill', t.skill_id, ${tagWeight(sql`t.must`)}, t.must, t.min_years
      from posting p join posting_skills t on t.posting_id = p.id
      union all
      select 'responsibility', t.responsibility_id, ${tagWeight(sql`t.must`)}, t.must, null
      from posting p join posting_responsibilities t on t.posting_id = p.id
    ),
    line (user_id, weight, must, low, high) as (
      select k.user_id, a.weight, a.must, ${skill.low}, ${skill.high}
      from (${skillsSaid(sql`select a.id from tag a where a.kind = 'skill'`, { among: sql`select s.user_id from seen s`, withRelated: true })}) k
        join tag a on a.kind = 'skill' and a.id = k.id
      union all
      select r.user_id, a.weight, a.must, ${certain(responsibility)}, ${possible(responsibility)}
      from tag a join profile_responsibilities r on a.kind = 'responsibility' and r.responsibility_id = a.id
    ),
    whole (weight, musts) as (
      select coalesce(sum(a.weight), 0), count(*) filter (where a.must)::int from (
        select t.weight, t.must from tag t
        union all select ${experienceWeight}, true from posting p where ${asksExperience(facts)}
        union all select ${degreeWeight}, true from posting p where ${asksDegree(facts)}) a
    ),
    total (user_id, low, lost, musts_had) as (
      select l.user_id, sum(l.weight * l.low), sum(l.weight * (2 - l.high)), count(*) filter (where l.must and ${isHad(sql`l.low`)})::int
      from line l group by 1
    ),
    scored as (
      select s.user_id as id, w.musts,
        coalesce(t.musts_had, 0) + ${experience.had} + ${degree.had} as musts_had,
        ${score.low} as low, ${score.high} as high, ${score.rank} as rank
      from posting p cross join seen s ${takeable ? sql`join gated g on g.user_id = s.user_id and not ${failsAny()}` : sql``} cross join whole w left join total t on t.user_id = s.user_id
    )
    select c.id, c.musts, c.musts_had as "mustsHad", c.low, c.high, c.rank, f.*
    from posting p cross join (select ${countsOfFailing} from gated) f left join lateral (
      select * from scored s where ${isAfter(after)} order by s.rank desc, coalesce(s.high, 0) desc, s.id limit ${limit}::int
    ) c on true order by c.rank desc, coalesce(c.high, 0) desc, c.id`);
  const [first] = rows;
  if (!first) return null;
  const { total, pay, place, timezone, employment } = first;
  return {
    scored: rows.flatMap(({ id, low, high, rank, mustsHad, musts }) =>
      id === null ? [] : [{ id, low, high, rank, mustsHad, musts }],
    ),
    failing: { total, pay, place, timezone, employment },
  };
}

type CandidateRow = Omit<RankedPage["scored"][number], "id"> & FailingCounts & { id: string | null };

/** What one line of the posting adds to the sums over its tags: 0 where the posting has no such line. */
function totalsOfLine(isAsked: SQL, weight: SQL, halves: SQL): { low: SQL; lost: SQL; had: SQL } {
  const ifAsked = (value: SQL) => sql`(case when ${isAsked} then ${value} else 0 end)`;
  return {
    low: ifAsked(sql`${weight} * ${certain(halves)}`),
    lost: ifAsked(sql`${weight} * (2 - ${possible(halves)})`),
    had: ifAsked(sql`${isHad(halves)}::int`),
  };
}

const isAfter = (after: CandidateCursor | undefined): SQL =>
  after
    ? sql`(s.rank < ${after.rank}::int or (s.rank = ${after.rank}::int and (coalesce(s.high, 0) < ${after.high}::int
        or (coalesce(s.high, 0) = ${after.high}::int and s.id > ${after.id}::uuid))))`
    : sql`true`;
