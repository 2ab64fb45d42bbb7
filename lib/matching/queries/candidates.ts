import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { degreeRankOf } from "@/db/schema/columns";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import type { FailingCounts } from "@/lib/board/gates";
import { isLive } from "@/lib/postings/queries/live";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { minutesAhead } from "@/lib/postings/queries/zones";
import type { ListedPosting } from "@/lib/postings/shape";
import { withoutIdentity } from "@/lib/profiles/identity";
import { mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import { bestLines } from "../rules/best";
import type { PostingFacts } from "../rules/facts";
import { type Gates, gateNames } from "../rules/gates";
import type { Score } from "../rules/score";
import { type ExplainedLine, type ExplainedSheet, explainerOf } from "../rules/sheet";
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
import { listPostingFacts } from "./matches";
import { listMatchProfiles } from "./own";
import { skillsSaid } from "./said";

/**
 * A candidate as a row of the list: the range, how many of the must lines are had, the gates, the three lines that speak most for them, and a
 * few facts; no name and no address.
 */
export type RankedCandidate = Score & {
  id: string;
  gates: Gates;
  best: ExplainedLine[];
  mustsHad: number;
  musts: number;
  headline: string;
  years: number | null;
  invitedAt: Date | null;
  declinedAt: Date | null;
};

/** Where a page of the list ends. */
export type CandidateCursor = { rank: number; high: number; id: string };

export type RankedCandidates = {
  ranked: RankedCandidate[];
  next: CandidateCursor | null;
  /** How many of all candidates fail a gate, and how many fail each. */
  failing: FailingCounts;
  posting: ListedPosting;
};

/**
 * The candidates that the company of a live posting may find and that did not apply to it, ranked by the rules: the `limit` after `after`,
 * and where the next page begins; with `takeable`, without those who fail a gate. Null unless the posting is live and the actor is an owner
 * or recruiter of its company.
 *
 * One statement, with the same whole numbers as the rules, which a property test checks. Lines that a profile says nothing about need no
 * row: the high end starts at the whole weight, and each line takes away what is lost for certain.
 */
export async function rankCandidates(
  actor: Actor,
  postingId: string,
  {
    after,
    limit = 20,
    takeable = false,
  }: { after?: CandidateCursor; limit?: number; takeable?: boolean } = {},
): Promise<RankedCandidates | null> {
  const [[posting], zones] = await Promise.all([listPostingsByIds([postingId]), listZoneNames()]);
  const wanted = posting && (await listPostingFacts([posting])).get(postingId);
  if (!posting || !wanted) return null;
  const fails = failing(wanted, sql`s`, sql`z.ahead`);
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
      select profiles.user_id, profiles.headline, profiles.years, ${degreeRankOf(sql`profiles.degree_level`)} as degree, ${gateColumns}
      from profiles where ${mayBeSeenBy(sql`(select p.company_id from posting p)`)} and not exists (
        select 1 from applications a where a.posting_id = ${postingId}::uuid and a.candidate_id = profiles.user_id)
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
      select s.user_id as id, s.headline, s.years::float8 as years, w.musts,
        coalesce(t.musts_had, 0) + ${experience.had} + ${degree.had} as musts_had,
        ${score.low} as low, ${score.high} as high, ${score.rank} as rank
      from posting p cross join seen s ${takeable ? sql`join gated g on g.user_id = s.user_id and not ${failsAny()}` : sql``} cross join whole w left join total t on t.user_id = s.user_id
    )
    select u.name, u.email, c.id, c.headline, c.years, c.musts, c.musts_had as "mustsHad", c.low, c.high, c.rank,
      i.sent_at as "invitedAt", i.declined_at as "declinedAt", f.*
    from posting p cross join (select ${countsOfFailing} from gated) f left join lateral (
      select * from scored s where ${isAfter(after)} order by s.rank desc, coalesce(s.high, 0) desc, s.id limit ${limit + 1}::int
    ) c on true left join users u on u.id = c.id left join invitations i on i.posting_id = p.id and i.candidate_id = c.id
    order by c.rank desc, coalesce(c.high, 0) desc, c.id`);
  const [first] = rows;
  if (!first) return null;
  const sheets = await listSheets(
    wanted,
    rows.slice(0, limit).flatMap(({ id }) => id ?? []),
  );
  const ranked = rows.slice(0, limit).flatMap((row) => {
    const sheet = row.id === null ? undefined : sheets.get(row.id);
    if (row.id === null || !sheet) return [];
    const { id, low, high, rank, mustsHad, musts, years, name, email } = row;
    return {
      id,
      low,
      high,
      rank,
      mustsHad,
      musts,
      years,
      gates: sheet.gates,
      best: bestLines(sheet.lines),
      headline: withoutIdentity(row.headline, { name: name ?? "", email, schools: [] }),
      invitedAt: instantOf(row.invitedAt),
      declinedAt: instantOf(row.declinedAt),
    };
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const { total, pay, place, timezone, employment } = first;
  return {
    ranked,
    next: last && last.id !== null ? { rank: last.rank, high: last.high ?? 0, id: last.id } : null,
    failing: { total, pay, place, timezone, employment },
    posting,
  };
}

/** What one line of the posting adds to the sums over its tags: 0 where the posting has no such line. */
function totalsOfLine(isAsked: SQL, weight: SQL, halves: SQL): { low: SQL; lost: SQL; had: SQL } {
  const ifAsked = (value: SQL) => sql`(case when ${isAsked} then ${value} else 0 end)`;
  return {
    low: ifAsked(sql`${weight} * ${certain(halves)}`),
    lost: ifAsked(sql`${weight} * (2 - ${possible(halves)})`),
    had: ifAsked(sql`${isHad(halves)}::int`),
  };
}

/** The sheets of these candidates with one posting, by the candidate's id. */
async function listSheets(
  posting: PostingFacts,
  ids: readonly string[],
): Promise<Map<string, ExplainedSheet>> {
  const profiles = await listMatchProfiles(ids);
  return new Map([...profiles].map(([id, { facts, edges }]) => [id, explainerOf(facts, edges)(posting)]));
}

type CandidateRow = Omit<RankedCandidate, "id" | "gates" | "best" | "invitedAt" | "declinedAt"> &
  FailingCounts & {
    id: string | null;
    name: string | null;
    email: string;
    invitedAt: string | null;
    declinedAt: string | null;
  };

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

const isAfter = (after: CandidateCursor | undefined): SQL =>
  after
    ? sql`(s.rank < ${after.rank}::int or (s.rank = ${after.rank}::int and (coalesce(s.high, 0) < ${after.high}::int
        or (coalesce(s.high, 0) = ${after.high}::int and s.id > ${after.id}::uuid))))`
    : sql`true`;
