import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { findSitemapDigits, listSitemapPart, listSkillsInUse, readFeed, readWholeFeed } from "./queries";

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

  it("says when each posting changed last, and when it was confirmed again says nothing new", async () => {
    const { id: companyId } = await createCompany({ slug: "changewell", owner: await createUser() });
    const { id } = await createPosting({ companyId, publishedAt: daysAgo(9) });
    const changedOf = async () => {
      const read = await feed("company=changewell");
      return "postings" in read ? [read.postings[0]?.changedAt, read.updated.toISOString()] : [];
    };
    const event = (type: string, at: Date) =>
      sql`insert into events (type, at, posting_id, data) values (${type}, ${at}, ${id}, '{}')`;
    const published = daysAgo(9).toISOString();
    await sql`update postings set published_at = ${published} where id = ${id}`;
    expect(await changedOf()).toEqual([published, published]);
    const changed = daysAgo(4);
    await event("posting.changed", changed);
    await event("posting.reconfirmed", daysAgo(2));
    expect(await changedOf()).toEqual([changed.toISOString(), changed.toISOString()]);
  });

  it("has a true time where it is empty", async () => {
    const read = await feed("skill=cobol");
    expect("updated" in read && read.updated.getUTCFullYear()).toBeGreaterThan(2025);
  });

  it("has no more than 100 postings, but all of them for those who need every one", async () => {
    const { id: companyId } = await createCompany({ slug: "manywell", owner: await createUser() });
    for (let i = 0; i < 101; i++) await createPosting({ companyId });
    expect(await titlesOf("company=manywell")).toHaveLength(100);
    for (let i = 0; i < 101; i++) await createPosting({ companyId });
    const whole = await readWholeFeed(new URLSearchParams("company=manywell"));
    const ids: string[][] = [];
    if ("pages" in whole) for await (const page of whole.pages) ids.push(page.map(({ id }) => id));
    expect(ids.map((page) => page.length)).toEqual([200, 2]);
    expect(new Set(ids.flat()).size).toBe(202);
  });
});

describe("the sitemap", () => {
  it("leads in its parts to each live posting once, and to no other", async () => {
    const live = await sql`select slug from postings where state = 'published' order by slug`;
    const parts = await Promise.all(
      [..."0123456789abcdef"].map((digit) => listSitemapPart("postings", digit)),
    );
    const slugs = parts.flat().map(({ slug }) => slug);
    expect(slugs.sort()).toEqual(live.map(({ slug }) => slug).sort());
    const whole = await listSitemapPart("postings", "");
    expect(whole.map(({ slug }) => slug).sort()).toEqual(slugs);
    expect(whole[0]?.changedAt).toBeInstanceOf(Date);
  });

  it("leads to each public company, and to the skills that live postings have", async () => {
    await createCompany({ slug: "not-public-yet", owner: await createUser() });
    const companies = (await listSitemapPart("companies", "")).map(({ slug }) => slug);
    expect(companies).toContain("feedwell");
    expect(companies).not.toContain("not-public-yet");
    const skills = await listSkillsInUse();
    expect(skills).toEqual(expect.arrayContaining(["go", "java"]));
    expect(skills).not.toContain("cobol");
  });

  it("is one file while that is not nearly full", async () => {
    expect(await findSitemapDigits("postings")).toBe(0);
  });
});
