import { sql as query } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "@/db/client";
import {
  createAdmin,
  createChangedCompany,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { closeCompany } from "@/lib/companies/commands/close";
import { suspendCompany, unsuspendCompany } from "@/lib/companies/commands/suspend";
import { findCompanyForAdmin } from "../queries/companies";
import { countDesk, listReviewQueue } from "../queries/desk";
import { findPostingForReview } from "../queries/postings";
import { firstWaiting } from "../queries/queue";
import { approveChange, sendChangeBack } from "./changes";
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
  await sql`delete from company_changes`;
  ids = [];
  for (const days of [4, 3, 2])
    ids.push((await createPosting({ companyId, state: "in_review", submittedAt: daysAgo(days) })).id);
});

/** What an admin gets next, by its id. */
const next = async (admin: Admin, after?: Parameters<typeof claimNext>[1]) =>
  (await claimNext(admin, after))?.id ?? null;
const claimOf = async (id: string) => (await findPostingForReview(first, id))?.claim?.adminId;

describe("the next review", () => {
  it("is the posting that waits longest and that nobody else is reviewing", async () => {
    expect(await next(first)).toBe(ids[0]);
    expect(await next(second)).toBe(ids[1]);
    expect(await claimOf(ids[0] as string)).toBe(first.userId);
  });

  it("frees what the admin had before, which the next admin gets", async () => {
    await claimNext(first);
    const after = { since: daysAgo(3.5), id: ids[0] as string };
    expect(await next(first, after)).toBe(ids[1]);
    expect(await next(second)).toBe(ids[0]);
  });

  it("is null where none is left", async () => {
    expect(await next(first, { since: daysAgo(1), id: ids[2] as string })).toBe(null);
  });

  it("is anybody's again after 20 minutes of the database's clock", async () => {
    await claimNext(first);
    await moveClock(sql, "21 minutes");
    expect(await claimOf(ids[0] as string)).toBe(undefined);
    expect(await next(second)).toBe(ids[0]);
  });

  it("is another one for each of eight admins who ask at once", async () => {
    for (let i = 0; i < 5; i++) await createPosting({ companyId, state: "in_review" });
    const admins = await Promise.all(Array.from({ length: 8 }, createAdmin));
    const claimed = await Promise.all(admins.map((admin) => next(admin)));
    expect(new Set(claimed).size).toBe(8);
  });
});

describe("taking a review over", () => {
  it("makes it the second admin's", async () => {
    await claimNext(first);
    await takeOver(second, { kind: "posting", id: ids[0] as string });
    expect(await claimOf(ids[0] as string)).toBe(second.userId);
  });

  it("of a posting that was decided meanwhile tells what was decided", async () => {
    await approvePosting(first, { id: ids[0] as string });
    await expect(takeOver(second, { kind: "posting", id: ids[0] as string })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/^This was decided already: an admin approved it on /),
    });
  });
});

it("a decision ends the claim, and a second one is told what the first was", async () => {
  const id = (await next(first)) as string;
  await approvePosting(second, { id });
  expect(await sql`select 1 from review_claims`).toHaveLength(0);
  await expect(approvePosting(first, { id })).rejects.toThrow(/an admin approved it/);
});

it("the queue goes on behind a posting that was decided meanwhile", async () => {
  const { next: after } = await listReviewQueue(first, { limit: 1 });
  await approvePosting(first, { id: ids[0] as string });
  const page = await listReviewQueue(first, { after: after ?? undefined });
  expect(page.rows.map(({ id }) => id)).toEqual(ids.slice(1));
});

describe("what companies changed", () => {
  it("waits among the postings, in one order, and is claimed like them", async () => {
    const [old, young] = [await createChangedCompany({ days: 3.5 }), await createChangedCompany({ days: 1 })];
    const order = [ids[0], old.id, ids[1], ids[2], young.id];
    expect((await listReviewQueue(first)).rows.map(({ id }) => id)).toEqual(order);
    expect(await countDesk(first)).toMatchObject({ postings: 3, companies: 2 });
    expect(await next(first)).toBe(ids[0]);
    expect(await claimNext(second)).toEqual({ kind: "company", id: old.id, slug: old.slug });
    const [, row] = (await listReviewQueue(first)).rows;
    expect(row).toMatchObject({ kind: "company", name: old.name, claim: { adminId: second.userId } });
    const after = { since: daysAgo(3.5), id: old.id };
    expect(await next(second, after)).toBe(ids[1]);
    expect(await next(first)).toBe(ids[0]);
    expect(await next(first, { since: daysAgo(3.9), id: ids[0] as string })).toBe(old.id);
  });

  it("is taken over, and no longer claimed once it is decided", async () => {
    const { id, slug } = await createChangedCompany({ days: 9 });
    await claimNext(first);
    await takeOver(second, { kind: "company", id });
    expect((await findCompanyForAdmin(first, slug))?.claim?.adminId).toBe(second.userId);
    await sendChangeBack(first, { companyId: id, reason: "Say whose partner you are." });
    expect(await sql`select 1 from review_claims`).toHaveLength(0);
    await expect(takeOver(second, { kind: "company", id })).rejects.toMatchObject({ code: "conflict" });
    await expect(approveChange(second, { companyId: id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("waits for nobody while its company is suspended, and after it is closed", async () => {
    const { id, slug } = await createChangedCompany({ days: 9 });
    await suspendCompany(first, { companyId: id, reason: "It pretends to be another company." });
    expect(await next(first)).toBe(ids[0]);
    expect((await findCompanyForAdmin(first, slug))?.waitsSince).toBe(null);
    await unsuspendCompany(first, { companyId: id });
    expect(await next(first)).toBe(id);
    const owner = await createUser();
    const closed = await createChangedCompany({ owner, days: 10 });
    await inTransaction((tx) => closeCompany(tx, owner, { companyId: closed.id, name: closed.name }));
    expect(await sql`select 1 from company_changes where company_id = ${closed.id}`).toHaveLength(0);
  });
});

it("who asks for the next while that is being decided gets the one behind it", async () => {
  await claimNext(first);
  for (let round = 0; round < 10; round++) {
    const { id } = await createPosting({ companyId, state: "in_review", submittedAt: daysAgo(90) });
    await claimNext(first);
    const [, claimed] = await Promise.all([approvePosting(second, { id }), next(first)]);
    expect([id, ids[0]]).toContain(claimed);
  }
});

it("reads a page and the counts from indexes, however many wait", async () => {
  await sql`
    insert into postings (slug, company_id, title, state, submitted_at)
    select 'waits-' || n, ${companyId}, 'Waits ' || n, 'in_review', now() - n * interval '1 second' from generate_series(1, 10000) n`;
  await sql`
    insert into companies (slug, name, name_key) select 'waits-' || n, 'Waits ' || n, 'waits ' || n from generate_series(1, 10000) n`;
  await sql`
    insert into company_changes (company_id, changed_at, edited_at)
    select id, now() - interval '1 second', now() from companies where slug like 'waits-%'`;
  await sql`analyze postings, companies, company_changes`;
  const rows = await db.execute<{ "QUERY PLAN": string }>(query`explain ${firstWaiting({ limit: 51 })}`);
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toContain("Index Only Scan using postings_review");
  expect(plan).toContain("using company_changes_waiting");
  expect(plan).not.toMatch(/Seq Scan on (?:postings|companies|company_changes)/);
  expect(await countDesk(first)).toMatchObject({ postings: 1000, companies: 1000 });
});
