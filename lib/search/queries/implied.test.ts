import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, insertPostings } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { startBoard } from "@/lib/board/start";
import { one } from "@/lib/present";
import { parseParameters } from "../criteria";
import { listHidingFilters } from "./hiding";
import { readCriteria, type SearchAnswer, search } from "./search";
import { listCountedSkills } from "./tags";

/* A posting has the skills that its own skills imply: Django implies Python; Spring Boot implies Spring, which implies Java. */
const { sql } = await testDatabase();
const counted = ["django", "java", "python", "spring", "spring-boot"];

beforeAll(async () => {
  const { id: companyId } = await createCompany();
  await insertPostings([
    { companyId, title: "Django", skills: [{ slug: "django" }] },
    { companyId, title: "Python", skills: [{ slug: "python", must: false }] },
    { companyId, title: "Django, Python", skills: [{ slug: "django", must: false }, { slug: "python" }] },
    { companyId, title: "Spring Boot", skills: [{ slug: "spring-boot" }] },
    { companyId, title: "Flask is related to Django", skills: [{ slug: "flask" }] },
  ]);
});

const read = async (query: string) => readCriteria(parseParameters(new URLSearchParams(query)).criteria);

async function ask(query: string): Promise<SearchAnswer> {
  const { ready, labels } = await read(query);
  return (await search(ready, { limit: 20 }, labels)) as SearchAnswer;
}

describe.each(["by SQL", "on the board"])("%s", (way) => {
  beforeAll(async () => {
    if (way === "by SQL") return;
    const { loaded, stop } = startBoard();
    await loaded;
    return stop;
  });

  it.each([
    ["skill=python", ["Django", "Django, Python", "Flask is related to Django", "Python"]],
    ["skill=django", ["Django", "Django, Python"]],
    ["skill=django&skill=python", ["Django", "Django, Python"]],
    ["skill=java", ["Spring Boot"]],
    ["skill=spring&skill=flask&skillMode=any", ["Flask is related to Django", "Spring Boot"]],
    ["skill=python&skill=java", []],
    ["exclude=python", ["Spring Boot"]],
    ["exclude=django", ["Flask is related to Django", "Python", "Spring Boot"]],
    ["skill=python&exclude=django&exclude=java", ["Flask is related to Django", "Python"]],
  ])("%s finds what has it", async (query, titles) => {
    const { postings, total } = await ask(query);
    expect(postings.map(({ title }) => title).sort()).toEqual(titles);
    expect(total).toBe(titles.length);
  });

  it.each([
    ["", { django: 2, java: 1, python: 4, spring: 1, "spring-boot": 1 }],
    ["skill=python", { django: 2, python: 4 }],
    ["skill=django&skillMode=any", { java: 3, python: 4, spring: 3, "spring-boot": 3 }],
    ["exclude=django", { java: 1, python: 2, spring: 1, "spring-boot": 1 }],
  ])("%j counts a posting once for a skill, however many of its own imply it", async (query, counts) => {
    const { facets } = await ask(query);
    const found = facets.skill.filter(({ value }) => counted.includes(value));
    expect(Object.fromEntries(found.map(({ value, count }) => [value, count]))).toEqual(counts);
  });

  it("says the total without each value", async () => {
    const { filters } = await ask("skill=python&skill=flask&exclude=java");
    expect(filters.map(({ name, value, without }) => [name, value, without])).toEqual([
      ["skill", "python", 1],
      ["skill", "flask", 4],
      ["exclude", "java", 1],
    ]);
  });
});

it.each([
  ["skill=python&exclude=java", []],
  ["skill=java&exclude=python", ["skill=java", "exclude=python"]],
])("%s hides a posting that asks for Django by %j", async (query, hiding) => {
  const [{ id }] = await sql<[{ id: string }]>`select id from postings where title = 'Django'`;
  const found = await listHidingFilters((await read(query)).ready, id);
  expect(found.map(({ name, value }) => `${name}=${value}`)).toEqual(hiding);
});

it("the list of skills counts them alike", async () => {
  const counts = await Promise.all(
    counted.map(async (q) => one((await listCountedSkills({ q })).filter(({ slug }) => slug === q)).postings),
  );
  expect(counts).toEqual([2, 1, 4, 1, 1]);
});
