import { afterEach, describe, expect, it } from "vitest";
import { addMember, createApplication, createCompany, createPosting, createUser } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { moveApplication } from "@/lib/applications/commands/move";
import { withdrawApplication } from "@/lib/applications/commands/withdraw";
import type { Actor } from "@/lib/auth/input";
import type { Mail } from "@/lib/background/input";
import { deliverEvent } from "@/lib/notifications/deliver";
import { answerInterview } from "./commands/answer";
import { acceptOther, cancelInterview, proposeInterview } from "./commands/propose";
import { remindOfInterviews } from "./commands/remind";
import { AnswerInterview, ProposeInterview } from "./input";
import { findInterview, listAhead, listInterviews } from "./queries";
import { localIn } from "./zones";

const { sql } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const zone = "Europe/Berlin";
/** So many hours from now, on the clock of the company's zone, and as an instant to the minute. */
const inHours = (hours: number) => localIn(new Date(Date.now() + hours * 3_600_000), zone);

async function createHiring(given: { blindReview?: boolean } = {}) {
  const [owner, candidate] = [await createUser(), await createUser({ name: "Kim Candidate" })];
  const { id: companyId } = await createCompany({ owner });
  const { id: postingId } = await createPosting({ companyId, ...given });
  const { id: applicationId } = await createApplication({
    postingId,
    companyId,
    candidate,
    profile: { timezone: "Europe/London" },
  });
  return { owner, candidate, companyId, postingId, applicationId };
}

const proposal = (applicationId: string, times: string[], more: object = {}) =>
  ProposeInterview.parse({
    applicationId,
    times,
    zone,
    minutes: "45",
    link: "https://meet.example.com/kim",
    words: "With Ada.",
    ...more,
  });

async function propose(hours: number[] = [48, 72], given: { blindReview?: boolean } = {}) {
  const hiring = await createHiring(given);
  await proposeInterview(hiring.owner, proposal(hiring.applicationId, hours.map(inHours)));
  const find = async () => (await listInterviews(hiring.candidate, hiring.applicationId))[0];
  const { id = "" } = (await find()) ?? {};
  return { ...hiring, id, find };
}

const answer = (form: object) => AnswerInterview.parse({ sequence: "0", zone: "Europe/London", ...form });

async function acceptFirst({ candidate, id, find }: Awaited<ReturnType<typeof propose>>) {
  const interview = await find();
  const time = interview?.times[0]?.toISOString();
  await answerInterview(candidate, answer({ id, sequence: interview?.sequence, answer: "accept", time }));
}

/** The mails about what happened in an application, once the worker has written them. */
async function mailsAbout(applicationId: string): Promise<Mail[]> {
  const events = await sql<{ id: number }[]>`
    select id::int from events where application_id = ${applicationId} and type like 'interview.%' order by id`;
  for (const { id } of events) await deliverEvent({ eventId: id });
  const jobs = await sql<{ payload: Mail }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send-mail' order by j.id`;
  const keys = new Set(events.map(({ id }) => String(id)));
  return jobs.map(({ payload }) => payload).filter(({ key }) => keys.has(key.split("-")[1] ?? ""));
}

const lineOf = (mail: Mail | undefined, name: string) =>
  new RegExp(`^${name}[:;](.*)$`, "m").exec(mail?.calendar?.content.replaceAll("\r", "") ?? "")?.[1];

describe("times are proposed", () => {
  it("by owners and recruiters to applicants who are under way and known, and by nobody else", async () => {
    const { applicationId, companyId, candidate } = await createHiring();
    const [recruiter, reviewer, stranger] = [await createUser(), await createUser(), await createUser()];
    await addMember(companyId, recruiter, "recruiter");
    await addMember(companyId, reviewer, "reviewer");
    const send = (actor: Actor) => proposeInterview(actor, proposal(applicationId, [inHours(48)]));
    for (const actor of [reviewer, stranger, candidate])
      await expect(send(actor)).rejects.toMatchObject({ code: "not_found" });
    await send(recruiter);
    expect(await listInterviews(candidate, applicationId)).toMatchObject([
      { state: "proposed", minutes: 45, zone, candidateZone: "Europe/London", times: [expect.any(Date)] },
    ]);
    expect(await listInterviews(recruiter, applicationId)).toHaveLength(1);
    for (const actor of [reviewer, stranger]) expect(await listInterviews(actor, applicationId)).toEqual([]);
    await withdrawApplication(candidate, { id: applicationId, reason: "" });
    await expect(send(recruiter)).rejects.toMatchObject({ code: "conflict" });
  });

  it("and not while the review hides who it is", async () => {
    const { owner, applicationId } = await createHiring({ blindReview: true });
    await expect(proposeInterview(owner, proposal(applicationId, [inHours(48)]))).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("one to five of them, ahead, each once, with a place or a link that is https", async () => {
    const { owner, applicationId } = await createHiring();
    await expect(
      proposeInterview(owner, proposal(applicationId, [inHours(48), inHours(-1)])),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "times[0]" }] });
    const faults = (given: object) =>
      ProposeInterview.safeParse({
        applicationId,
        zone,
        minutes: "45",
        place: "Here",
        ...given,
      }).error?.issues.map(({ path }) => path.join());
    expect(faults({ times: ["", ""] })).toEqual(["times[0]"]);
    expect(faults({ times: [inHours(48), "soon", inHours(48)] })).toEqual(["times[1]", "times[2]"]);
    expect(faults({ times: Array(6).fill("") })).toEqual(["times"]);
    expect(faults({ times: [inHours(48)], place: "" })).toEqual(["place"]);
    for (const link of ["http://meet.example.com", "javascript:alert(1)", "https://localhost/x"])
      expect(faults({ times: [inHours(48)], link })).toEqual(["link"]);
    for (const minutes of ["0", "9", "481", "many"])
      expect(faults({ times: [inHours(48)], minutes })).toEqual(["minutes"]);
    expect(faults({ times: [inHours(48)], zone: "Berlin" })).toContain("zone");
  });
});

describe("an answer", () => {
  it("accepts one of the times, and the second answer is told what was answered", async () => {
    const { candidate, owner, id, applicationId, find } = await propose();
    const [time] = (await find())?.times ?? [];
    const accept = () =>
      answerInterview(candidate, answer({ id, answer: "accept", time: time?.toISOString() }));
    const [first, second] = await Promise.allSettled([accept(), accept()]);
    const refused = [first, second].find(({ status }) => status === "rejected");
    expect([first, second].filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refused).toMatchObject({
      reason: {
        code: "conflict",
        message: expect.stringMatching(/answered already\. It was accepted for \w{3} \d/),
      },
    });
    expect(await find()).toMatchObject({ state: "accepted", startsAt: time, sequence: 1 });
    const [{ slug: company = "" } = {}] = await sql<{ slug: string }[]>`
      select c.slug from applications a join companies c on c.id = a.company_id where a.id = ${applicationId}`;
    expect(await listAhead(candidate, "own")).toMatchObject([{ id }]);
    expect(await listAhead(owner, { company })).toMatchObject([{ id }]);
    expect(await listAhead(candidate, { company })).toEqual([]);

    const mails = await mailsAbout(applicationId);
    const [proposed, ...accepted] = mails;
    expect(proposed).toMatchObject({
      to: candidate.email,
      subject: expect.stringContaining("proposes an interview"),
    });
    expect(proposed?.calendar).toBeUndefined();
    expect(accepted.map(({ to }) => to).sort()).toEqual([candidate.email, owner.email].sort());
    for (const mail of accepted) {
      expect(mail.calendar?.method).toBe("REQUEST");
      expect(lineOf(mail, "UID")).toMatch(new RegExp(`^${id}@`));
      expect(lineOf(mail, "SEQUENCE")).toBe("1");
      expect(lineOf(mail, "DTSTART")).toBe(time?.toISOString().replace(/[-:]|\.\d+/g, ""));
      // Each side is told in both zones, and neither learns the address of the other.
      expect(mail.paragraphs.join("\n")).toMatch(
        /Europe\/London.*Europe\/Berlin|Europe\/Berlin.*Europe\/London/,
      );
      const other = mail.to === owner.email ? candidate.email : owner.email;
      expect(JSON.stringify(mail)).not.toContain(other);
    }
  });

  it("accepts no other time, nor one that has passed, and is the candidate's alone", async () => {
    const { candidate, owner, id, find } = await propose([2]);
    const [time] = (await find())?.times ?? [];
    const accept = (actor: Actor, at?: string) =>
      answerInterview(actor, answer({ id, answer: "accept", time: at }));
    await expect(accept(candidate, new Date().toISOString())).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "time" }],
    });
    await expect(accept(owner, time?.toISOString())).rejects.toMatchObject({ code: "not_found" });
    await moveClock(sql, "3 hours");
    await expect(accept(candidate, time?.toISOString())).rejects.toMatchObject({ code: "invalid" });
    expect(AnswerInterview.safeParse({ id, sequence: "0", answer: "accept" }).success).toBe(false);
  });

  it("proposes other times, of which the company accepts one", async () => {
    const { candidate, owner, id, applicationId, find } = await propose();
    const times = [inHours(96), inHours(100)];
    await answerInterview(candidate, answer({ id, answer: "other", times, zone, words: "I travel." }));
    const countered = await find();
    expect(countered).toMatchObject({ state: "countered", sequence: 1, candidateZone: zone });
    const time = countered?.otherTimes[1]?.toISOString() ?? "";
    await expect(acceptOther(candidate, { id, sequence: 1, time })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(acceptOther(owner, { id, sequence: 0, time })).rejects.toMatchObject({ code: "conflict" });
    await acceptOther(owner, { id, sequence: 1, time });
    expect(await find()).toMatchObject({ state: "accepted", startsAt: new Date(time), sequence: 2 });
    const subjects = (await mailsAbout(applicationId)).map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Kim Candidate proposes other times/)]),
    );
  });

  it("declines, also what was accepted: calendars drop it", async () => {
    const hiring = await propose();
    await acceptFirst(hiring);
    const { candidate, id, applicationId, find } = hiring;
    await answerInterview(candidate, answer({ id, sequence: "1", answer: "decline", words: "I am ill." }));
    expect(await find()).toMatchObject({ state: "declined", candidateWords: "I am ill." });
    const [last] = (await mailsAbout(applicationId)).filter(({ subject }) =>
      /declined the interview/.test(subject),
    );
    expect(last?.calendar?.method).toBe("CANCEL");
    expect([lineOf(last, "STATUS"), lineOf(last, "SEQUENCE")]).toEqual(["CANCELLED", "2"]);
    expect(await listAhead(candidate, "own")).toEqual([]);
  });
});

describe("a change", () => {
  it("of the place leaves the time accepted, and raises the entry of the calendar", async () => {
    const hiring = await propose();
    await acceptFirst(hiring);
    const { owner, id, applicationId, find } = hiring;
    const { startsAt } = (await find()) ?? {};
    const same = proposal(applicationId, [localIn(startsAt ?? new Date(), zone)], {
      id,
      sequence: "1",
      place: "Room 4",
    });
    await proposeInterview(owner, same);
    expect(await find()).toMatchObject({ state: "accepted", startsAt, place: "Room 4", sequence: 2 });
    await expect(proposeInterview(owner, same)).rejects.toMatchObject({ code: "conflict" });
    const mails = (await mailsAbout(applicationId)).filter(({ calendar }) => calendar);
    expect(new Set(mails.map((mail) => lineOf(mail, "UID")))).toHaveProperty("size", 1);
    expect(mails.map((mail) => lineOf(mail, "SEQUENCE"))).toEqual(["1", "1", "2", "2"]);
    expect(lineOf(mails.at(-1), "LOCATION")).toBe("Room 4");
  });

  it("of the time asks anew, and removes the entry that holds no longer", async () => {
    const hiring = await propose();
    await acceptFirst(hiring);
    const { owner, candidate, id, applicationId, find } = hiring;
    await proposeInterview(owner, proposal(applicationId, [inHours(200)], { id, sequence: "1" }));
    expect(await find()).toMatchObject({
      state: "proposed",
      startsAt: null,
      sequence: 2,
      times: [expect.any(Date)],
    });
    const mails = await mailsAbout(applicationId);
    const cancels = mails.filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(cancels.map(({ to }) => to).sort()).toEqual([candidate.email, owner.email].sort());
    // An answer to the times that were shown before is refused.
    await expect(
      answerInterview(candidate, answer({ id, sequence: "0", answer: "decline" })),
    ).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/changed this interview/) });
  });

  it("cancels it for both", async () => {
    const hiring = await propose();
    await acceptFirst(hiring);
    const { owner, candidate, id, find, applicationId } = hiring;
    await expect(cancelInterview(candidate, { id, sequence: 1, words: "" })).rejects.toMatchObject({
      code: "not_found",
    });
    await cancelInterview(owner, { id, sequence: 1, words: "Ada is ill." });
    expect(await find()).toMatchObject({ state: "cancelled" });
    expect((await findInterview(candidate, id))?.words).toBe("Ada is ill.");
    const cancels = (await mailsAbout(applicationId)).filter(({ calendar }) => calendar?.method === "CANCEL");
    expect(cancels).toHaveLength(2);
  });
});

it("an interview ends with its application: at once with a no, and with a withdrawal once that is final", async () => {
  const [refused, withdrawn, proposed] = [await propose(), await propose(), await propose()];
  for (const hiring of [refused, withdrawn]) await acceptFirst(hiring);
  const no = {
    from: "submitted",
    to: "rejected",
    message: "",
    reasons: [{ kind: "plain", slug: "role_filled" }],
  } as const;
  for (const { owner, applicationId } of [refused, proposed])
    await moveApplication(owner, { ...no, reasons: [...no.reasons], id: applicationId });
  await withdrawApplication(withdrawn.candidate, { id: withdrawn.applicationId, reason: "" });
  await remindOfInterviews();
  await remindOfInterviews();
  expect(await refused.find()).toMatchObject({ state: "cancelled", sequence: 2 });
  expect(await withdrawn.find()).toMatchObject({ state: "accepted" });
  await sql`update applications set withdrawal_told_at = now() where id = ${withdrawn.applicationId}`;
  await remindOfInterviews();
  expect(await withdrawn.find()).toMatchObject({ state: "cancelled" });
  const cancels = (await mailsAbout(refused.applicationId)).filter(
    ({ calendar }) => calendar?.method === "CANCEL",
  );
  expect(cancels.map(({ to }) => to).sort()).toEqual([refused.candidate.email, refused.owner.email].sort());
  expect((await mailsAbout(proposed.applicationId)).map(({ subject }) => subject)).toEqual([
    expect.stringContaining("proposes an interview"),
  ]);
});

describe("reminders", () => {
  const remindersOf = (applicationId: string) => sql`
    select data ->> 'ahead' as ahead from events where application_id = ${applicationId} and type = 'interview.soon' order by id`;

  it("come a day and an hour before, each once, however many workers look", async () => {
    const hiring = await propose([48]);
    await acceptFirst(hiring);
    const { applicationId, candidate, owner } = hiring;
    const look = () => Promise.all([remindOfInterviews(), remindOfInterviews(), remindOfInterviews()]);
    await look();
    expect(await remindersOf(applicationId)).toEqual([]);
    await moveClock(sql, "24 hours 1 minute");
    await look();
    expect(await remindersOf(applicationId)).toEqual([{ ahead: "day" }]);
    await moveClock(sql, "47 hours 1 minute");
    await look();
    await look();
    expect(await remindersOf(applicationId)).toEqual([{ ahead: "day" }, { ahead: "hour" }]);
    const mails = (await mailsAbout(applicationId)).filter(({ subject }) =>
      /^(Tomorrow|In an hour)/.test(subject),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [candidate.email, candidate.email, owner.email, owner.email].sort(),
    );
  });

  it("come anew for another time, and not for what was accepted late, cancelled or withdrawn", async () => {
    const late = await propose([3]);
    await acceptFirst(late);
    const cancelled = await propose([48]);
    await acceptFirst(cancelled);
    await cancelInterview(cancelled.owner, { id: cancelled.id, sequence: 1, words: "" });
    const withdrawn = await propose([48]);
    await acceptFirst(withdrawn);
    await withdrawApplication(withdrawn.candidate, { id: withdrawn.applicationId, reason: "" });
    const moved = await propose([48]);
    await acceptFirst(moved);
    await moveClock(sql, "2 hours 1 minute");
    await remindOfInterviews();
    expect(await remindersOf(late.applicationId)).toEqual([{ ahead: "hour" }]);
    await moveClock(sql, "24 hours 1 minute");
    await remindOfInterviews();
    for (const { applicationId } of [cancelled, withdrawn])
      expect(await remindersOf(applicationId)).toEqual([]);
    await proposeInterview(
      moved.owner,
      proposal(moved.applicationId, [inHours(96)], { id: moved.id, sequence: "1" }),
    );
    await acceptFirst(moved);
    await moveClock(sql, "72 hours 1 minute");
    await remindOfInterviews();
    expect(await remindersOf(moved.applicationId)).toEqual([{ ahead: "day" }, { ahead: "day" }]);
  });
});
