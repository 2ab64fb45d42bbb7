import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { daysAfter, daysBefore } from "@/lib/days";
import { countOwnPostings, listNeeds, listOwnPostings } from "./own-list";

const { sql } = await testDatabase();

let owner: Actor;
let company: { id: string; slug: string };
const now = new Date();

beforeEach(async () => {
  owner = await createUser();
  company = await createCompany({ owner });
});

const post = (given: Partial<Parameters<typeof createPosting>[0]> = {}) =>
  createPosting({ companyId: company.id, ...given });

/** The titles that the list has. */
const titles = async (...[filter, after]: [Parameters<typeof listOwnPostings>[1]?, string?]) =>
  (await listOwnPostings(owner, filter, after)).postings.map(({ title }) => title);

async function sendBack(postingId: string) {
  const admin = await createAdmin();
  await sql`insert into decisions (posting_id, admin_id, kind, at, reasons)
    values (${postingId}, ${admin.userId}, 'send_back', app_now(), '[{"field":"salary","message":"Too wide."}]')`;
}

describe("the list of a company's postings", () => {
  it("has every posting of one's companies, newest first, with pay and applicants", async () => {
    const { id } = await post({ title: "Older", createdAt: daysBefore(now, 3) });
    await post({ title: "Newer" });
    await createPosting({ companyId: (await createCompany()).id, title: "Another's" });
    const candidate = await createUser();
    await createApplication({
      postingId: id,
      companyId: company.id,
      candidate,
      submittedAt: daysBefore(now, 20),
    });
    expect(await titles()).toEqual(["Newer", "Older"]);
    const { postings } = await listOwnPostings(owner);
    expect(postings[1]).toMatchObject({
      pay: { min: 60_000, max: 80_000, currency: "EUR", period: "year" },
      views: 0,
      applications: 1,
      unanswered: 1,
      overdue: 1,
    });
  });

  it("is narrowed by words of the title, by company and by where postings stand, with counts", async () => {
    const second = await createCompany({ owner });
    await post({ title: "Go 100% Developer" });
    await post({ title: "Go Developer", state: "draft" });
    await post({ title: "Rust Developer", state: "closed", closeReason: "filled" });
    await createPosting({ companyId: second.id, title: "Java Developer", pausedAt: now });
    expect(await titles({ q: "go" })).toHaveLength(2);
    expect(await titles({ q: "100%" })).toEqual(["Go 100% Developer"]);
    expect(await titles({ company: second.slug })).toEqual(["Java Developer"]);
    expect(await titles({ group: "over" })).toEqual(["Rust Developer"]);
    expect(await titles({ group: "hidden" })).toEqual(["Java Developer"]);
    expect(await countOwnPostings(owner)).toEqual({ live: 1, draft: 1, review: 0, hidden: 1, over: 1 });
    expect(await countOwnPostings(owner, { q: "go" })).toMatchObject({ live: 1, draft: 1, over: 0 });
  });

  it("goes on from page to page, and leaves nothing out", async () => {
    for (let i = 0; i < 60; i++)
      await post({ title: `Posting ${i}`, state: "draft", createdAt: daysBefore(now, i % 7) });
    const first = await listOwnPostings(owner);
    const second = await listOwnPostings(owner, {}, first.next ?? undefined);
    expect(first.postings).toHaveLength(50);
    expect(second.next).toBeNull();
    expect(new Set([...first.postings, ...second.postings].map(({ id }) => id)).size).toBe(60);
  });
});

describe("what waits for a company", () => {
  it("is what was sent back, what to confirm and what ends soon, in this order", async () => {
    const ending = await post({ expiresAt: daysAfter(now, 3), confirmedAt: now });
    const unconfirmed = await post({ publishedAt: daysBefore(now, 20) });
    const sentBack = await post({ state: "draft" });
    await sendBack(sentBack.id);
    await post();
    await post({ state: "draft" });
    await post({ expiresAt: daysAfter(now, 3), confirmedAt: now, pausedAt: now });
    expect((await listNeeds(owner)).map(({ id, need }) => [id, need])).toEqual([
      [sentBack.id, "sent_back"],
      [unconfirmed.id, "confirm"],
      [ending.id, "ending"],
    ]);
  });

  it("does not hold what was submitted again since", async () => {
    const { id } = await post({ state: "in_review" });
    await sendBack(id);
    expect(await listNeeds(owner)).toEqual([]);
    expect((await listOwnPostings(owner)).postings[0]?.isSentBack).toBe(false);
  });
});
