import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApplication, createCompany, createPosting, createUser, daysAgo } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { daysBetween } from "@/lib/days";
import { listLedger } from "@/lib/events/queries";
import { confirmByToken } from "@/lib/notifications/commands";
import { deliverEvent } from "@/lib/notifications/deliver";
import { findToConfirm } from "@/lib/notifications/queries/links";
import { makeToken } from "@/lib/notifications/tokens";
import { findOwnPosting } from "../queries/own";
import { findPostingBySlug } from "../queries/public";
import { findPostingStatus } from "../queries/status";
import { advancePostings } from "./clocks";
import { closePosting } from "./close";
import { extendPosting, pausePosting, reconfirmPosting } from "./life";

const { sql } = await testDatabase();

let owner: Actor;
let companyId: string;
beforeAll(async () => {
  owner = await createUser();
});
beforeEach(async () => {
  companyId = (await createCompany({ owner })).id;
  await moveClock(sql, "0");
});

/** A posting that was published, and confirmed, so many days ago. */
const postingOf = (days: number, over: object = {}) =>
  createPosting({ companyId, publishedAt: daysAgo(days), confirmedAt: daysAgo(days), ...over });
/** Two workers at once, then one again: each step happens once. */
const advance = async () => {
  await Promise.all([advancePostings(), advancePostings(), advancePostings()]);
  await advancePostings();
};
const typesOf = async (id: string) =>
  (
    await sql`select type from events where posting_id = ${id} and type <> 'posting.published' order by id`
  ).map(({ type }) => type);
type Mail = { subject: string; paragraphs: string[]; action: { url: string } };
/** The mails about a posting to its owner, the latest last. */
async function mailsAbout(id: string): Promise<Mail[]> {
  const events = await sql<{ id: number }[]>`select id::int from events where posting_id = ${id} order by id`;
  for (const event of events) await deliverEvent({ eventId: event.id });
  const rows = await sql<{ mail: Mail }[]>`
    select j.payload as mail from graphile_worker._private_jobs j
    where j.payload ->> 'key' like any (${events.map((event) => `event-${event.id}-${owner.userId}`)}::text[])
      and j.payload ->> 'subject' not like 'Live:%'
    order by j.id`;
  return rows.map(({ mail }) => mail);
}

describe("the question whether a posting is still open", () => {
  it("is asked once, two weeks after publication and after each confirmation", async () => {
    const [due, fresh] = [await postingOf(14.01), await postingOf(13.9)];
    await advance();
    expect(await typesOf(due.id)).toEqual(["posting.unconfirmed"]);
    expect(await typesOf(fresh.id)).toEqual([]);
    expect(await findPostingBySlug(due.slug)).toMatchObject({ isUnconfirmed: true });
    expect(await findPostingBySlug(fresh.slug)).toMatchObject({ isUnconfirmed: false });

    await reconfirmPosting(owner, { id: due.id });
    await moveClock(sql, "13 days 23 hours");
    await advance();
    expect(await typesOf(due.id)).toEqual(["posting.unconfirmed", "posting.reconfirmed"]);
    await moveClock(sql, "14 days 1 hour");
    await advance();
    expect(await typesOf(due.id)).toEqual([
      "posting.unconfirmed",
      "posting.reconfirmed",
      "posting.unconfirmed",
    ]);
  });

  it("brings one link, which confirms for its reader, and shows a hidden posting again", async () => {
    const { id, slug } = await postingOf(22);
    expect(await findPostingStatus(slug)).toBe(404);
    await advance();
    const [mail] = await mailsAbout(id);
    expect(mail?.subject).toBe("Is this still open? Backend Developer");
    const token = mail?.action.url.split("/confirm/")[1] as string;
    expect(await findToConfirm(token)).toMatchObject({ standing: "unconfirmed", isUnconfirmed: true });
    expect(await findPostingStatus(slug)).toBe(404);
    await confirmByToken({ token });
    expect(await findPostingStatus(slug)).toBe(200);
    expect((await listLedger(id)).at(-1)).toMatchObject({ type: "posting.reconfirmed" });
  });

  it("is not for links that are not ours, are made for something else, or were sent to somebody who has left", async () => {
    const { id } = await postingOf(15);
    const meant = { userId: owner.userId, postingId: id };
    const stranger = { ...meant, userId: (await createUser()).userId };
    for (const token of ["", "x.y.z", makeToken("relevant", meant), makeToken("confirm", stranger)])
      await expect(confirmByToken({ token })).rejects.toMatchObject({ code: "not_found" });
    expect(await findToConfirm(makeToken("confirm", stranger))).toBeNull();
  });

  it("is not asked about a posting that is paused, frozen, closed, or of a company without members", async () => {
    const paused = await postingOf(15);
    await pausePosting(owner, { id: paused.id });
    const frozen = await postingOf(15, { frozenAt: daysAgo(1) });
    const closed = await postingOf(15);
    await closePosting(owner, { id: closed.id, reason: "filled" });
    const unclaimed = await postingOf(15, { companyId: (await createCompany()).id });
    await advance();
    for (const { id } of [paused, frozen, closed, unclaimed])
      expect(await typesOf(id)).not.toContain("posting.unconfirmed");
  });
});

describe("the end of a posting", () => {
  const ending = (days: number, over: object = {}) =>
    postingOf(60 - days, { confirmedAt: daysAgo(1), ...over });

  it("is told a week before, once, with what can be done", async () => {
    const [soon, later] = [await ending(6.9), await ending(7.1)];
    await advance();
    expect(await typesOf(soon.id)).toEqual(["posting.ending"]);
    expect(await typesOf(later.id)).toEqual([]);
    const [mail] = await mailsAbout(soon.id);
    expect(mail?.subject).toBe("Ending soon: Backend Developer");
    expect(mail?.paragraphs.join(" ")).toContain("You can extend it once");
  });

  it("is put off once, to 90 days in all, and the new end is told too", async () => {
    const { id } = await ending(5);
    await advance();
    await extendPosting(owner, { id });
    const until = (await findOwnPosting(owner, id))?.expiresAt as Date;
    expect(Math.round(daysBetween(daysAgo(0), until))).toBe(35);
    await expect(extendPosting(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    await reconfirmPosting(owner, { id });
    await moveClock(sql, "20 days");
    await reconfirmPosting(owner, { id });
    await moveClock(sql, "29 days");
    await advance();
    expect((await typesOf(id)).filter((type) => /ending|extended/.test(type))).toEqual([
      "posting.ending",
      "posting.extended",
      "posting.ending",
    ]);
    expect((await mailsAbout(id)).at(-1)?.paragraphs.join(" ")).toContain("cannot be extended again");
  });

  it("is recorded when it comes, and the company hears who still waits", async () => {
    const { id, slug } = await ending(-0.01);
    await createApplication({ postingId: id, companyId, candidate: await createUser() });
    await advance();
    expect(await findPostingStatus(slug)).toBe(410);
    expect(await typesOf(id)).toEqual(["posting.expired"]);
    expect(await findOwnPosting(owner, id)).toMatchObject({ state: "expired", standing: "expired" });
    const [mail] = await mailsAbout(id);
    expect(mail?.paragraphs.join(" ")).toContain("1 applicant still waits for your answer.");
    await expect(extendPosting(owner, { id })).rejects.toMatchObject({ code: "conflict" });
  });
});
