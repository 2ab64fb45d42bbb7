import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { listLedger } from "@/lib/events/queries";
import { formRecord } from "@/lib/forms/changes";
import { approvePosting } from "@/lib/moderation/commands/decide";
import { deliverEvent } from "@/lib/notifications/deliver";
import { scheduleForm } from "../form";
import { findOwnPosting } from "../queries/own";
import { findPostingStatus } from "../queries/status";
import { advancePostings } from "./clocks";
import { takePostingBack } from "./drafts";
import { pausePosting, resumePosting, schedulePosting } from "./life";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let stranger: Actor;
let admin: Admin;
let companyId: string;
beforeAll(async () => {
  [owner, reviewer, stranger] = [await createUser(), await createUser(), await createUser()];
  admin = await createAdmin();
});
beforeEach(async () => {
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
  await moveClock(sql, "0");
});

const inDays = (days: number) => daysAgo(-days);
const typesOf = async (id: string) =>
  (await sql`select type from events where posting_id = ${id} order by id`).map(({ type }) => type);
const standingOf = async (id: string) => (await findOwnPosting(owner, id))?.standing;
/** The subjects of the mails about a posting, to its owner. */
async function mailsAbout(id: string): Promise<string[]> {
  const events = await sql<{ id: number }[]>`select id::int from events where posting_id = ${id} order by id`;
  for (const event of events) await deliverEvent({ eventId: event.id });
  const rows = await sql<{ subject: string }[]>`
    select j.payload ->> 'subject' as subject from graphile_worker._private_jobs j
    where j.payload ->> 'key' like any (${events.map((event) => `event-${event.id}-${owner.userId}`)}::text[])
    order by j.id`;
  return rows.map(({ subject }) => subject);
}

describe("a pause", () => {
  it("hides a posting from everyone until it is resumed, and is on its ledger", async () => {
    const { id, slug } = await createPosting({
      companyId,
      confirmedAt: daysAgo(10),
      publishedAt: daysAgo(10),
    });
    for (const actor of [reviewer, stranger])
      await expect(pausePosting(actor, { id })).rejects.toMatchObject({ code: "not_found" });
    await pausePosting(owner, { id });
    expect([await findPostingStatus(slug), await standingOf(id)]).toEqual([404, "paused"]);
    await expect(pausePosting(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    await resumePosting(owner, { id });
    expect([await findPostingStatus(slug), await standingOf(id)]).toEqual([200, "live"]);
    const confirmedAt = (await findOwnPosting(owner, id))?.confirmedAt as Date;
    expect(confirmedAt.getTime()).toBeGreaterThan(daysAgo(1).getTime());
    expect((await listLedger(id)).map(({ type }) => type)).toEqual([
      "posting.published",
      "posting.paused",
      "posting.resumed",
    ]);
  });
});

describe("a later publication", () => {
  async function approved(publishAt: Date) {
    const { id, slug } = await createPosting({ companyId, state: "in_review" });
    await schedulePosting(owner, { id, publishAt });
    await approvePosting(admin, { id });
    return { id, slug };
  }

  it("is approved now and live when its time comes, which is told once, also by two workers", async () => {
    const publishAt = inDays(3);
    const { id, slug } = await approved(publishAt);
    expect([await findPostingStatus(slug), await standingOf(id)]).toEqual([404, "scheduled"]);
    expect(
      await sql`select company_id from postings where company_id = ${companyId} and published_at <= now()`,
    ).toEqual([]);
    await advancePostings();
    expect(await typesOf(id)).toEqual(["posting.scheduled", "posting.approved"]);
    expect(await mailsAbout(id)).toEqual(["Approved: Backend Developer"]);

    await moveClock(sql, "3 days 1 minute");
    expect(await findPostingStatus(slug)).toBe(200);
    await Promise.all([advancePostings(), advancePostings()]);
    await advancePostings();
    expect(await typesOf(id)).toEqual(["posting.scheduled", "posting.approved", "posting.published"]);
    expect(await findOwnPosting(owner, id)).toMatchObject({ publishAt: null, publishedAt: publishAt });
    const [{ actor } = { actor: null }] = await sql<{ actor: string }[]>`
      select actor_id as actor from events where posting_id = ${id} and type = 'posting.published'`;
    expect(actor).toBe(admin.userId);
    expect(await mailsAbout(id)).toEqual(["Approved: Backend Developer", "Live: Backend Developer"]);
  });

  it("that is approved after its time is published at once", async () => {
    const { id, slug } = await createPosting({ companyId, state: "in_review", publishAt: daysAgo(1) });
    await approvePosting(admin, { id });
    expect(await findPostingStatus(slug)).toBe(200);
    expect(await typesOf(id)).toEqual(["posting.published"]);
  });

  it("is moved, published now, or taken back by the company", async () => {
    const { id, slug } = await approved(inDays(3));
    await schedulePosting(owner, { id, publishAt: inDays(9) });
    await moveClock(sql, "5 days");
    await advancePostings();
    expect(await findPostingStatus(slug)).toBe(404);
    await schedulePosting(owner, { id });
    expect(await findPostingStatus(slug)).toBe(200);
    await expect(schedulePosting(owner, { id, publishAt: inDays(12) })).rejects.toMatchObject({
      code: "conflict",
    });

    const other = await approved(inDays(12));
    await sql`insert into pending_versions (posting_id, terms, submitted_at) values (${other.id}, '{}', now())`;
    await takePostingBack(owner, { id: other.id });
    expect(await standingOf(other.id)).toBe("draft");
    expect(await sql`select 1 from pending_versions where posting_id = ${other.id}`).toEqual([]);
    await moveClock(sql, "13 days");
    await advancePostings();
    expect(await findPostingStatus(other.slug)).toBe(404);
  });

  it("cannot be set by those who may not write, nor over a time that somebody else set", async () => {
    const { id } = await createPosting({ companyId, state: "draft" });
    for (const actor of [reviewer, stranger])
      await expect(schedulePosting(actor, { id, publishAt: inDays(1) })).rejects.toMatchObject({
        code: "not_found",
      });
    const version = formRecord(scheduleForm({ publishAt: null })).version;
    await schedulePosting(owner, { id, publishAt: inDays(1) }, version);
    await expect(schedulePosting(owner, { id, publishAt: inDays(2) }, version)).rejects.toMatchObject({
      code: "conflict",
    });
  });
});
