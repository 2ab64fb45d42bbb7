import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { postings } from "@/db/schema/postings";
import type { Actor } from "@/lib/auth/input";
import { isLive } from "@/lib/postings/queries/live";
import { withoutIdentity } from "@/lib/profiles/identity";
import { mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import { weights } from "../rules/lines";
import { rankPadding, type Score } from "../rules/score";

/** A candidate as one row of the list: the range, of the must lines how many are had, and a few facts; no name and no address. */
export type RankedCandidate = Score & {
  id: string;
  mustsHad: number;
  musts: number;
  headline: string;
  years: number | null;
  invitedAt: Date | null;
  declinedAt: Date | null;
};

/** Where a page of the list ends. */
export type CandidateCursor = { rank: number; high: number; id: string };

/**
 * The candidates whom the company of a live posting may find and who did not apply to it, ranked by the rules: the `limit` after `after`,
 * and where the next page begins. Null unless the actor is its owner or recruiter and it is live.
 *
 * One statement, and the same whole numbers as the rules give, for which a property test stands. A line that the profile says nothing about
 * is no row: everyone begins with nothing certain and all of it open, and what is said moves one or the other.
 */
export async function rankCandidates(
  actor: Actor,
  postingId: string,
  { after, limit = 20 }: { after?: CandidateCursor; limit?: number } = {},
): Promise<{ ranked: RankedCandidate[]; next: CandidateCursor | null } | null> {
  const rows = await db().execute<Row>(sql`
    with recursive posting as materialized (
      select ${postings.id} as id, ${postings.companyId} as company_id, ${postings.experienceMin} as experience_min,
        ${postings.degreeRank} as degree_rank, ${postings.equalExperience} as equal_experience
      from postings where ${postings.id} = ${postingId}::uuid and ${isLive()} and ${mayWrite(actor, postings.companyId)}
    ),
    seen as materialized (
      select profiles.user_id, profiles.headline, profiles.years,
        array_position(array['none', 'associate', 'bachelor', 'master', 'doctorate'], profiles.degree_level) - 1 as degree
      from profiles where ${mayBeSeenBy(sql`(select p.company_id from posting p)`)} and not exists (
        select 1 from applications a where a.posting_id = ${postingId}::uuid and a.candidate_id = profiles.user_id)
    ),
    skill (id, weight, must, min_years) as (
      select t.skill_id, ${tagWeight}, t.must, t.min_years from posting_skills t join posting p on p.id = t.posting_id
    ),
    implied (asked_id, id) as (
      select s.id, s.id from skill s
      union select i.asked_id, e.skill_id from implied i join skill_implies e on e.implied_id = i.id
    ),
    way (asked_id, id, kind) as (
      select i.asked_id, i.id, case when i.id = i.asked_id then 'own' else 'implied' end from implied i
      union all
      select s.id, e.skill_id + e.related_id - s.id, 'related' from skill s join skill_related e on s.id in (e.skill_id, e.related_id)
    ),
    skill_said (user_id, id, denied, own, own_years, implied) as (
      select p.user_id, w.asked_id, bool_or(not p.has), bool_or(w.kind = 'own'), max(p.years) filter (where w.kind = 'own'),
        bool_or(w.kind = 'implied')
      from way w join profile_skills p on p.skill_id = w.id and (p.has or w.kind = 'own')
      where p.user_id in (select s.user_id from seen s) group by 1, 2
    ),
    line (user_id, weight, must, low, lost) as (
      select d.user_id, s.weight, s.must,
        case when d.denied then 0 when s.min_years is null then case when d.own or d.implied then 2 else 1 end
          when d.own_years >= s.min_years then 2 else 1 end,
        case when d.denied then 2 when s.min_years is null then case when d.own or d.implied then 0 else 1 end
          when d.own_years >= s.min_years or (d.own and d.own_years is null) or d.implied then 0 else 1 end
      from skill_said d join skill s on s.id = d.id
      union all
      select d.user_id, ${tagWeight}, t.must, case when d.has then 2 else 0 end, case when d.has then 0 else 2 end
      from posting p join posting_responsibilities t on t.posting_id = p.id
        join profile_responsibilities d on d.responsibility_id = t.responsibility_id
      union all ${experienceLines}
      union all ${degreeLines}
    ),
    asked (weight, musts) as (
      select coalesce(sum(t.weight), 0), count(*) filter (where t.must) from (
        select s.weight, s.must from skill s
        union all select ${tagWeight}, t.must from posting_responsibilities t join posting p on p.id = t.posting_id
        union all select ${weights.experience}::int, true from posting p where p.experience_min > 0
        union all select ${weights.degree}::int, true from posting p where p.degree_rank > 0
      ) t (weight, must)
    ),
    total (user_id, low, lost, musts_had) as (
      select l.user_id, sum(l.weight * l.low), sum(l.weight * l.lost), count(*) filter (where l.must and l.low = 2)
      from line l group by 1
    ),
    scored as (
      select s.user_id as id, s.headline, s.years::float8 as years, a.musts::int as musts, coalesce(t.musts_had, 0)::int as musts_had,
        case when a.weight > 0 then (50 * coalesce(t.low, 0) / a.weight)::int end as low,
        case when a.weight > 0 then ((50 * (2 * a.weight - coalesce(t.lost, 0)) + a.weight - 1) / a.weight)::int end as high,
        (500 * coalesce(t.low, 0) / (a.weight + ${rankPadding}::int))::int as rank
      from seen s cross join asked a left join total t on t.user_id = s.user_id
    )
    select p.id as posting_id, u.name, u.email, c.id, c.headline, c.years, c.musts, c.musts_had as "mustsHad", c.low, c.high, c.rank,
      i.sent_at as "invitedAt", i.declined_at as "declinedAt"
    from posting p left join lateral (
      select * from scored s where ${isAfter(after)} order by s.rank desc, coalesce(s.high, 0) desc, s.id limit ${limit + 1}::int
    ) c on true left join users u on u.id = c.id left join invitations i on i.posting_id = p.id and i.candidate_id = c.id
    order by c.rank desc, coalesce(c.high, 0) desc, c.id`);
  if (rows.length === 0) return null;
  const ranked = rows.flatMap(
    ({ posting_id: _, id, name, email, headline, invitedAt, declinedAt, ...row }) => {
      if (id === null) return [];
      const anonymous = withoutIdentity(headline, { name: name ?? "", email, schools: [] });
      const invitation = { invitedAt: instantOf(invitedAt), declinedAt: instantOf(declinedAt) };
      return [{ ...row, id, headline: anonymous, ...invitation }];
    },
  );
  const last = ranked.length > limit ? ranked[limit - 1] : undefined;
  return {
    ranked: ranked.slice(0, limit),
    next: last ? { rank: last.rank, high: last.high ?? 0, id: last.id } : null,
  };
}

type Row = Omit<RankedCandidate, "id" | "invitedAt" | "declinedAt"> & {
  posting_id: string;
  id: string | null;
  name: string | null;
  email: string;
  invitedAt: string | null;
  declinedAt: string | null;
};

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

const tagWeight = sql`case when t.must then ${weights.must}::int else ${weights.nice}::int end`;

const isAfter = (after: CandidateCursor | undefined): SQL =>
  after
    ? sql`(s.rank < ${after.rank}::int or (s.rank = ${after.rank}::int and (coalesce(s.high, 0) < ${after.high}::int
        or (coalesce(s.high, 0) = ${after.high}::int and s.id > ${after.id}::uuid))))`
    : sql`true`;

/** `experienceCredit`, word for word. */
const experienceLines = sql`
  select s.user_id, ${weights.experience}::int, true,
    case when s.years >= p.experience_min then 2 when s.years > p.experience_min - 1 then 1 else 0 end,
    case when s.years >= p.experience_min then 0 when s.years > p.experience_min - 1 then 1 else 2 end
  from seen s join posting p on p.experience_min > 0 where s.years is not null`;

/** `degreeCredit`, word for word. */
const degreeLines = sql`
  select d.user_id, ${weights.degree}::int, true, case when d.had then 2 else 0 end, case when d.had or d.open then 0 else 2 end
  from (
    select s.user_id,
      coalesce(s.degree >= p.degree_rank, false) or (p.equal_experience and coalesce(
        s.years >= coalesce(p.experience_min, 0) + 2 * (p.degree_rank - coalesce(s.degree, 0)), false)) as had,
      s.degree is null or (p.equal_experience and s.years is null) as open
    from seen s join posting p on p.degree_rank > 0
  ) d`;
