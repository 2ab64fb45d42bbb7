import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import { startBoard } from "@/lib/board/start";
import { MatchProfile } from "@/lib/matching/input";
import { readMatchProfile } from "@/lib/matching/queries/profile";
import { failingGates, gateNames } from "@/lib/matching/rules/gates";
import { employments, workplaces } from "@/lib/taxonomy/terms";
import { parseParameters } from "../criteria";
import { countFailing, failingCursor, matchPostings, onlyFailing, withoutFailing } from "./match";
import { readCriteria, search } from "./search";

/*
 * In the order of matches the postings that fail no gate come first, by SQL and by the board alike, and both count what fails as the rules do:
 * on the seeded postings and some odd ones, for random profiles and a few searches. With PROVE=1, at length.
 */
const isProving = process.env.PROVE === "1";
const { url } = await testDatabase();

beforeAll(async () => {
  await seed(url, () => {});
  const { id: companyId } = await createCompany();
  await insertPostings([
    { companyId },
    { companyId, window: { start: 1320, end: 360, zone: "Europe/Berlin" } },
    { companyId, places: [{ city: "Atlantis", country: "DE" }] },
    { companyId, places: [{ city: null, country: "FR" }] },
    { companyId, workplace: "remote" },
    {
      companyId,
      places: [
        { city: "Tokyo", country: "JP" },
        { city: "Berlin", country: "DE" },
      ],
    },
  ]);
});

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const some = <T>(...of: T[]) => maybe(fc.uniqueArray(fc.constantFrom(...of), { maxLength: 3 }));

const profile = fc
  .record({
    years: maybe(fc.integer({ min: 0, max: 20 })),
    skills: fc
      .uniqueArray(fc.constantFrom("go", "java", "kafka", "postgresql", "django", "kubernetes"), {
        maxLength: 4,
      })
      .map((slugs) => slugs.map((slug) => ({ slug }))),
    salary: maybe(
      fc.record({ min: fc.integer({ min: 0, max: 200_000 }), currency: fc.constantFrom("USD", "EUR") }),
    ),
    workplaces: some(...workplaces),
    countries: some("DE", "US", "FR", "JP", "GB", "PL", "BR"),
    employment: some(...employments),
    timezone: maybe(fc.constantFrom("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "UTC")),
  })
  .map((said) => MatchProfile.parse(said));
const query = fc.constantFrom("", "", "skill=postgresql", "workplace=remote", "q=payments", "country=DE");

async function readyFor(query: string, said: MatchProfile) {
  const { criteria } = parseParameters(new URLSearchParams(`${query}&sort=match`));
  const { ready, labels } = await readCriteria(criteria);
  const { ready: who } = await readMatchProfile(said);
  return { ready, labels, who };
}
type Asked = Awaited<ReturnType<typeof readyFor>>;

/** The ids of the pages from `cursor` on, one after another. */
async function walk({ ready, labels, who }: Asked, limit: number, cursor?: string): Promise<string[]> {
  const ids: string[] = [];
  for (let at = cursor, isDone = false; !isDone; ) {
    const answer = await search(ready, { limit, cursor: at }, labels, who);
    if (!answer) throw new Error("A cursor of this search was refused.");
    ids.push(...answer.postings.map(({ id }) => id));
    at = answer.next ?? undefined;
    isDone = at === undefined;
  }
  return ids;
}

/** What the rules say: both sides in the order of matches, and how many fail what. */
async function expected({ ready, who }: Asked) {
  const { matches } = await matchPostings(ready, who, 10_000);
  const all = matches.map(({ posting, sheet }) => ({ id: posting.id, fails: failingGates(sheet.gates) }));
  const side = (fails: boolean) => all.flatMap((one) => (one.fails.length > 0 === fails ? one.id : []));
  return {
    takeable: side(false),
    failing: side(true),
    counts: Object.fromEntries([
      ["total", side(true).length],
      ...gateNames.map((gate) => [gate, all.filter(({ fails }) => fails.includes(gate)).length]),
    ]),
  };
}

async function check(query: string, said: MatchProfile, limit: number) {
  const asked = await readyFor(query, said);
  const { takeable, failing, counts } = await expected(asked);
  expect(await walk(asked, limit)).toEqual([...takeable, ...failing]);
  expect(await countFailing(asked.ready, asked.who)).toEqual(counts);
  const behind = failingCursor(asked.ready, asked.who);
  expect(await walk(asked, limit, behind)).toEqual(failing);
  const { ready, who } = asked;
  expect(await walk({ ...asked, ready: withoutFailing(ready, who) }, limit)).toEqual(takeable);
  expect(await walk({ ...asked, ready: onlyFailing(ready, who) }, limit)).toEqual(failing);
  return { takeable, failing };
}

const lena = MatchProfile.parse({
  years: 6,
  skills: [{ slug: "java" }, { slug: "kotlin" }, { slug: "postgresql" }],
  salary: { min: 72_000, currency: "EUR" },
  workplaces: ["remote", "hybrid"],
  countries: ["DE", "AT", "NL"],
  employment: ["full-time"],
});

describe.each(["by SQL", "by the board"])("the order of matches %s", (way) => {
  if (way === "by the board") {
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const board = startBoard();
      stop = board.stop;
      await board.loaded;
    });
    afterAll(() => stop());
  }

  it("has both sides, also on one page", async () => {
    const { takeable, failing } = await check("", lena, 100);
    expect(takeable.length).toBeGreaterThan(10);
    expect(takeable.length % 100).toBeGreaterThan(0);
    expect(failing.length).toBeGreaterThan(400);
  });

  it("is one list where nothing is wanted, and where everything fails", async () => {
    expect((await check("", {}, 100)).failing).toEqual([]);
    expect((await check("", { salary: { min: 9_000_000 } }, 100)).takeable).toEqual([]);
  });

  it(
    "puts what can be taken first, page by page, and counts what fails",
    () =>
      fc.assert(
        fc.asyncProperty(query, profile, fc.constantFrom(41, 100), async (search, said, limit) => {
          await check(search, said, limit);
        }),
        { numRuns: isProving ? 1_000 : 5, endOnFailure: true },
      ),
    isProving ? 3_600_000 : 180_000,
  );
});
