import { and } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import { isLive } from "@/lib/postings/queries/live";
import { employments, workplaces } from "@/lib/taxonomy/terms";
import { MatchProfile } from "../input";
import { failsNoGate } from "./gates";
import { listMatches } from "./matches";
import { readMatchProfile } from "./profile";
import { rankPostings } from "./rank";

const { url } = await testDatabase();

beforeAll(async () => {
  await seed(url, () => {});
  const { id: companyId } = await createCompany();
  await insertPostings([
    { companyId, title: "Past midnight", window: { start: 1320, end: 360, zone: "Europe/Berlin" } },
    { companyId, title: "Far west", window: { start: 540, end: 1020, zone: "Pacific/Honolulu" } },
    { companyId, title: "Far east", window: { start: 540, end: 1020, zone: "Pacific/Kiritimati" } },
    { companyId, title: "Nowhere", places: [{ city: "Atlantis", country: "DE" }] },
    { companyId, title: "No city", places: [{ city: null, country: "FR" }] },
    { companyId, title: "Anywhere", workplace: "remote" },
    {
      companyId,
      title: "Two places",
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
    salary: maybe(
      fc.record({ min: fc.integer({ min: 0, max: 250_000 }), currency: fc.constantFrom("USD", "EUR") }),
    ),
    workplaces: some(...workplaces),
    countries: some("DE", "US", "FR", "JP", "GB", "PL", "BR"),
    employment: some(...employments),
    timezone: maybe(
      fc.constantFrom(
        "Europe/Berlin",
        "America/Los_Angeles",
        "Asia/Tokyo",
        "Pacific/Kiritimati",
        "Pacific/Honolulu",
        "UTC",
      ),
    ),
    overlap: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ overlap, ...said }) => ({ said: MatchProfile.parse(said), overlap }));

it("lets through what fails no gate by the rules, and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(profile, async ({ said, overlap }) => {
      const { ready } = await readMatchProfile(said, overlap);
      const { matches } = await listMatches(isLive(), ready, 10_000);
      const expected = matches.filter(({ sheet }) => !Object.values(sheet.gates).includes("fails"));
      const { ranked } = await rankPostings(and(isLive(), failsNoGate(ready.facts)) as never, ready, 10_000);
      expect(ranked.map(({ id }) => id)).toEqual(expected.map(({ posting }) => posting.id));
    }),
    { numRuns: 20 },
  );
});
