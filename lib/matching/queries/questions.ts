import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { postings } from "@/db/schema/postings";
import { isLive } from "@/lib/postings/queries/live";
import { type About, readAbout } from "@/lib/profiles/input/answer";
import { degreeRank } from "@/lib/taxonomy/rules";
import { weights } from "../rules/lines";
import { standingsOf } from "../rules/standing";
import type { ReadyProfile } from "./profile";
import { rankLivePostings } from "./rank";

/** A question to a profile: what about, how it is called, how many live postings have a line that it would settle, and what for. */
export type OpenQuestion = { about: About; label: string; postings: number; points: number };

/**
 * What the profile says nothing about, the most useful question first, at most `limit`. The use of a question, in points, is the sum over
 * all live postings of 100 · w / Σw for each of the posting's unknown lines that the answer is about: what their ranges would narrow by
 * together, since an unknown line holds its whole share of the score open. A skill that is had without years holds half of it open where
 * years are asked: it is a question about the years of a skill that is named, about the skill itself where it is only implied. A degree below the asked one, that stated years could make up
 * for, is a question about years. Equal ones stand by kind and name.
 */
export async function listOpenQuestions(profile: ReadyProfile, limit: number): Promise<OpenQuestion[]> {
  const { facts, edges, ids } = profile;
  const standings = [...standingsOf(facts, edges)];
  const idsOf = (of: typeof standings) => of.map(([slug]) => ids.skills.get(slug) ?? 0);
  const said = idsOf(standings);
  const held = standings.filter(([, { isDenied }]) => !isDenied);
  const named = idsOf(held.filter(([, { own }]) => own?.years === null));
  const implied = idsOf(held.filter(([, standing]) => standing.own === null && standing.implied));
  const duties = [...facts.responsibilities.map(({ slug }) => slug), ...facts.no.responsibilities];
  const saidDuties = duties.map((slug) => ids.responsibilities.get(slug) ?? 0);
  const rows = await db().execute<{
    kind: About["kind"];
    slug: string | null;
    label: string | null;
    postings: number;
    points: number;
  }>(sql`
    with live as materialized (
      select ${postings.id} as id, ${postings.experienceMin} as experience_min, ${postings.degreeRank} as degree_rank,
        ${postings.equalExperience} as equal_experience
      from postings where ${isLive()}
    ),
    line (posting_id, weight, open, kind, tag_id) as (
      select l.id, ${tagWeight}, case when t.skill_id = any(${sql.param(said)}::int[]) then 0.5 else 1 end, case
          when t.min_years is not null and t.skill_id = any(${sql.param(named)}::int[]) then 'years'
          when t.min_years is not null and t.skill_id = any(${sql.param(implied)}::int[]) then 'skill'
          when t.skill_id = any(${sql.param(said)}::int[]) then null
          else 'skill' end,
        t.skill_id
      from live l join posting_skills t on t.posting_id = l.id
      union all
      select l.id, ${tagWeight}, 1, case when t.responsibility_id = any(${sql.param(saidDuties)}::int[]) then null else 'responsibility' end,
        t.responsibility_id
      from live l join posting_responsibilities t on t.posting_id = l.id
      union all
      select l.id, ${weights.experience}::int, 1, case when ${facts.years}::float8 is null then 'experience' end, null
      from live l where l.experience_min > 0
      union all
      select l.id, ${weights.degree}::int, 1, ${degreeQuestion(profile)}, null from live l where l.degree_rank > 0
    ),
    share as (
      select l.kind, l.tag_id, l.posting_id,
        100.0 * l.open * l.weight / sum(l.weight) over (partition by l.posting_id) as points
      from line l
    )
    select s.kind, coalesce(k.slug, r.slug) as slug, coalesce(k.label, r.label) as label,
      count(distinct s.posting_id)::int as postings, round(sum(s.points))::int as points
    from share s left join skills k on s.kind in ('skill', 'years') and k.id = s.tag_id
      left join responsibilities r on s.kind = 'responsibility' and r.id = s.tag_id
    where s.kind is not null group by s.kind, k.slug, r.slug, k.label, r.label
    order by sum(s.points) desc, s.kind, 2 limit ${limit}::int`);
  return rows.map(({ kind, slug, label, ...worth }) => ({
    about: readAbout(slug === null ? kind : `${kind}:${slug}`) as About,
    label: label ?? kind,
    ...worth,
  }));
}

/** Postings that a width is taken over. */
export const widthOver = 50;

/** How wide the ranges of the profile's 50 best live postings are, in points on the average, rounded; null where none has a score. */
export async function findWidth(profile: ReadyProfile): Promise<number | null> {
  const { ranked } = await rankLivePostings(profile, widthOver);
  const widths = ranked.flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low]));
  return widths.length === 0
    ? null
    : Math.round(widths.reduce((sum, width) => sum + width, 0) / widths.length);
}

const tagWeight = sql`case when t.must then ${weights.must}::int else ${weights.nice}::int end`;

/** What the line of the degree waits for, by `degreeCredit`: the degree, or the years, or nothing. */
function degreeQuestion({ facts: { years, degree } }: ReadyProfile): SQL {
  if (degree !== null)
    return sql`case when ${degreeRank(degree)}::int < l.degree_rank and l.equal_experience and ${years}::float8 is null
      then 'experience' end`;
  return sql`case when not (l.equal_experience and coalesce(
    ${years}::float8 >= coalesce(l.experience_min, 0) + 2 * l.degree_rank, false)) then 'degree' end`;
}
