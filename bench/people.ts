import { sql as statement } from "drizzle-orm";
import postgres from "postgres";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/input";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { type Asked, countMeeting } from "@/lib/matching/queries/cost";
import { startPeople } from "@/lib/people/start";
import { counted } from "@/lib/plural";
import { degreeRank } from "@/lib/taxonomy/rules";
import { measure, median, memoryNow, ms, quantile, table, times } from "./measure";

const people = 50_000;

/** What must look at everyone whom a company may find: the list of candidates for a posting, and what the musts of one cost. */
export async function measurePeople(
  url: string,
  owner: Actor,
  companyId: string,
  postingId: string,
): Promise<void> {
  await makePeople(url, people);
  const skills = await db().execute<Asked["skills"][number]>(
    statement`select id, label, null as "minYears" from skills order by id limit 3`,
  );
  const asked: Asked = {
    skills: [...skills],
    responsibilities: [],
    experienceMin: 3,
    degreeRank: degreeRank("bachelor"),
    equalExperience: true,
  };
  const questions = [
    ["first page of candidates", () => rankCandidates(owner, postingId)],
    ["without those who fail a gate", () => rankCandidates(owner, postingId, { takeable: true })],
    ["cost of five musts", () => countMeeting(owner, companyId, asked)],
  ] as const;
  const inSql = await measureAll(questions);
  const { keeper, stop } = startPeople();
  const before = memoryNow();
  const began = performance.now();
  await keeper.load();
  const loaded = performance.now() - began;
  const held = memoryNow() - before;
  const inMemory = await measureAll(questions);
  stop();
  table(
    [`of ${counted(people, "person", "people")}`, "in SQL", "p99", "in memory", "p99", "ratio"],
    questions.map(([what], at) => {
      const [sql, memory] = [inSql[at] as number[], inMemory[at] as number[]];
      const figures = [sql, memory].flatMap((took) => [ms(median(took)), ms(quantile(took, 0.99))]);
      return [what, ...figures, times(median(sql) / median(memory))];
    }),
  );
  console.log(`The people are loaded in ${ms(loaded)} ms and take ${held.toFixed(0)} MB of memory.\n`);
}

async function measureAll(questions: readonly (readonly [string, () => Promise<unknown>])[]) {
  const all: number[][] = [];
  for (const [, ask] of questions) all.push(await measure(ask, { most: 100, budget: 12_000 }));
  return all;
}

/**
 * Adds `count` people whom companies may find, by a fixed seed, to the taxonomy that is there: 5 to 14 skills by the law of Zipf with years
 * for most, a fifth of the responsibilities, years, a degree, and what they want. One in twenty says no to a skill, and one in a hundred
 * blocked a domain.
 */
async function makePeople(url: string, count: number): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connection: { session_replication_role: "replica" },
    onnotice: () => {},
  });
  try {
    await sql`select setseed(0.5)`;
    await sql`create temp table person as select md5('person ' || n)::uuid as id, n from generate_series(1, ${count}::int) n`;
    await sql`insert into users (id, email, name) select id, 'person-' || n || '@example.org', 'Person ' || n from person`;
    await sql`
      insert into profiles (user_id, headline, years, degree_level, wanted_min_minor, wanted_currency, wanted_yearly_usd, workplaces, countries,
        timezone, employment, searchable)
      select id, 'Backend developer', case when random() < 0.9 then floor(random() * random() * 40) / 2 end,
        case when random() < 0.6 then (array['none', 'bachelor', 'bachelor', 'master', 'doctorate'])[1 + floor(random() * 5)::int] end,
        w.usd * 100, case when w.usd is not null then 'USD' end, w.usd,
        case when random() < 0.5 then array['remote', 'hybrid'] end,
        case when random() < 0.7 then string_to_array((array['DE AT', 'US CA', 'GB IE', 'FR BE', 'IN SG'])[1 + floor(random() * 5)::int], ' ') end,
        case when random() < 0.8 then (array['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Europe/London', 'America/Los_Angeles'])[1 + floor(random() * 5)::int] end,
        case when random() < 0.6 then array['full-time'] end, true
      from person cross join lateral (select case when random() < 0.7 and n > 0 then 40000 + 1000 * floor(random() * 100)::int end as usd) w`;
    await sql`
      insert into profile_skills (user_id, skill_id, has, years)
      select distinct on (p.id, s.skill) p.id, s.skill, random() > 0.005, null
      from person p cross join lateral (
        select floor(exp(random() * ln((select count(*) from skills)::float8)))::int - 1 as at from generate_series(1, 5 + n % 10)) drawn
        join (select id as skill, row_number() over (order by id) - 1 as at from skills) s on s.at = drawn.at`;
    await sql`update profile_skills set years = 1 + floor(random() * 8) where has and random() < 0.7`;
    await sql`
      insert into profile_responsibilities (user_id, responsibility_id, has)
      select p.id, r.id, random() > 0.05 from person p cross join responsibilities r where random() < 0.2`;
    await sql`
      insert into blocked_domains (user_id, domain, at) select id, 'company-' || n || '.example', now() from person where n % 100 = 0`;
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}
