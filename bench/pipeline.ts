import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { closeDatabase } from "@/db/client";
import { createCompany, createPosting, createUser } from "@/db/factories";
import { moveApplication, moveTogether } from "@/lib/applications/commands/move";
import { PipelineQuery } from "@/lib/applications/input";
import { matchFacts } from "@/lib/applications/match-facts";
import { findApplicant, findNextWaiting, listWaiting } from "@/lib/applications/queries/applications";
import { listTags } from "@/lib/applications/queries/notes";
import { countByState, listColumns, listPipeline } from "@/lib/applications/queries/pipeline";
import { countRaters } from "@/lib/applications/queries/ratings";
import type { Actor } from "@/lib/auth/input";
import { type MatchInputs, matchInputsOf } from "@/lib/matching/record";
import { storedMatch } from "@/lib/matching/stored";
import { measure, median, ms, quantile, table, times } from "./measure";
import { randomFrom } from "./random";

const few = 50;
const many = 5_000;
/** Postings of other companies, with so many applicants each. */
const others = 200;

const words = "I have run services like yours for years, and would like to tell you more. ".repeat(10);
const skills = ["go", "postgresql", "kafka", "kubernetes", "redis", "docker", "python", "rust", "erlang"];
/** The share of applicants who have each skill: from nearly all to one in five hundred. */
const shares = [0.95, 0.7, 0.4, 0.35, 0.3, 0.5, 0.6, 0.05, 0.002];

type Crowd = { owner: Actor; postingId: string; slug: string };

/** What a company asks of a posting with 50 and with 5,000 applicants, as ratios: the longer list shows as little of it. */
export async function benchPipeline(url: string): Promise<void> {
  process.env.DATABASE_URL = url;
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  const people = await makePeople(sql);
  const crowd = async (count: number, blindReview = false): Promise<Crowd> => {
    const owner = await createUser();
    const { id: companyId, slug } = await createCompany({ owner });
    const { id: postingId } = await createPosting({
      companyId,
      skills: skills.map((slug) => ({ slug })),
      experienceMin: 3,
      blindReview,
    });
    await apply(sql, { companyId, postingId, raterId: owner.userId }, people.slice(0, count));
    return { owner, postingId, slug };
  };
  for (let i = 0; i < others; i++) await crowd(few);
  const [short, long] = [await crowd(few), await crowd(many)];
  const [shortBlind, longBlind] = [await crowd(few, true), await crowd(many, true)];
  await sql`vacuum analyze`;
  const rows: string[][] = [];
  for (const [what, run] of steps(sql)) {
    const [a, b] = what.startsWith("without names") ? [shortBlind, longBlind] : [short, long];
    const [small, large] = [await timesOf(run, a), await timesOf(run, b)];
    rows.push([
      what,
      String(await run(a)),
      String(await run(b)),
      ms(fast(small)),
      ms(fast(large)),
      times(fast(large) / fast(small)),
      ms(median(large)),
    ]);
  }
  const [a, b] = [`${few}`, many.toLocaleString("en")];
  table(["asked for", `rows of ${a}`, `of ${b}`, `ms of ${a}`, `of ${b}`, "ratio", "median"], rows);
  await sql.end();
  await closeDatabase();
}

/** What a tenth of the runs stay below: whatever else the machine does only adds to it. */
const fast = (times: number[]) => quantile(times, 0.1);

const timesOf = (run: (crowd: Crowd) => Promise<number>, crowd: Crowd) =>
  measure(() => run(crowd), { budget: 3_000, most: 100 });

/** What the page of applicants asks for; gives how many it shows. */
async function page({ owner, postingId }: Crowd, given: object) {
  const query = PipelineQuery.parse(given);
  const [list] = await Promise.all([listPipeline(owner, postingId, query), countByState(owner, postingId)]);
  const ids = list.applicants.map(({ id }) => id);
  await Promise.all([listTags(owner, ids), countRaters(owner, ids)]);
  return list.applicants.length;
}

function steps(sql: Sql): [string, (crowd: Crowd) => Promise<number>][] {
  const newest = async (postingId: string) => {
    const [one] = await sql<{ id: string }[]>`
      select id from applications where posting_id = ${postingId} and state = 'submitted' order by submitted_at desc limit 1`;
    return one?.id ?? "";
  };
  /** The first applicants, who go to and fro between two states. */
  const movable = async (postingId: string, count: number) => {
    const rows = await sql<{ id: string; state: "screening" | "interview" }[]>`
      select id, state from applications where posting_id = ${postingId} order by submitted_at limit 6`;
    const some = count === 1 ? rows.slice(0, 1) : rows.slice(1);
    const from = some[0]?.state ?? "screening";
    const to = from === "screening" ? ("interview" as const) : ("screening" as const);
    return { ids: some.map(({ id }) => id), from, to, message: words };
  };
  const waiting = async ({ owner, slug }: Crowd) =>
    (await listWaiting(owner, { company: slug })).applicants.length;
  return [
    ["first page", (crowd) => page(crowd, {})],
    ["best match first", (crowd) => page(crowd, { sort: "match" })],
    ["overdue first", (crowd) => page(crowd, { sort: "due" })],
    ["state: rejected", (crowd) => page(crowd, { state: "rejected" })],
    ["state: offer", (crowd) => page(crowd, { state: "offer" })],
    ["line that most meet", (crowd) => page(crowd, { line: "skill:go" })],
    ["line that one in 500 meets", (crowd) => page(crowd, { line: "skill:erlang" })],
    ["the same, best match first", (crowd) => page(crowd, { line: "skill:erlang", sort: "match" })],
    ["gate: place", (crowd) => page(crowd, { gate: "place" })],
    ["all gates", (crowd) => page(crowd, { gate: "all" })],
    [
      "columns",
      async ({ owner, postingId }) =>
        (await listColumns(owner, postingId, "arrival")).flatMap(({ applicants }) => applicants).length,
    ],
    [
      "counts of states",
      async ({ owner, postingId }) => Object.keys(await countByState(owner, postingId)).length,
    ],
    [
      "page of one applicant",
      async ({ owner, postingId }) => ((await findApplicant(owner, await newest(postingId))) ? 1 : 0),
    ],
    [
      "next one who waits",
      async ({ owner, postingId }) => ((await findNextWaiting(owner, postingId)) ? 1 : 0),
    ],
    ["all who wait, of the company", waiting],
    ["without names: first page", (crowd) => page(crowd, {})],
    ["without names: best match first", (crowd) => page(crowd, { sort: "match" })],
    ["without names: all who wait", waiting],
    [
      "one move",
      async ({ owner, postingId }) => {
        const { ids, ...move } = await movable(postingId, 1);
        for (const id of ids) await moveApplication(owner, { id, ...move });
        return ids.length;
      },
    ],
    [
      "a move of five",
      async ({ owner, postingId }) => {
        const { ids, from, ...move } = await movable(postingId, 5);
        await moveTogether(owner, { postingId, selected: ids.map((id) => ({ id, from })), ...move });
        return ids.length;
      },
    ],
  ];
}

const makePeople = async (sql: Sql) => {
  const people = Array.from({ length: many }, (_, i) => ({
    id: randomUUID(),
    email: `applicant-${i}@example.com`,
  }));
  await sql`insert into users (id, email, name) select id, email, 'Sam ' || left(id::text, 8)
    from jsonb_to_recordset(${sql.json(people)}) as p(id uuid, email text)`;
  return people;
};

/** Applications with sheets of their own, a quarter of a year of arrivals, and what a company does with them: two of five still wait. */
async function apply(
  sql: Sql,
  { raterId, ...of }: { companyId: string; postingId: string; raterId: string },
  people: readonly { id: string; email: string }[],
) {
  const random = randomFrom(people.length);
  const all = people.map((person, i) => {
    const { inputs, inputsHash, sheetHash } = storedMatch(someInputs(random));
    return {
      id: randomUUID(),
      candidate: person.id,
      email: person.email,
      // The first ones are moved to and fro.
      state: i < 6 ? "screening" : stateAt(random()),
      minutes: (people.length - i) * Math.ceil(120_000 / people.length),
      inputs,
      inputsHash,
      sheetHash,
      ...matchFacts(inputs),
      isTagged: random() < 0.1,
      isRated: random() < 0.2,
    };
  });
  for (let at = 0; at < all.length; at += 500) {
    const rows = sql.json(all.slice(at, at + 500));
    await sql`
      with given as materialized (
        select * from jsonb_to_recordset(${rows}) as g(id uuid, candidate uuid, email text, state text, minutes int, inputs text,
          "inputsHash" text, "sheetHash" text, "matchOrder" int, had text[], fails text[], "isTagged" boolean, "isRated" boolean)
      ), sent as (
        insert into applications (id, posting_id, company_id, candidate_id, state, name, email, cover_note, profile, submitted_at, reply_by,
          answered_at, match_order, had, fails, updated_at)
        select id, ${of.postingId}, ${of.companyId}, candidate, state, 'Sam Example', email, ${words},
          jsonb_build_object('headline', 'Backend developer', 'years', 6, 'skills', (inputs::jsonb -> 'profile' -> 'skills')),
          now() - make_interval(mins => minutes), now() - make_interval(mins => minutes) + interval '14 days',
          case when state not in ('submitted', 'withdrawn') then now() end, "matchOrder", had, fails, now()
        from given
      ), moved as (
        insert into application_moves (application_id, to_state, at) select id, 'submitted', now() from given
      ), tagged as (
        insert into application_tags select id, 'second round' from given where "isTagged"
      ), rated as (
        insert into application_ratings (application_id, user_id, kind, slug, rating, at)
        select id, ${raterId}, 'skill', 'go', 'shown', now() from given where "isRated"
      )
      insert into application_matches (application_id, rules, inputs, inputs_hash, sheet_hash, at)
      select id, 1, inputs, "inputsHash", "sheetHash", now() from given`;
  }
}

/** How applications stand, from the largest share on. */
const standing = [
  [0.4, "submitted"],
  [0.78, "rejected"],
  [0.89, "screening"],
  [0.95, "withdrawn"],
  [0.99, "interview"],
  [1, "offer"],
] as const;

const stateAt = (share: number) => standing.find(([upTo]) => share < upTo)?.[1] ?? "submitted";

function someInputs(random: () => number): MatchInputs {
  const had = skills.filter((_, i) => random() < (shares[i] ?? 0));
  return matchInputsOf(
    {
      responsibilities: [],
      skills: skills.map((slug) => ({ slug, must: true, minYears: null })),
      experienceMin: 3,
      degree: { level: null, equalExperience: true },
      yearlyUsdMax: 90_000,
      workplace: "hybrid",
      countries: ["DE"],
      employment: "full-time",
      hours: [],
    },
    {
      years: Math.floor(random() * 12),
      degree: "bachelor",
      skills: had.map((slug) => ({
        slug,
        years: Math.floor(random() * 8),
        evidence: random() < 0.4 ? 1 : 0,
      })),
      responsibilities: [],
      no: { skills: [], responsibilities: [] },
      hasJob: true,
      hasEducation: true,
      wantedYearlyUsd: 60_000 + Math.floor(random() * 50_000),
      workplaces: random() < 0.8 ? ["hybrid", "remote"] : ["remote"],
      countries: random() < 0.7 ? ["DE"] : ["FR"],
      employment: ["full-time"],
      hours: null,
      overlap: 4,
    },
    { implies: [], related: [], labels: {} },
  );
}
