import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import type { MatchProfile } from "@/lib/matching/input";
import { readMatchProfile } from "@/lib/matching/queries/profile";
import { parseParameters } from "../criteria";
import { matchPostings, withoutFailing } from "./match";
import { readCriteria, type SearchAnswer, search } from "./search";

const { url } = await testDatabase();

beforeAll(async () => {
  await seed(url, () => {});
  const { id: companyId } = await createCompany({ slug: "night-owls" });
  await insertPostings([
    { companyId, title: "Past midnight", window: { start: 1320, end: 360, zone: "Europe/Berlin" } },
    { companyId, title: "Two hours", window: { start: 600, end: 720, zone: "America/New_York" } },
    { companyId, title: "Nowhere", places: [{ city: "Atlantis", country: "DE" }] },
    { companyId, title: "No city", places: [{ city: null, country: "DE" }] },
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

async function match(query: string, profile: MatchProfile = {}, limit = 1000) {
  const { criteria } = parseParameters(new URLSearchParams(query));
  const { ready } = await readCriteria(criteria);
  const { ready: who } = await readMatchProfile(profile, criteria.overlap);
  return matchPostings(ready, who, limit);
}

it("ranks what the search finds, and nothing else", async () => {
  for (const query of [
    "",
    "skill=go&workplace=remote",
    "q=payments",
    "company=night-owls",
    "salary=900000000",
  ]) {
    const { criteria, paging } = parseParameters(new URLSearchParams(query));
    const { ready, labels } = await readCriteria(criteria);
    const found = await search(ready, paging, labels);
    const { matches, total } = await match(query, { skills: [{ slug: "go" }] });
    expect([query, total, matches.length]).toEqual([query, found?.total, found?.total]);
    const ranks = matches.map(({ sheet }) => (sheet.low === null ? -1 : sheet.rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  }
});

it("shows with each posting the sheet that it was ranked by", async () => {
  const { matches } = await match("skill=go", { skills: [{ slug: "gin" }], years: 5, countries: ["DE"] }, 10);
  expect(matches).toHaveLength(10);
  for (const { posting, sheet } of matches) {
    const asked = [...posting.responsibilities, ...posting.skills].map(({ slug }) => slug);
    expect(sheet.lines.flatMap(({ slug }) => slug ?? [])).toEqual(asked);
    expect(sheet.lines.find(({ slug }) => slug === "go")?.reason).toMatch(/^implied by Gin/);
  }
});

describe("a search in the order of matches", () => {
  const asked = async (query: string, profile: MatchProfile, gates?: MatchProfile) => {
    const { criteria, paging } = parseParameters(new URLSearchParams(query));
    const { ready, labels } = await readCriteria(criteria);
    const { ready: who } = await readMatchProfile(profile);
    const narrowed = gates ? withoutFailing(ready, (await readMatchProfile(gates)).ready) : ready;
    return search(narrowed, paging, labels, who);
  };
  const me: MatchProfile = { skills: [{ slug: "go" }, { slug: "kafka" }], years: 7 };

  it("gives the matches, page by page, with the totals and facets of the search", async () => {
    for (const query of ["sort=match", "sort=match&skill=kafka"]) {
      const { matches, total } = await match(query, me);
      const paged: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const answer: SearchAnswer | null = await asked(
          `${query}&limit=37${cursor && `&cursor=${cursor}`}`,
          me,
        );
        expect(answer?.total).toBe(total);
        paged.push(...(answer?.postings.map(({ id }) => id) ?? []));
        cursor = answer?.next ?? null;
      }
      expect(paged).toEqual(matches.map(({ posting }) => posting.id));
    }
  });

  it("a cursor is of one profile and of one condition", async () => {
    const { next } = (await asked("sort=match&limit=3", me)) as SearchAnswer;
    const again = `sort=match&limit=3&cursor=${next}`;
    expect(await asked(again, me)).not.toBeNull();
    expect(await asked(again, { ...me, years: 8 })).toBeNull();
    expect(await asked(again, me, {})).toBeNull();
    expect(await asked(`limit=3&cursor=${next}`, me)).toBeNull();
  });

  it("without a profile there is no such order: the usual one stands", async () => {
    const { criteria, paging } = parseParameters(new URLSearchParams("sort=match&limit=5"));
    const { ready, labels } = await readCriteria(criteria);
    const found = await search(ready, paging, labels);
    const newest = await search({ ...ready, criteria: { ...criteria, sort: "newest" } }, paging, labels);
    expect(found?.postings.map(({ id }) => id)).toEqual(newest?.postings.map(({ id }) => id));
  });

  it("hiding what fails a gate narrows page, total and facets alike", async () => {
    const answer = (await asked("sort=match&limit=100", me, { workplaces: ["remote"] })) as SearchAnswer;
    const remote = (await asked("sort=match&limit=100&workplace=remote", me)) as SearchAnswer;
    expect(answer.total).toBe(remote.total);
    expect(answer.facets.workplace).toEqual([{ value: "remote", label: "remote", count: remote.total }]);
    expect(answer.postings.map(({ id }) => id)).toEqual(remote.postings.map(({ id }) => id));
  });
});

it.each(["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "America/Los_Angeles", "UTC"])(
  "the gate by hours in common lets through what the filter finds: %s",
  async (timezone) => {
    for (const overlap of [1, 4, 8]) {
      const found = await match(`timezone=${timezone}&overlap=${overlap}`);
      const all = await match(`overlap=${overlap}`, { timezone });
      const meeting = all.matches.filter(({ sheet }) => sheet.gates.timezone === "meets");
      expect(meeting.length).toBeGreaterThan(0);
      expect(new Set(meeting.map(({ posting }) => posting.id))).toEqual(
        new Set(found.matches.map(({ posting }) => posting.id)),
      );
      const silent = all.matches.filter(({ sheet }) => sheet.gates.timezone === "unknown");
      expect(silent.map(({ posting }) => posting.title)).toEqual(
        expect.arrayContaining(["Nowhere", "No city", "Anywhere"]),
      );
    }
  },
);
