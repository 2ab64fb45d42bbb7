import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCompany, createPosting, createProfile, createUser, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { forgetProfileChanges } from "@/lib/people/commands";
import type { PeopleKeeper } from "@/lib/people/keeper";
import { findPeople, startPeople } from "@/lib/people/start";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { rankCandidates } from "./candidates";
import { type Asked, countMeeting } from "./cost";

/*
 * The people in memory beside the statements: what is committed before a question is in its answer, and the two give the same, whatever
 * people are and become. With PROVE=1, at length.
 */
const isProving = process.env.PROVE === "1";
const { sql } = await testDatabase();

let owner: Actor;
let companyId: string;
let postingId: string;
let keeper: PeopleKeeper;
let stop: () => void;

async function hold() {
  const people = startPeople();
  [keeper, stop] = [people.keeper, people.stop];
  await keeper.load();
}

beforeAll(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner, website: "https://hooli.example" })).id;
  postingId = (await createPosting({ companyId, skills: [{ slug: "python" }] })).id;
  await hold();
});
afterAll(() => stop());

const everyone: Asked = {
  skills: [],
  responsibilities: [],
  experienceMin: null,
  degreeRank: 0,
  equalExperience: true,
};

/** Who is listed for the posting, and how many the company may find, as the people in memory have it. */
async function asked() {
  expect(await findPeople()).not.toBeNull();
  const page = await rankCandidates(owner, postingId, { limit: 500 });
  return {
    ranks: new Map(page?.ranked.map(({ id, rank }) => [id, rank])),
    found: (await countMeeting(owner, companyId, everyone))?.meeting,
  };
}

describe("an answer of the people in memory has what was committed before it:", () => {
  let one: Actor;
  const whole = 333;

  beforeAll(async () => {
    one = await createUser();
    await createProfile(one, { searchable: true, skills: [{ slug: "python" }] });
    expect((await asked()).ranks.get(one.userId)).toBe(whole);
  });
  /** Every change is taken back, and that is seen as well. */
  afterEach(async () => {
    const { ranks, found } = await asked();
    expect({ rank: ranks.get(one.userId), found }).toEqual({ rank: whole, found: 1 });
  });

  it.each([
    [
      "a skill that is removed",
      () => sql`delete from profile_skills where user_id = ${one.userId}`,
      () =>
        sql`insert into profile_skills (user_id, skill_id, has) select ${one.userId}, id, true from skills where slug = 'python'`,
      { rank: 0, found: 1 },
    ],
    [
      "a skill that is denied",
      () => sql`update profile_skills set has = false where user_id = ${one.userId}`,
      () => sql`update profile_skills set has = true where user_id = ${one.userId}`,
      { rank: 0, found: 1 },
    ],
    [
      "a profile that may not be found any more",
      () => sql`update profiles set searchable = false where user_id = ${one.userId}`,
      () => sql`update profiles set searchable = true where user_id = ${one.userId}`,
      { rank: undefined, found: 0 },
    ],
    [
      "an account that is suspended",
      () => sql`update users set suspended_at = now() where id = ${one.userId}`,
      () => sql`update users set suspended_at = null where id = ${one.userId}`,
      { rank: undefined, found: 0 },
    ],
    [
      "a company that is blocked",
      () =>
        sql`insert into blocked_companies (user_id, company_id, at) values (${one.userId}, ${companyId}, now())`,
      () => sql`delete from blocked_companies`,
      { rank: undefined, found: 0 },
    ],
    [
      "a domain that is blocked",
      () =>
        sql`insert into blocked_domains (user_id, domain, at) values (${one.userId}, 'hooli.example', now())`,
      () => sql`delete from blocked_domains`,
      { rank: undefined, found: 0 },
    ],
    [
      "somebody who becomes a colleague",
      () =>
        sql`insert into members (company_id, user_id, role) values (${companyId}, ${one.userId}, 'reviewer')`,
      () => sql`delete from members where user_id = ${one.userId}`,
      { rank: undefined, found: 0 },
    ],
    [
      "what the taxonomy says of the skill",
      () =>
        sql`update profile_skills set skill_id = (select id from skills where slug = 'rust') where user_id = ${one.userId}`,
      () =>
        sql`insert into skill_implies (skill_id, implied_id)
          select s.id, p.id from skills s, skills p where s.slug = 'rust' and p.slug = 'python'`,
      { rank: 0, found: 1 },
    ],
  ] as const)("%s", async (_, change, takeBack, expected) => {
    await change();
    const { ranks, found } = await asked();
    expect({ rank: ranks.get(one.userId), found }).toEqual(expected);
    await takeBack();
  });

  it("somebody who comes, and whose account is deleted", async () => {
    const other = await createUser();
    await createProfile(other, { searchable: true });
    expect((await asked()).found).toBe(2);
    await sql`delete from users where id = ${other.userId}`;
    expect((await asked()).found).toBe(1);
  });

  it("and a transaction that began before another one and ends after it", async () => {
    const other = await createUser();
    await createProfile(other, { searchable: true });
    await sql.begin(async (tx) => {
      await tx`update profiles set searchable = false where user_id = ${other.userId}`;
      await sql`update profiles set years = 3 where user_id = ${one.userId}`;
      expect((await asked()).found).toBe(2);
    });
    expect((await asked()).found).toBe(1);
  });
});

it("a profile that is saved notes that once a transaction, and the note is forgotten after a day", async () => {
  const other = await createUser();
  await createProfile(other, { searchable: true });
  await sql`delete from profile_changes`;
  await sql.begin(async (tx) => {
    await tx`update profiles set years = 4 where user_id = ${other.userId}`;
    await tx`insert into profile_skills (user_id, skill_id, has) select ${other.userId}, id, true from skills order by id limit 5`;
    await tx`update profile_skills set years = 2 where user_id = ${other.userId}`;
  });
  expect((await sql`select count(*)::int from profile_changes`)[0]).toEqual({ count: 1 });
  await sql`update profile_changes set at = now() - interval '25 hours'`;
  await forgetProfileChanges();
  expect((await sql`select count(*)::int from profile_changes`)[0]).toEqual({ count: 0 });
  await sql`update profiles set searchable = false where user_id = ${other.userId}`;
});

it("while nobody can read what changed, SQL answers", async () => {
  const known = await rankCandidates(owner, postingId);
  await sql`alter table profile_changes rename to away`;
  try {
    expect(await findPeople()).toBeNull();
    expect(await rankCandidates(owner, postingId)).toEqual(known);
  } finally {
    await sql`alter table away rename to profile_changes`;
  }
  expect(await findPeople()).not.toBeNull();
});

describe("the people in memory and SQL", () => {
  const skills = ["django", "python", "sql", "postgresql", "mysql", "java", "spring-boot", "kotlin"];
  const responsibilities = ["api-integration", "api-management", "content-management-systems"];
  const zones = ["Europe/Berlin", "Asia/Kolkata", "Pacific/Kiritimati", "Nowhere/Town"];
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const some = (...of: string[]) => maybe(fc.subarray(of));
  const tenths = fc.integer({ min: 0, max: 150 }).map((years) => years / 10);
  const bySlug = { selector: ({ slug }: { slug: string }) => slug };
  const person = fc.record({
    years: maybe(tenths),
    degreeLevel: maybe(fc.constantFrom(...degrees)),
    wantedYearlyUsd: maybe(fc.integer({ min: 20_000, max: 150_000 })),
    workplaces: some(...workplaces),
    countries: some("DE", "US", "FR"),
    timezone: maybe(fc.constantFrom(...zones)),
    overlapHours: maybe(fc.integer({ min: 1, max: 8 })),
    employment: some(...employments),
    searchable: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    skills: fc.uniqueArray(
      fc.record({ slug: fc.constantFrom(...skills), years: maybe(tenths), has: fc.boolean() }),
      { ...bySlug, maxLength: 6 },
    ),
    responsibilities: fc.uniqueArray(
      fc.record({ slug: fc.constantFrom(...responsibilities), has: fc.boolean() }),
      bySlug,
    ),
  });
  const wanted = fc.record({
    workplace: fc.constantFrom(...workplaces),
    employment: fc.constantFrom(...employments),
    experienceMin: maybe(fc.integer({ min: 1, max: 10 })),
    degree: maybe(fc.record({ level: fc.constantFrom(...degrees), equalExperience: fc.boolean() })),
    skills: fc.uniqueArray(
      fc.record({
        slug: fc.constantFrom(...skills),
        must: fc.boolean(),
        minYears: maybe(fc.integer({ min: 1, max: 9 })),
      }),
      { ...bySlug, maxLength: 5 },
    ),
    responsibilities: fc.uniqueArray(
      fc.record({ slug: fc.constantFrom(...responsibilities), must: fc.boolean() }),
      bySlug,
    ),
    max: fc.integer({ min: 30_000, max: 140_000 }),
  });
  type Said = typeof person extends fc.Arbitrary<infer T> ? T : never;
  const people: Actor[] = [];
  const runs = { numRuns: isProving ? 1_000 : 25, endOnFailure: true };
  const timeout = isProving ? 3_600_000 : 120_000;

  /** Writes anew what somebody says. */
  const say = ({ userId }: Actor, { skills, responsibilities, ...said }: Said) =>
    sql.begin(async (tx) => {
      await tx`update profiles set years = ${said.years}, degree_level = ${said.degreeLevel}, wanted_yearly_usd = ${said.wantedYearlyUsd},
        workplaces = ${said.workplaces}, countries = ${said.countries}, timezone = ${said.timezone}, overlap_hours = ${said.overlapHours},
        employment = ${said.employment}, searchable = ${said.searchable} where user_id = ${userId}`;
      await tx`delete from profile_skills where user_id = ${userId}`;
      await tx`delete from profile_responsibilities where user_id = ${userId}`;
      await tx`insert into profile_skills (user_id, skill_id, has, years) select ${userId}, s.id, g.has, g.years
        from jsonb_to_recordset(${tx.json(skills)}) g (slug text, has boolean, years numeric) join skills s on s.slug = g.slug`;
      await tx`insert into profile_responsibilities (user_id, responsibility_id, has) select ${userId}, r.id, g.has
        from jsonb_to_recordset(${tx.json(responsibilities)}) g (slug text, has boolean) join responsibilities r on r.slug = g.slug`;
    });

  /** What `ask` gives with the people in memory, and without. */
  async function both<T>(ask: () => Promise<T>): Promise<[T, T]> {
    expect(await findPeople()).not.toBeNull();
    const inMemory = await ask();
    const held = globalThis.backplanePeople;
    globalThis.backplanePeople = undefined;
    try {
      return [inMemory, await ask()];
    } finally {
      globalThis.backplanePeople = held;
    }
  }

  beforeAll(async () => {
    for (const said of fc.sample(person, { numRuns: 60, seed: 5 })) {
      const actor = await createUser();
      await createProfile(actor);
      await say(actor, said);
      people.push(actor);
    }
  });

  it(
    "give the same lists, pages, gates and costs, whatever people become",
    async () => {
      const changes = fc.array(fc.record({ who: fc.nat(59), said: person }), { maxLength: 4 });
      const page = fc.record({ limit: fc.integer({ min: 1, max: 30 }), takeable: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(
          wanted,
          changes,
          page,
          async ({ max, degree, ...asked }, changed, { limit, takeable }) => {
            for (const { who, said } of changed) await say(people[who] as Actor, said);
            const [made] = await insertPostings([
              {
                companyId,
                ...asked,
                skills: asked.skills.map(({ minYears, ...one }) => ({
                  ...one,
                  ...(minYears !== null && { minYears }),
                })),
                experienceMin: asked.experienceMin ?? undefined,
                degree: degree ?? undefined,
                salary: { min: 20_000, max, currency: "USD", period: "year" },
                ...(asked.workplace === "remote"
                  ? { hiringCountries: ["DE", "FR"] }
                  : { places: [{ city: "Berlin", country: "DE" }] }),
              },
            ]);
            const id = (made as { id: string }).id;
            const first = await both(() => rankCandidates(owner, id, { limit, takeable }));
            expect(first[0]).toEqual(first[1]);
            const after = first[1]?.next ?? undefined;
            const second = await both(() => rankCandidates(owner, id, { limit, takeable, after }));
            expect(second[0]).toEqual(second[1]);
            const ids = await sql<{ id: number; slug: string }[]>`
            select id, slug from skills where slug = any(${skills}) union all
            select -id, slug from responsibilities where slug = any(${responsibilities})`;
            const idOf = (slug: string) => Math.abs(ids.find((one) => one.slug === slug)?.id as number);
            const costs = await both(() =>
              countMeeting(owner, companyId, {
                skills: asked.skills.map(({ slug, minYears }) => ({ id: idOf(slug), label: slug, minYears })),
                responsibilities: asked.responsibilities.map(({ slug }) => ({ id: idOf(slug), label: slug })),
                experienceMin: asked.experienceMin,
                degreeRank: degree ? degrees.indexOf(degree.level) : 0,
                equalExperience: degree?.equalExperience ?? true,
              }),
            );
            expect(costs[0]).toEqual(costs[1]);
          },
        ),
        runs,
      );
      expect((await findPeople())?.size).toBeGreaterThan(40);
    },
    timeout,
  );
});
