import { sql as query } from "drizzle-orm";
import { expect, test } from "vitest";
import { inTransaction } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { skillEntries } from "../catalogue";
import { listResponsibilities } from "../queries/responsibilities";
import { findSkill, findSkillsBySlugs, listSkills } from "../queries/skills";
import { loadTaxonomy } from "./load";

const { db, sql } = await testDatabase();
await inTransaction(loadTaxonomy);

const tables = [
  "skills",
  "skill_aliases",
  "skill_implies",
  "skill_closure",
  "skill_related",
  "responsibilities",
  "cities",
  "exchange_rates",
];

/** Each row with its version: a row rewritten with the same values has another xmin. */
async function versions() {
  return Promise.all(tables.map((table) => sql`select xmin::text, * from ${sql(table)} order by 2, 3`));
}

test("a second load writes no row", async () => {
  const before = await versions();
  expect(before.every((rows) => rows.length > 20)).toBe(true);
  await inTransaction(loadTaxonomy);
  expect(await versions()).toEqual(before);
});

test("a load corrects what differs and keeps what it does not know", async () => {
  await db.execute(query`update skills set label = 'Postgre' where slug = 'postgresql'`);
  await db.execute(query`insert into skills (slug, label, kind, category)
    values ('house-made', 'House-made', 'technology', 'tool')`);
  await db.execute(query`update exchange_rates set as_of = '2099-01-01', per_usd = 7 where currency = 'EUR'`);
  await inTransaction(loadTaxonomy);
  expect((await findSkill("postgresql"))?.label).toBe("PostgreSQL");
  expect(await findSkill("house-made")).not.toBeNull();
  const [euro] = await sql`select per_usd from exchange_rates where currency = 'EUR'`;
  expect(Number(euro?.per_usd)).toBe(7);
  await db.execute(query`delete from skills where slug = 'house-made'`);
});

test("skills are listed with their names and edges", async () => {
  const all = await listSkills();
  expect(all).toHaveLength(skillEntries.length);
  const django = all.find(({ slug }) => slug === "django");
  expect(django).toMatchObject({ article: true, implies: ["python"] });
  expect(django?.related).toEqual(expect.arrayContaining(["flask", "fastapi"]));
  const kubernetes = all.find(({ slug }) => slug === "kubernetes");
  expect(kubernetes?.aliases).toContain("k8s");
  const node = all.find(({ slug }) => slug === "nodejs");
  expect(node?.aliases).toEqual(["node", "node js", "nodejs"]);
});

test.each([
  ["k8s", "kubernetes"],
  ["Node.js", "nodejs"],
  ["node js", "nodejs"],
  ["golang", "go"],
  ["ms-sql", "sql-server"],
  ["c#", "csharp"],
  ["100%", undefined],
])("the first skill for %s is %s", async (q, slug) => {
  expect((await listSkills({ q, limit: 5 }))[0]?.slug).toBe(slug);
});

test("skills are found by slug, unknown ones left out", async () => {
  expect((await findSkillsBySlugs(["python", "nothing", "go"])).map(({ slug }) => slug)).toEqual([
    "go",
    "python",
  ]);
});

test("the 25 responsibilities come in their order", async () => {
  const listed = await listResponsibilities();
  expect(listed).toHaveLength(25);
  expect(listed[0]?.slug).toBe("continuous-learning");
  expect(listed[24]?.slug).toBe("debugging");
});
