import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import {
  createCompany,
  createPosting,
  createUser,
  daysAgo,
  insertPostings,
  type NewPosting,
} from "@/db/factories";
import { seed } from "@/db/seed";
import { moveClock, testDatabase } from "@/db/testing";
import type { Board } from "@/lib/board/board";
import { Keeper } from "@/lib/board/keeper";
import { withBothKernels } from "@/lib/board/testing";
import { readMatchProfile } from "@/lib/matching/queries/profile";
import { hidePosting } from "@/lib/profiles/commands/hidden";
import { skillEntries } from "@/lib/taxonomy/catalogue";
import { responsibilityEntries } from "@/lib/taxonomy/data/responsibilities";
import { bands, degrees, employments, workplaces } from "@/lib/taxonomy/terms";
import { parseParameters } from "../criteria";
import type { Place } from "../cursor";
import type { ReadySearch } from "./compile";
import type { Count } from "./facets";
import { hiddenOf } from "./lookups";
import { runOnBoard } from "./on-board";
import { runBySql } from "./run";
import { readCriteria } from "./search";

/*
 * The board and SQL give the same counts and the same pages: on the seeded postings and some odd ones, for random searches, while postings
 * come and go. With PROVE=1, at length.
 */
const isProving = process.env.PROVE === "1";
const { url, sql } = await testDatabase();
const keeper = new Keeper();
const companies: { id: string; slug: string }[] = [];

beforeAll(async () => {
  await seed(url, () => {});
  companies.push(await createCompany(), await createCompany());
  const [companyId, otherId] = companies.map(({ id }) => id) as [string, string];
  const odd: NewPosting[] = [
    { companyId },
    { companyId, publishedAt: daysAgo(3), places: [] },
    { companyId, publishedAt: daysAgo(3), window: { start: 1200, end: 240, zone: "Asia/Kolkata" } },
    {
      companyId,
      workplace: "remote",
      hiringCountries: ["DE", "US", "FR"],
      places: [{ city: null, country: "US" }],
    },
    { companyId: otherId, reality: { onCallWeeks: 0, takeHomeHours: 0 } },
    { companyId: otherId, experienceMin: 0, experienceMax: 0 },
    ...skillEntries.slice(0, 30).map(({ slug }, i) => ({
      companyId: otherId,
      publishedAt: daysAgo(3),
      skills: [{ slug, minYears: 1 + i }],
    })),
    // Neither of these is live, and the second will be.
    { companyId, publishedAt: daysAgo(22) },
    { companyId, publishAt: daysAgo(-1) },
    { companyId, frozenAt: daysAgo(1) },
  ];
  await insertPostings(odd);
  const user = await createUser();
  readerId = user.userId;
  const hidden = await sql<{ id: string }[]>`
    (select id from postings where workplace = 'hybrid' and state = 'published' and frozen_at is null order by published_at desc limit 3)
    union all (select id from postings where workplace = 'remote' and state = 'published' and publish_at is null order by published_at desc limit 3)`;
  for (const { id } of hidden) await hidePosting(user, { postingId: id });
  await keeper.load();
});

/** There in one of `n` cases: of a search with all filters nothing is found, and nothing is compared. */
const oneIn = <T>(n: number, of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: n - 1 }, { arbitrary: of, weight: 1 });
const maybe = <T>(of: fc.Arbitrary<T>) => oneIn(2, of);
const some = <T>(of: fc.Arbitrary<T>, maxLength: number) =>
  oneIn(4, fc.uniqueArray(of, { minLength: 1, maxLength })).map((list) => list ?? []);
/** What postings ask twice as often as the rest. */
const skill = fc.oneof(
  fc.constantFrom(...skillEntries.slice(0, 40).map(({ slug }) => slug)),
  fc.constantFrom(...skillEntries.map(({ slug }) => slug)),
);

/** Skills that postings ask for, and that a random taxonomy connects. */
const taught = fc.constantFrom(...skillEntries.slice(0, 12).map(({ slug }) => slug));
const mode = fc.constantFrom("all", "any");

/** Names and edges that changed have the board loaded anew. */
async function followTaxonomy() {
  await keeper.catchUp();
  await keeper.load();
}

const search = fc.record({
  q: oneIn(
    5,
    fc.constantFrom(
      "developer",
      "backend",
      "“no such words”",
      "payments -java",
      "kafka or go",
      '"data platform"',
      "re",
    ),
  ),
  skill: some(skill, 2),
  skillMode: fc.constantFrom("all", "all", "any"),
  exclude: some(skill, 1),
  responsibility: some(fc.constantFrom(...responsibilityEntries.map(({ slug }) => slug)), 1),
  degree: oneIn(3, fc.constantFrom(...degrees)),
  experience: oneIn(3, fc.integer({ min: 0, max: 30 })),
  band: some(fc.constantFrom(...bands), 2),
  salary: oneIn(3, fc.integer({ min: 20_000, max: 200_000 })),
  currency: maybe(fc.constantFrom("EUR", "USD", "GBP", "INR")),
  workplace: some(fc.constantFrom(...workplaces), 2),
  employment: some(fc.constantFrom(...employments), 1),
  country: some(fc.constantFrom("DE", "US", "FR", "GB", "NL", "IN"), 3),
  region: some(fc.constantFrom("eu", "dach", "north-america", "apac"), 1),
  near: oneIn(6, fc.constantFrom("berlin", "london", "paris")),
  radius: maybe(fc.integer({ min: 1, max: 1500 })),
  timezone: oneIn(
    6,
    fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"),
  ),
  overlap: maybe(fc.integer({ min: 1, max: 8 })),
  oncall: oneIn(12, fc.constant("none")),
  takehome: oneIn(12, fc.constant("none")),
  complete: oneIn(12, fc.constant("1")),
  posted: oneIn(6, fc.integer({ min: 1, max: 90 })),
  company: oneIn(6, fc.constant(true)),
  sort: fc.constantFrom("newest", "salary"),
});

type Asked = typeof search extends fc.Arbitrary<infer T> ? T : never;

function addressOf({ company, ...asked }: Asked): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(asked))
    for (const one of [value].flat()) if (one !== undefined) params.append(name, String(one));
  if (company) params.append("company", companies[1]?.slug ?? "");
  return params;
}

/** A reader who hid some postings, and what else they say of themselves. */
let readerId = "";
const reader = fc.record({
  hides: fc.boolean(),
  gates: oneIn(
    2,
    fc.record(
      {
        salary: fc.record({ min: fc.integer({ min: 0, max: 150_000 }), currency: fc.constant("EUR") }),
        workplaces: some(fc.constantFrom(...workplaces), 2),
        countries: some(fc.constantFrom("DE", "US", "FR", "IN"), 2),
        employment: some(fc.constantFrom(...employments), 2),
        timezone: fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata"),
      },
      { requiredKeys: [] },
    ),
  ),
});
type Reader = typeof reader extends fc.Arbitrary<infer T> ? T : never;

/** Gives how many postings are found. */
async function compare(
  address: URLSearchParams,
  { hides, gates }: Reader = { hides: false, gates: undefined },
) {
  const { criteria, faults } = parseParameters(address);
  expect(faults).toEqual([]);
  const { ready: asked } = await readCriteria(criteria);
  const ready = {
    ...asked,
    reader: {
      ...(hides && { hidden: hiddenOf(readerId) }),
      ...(gates && { gates: (await readMatchProfile(gates)).ready.facts }),
    },
  };
  const order = criteria.sort === "salary" ? ("salary" as const) : ("newest" as const);
  let [after, found]: [Place | null, number] = [null, 0];
  for (let page = 0; page < 3; page++) {
    const current = await keeper.current();
    if (!current) throw new Error("There is no board.");
    const bySql = await runBySql({ ready, after, limit: 7 });
    const answers = await withBothKernels(current.board, () =>
      runOnBoard(current.board, ready, { order, after, limit: 7 }),
    );
    const told = (counts: typeof bySql.counts) =>
      counts.map(({ facet, value, label, count }) => `${facet} ${value} ${label} ${count}`).sort();
    for (const onBoard of answers) {
      expect(told(onBoard?.counts ?? [])).toEqual(told(bySql.counts));
      expect(onBoard?.page).toEqual(bySql.page);
    }
    if (page === 0) await followLinks(current.board, ready, bySql.counts);
    found = bySql.counts.find(({ facet }) => facet === "total")?.count ?? 0;
    after = bySql.page.next;
    if (!after) break;
  }
  return found;
}

/** The first and the last value of each facet count what the search behind its link finds. */
async function followLinks(board: Board, { criteria, reader }: ReadySearch, counts: Count[]) {
  for (const facet of facetNames) {
    const values = counts.filter((row) => row.facet === facet);
    for (const row of new Set([values[0], values.at(-1)])) {
      if (!row) continue;
      const isList = facet === "skill" || facet === "responsibility";
      const chosen = [...new Set([...(isList ? criteria[facet] : []), row.value])];
      const value = Array.isArray(criteria[facet])
        ? chosen
        : facet === "salary"
          ? Number(row.value)
          : row.value;
      const { ready } = await readCriteria({ ...criteria, [facet]: value });
      const behind = await runOnBoard(board, { ...ready, reader }, null);
      const total = behind?.counts.find((one) => one.facet === "total")?.count;
      expect(total, `${facet}=${row.value}`).toBe(row.count);
    }
  }
}

const facetNames = [
  "skill",
  "responsibility",
  "band",
  "workplace",
  "employment",
  "country",
  "degree",
  "salary",
] as const;

describe("the board", () => {
  it(
    "gives the counts and the pages of SQL, for any search",
    async () => {
      let [searches, successes] = [0, 0];
      await fc.assert(
        fc.asyncProperty(search, reader, async (asked, who) => {
          searches++;
          if ((await compare(addressOf(asked), who)) > 0) successes++;
        }),
        { numRuns: isProving ? 10_000 : 40, endOnFailure: true },
      );
      expect(successes).toBeGreaterThan(searches / 10);
    },
    isProving ? 3_600_000 : 120_000,
  );

  it(
    "gives the same whatever implies what",
    async () => {
      const implied = fc.tuple(taught, taught).filter(([one, other]) => one !== other);
      await fc.assert(
        fc.asyncProperty(
          some(implied, 60),
          fc.array(fc.record({ skill: some(taught, 2), exclude: some(taught, 2), mode }), {
            minLength: 1,
            maxLength: 4,
          }),
          async (edges, searches) => {
            await sql.begin(async (tx) => {
              await tx`delete from skill_implies`;
              await tx`
                insert into skill_implies (skill_id, implied_id)
                select one.id, other.id from unnest(${edges.map(([one]) => one)}::text[], ${edges.map(([, other]) => other)}::text[])
                  as edge (one, other) join skills one on one.slug = edge.one join skills other on other.slug = edge.other
                on conflict do nothing`;
            });
            await followTaxonomy();
            for (const { skill, exclude, mode } of searches)
              await compare(
                new URLSearchParams([
                  ...skill.map((slug) => ["skill", slug]),
                  ...exclude.map((slug) => ["exclude", slug]),
                  ["skillMode", mode],
                ]),
              );
          },
        ),
        { numRuns: isProving ? 500 : 6, endOnFailure: true },
      );
    },
    isProving ? 3_600_000 : 120_000,
  );

  it("orders a facet's values as SQL does", async () => {
    const { ready } = await readCriteria(parseParameters(new URLSearchParams("workplace=remote")).criteria);
    const current = await keeper.current();
    const bySql = await runBySql({ ready, after: null, limit: 1 });
    const onBoard = current && (await runOnBoard(current.board, ready, null));
    for (const facet of facetNames) {
      const values = (counts = bySql.counts) =>
        counts.filter((row) => row.facet === facet).map(({ value }) => value);
      expect(values(onBoard?.counts), facet).toEqual(values());
    }
  });
});

describe("the board follows", () => {
  const all = new URLSearchParams();
  const total = async () => (await keeper.current())?.board.size;
  const change = async (write: () => Promise<unknown>, by: number) => {
    const before = (await total()) as number;
    await write();
    expect(await total()).toBe(before + by);
    await compare(all);
  };
  const companyId = () => companies[0]?.id as string;
  let id = "";

  it("a posting that is published", () =>
    change(async () => {
      id = (await createPosting({ companyId: companyId(), skills: [{ slug: "go" }] })).id;
    }, 1));
  it("its tags", async () => {
    const go = new URLSearchParams("skill=go");
    await compare(go);
    await change(() => sql`delete from posting_skills where posting_id = ${id}`, 0);
    await compare(go);
  });
  it("its pay", async () => {
    await change(() => sql`update postings set yearly_usd_max = 900000 where id = ${id}`, 0);
    await compare(new URLSearchParams("salary=800000"));
  });
  it("its pause, and its end", async () => {
    await change(() => sql`update postings set paused_at = now() where id = ${id}`, -1);
    await change(() => sql`update postings set paused_at = null where id = ${id}`, 1);
    await change(
      () =>
        sql`update postings set state = 'closed', close_reason = 'filled', closed_at = now() where id = ${id}`,
      -1,
    );
  });
  it("a company that is suspended, and is no more", async () => {
    const [{ n }] =
      (await sql`select count(*)::int as n from postings where company_id = ${companies[1]?.id as string}`) as unknown as [
        { n: number },
      ];
    await change(
      () => sql`update companies set suspended_at = now() where id = ${companies[1]?.id as string}`,
      -n,
    );
    await change(
      () => sql`update companies set suspended_at = null where id = ${companies[1]?.id as string}`,
      n,
    );
  });
  it("the clock: what was set for later begins, what is old ends", async () => {
    await moveClock(sql, "25 hours");
    await compare(all);
    await moveClock(sql, "10 days");
    await compare(all);
    await moveClock(sql, "0");
    await compare(all);
  });
  it("what was undone not at all, nor what is not committed yet", async () => {
    const before = await total();
    let rollBack: () => void = () => {};
    let written: () => void = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const undone = sql
      .begin(async (tx) => {
        await tx`update postings set paused_at = now() where company_id = ${companyId()}`;
        written();
        await new Promise<void>((resolve) => {
          rollBack = resolve;
        });
        throw new Error("undone");
      })
      .catch(() => {});
    await isWritten;
    expect(await total()).toBe(before);
    // One that is committed while the other is under way is followed at once.
    await change(() => insertPostings([{ companyId: companyId() }]), 1);
    rollBack();
    await undone;
    await compare(all);
    expect(await total()).toBe((before as number) + 1);
  });
  it("pages, which neither skip nor repeat while postings come and go", async () => {
    const { criteria } = parseParameters(new URLSearchParams("workplace=hybrid"));
    const { ready } = await readCriteria(criteria);
    const page = async (after: Place | null, limit: number) => {
      const current = await keeper.current();
      return (await runOnBoard(current?.board as Board, ready, { order: "newest", after, limit }))?.page;
    };
    const before = (await page(null, 1000))?.ids ?? [];
    const [gone, read] = [new Set<string>(), [] as string[]];
    for (let after: Place | null = null; ; ) {
      const next = await page(after, 9);
      read.push(...(next?.ids ?? []));
      after = next?.next ?? null;
      if (!after) break;
      await createPosting({ companyId: companyId(), publishedAt: new Date() });
      const last = before.filter((id) => !gone.has(id) && !read.includes(id)).at(-1);
      if (!last) continue;
      gone.add(last);
      await sql`update postings set paused_at = now() where id = ${last}`;
    }
    expect(read).toEqual([...new Set(read)]);
    expect(read.filter((id) => before.includes(id))).toEqual(before.filter((id) => !gone.has(id)));
  });
  it("a name that changes", async () => {
    await sql`update skills set label = 'Golang!' where slug = 'go'`;
    await followTaxonomy();
    await compare(all);
  });
  it("what a skill implies, and no longer implies", async () => {
    const found = async () => {
      const { ready } = await readCriteria(parseParameters(new URLSearchParams("skill=cobol")).criteria);
      const current = await keeper.current();
      const counts = (current && (await runOnBoard(current.board, ready, null)))?.counts;
      return counts?.find(({ facet }) => facet === "total")?.count as number;
    };
    const before = await found();
    await createPosting({ companyId: companyId(), skills: [{ slug: "zig" }] });
    await sql`insert into skill_implies (skill_id, implied_id)
      select one.id, other.id from skills one, skills other where one.slug = 'zig' and other.slug = 'cobol'`;
    await followTaxonomy();
    expect(await found()).toBeGreaterThan(before);
    await compare(new URLSearchParams("exclude=cobol"));
    await sql`delete from skill_implies where skill_id = (select id from skills where slug = 'zig')`;
    await followTaxonomy();
    expect(await found()).toBe(before);
    await compare(new URLSearchParams("skill=cobol"));
  });
});
