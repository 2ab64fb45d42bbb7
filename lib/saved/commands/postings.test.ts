import { and, eq, inArray, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  createApplication,
  createCompany,
  createPosting,
  createUser,
  daysAgo,
  type NewPosting,
} from "@/db/factories";
import { users } from "@/db/schema/auth";
import { events } from "@/db/schema/events";
import { savedPostings } from "@/db/schema/saved";
import { moveClock, testDatabase } from "@/db/testing";
import { formRecord } from "@/lib/forms/changes";
import { deliverEvent } from "@/lib/notifications/deliver";
import { closePosting } from "@/lib/postings/commands/close";
import { noteForm } from "../form";
import { NotePosting } from "../input";
import { findRemovedPosting, hasReminders, listSavedAmong, listSavedPostings } from "../queries/postings";
import {
  forgetRemoved,
  noteSaved,
  removeSaved,
  resumeReminders,
  saveForLater,
  stopReminders,
} from "./postings";
import { remindOfClosing } from "./reminders";

const { db, sql } = await testDatabase();

const owner = await createUser();
const { id: companyId, name: companyName } = await createCompany({ owner });
const post = async (given: Partial<NewPosting> = {}) => (await createPosting({ companyId, ...given })).id;
const inDays = (days: number) => daysAgo(-days);
const titlesOf = async (actor: Parameters<typeof listSavedPostings>[0]) =>
  (await listSavedPostings(actor)).postings.map(({ title }) => title);

describe("a posting that someone saves", () => {
  it("is theirs alone until they remove it, comes back with its note, and twice is safe", async () => {
    const [actor, other] = [await createUser(), await createUser()];
    const [postingId, another] = [await post({ title: "Saved" }), await post()];
    await saveForLater(actor, { postingId });
    await saveForLater(actor, { postingId });
    await noteSaved(actor, { postingId, note: "Ask about on-call." });
    await removeSaved(other, { postingId });
    expect(await listSavedPostings(actor)).toMatchObject({
      postings: [{ id: postingId, title: "Saved", companyName, live: true, note: "Ask about on-call." }],
      next: null,
    });
    expect(await titlesOf(other)).toEqual([]);
    expect(await listSavedAmong(actor, [postingId, another])).toEqual(new Set([postingId]));
    expect(await listSavedAmong(other, [postingId])).toEqual(new Set());

    await removeSaved(actor, { postingId });
    await removeSaved(actor, { postingId });
    expect(await titlesOf(actor)).toEqual([]);
    expect(await listSavedAmong(actor, [postingId])).toEqual(new Set());
    expect(await findRemovedPosting(actor, postingId)).toEqual({ id: postingId, title: "Saved" });
    expect(await findRemovedPosting(other, postingId)).toBeNull();
    await saveForLater(actor, { postingId });
    expect(await listSavedPostings(actor)).toMatchObject({ postings: [{ note: "Ask about on-call." }] });
    const rows = await db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.actorId, actor.userId), like(events.type, "posting.%")))
      .orderBy(events.id);
    expect(rows.map(({ type }) => type)).toEqual([
      "posting.saved",
      "posting.noted",
      "posting.unsaved",
      "posting.saved",
    ]);
  });

  it("was there to be seen: of others nothing is learned", async () => {
    const actor = await createUser();
    for (const given of [{ state: "draft" as const }, { frozenAt: daysAgo(1) }])
      await expect(saveForLater(actor, { postingId: await post(given) })).rejects.toMatchObject({
        code: "not_found",
      });
    expect(await titlesOf(actor)).toEqual([]);
  });

  it("stays when it is over, with what became of it, and comes back from a removal then", async () => {
    const actor = await createUser();
    const [filled, ended, removed] = [
      await post({ title: "Filled" }),
      await post({ title: "Ended" }),
      await post({ title: "A swindle" }),
    ];
    for (const postingId of [filled, ended, removed]) await saveForLater(actor, { postingId });
    await closePosting(owner, { id: filled, reason: "filled" });
    await sql`update postings set expires_at = app_now() where id = ${ended}`;
    await sql`update postings set state = 'removed', remove_reason = 'It asks for money.' where id = ${removed}`;
    await removeSaved(actor, { postingId: filled });
    await saveForLater(actor, { postingId: filled });
    const { postings } = await listSavedPostings(actor);
    expect(new Map(postings.map(({ title, state, live }) => [title, [state, live]]))).toEqual(
      new Map([
        ["Filled", ["closed", false]],
        ["Ended", ["expired", false]],
        ["", ["removed", false]],
      ]),
    );
  });

  it("is listed page by page, the latest first", async () => {
    const actor = await createUser();
    const ids = await Promise.all(Array.from({ length: 53 }, (_, n) => post({ title: `No ${n}` })));
    await db
      .insert(savedPostings)
      // Three by three at one moment, so that the ids decide too.
      .values(
        ids.map((postingId, n) => ({ userId: actor.userId, postingId, savedAt: daysAgo(Math.floor(n / 3)) })),
      );
    const first = await listSavedPostings(actor);
    expect(first.postings).toHaveLength(50);
    const second = await listSavedPostings(actor, first.next ?? undefined);
    expect(second.next).toBeNull();
    const all = [...first.postings, ...second.postings];
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
    expect(all.map(({ savedAt }) => savedAt.getTime())).toEqual(
      all.map(({ savedAt }) => savedAt.getTime()).sort((a, b) => b - a),
    );
  });

  it("has a note of its owner's, which no other version of it is written over", async () => {
    const [actor, other] = [await createUser(), await createUser()];
    const postingId = await post();
    await expect(noteSaved(actor, { postingId, note: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    await saveForLater(actor, { postingId });
    const { version } = formRecord(noteForm({ note: "" }));
    await noteSaved(actor, { postingId, note: "From one tab" }, version);
    await expect(noteSaved(actor, { postingId, note: "From another" }, version)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(noteSaved(other, { postingId, note: "Theirs" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listSavedPostings(actor)).toMatchObject({ postings: [{ note: "From one tab" }] });
    expect(NotePosting.safeParse({ postingId, note: "x".repeat(1001) }).success).toBe(false);
    await expect(
      sql`update saved_postings set note = ${"x".repeat(1001)} where posting_id = ${postingId}`,
    ).rejects.toThrow("saved_postings_note");
  });

  it("goes with the account, and one that was removed goes after a while", async () => {
    const [actor, other] = [await createUser(), await createUser()];
    const postingId = await post();
    const left = async () =>
      db
        .select()
        .from(savedPostings)
        .where(inArray(savedPostings.userId, [actor.userId, other.userId]));
    for (const one of [actor, other]) await saveForLater(one, { postingId });
    await stopReminders(actor);
    await removeSaved(other, { postingId });
    await db.delete(users).where(eq(users.id, actor.userId));
    expect(await left()).toHaveLength(1);
    await stopReminders(actor);
    expect(await hasReminders(actor)).toBe(false);
    await forgetRemoved();
    expect(await left()).toHaveLength(1);
    await moveClock(sql, "91 days");
    await forgetRemoved();
    await moveClock(sql, "0");
    expect(await left()).toHaveLength(0);
  });
});

describe("the reminder before a saved posting closes", () => {
  /** Whom the events of reminders of these postings are for, and the mails that they make. */
  async function reminded(...ids: string[]) {
    const rows = await db
      .select({ id: events.id, data: events.data })
      .from(events)
      .where(and(eq(events.type, "posting.closing"), inArray(events.postingId, ids)));
    for (const { id } of rows) await deliverEvent({ eventId: id });
    return rows.map(({ data }) => data.userId);
  }
  const mails = () => sql<{ to: string; subject: string; paragraphs: string[] }[]>`
    select j.payload ->> 'to' as to, j.payload ->> 'subject' as subject, j.payload -> 'paragraphs' as paragraphs
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'send-mail'`;

  it("comes once a person and posting, three days ahead, also if it is removed and saved again, or stays open longer", async () => {
    const [actor, other] = [await createUser(), await createUser()];
    const soon = await post({ title: "Soon", expiresAt: inDays(2.9) });
    const later = await post({ title: "Later", expiresAt: inDays(3.1) });
    for (const postingId of [soon, later])
      for (const one of [actor, other]) await saveForLater(one, { postingId });
    await noteSaved(actor, { postingId: soon, note: "Ask about on-call." });
    await Promise.all([remindOfClosing(), remindOfClosing()]);
    await removeSaved(actor, { postingId: soon });
    await saveForLater(actor, { postingId: soon });
    await remindOfClosing();
    await sql`update postings set expires_at = expires_at + interval '20 days' where id = ${soon}`;
    await moveClock(sql, "20 days");
    await remindOfClosing();
    await moveClock(sql, "0");
    const told = await reminded(soon);
    expect(told.sort()).toEqual([actor.userId, other.userId].sort());
    expect(await reminded(later)).toEqual([]);
    const sent = await mails();
    expect(sent.find(({ to }) => to === actor.email)).toMatchObject({
      subject: "Closing soon: Soon",
      paragraphs: [expect.stringContaining(companyName), "Your note: Ask about on-call."],
    });
    expect(sent.find(({ to }) => to === other.email)?.paragraphs).toHaveLength(1);
    await moveClock(sql, "1 day");
    await remindOfClosing();
    await moveClock(sql, "0");
    expect(await reminded(later)).toHaveLength(2);
  });

  it("does not come to who applied, removed it, stopped reminders or is suspended, nor for a posting that is not open", async () => {
    const soon = { expiresAt: inDays(2) };
    const postingId = await post(soon);
    const [applicant, gone, quiet, suspended] = [
      await createUser(),
      await createUser(),
      await createUser(),
      await createUser(),
    ];
    for (const one of [applicant, gone, quiet, suspended]) await saveForLater(one, { postingId });
    await createApplication({ postingId, companyId, candidate: applicant });
    await removeSaved(gone, { postingId });
    await stopReminders(quiet);
    await sql`update users set suspended_at = now() where id = ${suspended.userId}`;
    const frozen = await post(soon);
    await saveForLater(quiet, { postingId: frozen });
    await sql`update postings set frozen_at = now() where id = ${frozen}`;
    await remindOfClosing();
    expect(await reminded(postingId, frozen)).toEqual([]);
    await resumeReminders(quiet);
    expect(await hasReminders(quiet)).toBe(true);
    await remindOfClosing();
    expect(await reminded(postingId, frozen)).toEqual([quiet.userId]);
  });

  it("is not written for a posting that was removed from what is saved, or closed, since the event", async () => {
    const actor = await createUser();
    const [one, two] = [await post({ expiresAt: inDays(1) }), await post({ expiresAt: inDays(1) })];
    for (const postingId of [one, two]) await saveForLater(actor, { postingId });
    await remindOfClosing();
    await removeSaved(actor, { postingId: one });
    await closePosting(owner, { id: two, reason: "withdrawn" });
    expect(await reminded(one, two)).toEqual([actor.userId, actor.userId]);
    expect((await mails()).filter(({ to }) => to === actor.email)).toEqual([]);
  });
});
