import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mayWrite } from "@/db/membership";
import { degreeRankOf } from "@/db/schema/columns";
import type { Actor } from "@/lib/auth/input";
import { findPeople } from "@/lib/people/start";
import { counted } from "@/lib/plural";
import { hiddenFrom, mayBeSeenBy } from "@/lib/profiles/queries/visibility";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { degreeRank } from "@/lib/taxonomy/rules";
import { degrees } from "@/lib/taxonomy/terms";
import { degreeWords } from "@/lib/taxonomy/words";
import type { CostQuestion } from "../input";
import { countPeople } from "../people/cost";
import { type RoundedCount, roundedCount } from "../rules/cost";
import { degreeHalves, experienceHalves, isHad, responsibilityHalves, skillSaidHalves } from "./credits";
import { listWays, skillsSaid } from "./said";

/** What the musts of a posting cost: how many candidates meet them all, and how many more would without each one. */
export type Cost = { meeting: RoundedCount; without: { line: string; more: RoundedCount }[] };

/**
 * What these musts cost among the candidates that the company may find, in rounded figures. Null unless the actor is an owner or recruiter of
 * the company and it is not suspended. Names that are not in the taxonomy are left out.
 */
export async function findCost(actor: Actor, question: CostQuestion): Promise<Cost | null> {
  const [known, responsibilities] = await Promise.all([
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
    responsibilities: responsibilities.filter(({ slug }) => question.responsibilities.includes(slug)),
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

/** The musts of a posting, with their ids; `degreeRank` 0 is no degree. */
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

/** How many people have every line in full, and for each line, in the order of the sheet, how many more would have every line without it. */
type Meeting = { meeting: number; without: number[] };

/**
 * The exact counts, which stay inside this room; null for whom `findCost` gives null. The years that make up for a degree depend on the years
 * asked, so that without the line of experience fewer are enough.
 */
export async function countMeeting(actor: Actor, companyId: string, asked: Asked): Promise<Meeting | null> {
  const people = await findPeople();
  if (!people) return countInSql(actor, companyId, asked);
  const { skills, responsibilities, experienceMin, degreeRank, equalExperience } = asked;
  const [leftOut, ways] = await Promise.all([
    findLeftOut(actor, companyId),
    listWays(sql`select unnest(${sql.param(skills.map(({ id }) => id))}::int[])`),
  ]);
  if (!leftOut) return null;
  return countPeople(people, {
    tags: [
      ...responsibilities.map(({ id }) => ({ kind: "responsibility" as const, id, minYears: null })),
      ...skills.map(({ id, minYears }) => ({ kind: "skill" as const, id, minYears })),
    ],
    facts: { experienceMin, degree: { level: degrees[degreeRank] ?? null, equalExperience } },
    ways,
    leftOut,
  });
}

/** The numbers of the profiles that the company may not find; null for whom `findCost` gives null. */
async function findLeftOut(actor: Actor, companyId: string): Promise<number[] | null> {
  const [row] = await db().execute<{ numbers: number[] }>(sql`
    select array(select p.number::float8 from profiles p
      where p.searchable and p.user_id in (${hiddenFrom(sql`${companyId}::uuid`)})) as numbers
    where ${isWriter(actor, companyId)}`);
  return row?.numbers ?? null;
}

/**
 * The counts in SQL, for where nobody holds the people in memory. Lines of tags are numbered from 1, so for somebody who lacks one of them, the
 * sum of all numbers less the sum of theirs is the missing line.
 */
async function countInSql(actor: Actor, companyId: string, asked: Asked): Promise<Meeting | null> {
  const { experienceMin, responsibilities, skills } = asked;
  const tags = responsibilities.length + skills.length;
  const facts = {
    experienceMin: sql`${experienceMin}::int`,
    degreeRank: sql`${asked.degreeRank}::int`,
    equalExperience: sql`${asked.equalExperience}::boolean`,
  };
  const said = { years: sql`profiles.years`, degree: degreeRankOf(sql`profiles.degree_level`) };
  const hasDegree = (of: typeof facts) => (asked.degreeRank > 0 ? isHad(degreeHalves(of, said)) : sql`true`);
  const rows = await db().execute<Counts>(sql`
    with responsibility (line, id) as (
      select a.place::int, a.id from unnest(${sql.param(responsibilities.map(({ id }) => id))}::int[]) with ordinality a (id, place)
    ),
    skill (line, id, min_years) as (
      select ${responsibilities.length}::int + a.place::int, a.id, a.min_years from unnest(
        ${sql.param(skills.map(({ id }) => id))}::int[],
        ${sql.param(skills.map(({ minYears }) => minYears))}::int[]) with ordinality a (id, min_years, place)
    ),
    met (user_id, line) as (
      select r.user_id, a.line from responsibility a join profile_responsibilities r on r.responsibility_id = a.id
      where ${isHad(responsibilityHalves(sql`r.has`))}
      union all
      select k.user_id, a.line
      from (${skillsSaid(sql`select a.id from skill a`)}) k join skill a on a.id = k.id
      where ${isHad(skillSaidHalves(sql`k`, sql`a.min_years`).low)}
    ),
    most as materialized (
      select m.user_id, count(*)::int as lines, ${(tags * (tags + 1)) / 2}::int - sum(m.line)::int as missing
      from met m group by 1 having count(*) >= ${tags - 1}::int
    ),
    tally as materialized (
      select coalesce(m.lines, 0) as lines, coalesce(m.missing, 1) as missing,
        ${experienceMin === null ? sql`true` : isHad(experienceHalves(facts, said))} as has_experience,
        ${hasDegree(facts)} as has_degree,
        ${hasDegree({ ...facts, experienceMin: sql`null::int` })} as has_degree_without_experience
      from profiles ${tags > 1 ? sql`join` : sql`left join`} most m on m.user_id = profiles.user_id
      where ${mayBeSeenBy(sql`${companyId}::uuid`)}
    )
    select count(*) filter (where t.has_experience and t.has_degree)::int as meeting,
      count(*) filter (where t.has_degree_without_experience and not (t.has_experience and t.has_degree))::int as "withoutExperience",
      count(*) filter (where t.has_experience and not t.has_degree)::int as "withoutDegree",
      array(select (select count(*)::int from tally m where m.missing = n and m.lines = ${tags - 1}::int and m.has_experience and m.has_degree)
        from generate_series(1, ${tags}::int) n order by n) as "withoutTag"
    from tally t where t.lines = ${tags}::int having ${isWriter(actor, companyId)}`);
  const [counts] = rows;
  if (!counts) return null;
  return {
    meeting: counts.meeting,
    without: [
      ...counts.withoutTag,
      ...(experienceMin === null ? [] : [counts.withoutExperience]),
      ...(asked.degreeRank > 0 ? [counts.withoutDegree] : []),
    ],
  };
}

type Counts = { meeting: number; withoutTag: number[]; withoutExperience: number; withoutDegree: number };

const isWriter = (actor: Actor, companyId: string) => sql`(${mayWrite(actor, sql`${companyId}::uuid`)}
  and exists (select 1 from companies c where c.id = ${companyId}::uuid and c.suspended_at is null))`;
