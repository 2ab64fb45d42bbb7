import { sql as query } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, daysAgo } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { firstWaiting } from "@/lib/postings/queries/review";
import { countDesk, findPostingForReview, listReviewQueue } from "../queries/postings";
import { claimNext, takeOver } from "./claim";
import { approvePosting } from "./decide";

const { sql, db } = await testDatabase();
const [first, second] = (await Promise.all([createAdmin(), createAdmin()])) as [Admin, Admin];
const { id: companyId } = await createCompany();
let ids: string[];

/** Three postings that wait, the oldest first. */
beforeEach(async () => {
  await moveClock(sql, "0");
  await sql`delete from postings`;
  ids = [];
  for (const days of [4, 3, 2])
    ids.push((await createPosting({ companyId, state: "in_review", submittedAt: daysAgo(days) })).id);
});

const claimOf = async (id: string) => (await findPostingForReview(first, id))?.claim?.adminId;

describe("the next review", () => {
  it("is the posting that waits longest and that nobody else is reviewing", async () => {
    expect(await claimNext(first)).toBe(ids[0]);
    expect(await claimNext(second)).toBe(ids[1]);
    expect(await claimOf(ids[0] as string)).toBe(first.userId);
  });

  it("frees what the admin had before, which the next admin gets", async () => {
    await claimNext(first);
    const after = { since: daysAgo(3.5), id: ids[0] as string };
    expect(await claimNext(first, after)).toBe(ids[1]);
    expect(await claimNext(second)).toBe(ids[0]);
  });

  it("is null where none is left", async () => {
    expect(await claimNext(first, { since: daysAgo(1), id: ids[2] as string })).toBe(null);
  });

  it("is anybody's again after 20 minutes of the database's clock", async () => {
    await claimNext(first);
    await moveClock(sql, "21 minutes");
    expect(await claimOf(ids[0] as string)).toBe(undefined);
    expect(await claimNext(second)).toBe(ids[0]);
  });

  it("is another one for each of eight admins who ask at once", async () => {
    for (let i = 0; i < 5; i++) await createPosting({ companyId, state: "in_review" });
    const admins = await Promise.all(Array.from({ length: 8 }, createAdmin));
    const claimed = await Promise.all(admins.map((admin) => claimNext(admin)));
    expect(new Set(claimed).size).toBe(8);
  });
});

describe("taking a review over", () => {
  it("makes it the second admin's", async () => {
    await claimNext(first);
    await takeOver(second, { id: ids[0] as string });
    expect(await claimOf(ids[0] as string)).toBe(second.userId);
  });

  it("of a posting that was decided meanwhile tells what was decided", async () => {
    await approvePosting(first, { id: ids[0] as string });
    await expect(takeOver(second, { id: ids[0] as string })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^This was decided already: an admin approved it on /),
    });
  });
});

it("a decision ends the claim, and a second one is told what the first was", async () => {
  const id = (await claimNext(first)) as string;
  await approvePosting(second, { id });
  expect(await sql`select 1 from review_claims`).toHaveLength(0);
  await expect(approvePosting(first, { id })).rejects.toThrow(/an admin approved it/);
});

it("the queue goes on behind a posting that was decided meanwhile", async () => {
  const { next } = await listReviewQueue(first, { limit: 1 });
  await approvePosting(first, { id: ids[0] as string });
  const page = await listReviewQueue(first, { after: next ?? undefined });
  expect(page.postings.map(({ id }) => id)).toEqual(ids.slice(1));
});

it("reads a page and the counts from indexes, however many wait", async () => {
  await sql`
    insert into postings (slug, company_id, title, state, submitted_at)
    select 'waits-' || n, ${companyId}, 'Waits ' || n, 'in_review', now() - n * interval '1 second' from generate_series(1, 10000) n`;
  await sql`analyze postings`;
  const rows = await db.execute<{ "QUERY PLAN": string }>(query`explain ${firstWaiting({ limit: 51 })}`);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("Index Only Scan using postings_review");
  expect(plan).not.toMatch(/Seq Scan on postings/);
  expect((await countDesk(first)).waiting).toBe(1000);
});
