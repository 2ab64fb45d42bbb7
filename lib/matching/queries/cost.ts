import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import type { Actor } from "@/lib/auth/input";
import { counted } from "@/lib/plural";
import { mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { degreeRank } from "@/lib/taxonomy/rules";
import { degreeWords } from "@/lib/taxonomy/words";
import type { CostQuestion } from "../input";
import { type RoundedCount, roundedCount } from "../rules/cost";

/** What the musts of a posting cost: how many who may be found meet them all, and how many more would without each one. */
export type Cost = { meeting: RoundedCount; without: { line: string; more: RoundedCount }[] };

/**
 * What these musts cost, among the candidates that the company may find, in rounded figures; null unless the actor is its owner or
 * recruiter, and for a suspended one. Names that are in no list are no lines.
 */
export async function findCost(actor: Actor, question: CostQuestion): Promise<Cost | null> {
  const [known, duties] = await Promise.all([
    resolveSkills(question.skills.map(({ name }) => name)),
    listResponsibilities(),
  ]);
  const skills = new Map(
    question.skills.flatMap(({ name, minYears }) => {
      const skill = known.get(name);
      return skill ? [[skill.id, { ...skill, minYears: minYears ?? null }] as const] : [];
    }),
  );
  const asked: Asked = {
    skills: [...skills.values()],
    responsibilities: duties.filter(({ slug }) => question.responsibilities.includes(slug)),
    experienceMin: question.experienceMin || null,
    degreeRank: question.degree ? degreeRank(question.degree) : 0,
    equalExperience: question.equalExperience,
  };
  const counts = await countMeeting(actor, question.companyId, asked);
  return (
    counts && {
      meeting: roundedCount(counts.meeting),
      without: namesOf(asked, question).map((line, i) => ({
        line,
        more: roundedCount(counts.without[i] ?? 0),
      })),
    }
  );
}

/** The musts of a posting, with their ids; 0 is no degree. */
export type Asked = {
  skills: { id: number; label: string; minYears: number | null }[];
  responsibilities: { id: number; label: string }[];
  experienceMin: number | null;
  degreeRank: number;
  equalExperience: boolean;
};

const namesOf = (asked: Asked, { degree }: CostQuestion) => [
  ...asked.responsibilities.map(({ label }) => `“${label}”`),
  ...asked.skills.map(({ label, minYears }) =>
    minYears ? `${label} for ${counted(minYears, "year")}` : label,
  ),
  ...(asked.experienceMin ? [`the ${counted(asked.experienceMin, "year")} of experience`] : []),
  ...(degree && asked.degreeRank > 0 ? [`the degree (${degreeWords[degree].toLowerCase()})`] : []),
];

/**
 * The exact counts, for this room alone: who has every line by the rules (had in full, shown or said), and for each line, in the order
 * of the sheet, who lacks just that one. One statement: lines are numbered, and whoever meets all but one lacks the number that is missing
 * in their sum. What implies a skill is followed to its end. A degree that experience makes up for rests on the years asked: without the
 * line of experience it asks fewer, so those count too whom only that would let through.
 */
export async function countMeeting(
  actor: Actor,
  companyId: string,
  asked: Asked,
): Promise<{ meeting: number; without: number[] } | null> {
  const { experienceMin, equalExperience } = asked;
  const [firstSkill, experience] = [
    asked.responsibilities.length + 1,
    asked.responsibilities.length + asked.skills.length + 1,
  ];
  const degree = experience + (experienceMin === null ? 0 : 1);
  const lines = degree - (asked.degreeRank > 0 ? 0 : 1);
  const sum = (lines * (lines + 1)) / 2;
  const rows = await db().execute<{ line: number; people: number }>(sql`
    with recursive seen as materialized (
      select profiles.user_id, profiles.years, array_position(${degreeOrder}, profiles.degree_level) - 1 as degree
      from profiles where ${mayBeSeenBy(sql`${companyId}::uuid`)}
    ),
    skill (line, id, min_years) as (
      select ${firstSkill}::int + a.place::int - 1, a.id, a.min_years from unnest(
        ${sql.param(asked.skills.map(({ id }) => id))}::int[],
        ${sql.param(asked.skills.map(({ minYears }) => minYears))}::int[]) with ordinality a (id, min_years, place)
    ),
    way (line, asked_id, id) as (
      select s.line, s.id, s.id from skill s where s.min_years is null
      union select w.line, w.asked_id, i.skill_id from way w join skill_implies i on i.implied_id = w.id
    ),
    met (user_id, line) as (
      select distinct p.user_id, w.line from way w join profile_skills p on p.skill_id = w.id and p.has
      where not exists (
        select 1 from profile_skills denied
        where denied.user_id = p.user_id and denied.skill_id = w.asked_id and not denied.has)
      union all
      select p.user_id, s.line from skill s join profile_skills p on p.skill_id = s.id and p.has and p.years >= s.min_years
      union all
      select p.user_id, d.line::int from profile_responsibilities p
        join unnest(${sql.param(asked.responsibilities.map(({ id }) => id))}::int[]) with ordinality d (id, line)
          on d.id = p.responsibility_id and p.has
      union all
      select s.user_id, ${experience}::int from seen s where s.years >= ${experienceMin}::int
      union all
      select s.user_id, ${degree}::int from seen s where ${asked.degreeRank}::int > 0 and (s.degree >= ${asked.degreeRank}::int
        or (${equalExperience}::boolean and s.years >= case when s.years >= ${experienceMin}::int then ${experienceMin}::int else 0 end
          + 2 * (${asked.degreeRank}::int - coalesce(s.degree, 0))))
    ),
    tally as (
      select s.user_id, s.years, s.degree, count(m.line)::int as met, coalesce(sum(m.line), 0)::int as lines
      from seen s left join met m on m.user_id = s.user_id group by 1, 2, 3
    ),
    lacking (line) as (
      select case when t.met = ${lines}::int then 0 else ${sum}::int - t.lines end from tally t where t.met >= ${lines}::int - 1
      union all
      select ${experience}::int from tally t where ${experienceMin}::int > 0 and ${equalExperience}::boolean
        and t.met = ${lines}::int - 1 and ${sum}::int - t.lines = ${degree}::int and ${asked.degreeRank}::int > 0
        and t.years >= 2 * (${asked.degreeRank}::int - coalesce(t.degree, 0))
    )
    select l.line, count(*)::int as people from lacking l where ${isWriter(actor, companyId)} group by 1
    union all select -1, 0 where ${isWriter(actor, companyId)}`);
  if (rows.length === 0) return null;
  const people = new Map(rows.map((row) => [row.line, row.people]));
  return {
    meeting: people.get(0) ?? 0,
    without: Array.from({ length: lines }, (_, i) => people.get(i + 1) ?? 0),
  };
}

const degreeOrder = sql`array['none', 'associate', 'bachelor', 'master', 'doctorate']`;

const isWriter = (actor: Actor, companyId: string) => sql`(${mayWrite(actor, sql`${companyId}::uuid`)}
  and exists (select 1 from companies c where c.id = ${companyId}::uuid and c.suspended_at is null))`;
