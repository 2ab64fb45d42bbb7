import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createPosting, createProfile, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { deliverEvent } from "@/lib/notifications/deliver";
import { MoveApplication, TemplateForm } from "../input";
import { findApplicant, findOwnApplication, listOwnApplications } from "../queries/applications";
import { listMessages } from "../queries/messages";
import { countReasons } from "../queries/reasons";
import { listTemplates } from "../queries/templates";
import { submitApplication } from "./apply";
import { writeToCandidate, writeToCompany } from "./messages";
import { moveApplication } from "./move";
import { seeApplication } from "./see";
import { createTemplate, deleteTemplate, editTemplate } from "./templates";
import { withdrawApplication } from "./withdraw";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let stranger: Actor;
let candidate: Actor;
let companyId: string;
let posting: { id: string };
let id: string;
beforeAll(async () => {
  [owner, reviewer, stranger] = [
    await createUser({ name: "Olga Owner" }),
    await createUser(),
    await createUser(),
  ];
  companyId = (await createCompany({ owner, name: "Looplight" })).id;
  await addMember(companyId, reviewer, "reviewer");
  await createCompany({ owner: stranger });
  posting = await createPosting({
    companyId,
    title: "Ledger Developer",
    skills: [{ slug: "go" }, { slug: "kafka" }],
    experienceMin: 5,
  });
});
const apply = async (postingId = posting.id) => {
  candidate = await createUser();
  await createProfile(candidate, { skills: [{ slug: "go" }] });
  id = (await submitApplication(candidate, { postingId, name: "Kim Candidate", coverNote: "" })).id;
};
beforeEach(() => apply());

type Mail = { to: string; subject: string; paragraphs: string[]; action: { url: string } };
/** The mails about the newest event of a type. */
async function mailsOf(type: string): Promise<Mail[]> {
  const [event] = await sql<{ id: number }[]>`
    select id::int from events where type = ${type} and application_id = ${id} order by id desc limit 1`;
  if (!event) return [];
  await deliverEvent({ eventId: event.id });
  const rows = await sql<{ mail: Mail }[]>`
    select payload as mail from graphile_worker._private_jobs where payload ->> 'key' like ${`event-${event.id}-%`}`;
  return rows.map(({ mail }) => mail);
}

describe("messages", () => {
  it("go both ways, each with a mail that leads to the page and has no private address", async () => {
    await writeToCompany(candidate, { id, text: "Is the team in one place?" });
    const toCompany = await mailsOf("application.message_sent");
    expect(toCompany.map(({ to }) => to)).toEqual([owner.email]);
    expect(toCompany[0]?.action.url).toMatch(
      new RegExp(`/employer/postings/${posting.id}/applicants/${id}#messages$`),
    );
    expect(JSON.stringify({ ...toCompany[0], to: "" })).not.toContain(candidate.email);

    await writeToCandidate(owner, { id, text: "Yes, in Berlin." });
    const toCandidate = await mailsOf("application.message_sent");
    expect(toCandidate).toMatchObject([
      { to: candidate.email, subject: "Looplight wrote to you: Ledger Developer" },
    ]);
    expect(JSON.stringify({ ...toCandidate[0], to: "" })).not.toContain(owner.email);
    expect((await listMessages(candidate, id)).messages).toMatchObject([
      { fromCompany: false, text: "Is the team in one place?", memberName: null },
      { fromCompany: true, text: "Yes, in Berlin.", memberName: null },
    ]);
    expect((await listMessages(owner, id)).messages.map(({ memberName }) => memberName)).toEqual([
      null,
      "Olga Owner",
    ]);
  });

  it("are news to the candidate where the company wrote, and no answer", async () => {
    const isNews = async () => (await listOwnApplications(candidate)).applications[0]?.isNews;
    await writeToCompany(candidate, { id, text: "Hello" });
    expect(await isNews()).toBe(false);
    await writeToCandidate(owner, { id, text: "Hello" });
    expect(await isNews()).toBe(true);
    expect((await listOwnApplications(candidate)).applications[0]?.lastWords).toBe("Hello");
    await seeApplication(candidate, { id });
    expect(await isNews()).toBe(false);
    expect(await findOwnApplication(candidate, id)).toMatchObject({ state: "submitted", answeredAt: null });
  });

  it("are nobody else's", async () => {
    await writeToCompany(candidate, { id, text: "Hello" });
    for (const other of [stranger, reviewer, await createUser()]) {
      expect((await listMessages(other, id)).messages).toEqual([]);
      await expect(writeToCandidate(other, { id, text: "Hi" })).rejects.toMatchObject({ code: "not_found" });
      await expect(writeToCompany(other, { id, text: "Hi" })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("come in pages, the newest first to be read", async () => {
    for (let i = 0; i < 35; i++) await writeToCompany(candidate, { id, text: `Message ${i}` });
    const newest = await listMessages(owner, id);
    expect(newest.messages).toHaveLength(30);
    expect(newest.messages.at(-1)?.text).toBe("Message 34");
    const earlier = await listMessages(owner, id, newest.earlier ?? 0);
    expect([earlier.messages.map(({ text }) => text), earlier.earlier]).toEqual([
      ["Message 0", "Message 1", "Message 2", "Message 3", "Message 4"],
      null,
    ]);
  });

  it("end with the application", async () => {
    await withdrawApplication(candidate, { id, reason: "" });
    await expect(writeToCandidate(owner, { id, text: "Wait!" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("hide the candidate's name while the review is without names", async () => {
    const blind = await createPosting({ companyId, blindReview: true });
    await apply(blind.id);
    await writeToCompany(candidate, { id, text: "Regards, Kim Candidate" });
    expect(JSON.stringify(await listMessages(owner, id))).not.toMatch(/Kim|Candidate/);
    expect(JSON.stringify(await mailsOf("application.message_sent"))).not.toMatch(/Kim|Regards/);
  });
});

describe("a no", () => {
  const no = (input: object) =>
    moveApplication(owner, MoveApplication.parse({ id, from: "submitted", to: "rejected", ...input }));

  it("names lines of the sheet or plain reasons, which the candidate reads", async () => {
    await no({ reasons: ["skill:kafka", "experience:", "plain:pay"], message: "Come back in a year." });
    const [mail] = await mailsOf("application.moved");
    expect(mail?.paragraphs).toEqual(
      expect.arrayContaining([
        "What the company missed for this role: Years of experience and Kafka.",
        "The pay that you want is more than the role pays.",
        "Their message: Come back in a year.",
      ]),
    );
    const own = await findOwnApplication(candidate, id);
    expect(own?.history.at(-1)?.reasons).toHaveLength(3);
    const counts = await countReasons(owner, posting.id);
    expect(counts).toContainEqual({ kind: "skill", slug: "kafka", times: 1 });
    expect(await countReasons(stranger, posting.id)).toEqual([]);
  });

  it("is refused without a reason, with one of another sheet, and with another reason that is not written", async () => {
    for (const [input, path] of [
      [{ message: "No." }, "reasons"],
      [{ reasons: ["skill:rust"] }, "reasons"],
      [{ reasons: ["plain:other"] }, "message"],
    ] as const)
      await expect(no(input)).rejects.toMatchObject({ code: "invalid", fields: [{ path }] });
    expect(
      MoveApplication.safeParse({ id, from: "submitted", to: "rejected", reasons: ["plain:ugly"] }).success,
    ).toBe(false);
    expect(await findApplicant(owner, id)).toMatchObject({ state: "submitted" });
  });

  it("is asked for words when it is an interview or an offer", async () => {
    for (const to of ["interview", "offer"] as const)
      await expect(moveApplication(owner, { id, from: "submitted", to, message: "" })).rejects.toMatchObject({
        code: "invalid",
        fields: [{ path: "message" }],
      });
    await moveApplication(owner, {
      id,
      from: "submitted",
      to: "interview",
      message: "Hello {candidate}, {posting}?",
    });
    expect((await findOwnApplication(candidate, id))?.history.at(-1)?.message).toBe(
      "Hello Kim Candidate, Ledger Developer?",
    );
  });
});

describe("templates", () => {
  const text = "Hello {candidate}, thank you for applying to {company}.";

  it("are made, edited and deleted by owners and recruiters of their company alone", async () => {
    const { id: templateId } = await createTemplate(owner, companyId, { name: "Thanks", text });
    for (const other of [stranger, reviewer, candidate]) {
      await expect(createTemplate(other, companyId, { name: "Mine", text })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(editTemplate(other, { id: templateId, name: "Mine", text })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(deleteTemplate(other, { id: templateId })).rejects.toMatchObject({ code: "not_found" });
      expect(await listTemplates(other)).toEqual([]);
    }
    await expect(createTemplate(owner, companyId, { name: "Thanks", text })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "name" }],
    });
    await editTemplate(owner, { id: templateId, name: "Thank you", text });
    expect(await listTemplates(owner)).toMatchObject([{ name: "Thank you" }]);
    await deleteTemplate(owner, { id: templateId });
    expect(await listTemplates(owner)).toEqual([]);
  });

  it("take no field that does not exist", () => {
    const { error } = TemplateForm.safeParse({ name: "Thanks", text: "Hello {firstname}" });
    expect(error?.issues[0]).toMatchObject({
      path: ["text"],
      message: expect.stringContaining("{firstname}"),
    });
  });
});
