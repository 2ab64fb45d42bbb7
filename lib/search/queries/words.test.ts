import { sql as query } from "drizzle-orm";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { createCompany, createPosting, insertPostings } from "@/db/factories";
import { postings } from "@/db/schema/postings";
import { seed } from "@/db/seed";
import { testDatabase } from "@/db/testing";
import type { Board } from "@/lib/board/board";
import { Keeper, usualLimits } from "@/lib/board/keeper";
import { withBothKernels } from "@/lib/board/testing";
import { parseParameters } from "../criteria";
import type { Place } from "../cursor";
import type { ReadySearch } from "./compile";
import { whereOf } from "./compile";
import { runOnBoard } from "./on-board";
import { relevanceOf } from "./relevance";
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

async function read(address: URLSearchParams) {
  const { criteria, faults } = parseParameters(address);
  expect(faults).toEqual([]);
  return (await readCriteria(criteria)).ready;
}

async function findBoard() {
  const board = (await keeper.current())?.board;
  if (!board?.hasWords) throw new Error("There is no board with words.");
  return board;
}

async function askBoard(ready: ReadySearch, after: Place | null, limit: number) {
  const board = await findBoard();
  return withBothKernels(board, () => runOnBoard(board, ready, { order: "relevance", after, limit }));
}

/** Total and first page, the relevance of its last posting included; gives the total. */
async function compareOrder(address: URLSearchParams, limit: number): Promise<number> {
  const ready = await read(address);
  const rows = await db().execute<{ id: string; key: string; total: number }>(query`
    select ${postings.id} as id, (${relevanceOf(ready)})::text as key, (count(*) over ())::int as total from postings
    where ${whereOf(ready)} order by ${relevanceOf(ready)} desc, ${postings.id} limit ${limit + 1}::int`);
  const answers = await askBoard(ready, null, limit);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const total = rows[0]?.total ?? 0;
  for (const onBoard of answers) {
    expect(onBoard?.page).toEqual({
      ids: rows.slice(0, limit).map(({ id }) => id),
      next: last ? { value: last.key, id: last.id } : null,
    });
    expect(onBoard?.counts[0]?.count).toBe(total);
  }
  return total;
}

/** All counts and two pages; gives the total. */
async function compareAll(address: URLSearchParams, limit: number): Promise<number> {
  const ready = await read(address);
  let [after, total]: [Place | null, number] = [null, 0];
  for (let page = 0; page < 2; page++) {
    const bySql = await runBySql({ ready, after, limit });
    const answers = await askBoard(ready, after, limit);
    const counted = (counts: typeof bySql.counts) =>
      counts.map(({ facet, value, count }) => `${facet} ${value} ${count}`).sort();
    for (const onBoard of answers) {
      expect(counted(onBoard?.counts ?? [])).toEqual(counted(bySql.counts));
      expect(onBoard?.page).toEqual(bySql.page);
    }
    total = bySql.counts.find(({ facet }) => facet === "total")?.count ?? 0;
    after = bySql.page.next;
    if (!after) break;
  }
  return total;
}

const compare = (line: string) => compareAll(new URLSearchParams({ q: line }), 20);

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
      let [asked, found] = [0, 0];
      await fc.assert(
        fc.asyncProperty(line, skills, fc.integer({ min: 1, max: 60 }), async (q, chosen, limit) => {
          const params = new URLSearchParams({ q });
          for (const skill of chosen) params.append("skill", skill);
          params.append("skillMode", "any");
          // What takes most of the time is to have PostgreSQL count all facets.
          const total = await (asked++ % 10 === 0 ? compareAll : compareOrder)(params, limit);
          if (total > 0) found++;
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
    // Among its ranks is 1.078125, which has two decimals of six digits next to it.
    "data",
  ])("find what SQL finds: %s", async (q) => {
    await compare(q);
  });

  it("are left to SQL beyond the memory that they may take", async () => {
    const small = new Keeper({ ...usualLimits, mostForWords: 100_000 });
    await small.load();
    const board = (await small.current())?.board;
    expect(board?.hasWords).toBe(false);
    const ready = await read(new URLSearchParams({ q: "kafka developer" }));
    const bySql = await runBySql({ ready, after: null, limit: 10 });
    const inOrder = await runOnBoard(board as Board, ready, { order: "relevance", after: null, limit: 10 });
    const newest = await runOnBoard(board as Board, ready, { order: "newest", after: null, limit: 10 });
    expect([inOrder?.counts, newest?.counts]).toEqual([bySql.counts, bySql.counts]);
    expect(inOrder?.page).toBeNull();
    expect(newest?.page?.ids).toHaveLength(Math.min(10, bySql.counts[0]?.count ?? 0));
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
