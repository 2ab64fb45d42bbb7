import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createApplication,
  createCompany,
  createMemberInvitation,
  createPosting,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { answerClosed } from "@/lib/applications/commands/closed";
import type { Actor } from "@/lib/auth/input";
import { acceptMemberInvitation, inviteMember } from "@/lib/companies/commands/invite";
import { findCompany, listCompanies, listMemberships } from "@/lib/companies/queries";
import { deliverEvent } from "@/lib/notifications/deliver";
import { PostingForm } from "../input";
import { countToClose } from "../queries/own";
import { listOwnPostings } from "../queries/own-list";
import { reopenPosting } from "./close";
import { closeCompany } from "./close-company";
import { copyPosting } from "./copy";
import { savePosting } from "./save-draft";

const { sql } = await testDatabase();
let owner: Actor;
let recruiter: Actor;
let company: { id: string; slug: string; name: string };
const message = "We are closing. Thank you for your time.";
beforeEach(async () => {
  await moveClock(sql, "0");
  [owner, recruiter] = [await createUser(), await createUser()];
  company = await createCompany({ owner, name: unique("Tallyhaven") });
  await addMember(company.id, recruiter, "recruiter");
});
const close = (actor = owner, name = company.name) =>
  closeCompany(actor, { companyId: company.id, name, message });
const states = async () =>
  Object.fromEntries((await listOwnPostings(owner)).postings.map(({ id, state }) => [id, state]));

describe("a company that is closed", () => {
  it("closes its postings, and takes back what waits", async () => {
    const companyId = company.id;
    const [live, paused, inReview, scheduled, draft] = [
      await createPosting({ companyId }),
      await createPosting({ companyId, pausedAt: daysAgo(1) }),
      await createPosting({ companyId, state: "in_review" }),
      await createPosting({ companyId, publishAt: daysAgo(-3) }),
      await createPosting({ companyId, state: "draft" }),
    ];
    const waiting = await createApplication({ postingId: live.id, companyId, candidate: await createUser() });
    const token = await createMemberInvitation({ companyId, email: (await createUser()).email });
    expect(await countToClose(owner, companyId)).toEqual({ published: 2, drafts: 2, waiting: 1 });
    await close();
    expect(await states()).toEqual({
      [live.id]: "closed",
      [paused.id]: "closed",
      [inReview.id]: "draft",
      [scheduled.id]: "draft",
      [draft.id]: "draft",
    });
    await moveClock(sql, "11 minutes");
    await answerClosed();
    expect(
      await sql`select a.state, m.message from applications a join application_moves m on m.application_id = a.id
        where a.id = ${waiting.id} and a.state = m.to_state`,
    ).toEqual([{ state: "rejected", message }]);
    const stranger = await createUser();
    await expect(acceptMemberInvitation(stranger, { token })).rejects.toThrow("no longer uses Backplane");
  });

  it("has no new postings, and none comes back", async () => {
    const live = await createPosting({ companyId: company.id });
    const draft = await createPosting({ companyId: company.id, state: "draft" });
    await close();
    const form = PostingForm.parse({ title: "Backend Developer" });
    for (const act of [
      () => savePosting(owner, company.id, form),
      () => savePosting(owner, company.id, { ...form, id: draft.id, intent: "submit" }),
      () => copyPosting(recruiter, { id: live.id }),
      () => reopenPosting(owner, { id: live.id }),
    ])
      await expect(act()).rejects.toThrow(`${company.name} is closed. It can have no postings any more.`);
    await expect(
      inviteMember(owner, { companyId: company.id, email: "k@example.com", role: "reviewer" }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await states()).toEqual({ [live.id]: "closed", [draft.id]: "draft" });
  });

  it("keeps its page, which says so, and is in no list; its members are told", async () => {
    await createPosting({ companyId: company.id });
    await close();
    expect(await findCompany(company.slug, null)).toMatchObject({
      isPublic: true,
      closedAt: expect.any(Date),
    });
    expect((await listCompanies({ q: company.name })).companies).toEqual([]);
    const [event] = await sql`
      select id::int from events where company_id = ${company.id} and type = 'company.closed'`;
    await deliverEvent({ eventId: event?.id });
    const mails = await sql`
      select payload ->> 'to' as to from graphile_worker._private_jobs where payload ->> 'key' like ${`event-${event?.id}-%`}`;
    expect(mails.map(({ to }) => to).sort()).toEqual([owner.email, recruiter.email].sort());
  });

  it("is closed by an owner who types its name, once", async () => {
    await expect(close(recruiter)).rejects.toThrow(`Only an owner of ${company.name} can close the company.`);
    await expect(close(await createUser())).rejects.toMatchObject({ code: "not_found" });
    await expect(close(owner, "Tally")).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "name" }],
    });
    expect(await listMemberships(owner)).toMatchObject([{ closedAt: null }]);
    await expect(close({ ...owner, signedInAt: daysAgo(0.1) })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await close(owner, ` ${company.name.toLowerCase()} `);
    await expect(close()).rejects.toThrow("This company is closed already.");
  });
});
