import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createPosting,
  createSession,
  createUser,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { moveApplication } from "./commands/move";
import { writeNote } from "./commands/notes";
import { findLive, type Live, startLive } from "./live";

const { sql } = await testDatabase();

/** A connection, and the changes that it told of as they come. */
async function listening(actor: Actor, { isResumed = false } = {}) {
  const token = await createSession(actor);
  const stream: ReadableStream<Uint8Array> = await (findLive() as Live).open(actor, token, isResumed);
  const reader = stream.getReader();
  let text = "";
  const more = async () => {
    const { value, done } = await reader.read();
    text += new TextDecoder().decode(value);
    return !done;
  };
  expect(await more()).toBe(true);
  return {
    token,
    /** The ids of the changes, once there is another. */
    next: async () => {
      const before = text.length;
      while (!text.slice(before).includes("event: change")) if (!(await more())) return null;
      return /event: change\nid: (\d+)/.exec(text.slice(before))?.[1];
    },
    /** Whether it ended by itself. */
    ended: async () => {
      while (await more());
      return true;
    },
  };
}

describe("browsers are told live", () => {
  let stop: () => Promise<void>;
  let candidate: Actor;
  let owner: Actor;
  let colleague: Actor;
  let stranger: Actor;
  let applicationId: string;
  beforeAll(async () => {
    const { ready, ...live } = startLive();
    ({ stop } = live);
    [candidate, owner, colleague, stranger] = [
      await createUser(),
      await createUser(),
      await createUser(),
      await createUser(),
    ];
    const { id: companyId } = await createCompany({ owner });
    await addMember(companyId, colleague, "recruiter");
    await createCompany({ owner: stranger });
    const { id: postingId } = await createPosting({ companyId });
    ({ id: applicationId } = await createApplication({ postingId, companyId, candidate }));
    await ready;
  });
  afterAll(() => stop());

  const move = (from: "submitted" | "screening", to: "screening" | "interview") =>
    moveApplication(owner, { id: applicationId, from, to, message: "Let us talk." });
  const lastEvent = async () =>
    (await sql`select max(id)::text as id from events where application_id = ${applicationId}`)[0]?.id;

  it("the candidate and the other members hear of a move; who moved, and strangers, do not", async () => {
    const [ofCandidate, ofColleague] = [await listening(candidate), await listening(colleague)];
    const quiet = [await listening(owner), await listening(stranger)];
    await move("submitted", "screening");
    const id = await lastEvent();
    expect(await ofCandidate.next()).toBe(id);
    expect(await ofColleague.next()).toBe(id);
    // What comes next reaches them all: nothing came to these before.
    (findLive() as Live).tellAll();
    for (const one of quiet) expect(await one.next()).toBe("0");
  });

  it("a note of the company is not the candidate's to hear of", async () => {
    const [ofCandidate, ofColleague] = [await listening(candidate), await listening(colleague)];
    await writeNote(owner, { id: applicationId, text: "A good talk.", mentioned: [] });
    const id = await lastEvent();
    expect(await ofColleague.next()).toBe(id);
    (findLive() as Live).tellAll();
    expect(await ofCandidate.next()).toBe("0");
  });

  it("one that comes back after a break is told at once", async () => {
    const resumed = await listening(candidate, { isResumed: true });
    expect(await resumed.next()).toBe("0");
  });

  it("ends with the session, before anything more is told", async () => {
    const ofCandidate = await listening(candidate);
    await sql`delete from sessions where user_id = ${candidate.userId}`;
    await move("screening", "interview");
    expect(await ofCandidate.next()).toBeNull();
  });

  it("ends with a suspension at the next beat, and a member who left hears nothing more", async () => {
    const [ofStranger, ofColleague] = [await listening(stranger), await listening(colleague)];
    await sql`update users set suspended_at = now() where id = ${stranger.userId}`;
    await sql`delete from members where user_id = ${colleague.userId}`;
    await (findLive() as Live).beat();
    expect(await ofStranger.ended()).toBe(true);
    await (findLive() as Live).tell({
      eventId: 7,
      actorId: null,
      candidateId: null,
      companyId: (await sql`select company_id from applications where id = ${applicationId}`)[0]?.company_id,
    });
    (findLive() as Live).tellAll();
    expect(await ofColleague.next()).toBe("0");
  });

  it("one person has four connections; the oldest gives way to a fifth", async () => {
    const person = await createUser();
    const all = [];
    for (let at = 0; at < 5; at++) all.push(await listening(person));
    expect(await all[0]?.ended()).toBe(true);
    (findLive() as Live).tellAll();
    for (const one of all.slice(1)) expect(await one.next()).toBe("0");
  });
});
