import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { writeMissingDocuments } from "@/lib/postings/commands/document";
import { refreshTerms } from "../commands/terms";
import { parseParameters } from "../criteria";
import { mendWords } from "./mend";
import { readCriteria, search } from "./search";
import { listFragments, listSuggestions } from "./text";

const { sql } = await testDatabase();

beforeAll(async () => {
  const { id: companyId } = await createCompany({ name: "Brightwater Logistics" });
  const description = (words: string) =>
    `You would look after ${words}, and make each of them a little simpler every month that you are here.`;
  await insertPostings([
    {
      companyId,
      title: "Warehouse Backend",
      description: description("the *warehouses* of a port"),
      skills: [{ slug: "kubernetes" }],
    },
    {
      companyId,
      title: "Ledger Developer",
      description: description("a ledger, its crème of accounts"),
      skills: [{ slug: "go" }],
    },
    {
      companyId,
      title: "Settlement Engineer",
      description: description("settlements"),
      skills: [{ slug: "java" }],
    },
  ]);
  await refreshTerms();
});

async function titles(q: string) {
  const { ready, labels } = await readCriteria(parseParameters(new URLSearchParams({ q })).criteria);
  return (await search(ready, { limit: 20 }, labels))?.postings.map(({ title }) => title).sort();
}

describe("words", () => {
  it.each([
    ["wareh", ["Warehouse Backend"]],
    ["ledger dev", ["Ledger Developer"]],
    ["settlement or ledger", ["Ledger Developer", "Settlement Engineer"]],
    ['"warehouses of a port"', ["Warehouse Backend"]],
    ['"port of a warehouse"', []],
    ["brightwater -ledger", ["Settlement Engineer", "Warehouse Backend"]],
    ["creme", ["Ledger Developer"]],
    ["k8s", ["Warehouse Backend"]],
    ["' & | ! :* \\", []],
  ])("%j finds %j", async (q, found) => expect(await titles(q)).toEqual(found));
});

describe("what the text of a posting holds", () => {
  beforeAll(async () => {
    const { id: companyId } = await createCompany({ name: "Oakfield" });
    const places = [
      { city: "Rotterdam", country: "NL" },
      { city: "Zürich", country: "CH" },
    ];
    await insertPostings([
      { companyId, title: "Back-end Clerk", workplace: "onsite", places },
      { companyId, title: "Backend Porter", experienceMin: 1 },
      { companyId, title: "Sr. Back End Usher", experienceMin: 5 },
      { companyId, title: "Low-latency Cook", experienceMin: 12 },
      { companyId, title: "Site Reliability Engineer, Kitchens" },
    ]);
    await refreshTerms();
  });

  it.each([
    ["all its places", "oakfield zurich", ["Back-end Clerk"]],
    ["the names of their countries", '"Netherlands" clerk', ["Back-end Clerk"]],
    [
      "one word for a compound",
      "backend -warehouse",
      ["Back-end Clerk", "Backend Porter", "Sr. Back End Usher"],
    ],
    [
      "a hyphen for a blank",
      "back-end -warehouse",
      ["Back-end Clerk", "Backend Porter", "Sr. Back End Usher"],
    ],
    [
      "a blank for a hyphen",
      "back end -warehouse",
      ["Back-end Clerk", "Backend Porter", "Sr. Back End Usher"],
    ],
    ["other hyphens as blanks", "low latency", ["Low-latency Cook"]],
    ["the level in the title", "senior usher", ["Sr. Back End Usher"]],
    ["not the band beside that level", "mid usher", []],
    ["the band where the title names no level", "oakfield junior", ["Backend Porter"]],
    ["the name of a band", "oakfield senior", ["Low-latency Cook", "Sr. Back End Usher"]],
    ["a practice by all its names", "sre oakfield", ["Site Reliability Engineer, Kitchens"]],
    ["words with a slash between them", "porter/backend", ["Backend Porter"]],
  ])("%s: %j", async (_, q, found) => expect(await titles(q)).toEqual(found));

  it.each([
    [
      "oakfield no clerk",
      ["Backend Porter", "Low-latency Cook", "Site Reliability Engineer, Kitchens", "Sr. Back End Usher"],
    ],
    ["usher jobs", ["Sr. Back End Usher"]],
    ["clerk without porters", ["Back-end Clerk"]],
  ])("%j leaves out what is not wanted, and what says nothing", async (q, found) =>
    expect(await titles(q)).toEqual(found),
  );

  it("is all there where one says only that one looks for a job", async () => {
    expect(await titles("jobs")).toHaveLength(8);
  });
});

describe("the order of relevance", () => {
  beforeAll(async () => {
    const { id: companyId } = await createCompany({ name: "Elmgate" });
    const rust = (must: boolean) => [{ slug: "rust", must }];
    const description = (words: string) =>
      `You would join a team of four people and look after ${words} every single day of the year.`;
    await insertPostings([
      {
        companyId,
        title: "Query Gardener",
        skills: rust(true),
        description: description("a machine, with gardeners"),
      },
      { companyId, title: "Machine Painter", skills: rust(false), description: description("paint") },
      { companyId, title: "Rust Gardener", skills: rust(true), description: description("a garden") },
      { companyId, title: "Plain Gardener", skills: rust(false), description: description("a garden") },
      {
        companyId,
        title: "Silent Painter",
        skills: rust(true),
        description: description("a garden, and gardeners"),
      },
    ]);
  });

  it.each([
    ["q=gardener&skill=rust", ["Rust Gardener", "Query Gardener", "Plain Gardener", "Silent Painter"]],
    ["q=machine&skill=rust", ["Machine Painter", "Query Gardener"]],
  ])("%s", async (query, inOrder) => {
    const { ready, labels } = await readCriteria(parseParameters(new URLSearchParams(query)).criteria);
    const answer = await search(ready, { limit: 20 }, labels);
    expect(answer?.postings.map(({ title }) => title)).toEqual(inOrder);
  });
});

describe("mistyped words", () => {
  it.each([
    ["kuberntes", "kubernetes", ["kuberntes"]],
    ["warehuose", "warehouse", ["warehuose"]],
    ["bright water ledger", "brightwater ledger", ["bright water"]],
    ["warehosue", "warehouse", ["warehosue"]],
    ["setlement engineer", "settlement engineer", ["setlement"]],
    ["brigthwater", "brightwater", ["brigthwater"]],
    ["ledger", "ledger", []],
    ["wareh", "wareh", []],
    ['"kuberntes"', '"kuberntes"', []],
    ["-kuberntes", "-kuberntes", []],
    ["qqqqxyz", "qqqqxyz", []],
    ["", "", []],
  ])("%j is taken for %j", async (typed, meant, words) => {
    const { q, mended } = await mendWords(typed);
    expect([q, mended.map((one) => one.typed)]).toEqual([meant, words]);
  });

  it("find what was meant", async () => expect(await titles("kuberntes")).toEqual(["Warehouse Backend"]));
});

it("texts that are missing after a migration are written", async () => {
  await sql`update postings set document = null where title = 'Ledger Developer'`;
  expect(await titles("ledger")).toEqual([]);
  await writeMissingDocuments(db());
  expect(await titles("ledger")).toEqual(["Ledger Developer"]);
});

it("the dictionary follows the live postings", async () => {
  const { id: companyId } = await createCompany();
  await insertPostings([{ companyId, title: "Falconry Engineer" }]);
  await refreshTerms();
  expect(await sql`select postings from search_terms where term = 'falconry'`).toEqual([{ postings: 1 }]);
  await sql`update postings set paused_at = now() where title = 'Falconry Engineer'`;
  await refreshTerms();
  expect(await sql`select 1 from search_terms where term = 'falconry'`).toEqual([]);
});

it("fragments show the words found, where the description has them", async () => {
  const rows =
    await sql`select id, title from postings where title in ('Warehouse Backend', 'Ledger Developer') order by title`;
  const fragments = await listFragments(
    "warehouse",
    rows.map(({ id }) => id),
  );
  expect([...fragments.keys()]).toEqual([rows[1]?.id]);
  const fragment = fragments.get(rows[1]?.id) ?? [];
  expect(fragment.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(["warehouses"]);
  expect(fragment.map(({ text }) => text).join("")).toContain("look after the warehouses of a port");
});

it.each([
  ["kub", [{ kind: "skill", value: "Kubernetes" }]],
  ["k8", [{ kind: "skill", value: "Kubernetes" }]],
  ["ledg", [{ kind: "title", value: "Ledger Developer" }]],
  ["brightw", [{ kind: "company", value: "Brightwater Logistics" }]],
  ["hambu", [{ kind: "place", value: "Hamburg" }]],
  ["%", []],
  ["a%", []],
])("%j may go on as %j", async (q, offered) => {
  expect(await listSuggestions(q)).toEqual(expect.arrayContaining(offered));
  if (offered.length === 0) expect(await listSuggestions(q)).toEqual([]);
});
