import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApplication, createCompany, createProfile, createUser, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { startBoard } from "@/lib/board/start";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { gainedBy, listWhatIfs } from "./what-if";

const { sql } = await testDatabase();
const inDollars = (max: number) => ({ min: 50_000, max, currency: "USD", period: "year" }) as const;

describe.each(["by SQL", "by the board"])("what one more skill would bring, %s", (way) => {
  if (way === "by the board") {
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const board = startBoard();
      stop = board.stop;
      await board.loaded;
    });
    afterAll(() => stop());
  }
  let actor: Actor;
  let companyId: string;
  beforeEach(async () => {
    await sql`update postings set state = 'closed', close_reason = 'filled', closed_at = now() where state = 'published'`;
    actor = await createUser();
    ({ id: companyId } = await createCompany());
  });
  const idOf = async (title: string) =>
    (await sql<{ id: string }[]>`select id from postings where title = ${title} and state = 'published'`)[0]
      ?.id as string;
  /** Each asks for Go, and for Kafka or Redis as well. */
  const post = (skill: string, titles: Record<string, object>) =>
    insertPostings(
      Object.entries(titles).map(([title, given]) => ({
        companyId,
        title,
        skills: [{ slug: "go" }, { slug: skill }],
        ...given,
      })),
    );

  it("counts the postings that would become a good match, with their median pay; the most first, none left out", async () => {
    await post("redis", { "Redis 1": { salary: inDollars(90_000) } });
    await post("kafka", {
      "Kafka 1": { salary: inDollars(80_000) },
      "Kafka 2": { salary: inDollars(100_000) },
      "Kafka 3": { salary: inDollars(70_000) },
    });
    // What asks for more still is no good match with either alone, so MySQL gains nothing.
    await insertPostings([
      { companyId, title: "Many", skills: ["go", "mysql", "kafka", "redis"].map((slug) => ({ slug })) },
    ]);
    expect(await listWhatIfs(actor)).toEqual({ profile: null, gains: [] });
    await createProfile(actor, { skills: [{ slug: "go" }] });
    const { gains } = await listWhatIfs(actor);
    expect(gains.map(({ slug, more, medianUsd }) => [slug, more, medianUsd])).toEqual([
      ["kafka", 3, 80_000],
      ["redis", 1, 90_000],
    ]);
    expect(gains[0]?.best.map(({ posting }) => posting.title).sort()).toEqual([
      "Kafka 1",
      "Kafka 2",
      "Kafka 3",
    ]);
    expect(gains[0]?.best[0]).toMatchObject({
      before: { low: 50, high: 100 },
      after: { low: 100, high: 100 },
    });
  });

  it("counts no posting that fails a gate, was applied to or is hidden", async () => {
    await post("kafka", {
      Fits: {},
      "Too far": { places: [{ city: "Tokyo", country: "JP" }] },
      "Too little": { salary: inDollars(50_000) },
      Applied: {},
      Hidden: {},
    });
    await createProfile(actor, {
      skills: [{ slug: "go" }],
      countries: ["DE"],
      wantedMinMinor: 60_000_00,
      wantedCurrency: "USD",
      wantedYearlyUsd: 60_000,
    });
    await createApplication({ postingId: await idOf("Applied"), companyId, candidate: actor });
    await hidePosting(actor, { postingId: await idOf("Hidden") });
    const { gains } = await listWhatIfs(actor);
    expect(gains.map(({ slug, more }) => [slug, more])).toEqual([["kafka", 1]]);
    expect(gains[0]?.best.map(({ posting }) => posting.title)).toEqual(["Fits"]);
  });

  it("is nothing where nothing can be taken", async () => {
    await post("kafka", { "Too far": { places: [{ city: "Tokyo", country: "JP" }] } });
    await createProfile(actor, { skills: [{ slug: "go" }], countries: ["DE"] });
    expect((await listWhatIfs(actor)).gains).toEqual([]);
  });
});

it("a posting is gained where its low end rises to 70, not where it was there before", () => {
  const at = (id: string, low: number | null, high = 100) => ({
    id,
    low,
    high: low === null ? null : high,
    rank: 1,
    publishedAt: "",
  });
  const before = [at("good", 70), at("near", 69), at("far", 10), at("bare", null)];
  const after = [at("near", 80, 90), at("good", 90), at("far", 69), at("new", 100), at("bare", null)];
  expect(gainedBy(before, after)).toEqual([
    { id: "near", before: { low: 69, high: 100 }, after: { low: 80, high: 90 } },
  ]);
});
