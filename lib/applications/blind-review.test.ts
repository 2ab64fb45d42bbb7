import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addMember,
  createCompany,
  createEvidence,
  createPosting,
  createProfile,
  createUser,
} from "@/db/factories";
import { events } from "@/db/schema/events";
import { moveClock, testDatabase } from "@/db/testing";
import { PipelineQuery } from "@/lib/applications/input";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import type { Actor } from "@/lib/auth/input";
import { findEvent } from "@/lib/events/queries";
import { mailsOf } from "@/lib/notifications/mails";
import { one, present } from "@/lib/present";
import { submitApplication } from "./commands/apply";
import { advanceApplications } from "./commands/clocks";
import { moveApplication } from "./commands/move";
import { withdrawApplication } from "./commands/withdraw";
import { findApplicant, findOwnApplication } from "./queries/applications";
import { findApplicationSheet } from "./queries/sheet";

const { db, sql } = await testDatabase();

describe("a review without names", () => {
  let owner: Actor;
  let posting: { id: string };
  const secrets = /Kim|Müller|kim\.m|Hill College/;
  const coverNote = "I am Kim Müller, of Hill College. Write to kim.m@post.example.";
  const apply = async (name = "Kim Müller") => {
    const actor = await createUser({ name });
    await createProfile(actor, { headline: "Kim builds ledgers" });
    await createEvidence(actor, { organisation: "Hill College" });
    const { id } = await submitApplication(actor, { postingId: posting.id, name, coverNote });
    return { actor, id };
  };
  const newestMails = async (type: string, id: string) => {
    const of = and(eq(events.type, type), eq(events.applicationId, id));
    const rows = await db.select({ id: events.id }).from(events).where(of).orderBy(desc(events.id)).limit(1);
    return mailsOf(present(await findEvent(one(rows).id)));
  };

  beforeAll(async () => {
    owner = await createUser();
    posting = await createPosting({ companyId: (await createCompany({ owner })).id, blindReview: true });
  });

  it("gives numbers by arrival instead, and texts without names, until the first move", async () => {
    const [first, second] = [await apply(), await apply()];
    const list = (await listPipeline(owner, posting.id, PipelineQuery.parse({}))).applicants;
    expect(list).toMatchObject([
      { id: first.id, number: 1, name: null, headline: "[name hidden] builds ledgers" },
      { id: second.id, number: 2, name: null },
    ]);
    expect(JSON.stringify(list)).not.toMatch(secrets);
    const applicant = await findApplicant(owner, second.id);
    expect(applicant).toMatchObject({ number: 2, hidden: true, name: null, email: null });
    expect(applicant?.coverNote).toBe("I am [name hidden], of [school hidden]. Write to [contact hidden]");
    expect(JSON.stringify(applicant)).not.toMatch(secrets);
    expect(JSON.stringify(applicant)).not.toContain(second.actor.email);

    await moveApplication(owner, { id: second.id, from: "submitted", to: "screening", message: "" });
    expect(await findApplicant(owner, second.id)).toMatchObject({
      hidden: false,
      name: "Kim Müller",
      email: second.actor.email,
      coverNote,
    });
    expect(
      (await listPipeline(owner, posting.id, PipelineQuery.parse({}))).applicants.map(({ name }) => name),
    ).toEqual([null, "Kim Müller"]);
  });

  it("stays so for who withdraws before, and hides nothing from the applicant", async () => {
    const { actor, id } = await apply();
    expect(await findOwnApplication(actor, id)).toMatchObject({ name: "Kim Müller", coverNote });
    await withdrawApplication(actor, { id, reason: "Kim Müller found another role." });
    expect(await findApplicant(owner, id)).toMatchObject({ name: null, hidden: true });
    await moveClock(sql, "11 minutes");
    await advanceApplications();
    const [mail] = await newestMails("application.withdrawal_final", id);
    expect(mail?.subject).toMatch(/^Applicant 3 withdrew/);
    expect(JSON.stringify(mail)).not.toMatch(secrets);
  });

  it("is kept by the mail to the company too", async () => {
    const { actor, id } = await apply();
    const sent = await newestMails("application.submitted", id);
    const [toOwner] = sent.filter(({ to }) => to === owner.email);
    expect(toOwner?.subject).toMatch(/^Applicant 4 applied/);
    expect(JSON.stringify(toOwner)).not.toMatch(secrets);
    expect(sent.map(({ to }) => to)).toContain(actor.email);
  });

  it("is the choice of a posting: elsewhere names are there from the start", async () => {
    const open = await createPosting({ companyId: (await createCompany({ owner })).id });
    const actor = await createUser();
    const { id } = await submitApplication(actor, { postingId: open.id, name: "Kim Müller", coverNote });
    expect(await findApplicant(owner, id)).toMatchObject({ hidden: false, name: "Kim Müller", coverNote });
    expect((await listPipeline(owner, open.id, PipelineQuery.parse({}))).applicants).toMatchObject([
      { name: "Kim Müller" },
    ]);
  });
});

it("a reviewer reads names and texts, and no contact details anywhere", async () => {
  const [owner, reviewer, actor] = [
    await createUser(),
    await createUser(),
    await createUser({ name: "Kim Müller" }),
  ];
  const { id: companyId } = await createCompany({ owner });
  await addMember(companyId, reviewer, "reviewer");
  const { id: postingId } = await createPosting({ companyId, skills: [{ slug: "go" }] });
  await createProfile(actor, { headline: "Ledgers, kim.m@post.example", skills: [{ slug: "go" }] });
  await createEvidence(actor, { text: "Ask me at +49 30 1234567." });
  const { id } = await submitApplication(actor, {
    postingId,
    name: "Kim Müller",
    coverNote: "Write to kim.m@post.example or call +49 30 1234567.",
  });
  const seenBy = async (member: Actor) =>
    JSON.stringify([
      await listPipeline(member, postingId, PipelineQuery.parse({})),
      await findApplicant(member, id),
      await findApplicationSheet(member, id),
    ]);
  const contacts = [/kim\.m@post\.example/, /\+49 30 1234567/, new RegExp(actor.email)];
  for (const contact of contacts) {
    expect(await seenBy(owner)).toMatch(contact);
    expect(await seenBy(reviewer)).not.toMatch(contact);
  }
  expect(await seenBy(reviewer)).toContain("Kim Müller");
  expect(await seenBy(reviewer)).toContain("Write to [contact hidden] or call [contact hidden].");
});
