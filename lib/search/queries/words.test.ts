import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createPosting, insertPostings } from "@/db/factories";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import { Keeper } from "@/lib/board/keeper";
import { parseParameters } from "../criteria";
import type { Place } from "../cursor";
import { runOnBoard } from "./on-board";
import { runBySql } from "./run";
import { readCriteria } from "./search";

/*
 * The board looks up words and orders by relevance as SQL does: the same totals, the same postings, in the same order and with the same
 * numbers. On the seeded postings, for random lines. With PROVE=1, ten thousand of them.
 */
const isProving = process.env.PROVE === "1";
const { url, sql } = await testDatabase();
const keeper = new Keeper();
let companyId = "";

beforeAll(async () => {
  await seed(url, () => {});
  companyId = (await createCompany({ name: "O’Brien & Crème" })).id;
  await insertPostings([
    { companyId, title: "Site Reliability Engineer" },
    { companyId, title: "Back-end Developer, Node.js and C++", skills: [{ slug: "go" }, { slug: "rust" }] },
    {
      companyId,
      title: "Go Developer",
      skills: [{ slug: "go", must: false }],
      description: long("go go rust"),
    },
    {
      companyId,
      title: "Data Platform",
      description: long("data platform, data and platforms, platform data"),
    },
    {
      companyId,
      title: "Kafka Payments",
      description: long("see https://example.com/a/b-c?d=1 or x/y, user@example.com, 10.000"),
    },
  ]);
  await keeper.load();
});

/** A text in which each word stands at many places, more than PostgreSQL notes. */
const long = (words: string) => `${words} and then again `.repeat(300).slice(0, 15_000);

async function run(address: URLSearchParams, limit: number) {
  const { criteria, faults } = parseParameters(address);
  expect(faults).toEqual([]);
  const { ready } = await readCriteria(criteria);
  let [after, total]: [Place | null, number] = [null, 0];
  for (let page = 0; page < 2; page++) {
    const board = (await keeper.current())?.board;
    if (!board?.hasWords) throw new Error("There is no board with words.");
    const bySql = await runBySql({ ready, after, limit });
    const onBoard = await runOnBoard(board, ready, { order: "relevance", after, limit });
    const counted = (counts: typeof bySql.counts) =>
      counts.map(({ facet, value, count }) => `${facet} ${value} ${count}`).sort();
    expect(counted(onBoard?.counts ?? [])).toEqual(counted(bySql.counts));
    expect(onBoard?.page).toEqual(bySql.page);
    total = bySql.counts.find(({ facet }) => facet === "total")?.count ?? 0;
    after = bySql.page.next;
    if (!after) break;
  }
  return total;
}

const compare = (line: string, limit = 20) => run(new URLSearchParams({ q: line }), limit);

const word = fc.constantFrom(
  ..."developer backend senior junior payments kafka go rust data platform team service engineer remote berlin api event".split(
    " ",
  ),
  ..."the a and of you will our re dev eng ka x y 10 2024 c++ c# .net node.js back-end low-latency on-call x/y 50% crème o'brien".split(
    " ",
  ),
  ..."sre devops kuberntes postgers developre machine-learning https://example.com/a/b-c user@example.com jobs no not 5½ 日本".split(
    " ",
  ),
);
const piece = fc.oneof(
  { weight: 8, arbitrary: word },
  { weight: 1, arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((all) => `"${all.join(" ")}"`) },
  { weight: 1, arbitrary: word.map((one) => `-${one}`) },
);
const joined = (most: number, by: string) =>
  fc.array(piece, { minLength: 1, maxLength: most }).map((all) => all.join(by).slice(0, 200));
const line = fc.oneof(
  { weight: 3, arbitrary: joined(3, " ") },
  { weight: 2, arbitrary: joined(30, " or ") },
  { weight: 1, arbitrary: fc.tuple(word, joined(30, " or ")).map((both) => both.join(" ").slice(0, 200)) },
  { weight: 1, arbitrary: joined(60, " ") },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 40 }) },
);
const skills = fc.uniqueArray(fc.constantFrom("go", "rust", "kafka", "postgresql", "java"), { maxLength: 2 });

describe("words on the board", () => {
  it(
    "find what SQL finds, in its order, for any line",
    async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(line, skills, fc.integer({ min: 1, max: 60 }), async (q, chosen, limit) => {
          const params = new URLSearchParams({ q });
          for (const skill of chosen) params.append("skill", skill);
          params.append("skillMode", "any");
          if ((await run(params, limit)) > 0) found++;
        }),
        { numRuns: isProving ? 10_000 : 120, endOnFailure: true },
      );
      expect(found).toBeGreaterThan(isProving ? 2_000 : 20);
    },
    isProving ? 3_600_000 : 120_000,
  );

  it.each([
    '"data platform"',
    '"platform data"',
    '"data and platforms"',
    "payments -java",
    "-java",
    "kafka or go",
    "re",
    "x/y",
    "back-end dev",
    "sre",
    "sre engineer payments",
    "kuberntes",
    "the",
    "jobs",
  ])("find what SQL finds: %s", async (q) => {
    await compare(q);
  });

  it("follow a posting whose words change", async () => {
    const { id } = await createPosting({ companyId, title: "Falconry Engineer" });
    expect(await compare("falconry")).toBe(1);
    await sql`update postings set document = setweight(to_tsvector('english', 'heron keeper'), 'A') where id = ${id}`;
    expect(await compare("falconry")).toBe(0);
    expect(await compare("heron")).toBe(1);
    await sql`update postings set document = null where id = ${id}`;
    expect(await compare("heron")).toBe(0);
    await compare("-heron");
  });
});
