import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings, type NewPosting } from "@/db/factories";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import type { Board } from "@/lib/board/board";
import { Keeper } from "@/lib/board/keeper";
import { withBothKernels } from "@/lib/board/testing";
import { isLive } from "@/lib/postings/queries/live";
import { listPostingsByIds } from "@/lib/postings/queries/public";
import { skillEntries } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { degrees } from "@/lib/taxonomy/terms";
import { MatchProfile } from "../input";
import { type PostingFacts, postingFacts } from "../rules/facts";
import { compareMatches } from "../rules/score";
import { matcherOf } from "../rules/sheet";
import { readMatchProfile } from "./profile";
import { type RankedPosting, rankPostings, toRankProfile } from "./rank";

/*
 * The statement and the rules give the same order and the same numbers: on the seeded postings and some odd ones, for random profiles.
 * With PROVE=1, at length.
 */
const isProving = process.env.PROVE === "1";
const { url } = await testDatabase();
let board: Board;
let live: { id: string; publishedAt: string; facts: PostingFacts }[];

beforeAll(async () => {
  await seed(url, () => {});
  const { id: companyId } = await createCompany();
  const years = skillEntries
    .slice(0, 40)
    .map(({ slug }, i) => ({ slug, must: i % 3 > 0, minYears: 1 + (i % 7) }));
  const odd: NewPosting[] = [
    { companyId },
    { companyId },
    { companyId, experienceMin: 0, degree: { level: "none" } },
    { companyId, experienceMin: 1 },
    { companyId, skills: years },
    { companyId, skills: years.slice(0, 5), experienceMin: 5, degree: { level: "doctorate" } },
    ...degrees.flatMap((level) =>
      [true, false].map((equalExperience) => ({
        companyId,
        degree: { level, equalExperience },
        experienceMin: 2,
      })),
    ),
    {
      companyId,
      responsibilities: responsibilityEntries.map(({ slug }, i) => ({ slug, must: i % 2 === 0 })),
    },
  ];
  await insertPostings(odd);
  const keeper = new Keeper();
  await keeper.load();
  board = (await keeper.current())?.board as Board;
  const { ready } = await readMatchProfile({});
  const { ranked } = await rankPostings(isLive(), ready, 10_000);
  const silent = { window: null, placesAhead: [] };
  live = (await listPostingsByIds(ranked.map(({ id }) => id))).map((posting) => ({
    id: posting.id,
    publishedAt: posting.publishedAt,
    facts: postingFacts(posting, silent),
  }));
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const years = maybe(
  fc.oneof(
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 300 }).map((tenths) => tenths / 10),
  ),
);
/** The first of the catalogue, languages and the like, twice as often: they are what postings ask. */
const skill = fc.oneof(
  fc.constantFrom(...skillEntries.slice(0, 60).map(({ slug }) => slug)),
  fc.constantFrom(...skillEntries.map(({ slug }) => slug)),
);
const responsibility = fc.constantFrom(...responsibilityEntries.map(({ slug }) => slug));
const evidence = maybe(fc.integer({ min: 0, max: 2 }));
const bySlug = { selector: ({ slug }: { slug: string }) => slug };

const profile = fc
  .record({
    years,
    degree: maybe(fc.record({ level: fc.constantFrom(...degrees) })),
    skills: fc.uniqueArray(fc.record({ slug: skill, years, evidence }), { ...bySlug, maxLength: 25 }),
    responsibilities: fc.uniqueArray(fc.record({ slug: responsibility, evidence }), {
      ...bySlug,
      maxLength: 12,
    }),
    noSkills: fc.uniqueArray(skill, { maxLength: 10 }),
    noResponsibilities: fc.uniqueArray(responsibility, { maxLength: 6 }),
  })
  .map(({ noSkills, noResponsibilities, ...said }) => {
    const unsaid = (no: string[], named: { slug: string }[]) =>
      no.filter((slug) => !named.some((one) => one.slug === slug));
    return MatchProfile.parse({
      ...said,
      no: {
        skills: unsaid(noSkills, said.skills),
        responsibilities: unsaid(noResponsibilities, said.responsibilities),
      },
    });
  });

const told = ({ id, low, high, rank }: RankedPosting) => `${id}: ${low} to ${high}, rank ${rank}`;

describe("ranking in SQL and on the board", () => {
  it(
    "gives the order and the numbers of the rules",
    async () => {
      expect(live.length).toBeGreaterThan(600);
      await fc.assert(
        fc.asyncProperty(profile, async (given) => {
          const { ready, faults } = await readMatchProfile(given);
          expect(faults).toEqual([]);
          const sheetOf = matcherOf(ready.facts, ready.edges);
          const expected = live
            .map(({ id, publishedAt, facts }) => {
              const { low, high, rank } = sheetOf(facts);
              return { id, publishedAt, low, high, rank };
            })
            .sort(compareMatches);
          const { ranked, total } = await rankPostings(isLive(), ready, 10_000);
          expect(total).toBe(live.length);
          // As texts, which are compared a hundred times faster.
          expect(ranked.map(told)).toEqual(expected.map(told));
          const rank = toRankProfile(ready);
          for (const onBoard of await withBothKernels(board, () => board.rank([], rank, 10_000))) {
            expect(onBoard.ranked.map(told)).toEqual(expected.map(told));
            expect(onBoard.total).toBe(live.length);
          }
          for (const onBoard of await withBothKernels(board, () => board.rank([], rank, 10, ranked[300])))
            expect(onBoard.ranked).toEqual(ranked.slice(301, 311));
        }),
        { numRuns: isProving ? 10_000 : 60, endOnFailure: true },
      );
    },
    isProving ? 3_600_000 : 120_000,
  );

  it("gives the best so many, and how many there are", async () => {
    const { ready } = await readMatchProfile({ skills: [{ slug: "go" }, { slug: "postgresql" }], years: 6 });
    const all = await rankPostings(isLive(), ready, 10_000);
    expect(await rankPostings(isLive(), ready, 7)).toEqual({
      ranked: all.ranked.slice(0, 7),
      total: live.length,
    });
  });
});

it("pages neither skip nor repeat, whatever their length; equals and postings without a score too", async () => {
  for (const given of [{}, { skills: [{ slug: "go" }, { slug: "postgresql" }], years: 6 }]) {
    const { ready } = await readMatchProfile(given);
    const whole = await rankPostings(isLive(), ready, 10_000);
    for (const length of [7, 64, 1000]) {
      const paged: RankedPosting[] = [];
      for (let after: RankedPosting | undefined; ; after = paged.at(-1)) {
        const { ranked, total } = await rankPostings(isLive(), ready, length, after);
        expect(total).toBe(live.length);
        paged.push(...ranked);
        if (ranked.length < length) break;
      }
      expect(paged.map(told)).toEqual(whole.ranked.map(told));
    }
  }
});

describe("a profile's names", () => {
  it("are checked against the taxonomy, each with its path; aliases are not names", async () => {
    const { faults } = await readMatchProfile({
      skills: [{ slug: "go" }, { slug: "golang" }, { slug: "blub" }],
      responsibilities: [{ slug: "api-integration" }, { slug: "coffee" }],
      no: { skills: ["java", "k8s"], responsibilities: ["tea", "api-integration"] },
      salary: { min: 5, currency: "XTS" },
      // A zone that is not in the table of the database.
      timezone: "Nowhere/At_All",
    });
    expect(faults.map(({ path }) => path.join("."))).toEqual([
      "skills.1.slug",
      "skills.2.slug",
      "no.skills.1",
      "responsibilities.1.slug",
      "no.responsibilities.0",
      "no.responsibilities.1",
      "salary.currency",
      "timezone",
    ]);
  });

  it("bring the part of the taxonomy that they reach", async () => {
    const { ready } = await readMatchProfile({ skills: [{ slug: "django" }], no: { skills: ["rust"] } });
    expect(ready.edges.implies).toContainEqual(["django", "python"]);
    expect(ready.edges.labels.django).toBe("Django");
    expect(ready.ids.skills.has("rust")).toBe(true);
    for (const slug of new Set([...ready.edges.implies, ...ready.edges.related].flat()))
      expect(ready.ids.skills.has(slug), slug).toBe(true);
  });
});
