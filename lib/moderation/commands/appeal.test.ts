import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { daysBetween } from "@/lib/days";
import { deliverEvent } from "@/lib/notifications/deliver";
import { findPostingStatus } from "@/lib/postings/queries/status";
import { reportPosting } from "@/lib/reports/commands";
import { findAppeal, findOwnAppeal, listAppeals } from "../queries/appeals";
import { appealDecision, decideAppeal } from "./appeal";
import { clearPosting, freezePosting, removePosting } from "./decide";

const { sql } = await testDatabase();
const [decider, other] = (await Promise.all([createAdmin(), createAdmin()])) as [Admin, Admin];
let owner: Actor;
let companyId: string;
let posting: { id: string; slug: string };

beforeEach(async () => {
  await moveClock(sql, "0");
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
  posting = await createPosting({ companyId, publishedAt: daysAgo(10) });
});

const remove = () =>
  removePosting(decider, { id: posting.id, about: "scam", reason: "It is not a real role." });
const freeze = () => freezePosting(decider, { id: posting.id, reason: "We are asking the company." });
const appeal = (actor = owner) => appealDecision(actor, { id: posting.id, words: "It is real." });
/** The open appeal about the posting. */
async function openAppeal(): Promise<string> {
  await appeal();
  const [row] = await sql<{ id: string }[]>`
    select id from appeals where posting_id = ${posting.id} and state = 'open'`;
  return row?.id as string;
}
const decide = (id: string, outcome: "upheld" | "reversed", admin = other) =>
  decideAppeal(admin, { id, outcome, reasons: "We spoke with them." });

describe("an appeal", () => {
  it("is one for each decision, by its owner or recruiter, within 30 days", async () => {
    await expect(appeal()).rejects.toMatchObject({ code: "conflict" });
    await remove();
    const [recruiter, reviewer] = [await createUser(), await createUser()];
    await addMember(companyId, reviewer, "reviewer");
    await addMember(companyId, recruiter, "recruiter");
    await expect(appeal(reviewer)).rejects.toMatchObject({ code: "not_found" });
    await expect(appeal(await createUser())).rejects.toMatchObject({ code: "not_found" });
    await appeal(recruiter);
    await expect(appeal()).rejects.toMatchObject({ code: "conflict" });
    expect(await findOwnAppeal(owner, posting.id)).toMatchObject({
      against: "remove",
      reasons: [{ field: "scam", message: "It is not a real role." }],
      appeal: { state: "open", words: "It is real." },
    });
  });

  it("comes too late after 30 days of the database's clock", async () => {
    await freeze();
    await moveClock(sql, "30 days");
    await expect(appeal()).rejects.toThrow("They are over.");
  });

  it("is decided by another admin alone, whatever the code does", async () => {
    await remove();
    const id = await openAppeal();
    expect((await listAppeals(decider)).appeals.find((one) => one.id === id)).toMatchObject({
      isOwn: true,
      hasOther: true,
    });
    await expect(decide(id, "upheld", decider)).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      sql`update appeals set state = 'upheld', decided_by = ${decider.userId}, decided_at = now(), reasons = 'Because.' where id = ${id}`,
    ).rejects.toThrow("appeals_another_admin");
    await decide(id, "upheld");
    await expect(decide(id, "reversed")).rejects.toThrow("This appeal was decided already");
  });

  it("that is upheld leaves the posting removed, and is the last", async () => {
    await remove();
    await decide(await openAppeal(), "upheld");
    expect(await findPostingStatus(posting.slug)).toBe(410);
    await expect(appeal()).rejects.toThrow("appealed already");
  });

  it("against a freezing is settled when that ends in another way", async () => {
    await freeze();
    const id = await openAppeal();
    await clearPosting(decider, { id: posting.id });
    expect(await findAppeal(other, id)).toMatchObject({ state: "settled" });
    await expect(decide(id, "reversed")).rejects.toThrow("nothing to decide any more");
    // The next decision can be appealed again.
    await freeze();
    await remove();
    await appeal();
  });

  it("against a freezing by reports may be decided by any admin", async () => {
    for (let i = 0; i < 3; i++)
      await reportPosting(await createUser({ createdAt: daysAgo(30) }), {
        postingId: posting.id,
        reason: "scam",
        words: undefined,
      });
    await decide(await openAppeal(), "reversed", decider);
    expect(await findPostingStatus(posting.slug)).toBe(200);
    expect(await sql`select distinct state from reports where posting_id = ${posting.id}`).toEqual([
      { state: "dismissed" },
    ]);
  });
});

describe("a removal that is reversed", () => {
  it("is undone: the posting is public with the days that it lost, and who reported it is told", async () => {
    await reportPosting(await createUser({ createdAt: daysAgo(30) }), {
      postingId: posting.id,
      reason: "scam",
      words: undefined,
    });
    const [before] = await sql`select expires_at from postings where id = ${posting.id}`;
    await remove();
    const id = await openAppeal();
    await moveClock(sql, "4 days");
    await decide(id, "reversed");
    expect(await findPostingStatus(posting.slug)).toBe(200);
    const [after] = await sql`select expires_at, remove_reason, state from postings where id = ${posting.id}`;
    expect(after).toMatchObject({ remove_reason: null, state: "published" });
    expect(Math.round(daysBetween(before?.expires_at, after?.expires_at))).toBe(4);
    expect(await sql`select state from reports where posting_id = ${posting.id}`).toEqual([
      { state: "dismissed" },
    ]);
  });

  it("of a posting in review puts it back there", async () => {
    posting = await createPosting({ companyId, state: "in_review" });
    await remove();
    await decide(await openAppeal(), "reversed");
    expect(await sql`select state, remove_reason from postings where id = ${posting.id}`).toEqual([
      { state: "in_review", remove_reason: null },
    ]);
  });
});

/** The mails that the newest event of that type makes, by their readers. */
async function mailsAbout(type: string) {
  const [event] = await sql`
    select id::int from events where posting_id = ${posting.id} and type = ${type} order by id desc limit 1`;
  await deliverEvent({ eventId: event?.id });
  const rows = await sql`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' and j.payload ->> 'key' like ${`event-${event?.id}-%`}`;
  return new Map(rows.map(({ payload }) => [payload.to, payload]));
}

it("is told to the company and to the other admins, and its outcome with reasons to the company", async () => {
  await remove();
  const id = await openAppeal();
  const sent = await mailsAbout("appeal.submitted");
  expect(sent.get(owner.email)?.subject).toMatch(/^Your appeal was received/);
  expect(sent.get(other.email)?.action.url).toContain(`/admin/appeals/${id}`);
  expect(sent.has(decider.email)).toBe(false);
  await decide(id, "reversed");
  const told = await mailsAbout("appeal.decided");
  expect([...told.keys()]).toEqual([owner.email]);
  expect(told.get(owner.email)?.paragraphs.join("\n")).toContain("Reasons: We spoke with them.");
});
