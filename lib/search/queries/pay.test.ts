import { beforeAll, expect, it } from "vitest";
import { createCompany, createPosting } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { refreshPayFigures } from "../commands/pay-figures";
import { parseParameters } from "../criteria";
import { findPayOf, listPay } from "./pay";
import { readCriteria } from "./search";

const { sql } = await testDatabase();

let companyId: string;

const post = (max: number, given: Partial<Parameters<typeof createPosting>[0]> = {}) =>
  createPosting({
    companyId,
    salary: { min: max - 20_000, max, currency: "USD", period: "year" },
    skills: [{ slug: "django" }],
    experienceMin: 5,
    ...given,
  });

const payOf = async (address: string) => {
  const { ready } = await readCriteria(parseParameters(new URLSearchParams(address)).criteria);
  return findPayOf(ready);
};

beforeAll(async () => {
  companyId = (await createCompany()).id;
  for (const max of [60_000, 70_000, 80_000, 90_000, 100_000]) await post(max);
  // None of these is open: they count nowhere.
  await post(900_000, { state: "draft" });
  await post(900_000, { pausedAt: new Date() });
  // Four of a kind are too few.
  for (let i = 0; i < 4; i++)
    await post(500_000, {
      skills: [{ slug: "rust" }],
      experienceMin: 12,
      places: [{ city: null, country: "CH" }],
    });
});

it("gives the quartiles of the middles of the ranges, and none for too few postings", async () => {
  expect(await payOf("skill=django")).toEqual({
    postings: 5,
    pay: { postings: 5, lower: 60_000, median: 70_000, upper: 80_000 },
  });
  expect(await payOf("skill=rust")).toEqual({ postings: 4, pay: null });
  expect(await payOf("skill=cobol")).toEqual({ postings: 0, pay: null });
  expect((await payOf("band=mid&country=DE")).postings).toBe(5);
});

it("counts a posting under the skills that its own imply, as the search does", async () => {
  await refreshPayFigures();
  const { skill: skills, band, country } = await listPay();
  expect(skills.find(({ value }) => value === "python")).toMatchObject({
    label: "Python",
    postings: 5,
    median: 70_000,
  });
  expect((await payOf("skill=python")).postings).toBe(5);
  expect(skills.find(({ value }) => value === "rust")).toBeUndefined();
  expect(band).toEqual([
    { value: "mid", label: "mid", postings: 5, lower: 60_000, median: 70_000, upper: 80_000 },
  ]);
  expect(country.map(({ value }) => value)).toEqual(["DE"]);
});

it("forgets a group that has become too small, and says so to kept pages only when something changes", async () => {
  await refreshPayFigures();
  const changes = async () => (await sql`select count(*)::int as n from public_changes`)[0]?.n;
  const before = await changes();
  await refreshPayFigures();
  expect(await changes()).toBe(before);
  await sql`update postings set paused_at = app_now() where experience_min = 5 and id in (select id from postings where experience_min = 5 limit 1)`;
  await refreshPayFigures();
  expect((await listPay()).band).toEqual([]);
  expect(await changes()).toBeGreaterThan(before);
});
