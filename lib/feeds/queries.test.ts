import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { findSitemapDigits, listSitemapPart, readFeed } from "./queries";

const { sql } = await testDatabase();
const feed = (query: string) => readFeed(new URLSearchParams(query));

/** The titles of a feed's postings, or where its address makes no sense. */
async function titlesOf(query: string) {
  const read = await feed(query);
  return "faults" in read ? read.faults.map(({ path }) => path) : read.postings.map(({ title }) => title);
}

beforeAll(async () => {
  const { id: companyId } = await createCompany({ slug: "feedwell", owner: await createUser() });
  const skills = [{ slug: "go" }];
  for (const [days, title] of [
    [3, "Oldest"],
    [1, "Newest"],
    [2, "Between"],
  ] as const)
    await createPosting({ companyId, title, skills, publishedAt: daysAgo(days) });
  await createPosting({ companyId, title: "In another language", skills: [{ slug: "java" }] });
  await createPosting({ companyId, title: "A draft", skills, state: "draft" });
  await createPosting({ companyId, title: "Filled", skills, state: "closed", closeReason: "filled" });
});

describe("a feed", () => {
  it("holds the live postings of its search, newest first", async () => {
    expect(await titlesOf("skill=go")).toEqual(["Newest", "Between", "Oldest"]);
    expect(await titlesOf("company=feedwell&skill=java")).toEqual(["In another language"]);
    expect(await titlesOf("skill=cobol")).toEqual([]);
  });

  it("is called by its search", async () => {
    expect(await feed("skill=go&workplace=hybrid")).toMatchObject({ title: "Backplane: Go, hybrid" });
    expect(await feed("")).toMatchObject({ title: "Backplane: all backend jobs" });
  });

  it("holds the postings whole, description and all", async () => {
    const read = await feed("skill=go");
    expect("postings" in read && read.postings[0]?.description).toMatch(/\w{3}/);
  });

  it("passes over what readers of feeds add to its address", async () => {
    expect(await titlesOf("skill=java&utm_source=reader")).toEqual(["In another language"]);
  });

  it.each([
    ["a value that makes no sense", "band=wizard", ["band"]],
    ["a skill that nobody knows", "skill=blub", ["skill"]],
    ["both", "band=wizard&skill=blub", ["band", "skill"]],
  ])("says what is wrong with its address: %s", async (_, query, paths) => {
    expect(await titlesOf(query)).toEqual(paths);
  });

  it("has no more than 100 postings", async () => {
    const { id: companyId } = await createCompany({ slug: "manywell", owner: await createUser() });
    for (let i = 0; i < 101; i++) await createPosting({ companyId });
    expect(await titlesOf("company=manywell")).toHaveLength(100);
  });
});

describe("the sitemap", () => {
  it("leads in its parts to each live posting once, and to no other", async () => {
    const live = await sql`select slug from postings where state = 'published' order by slug`;
    const parts = await Promise.all([..."0123456789abcdef"].map((digit) => listSitemapPart(digit)));
    const slugs = parts.flat().map(({ slug }) => slug);
    expect(slugs.sort()).toEqual(live.map(({ slug }) => slug).sort());
    expect((await listSitemapPart("")).map(({ slug }) => slug).sort()).toEqual(slugs);
  });

  it("is one file while that is not nearly full", async () => {
    expect(await findSitemapDigits()).toBe(0);
  });
});
