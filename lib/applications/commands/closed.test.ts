import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { listLedger } from "@/lib/events/queries";
import { deliverEvent } from "@/lib/notifications/deliver";
import { closePosting, reopenPosting } from "@/lib/postings/commands/close";
import { findOwnPosting } from "@/lib/postings/queries/own";
import { findPostingStatus } from "@/lib/postings/queries/status";
import { answerClosed } from "./closed";
import { moveApplication } from "./move";
import { withdrawApplication } from "./withdraw";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let companyId: string;
let posting: { id: string; slug: string };
let id: string;
beforeAll(async () => {
  [owner, reviewer] = [await createUser(), await createUser()];
});
beforeEach(async () => {
  await moveClock(sql, "0");
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
  posting = await createPosting({ companyId });
  id = posting.id;
});

const apply = async (candidate?: Actor) =>
  createApplication({ postingId: id, companyId, candidate: candidate ?? (await createUser()) });
const message = "Thank you. The role is filled.";
const close = () => closePosting(owner, { id, reason: "filled", answer: "message", message });
const answer = async () => {
  await Promise.all([answerClosed(), answerClosed(), answerClosed()]);
  await answerClosed();
};
const stateOf = async (application: { id: string }) =>
  (await sql`select state from applications where id = ${application.id}`)[0]?.state;
const answersTo = (application: { id: string }) => sql<{ id: number; actor: string }[]>`
  select id::int, actor_id as actor from events
  where application_id = ${application.id} and type = 'application.moved' order by id`;

it("a hire closes the posting as filled if that is asked, and those who still wait are told like with any closing", async () => {
  const [hired, waiting, other] = [await apply(), await apply(), await apply()];
  await sql`update applications set state = 'offer' where id = any(${[hired.id, other.id]})`;
  const hire = ({ id }: { id: string }, closePosting: boolean) =>
    moveApplication(owner, { id, from: "offer", to: "hired", message: "", closePosting });
  await hire(other, false);
  expect((await findOwnPosting(owner, id))?.state).toBe("published");
  await expect(
    moveApplication(reviewer, { id: hired.id, from: "offer", to: "hired", message: "", closePosting: true }),
  ).rejects.toMatchObject({ code: "not_found" });
  await hire(hired, true);
  expect(await findOwnPosting(owner, id)).toMatchObject({ state: "closed", closeReason: "filled" });
  await moveClock(sql, "10 minutes 1 second");
  await answer();
  expect([await stateOf(hired), await stateOf(waiting)]).toEqual(["hired", "rejected"]);
});

describe("a posting that is closed with a message", () => {
  it("answers everyone who waits with it, once, when it cannot be undone any more", async () => {
    const candidate = await createUser();
    const waiting = await apply(candidate);
    const asked = await apply();
    await moveApplication(owner, { id: asked.id, from: "submitted", to: "interview", message: "Come in." });
    await close();
    expect(await findPostingStatus(posting.slug)).toBe(410);
    await answer();
    expect([await stateOf(waiting), await stateOf(asked)]).toEqual(["submitted", "interview"]);

    await moveClock(sql, "10 minutes 1 second");
    await answer();
    expect([await stateOf(waiting), await stateOf(asked)]).toEqual(["rejected", "rejected"]);
    const answers = await answersTo(waiting);
    expect(answers).toEqual([{ id: expect.any(Number), actor: owner.userId }]);
    await deliverEvent({ eventId: answers[0]?.id as number });
    const [mail] = await sql<{ text: string }[]>`
      select payload ->> 'paragraphs' as text from graphile_worker._private_jobs
      where payload ->> 'key' = ${`event-${answers[0]?.id}-${candidate.userId}`}`;
    expect(mail?.text).toContain(message);
    expect(
      await sql`
      select from_state as from, to_state as to, message from application_moves
      where application_id = ${asked.id} order by id desc limit 1`,
    ).toEqual([{ from: "interview", to: "rejected", message }]);
    await expect(reopenPosting(owner, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("answers nobody when the closing is undone, and is live as before", async () => {
    const waiting = await apply();
    await close();
    await expect(reopenPosting(reviewer, { id })).rejects.toMatchObject({ code: "not_found" });
    await moveClock(sql, "9 minutes");
    await reopenPosting(owner, { id });
    expect(await findPostingStatus(posting.slug)).toBe(200);
    await moveClock(sql, "1 hour");
    await answer();
    expect(await stateOf(waiting)).toBe("submitted");
    expect(await answersTo(waiting)).toEqual([]);
    expect((await listLedger(id)).map(({ type }) => type)).toEqual([
      "posting.published",
      "posting.closed",
      "posting.reopened",
    ]);
  });

  it("that is undone and closed again counts its ten minutes anew", async () => {
    const waiting = await apply();
    await close();
    await reopenPosting(owner, { id });
    await moveClock(sql, "9 minutes");
    await close();
    await moveClock(sql, "18 minutes");
    await answer();
    expect(await stateOf(waiting)).toBe("submitted");
    await moveClock(sql, "20 minutes");
    await answer();
    expect(await answersTo(waiting)).toHaveLength(1);
  });

  it("leaves those who were answered or withdrew after the closing as they are", async () => {
    const candidate = await createUser();
    const [withdrawn, moved] = [await apply(candidate), await apply()];
    await close();
    await moveClock(sql, "5 minutes");
    await withdrawApplication(candidate, { id: withdrawn.id, reason: "" });
    await moveApplication(owner, { id: moved.id, from: "submitted", to: "offer", message: "It is you." });
    await moveClock(sql, "1 hour");
    await answer();
    expect([await stateOf(withdrawn), await stateOf(moved)]).toEqual(["withdrawn", "offer"]);
  });

  it("is either undone or told when both happen at once", async () => {
    const waiting = await apply();
    await close();
    await moveClock(sql, "9 minutes 59.9 seconds");
    const [undone] = await Promise.allSettled([reopenPosting(owner, { id }), answer()]);
    await moveClock(sql, "11 minutes");
    await answer();
    expect(await stateOf(waiting)).toBe(undone.status === "fulfilled" ? "submitted" : "rejected");
  });
});

it("a posting that someone waits for is not closed without saying how they get their answer", async () => {
  const waiting = await apply();
  await expect(closePosting(owner, { id, reason: "filled" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "answer", message: expect.stringContaining("1 applicant waits") }],
  });
  await closePosting(owner, { id, reason: "withdrawn", answer: "each" });
  await moveClock(sql, "1 hour");
  await answer();
  expect(await stateOf(waiting)).toBe("submitted");
  expect(await findOwnPosting(owner, id)).toMatchObject({ state: "closed", canReopen: false });
});
