import { inArray } from "drizzle-orm";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createProfile,
  createUser,
  daysAgo,
  insertPostings,
} from "@/db/factories";
import { blockedCompanies, blockedDomains, profiles } from "@/db/schema/profiles";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { findPeople, startPeople } from "@/lib/people/start";
import { skillEntries } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { resolveSkills } from "@/lib/taxonomy/queries/resolve";
import { listResponsibilities } from "@/lib/taxonomy/queries/responsibilities";
import { degreeRank } from "@/lib/taxonomy/rules";
import { degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import type { Edges, PostingFacts, ProfileFacts } from "../rules/facts";
import { failingGates, type GateName, type Gates } from "../rules/gates";
import { matcherOf } from "../rules/sheet";
import { rankCandidates } from "./candidates";
import { type Asked, countMeeting, findCost } from "./cost";

/*
 * Two statements against the rules: who meets the musts, and the ranking of candidates. Random postings over a population of random
 * profiles; with PROVE=1, at length.
 */
const isProving = process.env.PROVE === "1";
const { db } = await testDatabase();

/** Skills that lead to one another, so that implied, related, denied and named ones meet on one line. */
const close = [
  "django",
  "python",
  "postgresql",
  "sql",
  "mysql",
  "spring-boot",
  "java",
  "kotlin",
  "kafka",
  "rabbitmq",
];
const someSkills = skillEntries.filter(
  ({ slug, implies, related }) =>
    close.includes(slug) || [...implies, ...related].some((other) => close.includes(other)),
);
const slugs = someSkills.map(({ slug }) => slug);
const edges: Edges = {
  implies: skillEntries.flatMap(({ slug, implies }) =>
    implies.map((other): [string, string] => [slug, other]),
  ),
  related: skillEntries.flatMap(({ slug, related }) =>
    related.map((other): [string, string] => [slug, other]),
  ),
  labels: {},
};
const silent = {
  yearlyUsdMax: null,
  workplace: null,
  countries: [],
  employment: null,
  hours: [],
};
const nothing: ProfileFacts = {
  years: null,
  degree: null,
  skills: [],
  responsibilities: [],
  no: { skills: [], responsibilities: [] },
  hasJob: false,
  hasEducation: false,
  wantedYearlyUsd: null,
  workplaces: [],
  countries: [],
  employment: [],
  hours: null,
  overlap: 4,
};

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const years = maybe(
  fc.oneof(
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 120 }).map((tenths) => tenths / 10),
  ),
);
const skill = fc.oneof(fc.constantFrom(...close), fc.constantFrom(...slugs));
const responsibility = fc.constantFrom(...responsibilityEntries.slice(0, 6).map(({ slug }) => slug));
const bySlug = { selector: ({ slug }: { slug: string }) => slug };

const profile = fc.record({
  years,
  degree: maybe(fc.constantFrom(...degrees)),
  skills: fc.uniqueArray(fc.record({ slug: skill, years, has: fc.boolean() }), { ...bySlug, maxLength: 14 }),
  responsibilities: fc.uniqueArray(fc.record({ slug: responsibility, has: fc.boolean() }), {
    ...bySlug,
    maxLength: 6,
  }),
});
/** What the gates compare; the ranking must not depend on it. */
const some = <T>(...of: T[]) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 3 }), { nil: undefined });
const wants = fc.record({
  wantedYearlyUsd: fc.option(fc.integer({ min: 20_000, max: 250_000 }), { nil: undefined }),
  workplaces: some(...workplaces),
  countries: some("DE", "US", "FR", "JP"),
  employment: some(...employments),
  timezone: fc.option(
    fc.constantFrom("Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati", "Pacific/Honolulu"),
    { nil: undefined },
  ),
  overlapHours: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
});
type Said = typeof profile extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ skills, responsibilities, ...said }: Said): ProfileFacts => ({
  ...nothing,
  ...said,
  skills: skills.filter(({ has }) => has).map(({ slug, years: of }) => ({ slug, years: of, evidence: 0 })),
  responsibilities: responsibilities.filter(({ has }) => has).map(({ slug }) => ({ slug, evidence: 0 })),
  no: {
    skills: skills.filter(({ has }) => !has).map(({ slug }) => slug),
    responsibilities: responsibilities.filter(({ has }) => !has).map(({ slug }) => slug),
  },
});

const posting = fc.record({
  experienceMin: maybe(fc.integer({ min: 0, max: 8 })),
  level: maybe(fc.constantFrom(...degrees)),
  equalExperience: fc.boolean(),
  skills: fc.uniqueArray(
    fc.record({ slug: skill, must: fc.boolean(), minYears: maybe(fc.integer({ min: 1, max: 8 })) }),
    { ...bySlug, maxLength: 5 },
  ),
  responsibilities: fc.uniqueArray(fc.record({ slug: responsibility, must: fc.boolean() }), {
    ...bySlug,
    maxLength: 3,
  }),
});
type Wanted = typeof posting extends fc.Arbitrary<infer T> ? T : never;

const postingOf = ({ level, equalExperience, ...asked }: Wanted): PostingFacts => ({
  ...silent,
  ...asked,
  degree: { level, equalExperience },
});

let owner: Actor;
let companyId: string;
const people: { id: string; sheetOf: ReturnType<typeof matcherOf> }[] = [];

beforeAll(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
  const wanted = fc.sample(wants, { numRuns: 120, seed: 8 });
  for (const [i, said] of fc.sample(profile, { numRuns: 120, seed: 7 }).entries()) {
    const actor = await createUser();
    const { degree, ...rest } = said;
    const { wantedYearlyUsd, ...listed } = wanted[i] ?? {};
    await createProfile(actor, {
      ...listed,
      ...(wantedYearlyUsd && {
        wantedYearlyUsd,
        wantedMinMinor: 100 * wantedYearlyUsd,
        wantedCurrency: "USD",
      }),
      ...rest,
      degreeLevel: degree,
      searchable: true,
    });
    people.push({ id: actor.userId, sheetOf: matcherOf(factsOf(said), edges) });
  }
});

const runs = { numRuns: isProving ? 3_000 : 120, endOnFailure: true };
const timeout = isProving ? 3_600_000 : 120_000;

/** Has the people held in memory for the tests of the block, or not. */
function answered(way: string) {
  if (way === "in SQL") return;
  let stop = () => {};
  beforeAll(async () => {
    const people = startPeople();
    stop = people.stop;
    await people.keeper.load();
    expect(await findPeople()).not.toBeNull();
  });
  afterAll(() => stop());
}
const ways = ["in SQL", "in memory"];

describe.each(ways)("the cost of the musts, %s", (way) => {
  answered(way);
  const meeting = (wanted: Wanted) =>
    people.filter(({ sheetOf }) =>
      sheetOf(postingOf(wanted)).lines.every(({ must, low }) => !must || low === 1),
    ).length;

  it(
    "counts whom the rules let meet every must, and whom without each one",
    async () => {
      const allResponsibilities = await listResponsibilities();
      const known = await resolveSkills(slugs);
      await fc.assert(
        fc.asyncProperty(posting, async (wanted) => {
          const musts = {
            ...wanted,
            skills: wanted.skills.filter(({ must }) => must),
            responsibilities: allResponsibilities
              .filter(({ slug }) => wanted.responsibilities.some((one) => one.slug === slug && one.must))
              .map(({ slug }) => ({ slug, must: true })),
            experienceMin: wanted.experienceMin || null,
          };
          const asked: Asked = {
            skills: musts.skills.map(({ slug, minYears }) => ({
              ...(known.get(slug) as { id: number; label: string }),
              minYears,
            })),
            responsibilities: allResponsibilities.filter(({ slug }) =>
              musts.responsibilities.some((one) => one.slug === slug),
            ),
            experienceMin: musts.experienceMin,
            degreeRank: musts.level ? degreeRank(musts.level) : 0,
            equalExperience: musts.equalExperience,
          };
          const all = meeting(musts);
          const without = [
            ...musts.responsibilities.map((line) => ({
              ...musts,
              responsibilities: musts.responsibilities.filter((one) => one !== line),
            })),
            ...musts.skills.map((line) => ({ ...musts, skills: musts.skills.filter((one) => one !== line) })),
            ...(musts.experienceMin ? [{ ...musts, experienceMin: null }] : []),
            ...(asked.degreeRank > 0 ? [{ ...musts, level: null }] : []),
          ].map((fewer) => meeting(fewer) - all);
          expect(await countMeeting(owner, companyId, asked)).toEqual({ meeting: all, without });
        }),
        runs,
      );
    },
    timeout,
  );

  it("is told in rounded figures, by the names of the lines, to owners and recruiters alone", async () => {
    const question = {
      companyId,
      skills: [{ name: "golang", minYears: 3 }, { name: "Kafka" }, { name: "no such thing" }],
      responsibilities: ["api-integration"],
      experienceMin: 1,
      degree: "bachelor" as const,
      equalExperience: true,
    };
    const cost = await findCost(owner, question);
    expect(cost?.without.map(({ line }) => line)).toEqual([
      expect.stringMatching(/^“.+”$/),
      "Go for 3 years",
      "Kafka",
      "the 1 year of experience",
      "the degree (bachelor’s)",
    ]);
    for (const figure of [cost?.meeting, ...(cost?.without ?? []).map(({ more }) => more)])
      expect(figure === null || (figure as number) % 5 === 0).toBe(true);
    const everyone = { ...question, skills: [], responsibilities: [], experienceMin: null, degree: null };
    expect(await findCost(owner, everyone)).toEqual({ meeting: 120, without: [] });
    const reviewer = await createUser();
    await addMember(companyId, reviewer, "reviewer");
    expect(await findCost(reviewer, question)).toBeNull();
    expect(await findCost(await createUser(), question)).toBeNull();
    const { id: suspended } = await createCompany({ owner, suspendedAt: daysAgo(1) });
    expect(await findCost(owner, { ...question, companyId: suspended })).toBeNull();
  });
});

describe.each(ways)("candidates for a posting, %s", (way) => {
  answered(way);
  const write = async (wanted: Wanted) => {
    const { level, skills, responsibilities, experienceMin, equalExperience } = wanted;
    const [made] = await insertPostings([
      {
        companyId,
        skills: skills.map(({ minYears, ...one }) => ({ ...one, ...(minYears !== null && { minYears }) })),
        responsibilities,
        ...(experienceMin !== null && { experienceMin }),
        ...(level && { degree: { level, equalExperience } }),
      },
    ]);
    return (made as { id: string }).id;
  };

  it(
    "are ranked with the numbers of the rules",
    async () => {
      await fc.assert(
        fc.asyncProperty(posting, async (wanted) => {
          const id = await write(wanted);
          const expected = people
            .map((one) => {
              const { low, high, rank, lines } = one.sheetOf(postingOf(wanted));
              const musts = lines.filter(({ must }) => must);
              const mustsHad = musts.filter((line) => line.low === 1).length;
              return { id: one.id, low, high, rank, mustsHad, musts: musts.length };
            })
            .sort((a, b) => b.rank - a.rank || (b.high ?? 0) - (a.high ?? 0) || (a.id < b.id ? -1 : 1));
          const told = (all: typeof expected) =>
            all.map((c) => `${c.id}: ${c.low}–${c.high}, ${c.rank}, ${c.mustsHad}/${c.musts}`);
          const found = await rankCandidates(owner, id, { limit: 200 });
          expect(told(found?.ranked ?? [])).toEqual(told(expected));
        }),
        { ...runs, numRuns: isProving ? 2_000 : 40 },
      );
    },
    timeout,
  );

  it("are counted, and left out where that is asked, by the gates that the rules say they fail", async () => {
    const berlin = { city: "Berlin", country: "DE" };
    const made = await insertPostings([
      { companyId, places: [berlin], salary: { min: 60_000, max: 90_000, currency: "EUR", period: "year" } },
      { companyId, places: [{ city: "Tokyo", country: "JP" }, berlin], employment: "contract" },
      { companyId, window: { start: 1320, end: 360, zone: "Europe/Berlin" } },
      { companyId, window: { start: 540, end: 1020, zone: "Pacific/Kiritimati" } },
      { companyId, workplace: "remote", hiringCountries: ["US", "FR"] },
      { companyId, places: [{ city: "Atlantis", country: "FR" }] },
    ]);
    for (const { id } of made) {
      const everyone = await rankCandidates(owner, id, { limit: 200 });
      const gates = everyone?.ranked.map((one) => one.gates) ?? [];
      const by = (gate: GateName) => gates.filter((one) => one[gate] === "fails").length;
      const isTaken = (one: Gates) => failingGates(one).length === 0;
      expect(everyone?.failing).toEqual({
        total: gates.filter((one) => !isTaken(one)).length,
        pay: by("pay"),
        place: by("place"),
        timezone: by("timezone"),
        employment: by("employment"),
      });
      const takeable = await rankCandidates(owner, id, { limit: 200, takeable: true });
      expect(takeable?.failing).toEqual(everyone?.failing);
      expect(takeable?.ranked.map((one) => one.id)).toEqual(
        everyone?.ranked.filter((one) => isTaken(one.gates)).map((one) => one.id),
      );
      expect(takeable?.ranked.length).toBeGreaterThan(0);
      expect(everyone?.failing.total).toBeGreaterThan(0);
    }
  });

  it("come page by page, each once", async () => {
    const { id } = await createPosting({
      companyId,
      skills: [{ slug: "python" }, { slug: "sql" }],
      experienceMin: 3,
    });
    const whole = await rankCandidates(owner, id, { limit: 200 });
    const seen: string[] = [];
    let after: NonNullable<typeof whole>["next"] = null;
    do {
      const page = await rankCandidates(owner, id, { after: after ?? undefined });
      seen.push(...(page?.ranked ?? []).map((one) => one.id));
      after = page?.next ?? null;
    } while (after);
    expect(seen).toEqual(whole?.ranked.map((one) => one.id));
  });

  it("are nobody's who is not the company's, and none where the posting is not live", async () => {
    const { id } = await createPosting({ companyId });
    const draft = await createPosting({ companyId, state: "draft" });
    const stranger = await createUser();
    await createCompany({ owner: stranger });
    const reviewer = await createUser();
    await addMember(companyId, reviewer, "reviewer");
    expect(await rankCandidates(owner, id)).not.toBeNull();
    expect(await rankCandidates(stranger, id)).toBeNull();
    expect(await rankCandidates(reviewer, id)).toBeNull();
    expect(await rankCandidates(owner, draft.id)).toBeNull();
  });

  it("leave out who is hidden, suspended, a colleague, applied already, or blocked the company", async () => {
    const boss = await createUser({ email: `boss@eu.acme-${Date.now()}.example` });
    const host = boss.email.split("@eu.")[1] as string;
    const { id: own } = await createCompany({ owner: boss, website: `https://www.site-${host}/jobs` });
    const { id } = await createPosting({ companyId: own });
    const candidates = await Promise.all(
      Array.from({ length: 9 }, (_, i) => createUser(i === 1 ? { suspendedAt: daysAgo(1) } : {})),
    );
    const [hidden, , colleague, applied, byCompany, byMember, bySite, byOther, plain] = candidates as Actor[];
    for (const one of candidates) await createProfile(one, { searchable: one !== hidden });
    await addMember(own, colleague as Actor, "reviewer");
    await createApplication({ postingId: id, companyId: own, candidate: applied as Actor });
    const at = new Date();
    await db.insert(blockedCompanies).values({ userId: (byCompany as Actor).userId, companyId: own, at });
    await db.insert(blockedDomains).values([
      { userId: (byMember as Actor).userId, domain: host, at },
      { userId: (bySite as Actor).userId, domain: `site-${host}`, at },
      { userId: (byOther as Actor).userId, domain: `other-${host}`, at },
    ]);
    const found = await rankCandidates(boss, id, { limit: 200 });
    const ids = new Set(found?.ranked.map((one) => one.id));
    expect(candidates.filter(({ userId }) => ids.has(userId))).toEqual([byOther, plain]);
    const question = { companyId: own, skills: [], responsibilities: [], equalExperience: true };
    expect((await findCost(boss, question))?.meeting).toBe(120);
    // The other tests count on those of the beginning.
    await db
      .update(profiles)
      .set({ searchable: false })
      .where(
        inArray(
          profiles.userId,
          candidates.map(({ userId }) => userId),
        ),
      );
  });
});
