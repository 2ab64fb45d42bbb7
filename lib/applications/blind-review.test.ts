import { and, desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createEvidence, createPosting, createProfile, createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { findEvent } from "@/lib/events/queries";
import { mailsOf } from "@/lib/notifications/mails";
import { one, present } from "@/lib/present";
import { moveApplication, submitApplication, withdrawApplication } from "./commands";
import { findApplicant, findOwnApplication, listApplicants } from "./queries/applications";

const { db } = await testDatabase();

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
    const list = await listApplicants(owner, posting.id);
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
      number: 2,
      hidden: false,
      name: "Kim Müller",
      email: second.actor.email,
      coverNote,
    });
    expect((await listApplicants(owner, posting.id)).map(({ name }) => name)).toEqual([null, "Kim Müller"]);
  });

  it("stays so for who withdraws before, and hides nothing from the applicant", async () => {
    const { actor, id } = await apply();
    expect(await findOwnApplication(actor, id)).toMatchObject({ name: "Kim Müller", coverNote });
    await withdrawApplication(actor, { id });
    expect(await findApplicant(owner, id)).toMatchObject({ name: null, hidden: true });
    const [mail] = await newestMails("application.withdrawn", id);
    expect(mail?.subject).toMatch(/^Applicant 3 withdrew/);
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
    expect(await listApplicants(owner, open.id)).toMatchObject([{ number: 1, name: "Kim Müller" }]);
  });
});
