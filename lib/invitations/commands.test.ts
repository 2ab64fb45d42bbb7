import { desc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createCompany, createPosting, createProfile, createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { moveClock, testDatabase } from "@/db/testing";
import { submitApplication } from "@/lib/applications/commands/apply";
import type { Actor } from "@/lib/auth/input";
import { findEvent } from "@/lib/events/queries";
import { rankCandidates } from "@/lib/matching/queries/candidates";
import { declineByToken } from "@/lib/notifications/commands";
import { mailsOf } from "@/lib/notifications/mails";
import { findToDecline } from "@/lib/notifications/queries/links";
import { makeToken } from "@/lib/notifications/tokens";
import { closePosting } from "@/lib/postings/commands/close";
import { one, present } from "@/lib/present";
import { saveEvidence, saveStudy } from "@/lib/profiles/commands/evidence";
import { blockCompany } from "@/lib/profiles/commands/visibility";
import { listProfileViews } from "@/lib/profiles/queries/visibility";
import { declineInvitation, inviteCandidate, openProfile } from "./commands";
import { findCandidate, listOwnInvitations, readCandidate } from "./queries";

const { db, sql } = await testDatabase();
const message = "Your work on ledgers is what this role is about.";

describe("a company and the candidates it may find", () => {
  let owner: Actor;
  let stranger: Actor;
  let reviewer: Actor;
  let company: { id: string; name: string };
  let posting: { id: string; slug: string };
  const createCandidate = async () => {
    const actor = await createUser({ name: "Kim Candidate" });
    await createProfile(actor, { headline: "Ledgers in Go", searchable: true, skills: [{ slug: "go" }] });
    return actor;
  };
  const ids = (candidate: Actor) => ({ postingId: posting.id, candidateId: candidate.userId });
  const newestMails = async (type: string) => {
    const rows = await db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.type, type))
      .orderBy(desc(events.id))
      .limit(1);
    return mailsOf(present(await findEvent(one(rows).id)));
  };

  beforeAll(async () => {
    [owner, stranger, reviewer] = [
      await createUser({ name: "Olu Sender" }),
      await createUser(),
      await createUser(),
    ];
    company = await createCompany({ owner });
    await createCompany({ owner: stranger });
    await addMember(company.id, reviewer, "reviewer");
    posting = await createPosting({
      companyId: company.id,
      title: "Ledger Developer",
      skills: [{ slug: "go" }, { slug: "kafka" }],
    });
  });

  it("opens a profile for a day, which the candidate sees once", async () => {
    const candidate = await createCandidate();
    const { postingId, candidateId } = ids(candidate);
    expect(await findCandidate(owner, postingId, candidateId)).toMatchObject({
      opened: false,
      invitedAt: null,
    });
    await openProfile(owner, ids(candidate));
    await openProfile(owner, ids(candidate));
    expect(await findCandidate(owner, postingId, candidateId)).toMatchObject({ opened: true });
    expect(await listProfileViews(candidate)).toMatchObject([
      { companyName: company.name, postingTitle: "Ledger Developer" },
    ]);
    await moveClock(sql, "25 hours");
    expect(await findCandidate(owner, postingId, candidateId)).toMatchObject({ opened: false });
    await openProfile(owner, ids(candidate));
    expect(await listProfileViews(candidate)).toHaveLength(2);
    await moveClock(sql, "0");
  });

  it("reads what was opened with the match of the list, and without name, address and links", async () => {
    const candidate = await createUser({ name: "Kim Candidate" });
    await createProfile(candidate, {
      headline: "Kim Candidate, ledgers in Go",
      searchable: true,
      years: 6,
      skills: [{ slug: "go", years: 4 }],
    });
    const text = `Led by Kim. See https://kim.example or write to ${candidate.email}.`;
    const piece = {
      title: "Ledger",
      organisation: "Acme",
      text,
      started: null,
      ended: null,
      responsibilities: [],
    };
    await saveEvidence(candidate, { ...piece, kind: "project", url: "https://kim.example", skills: ["go"] });
    await saveEvidence(candidate, { ...piece, kind: "link", url: "https://kim.example", skills: [] });
    await saveStudy(candidate, {
      level: undefined,
      degree: "",
      field: "Logic, with Kim",
      school: "Northfield",
      started: null,
      ended: null,
    });
    const asking = await createPosting({
      companyId: company.id,
      skills: [{ slug: "go", minYears: 3 }, { slug: "kafka" }],
      experienceMin: 5,
    });
    expect(await readCandidate(owner, asking.id, candidate.userId)).toBeNull();
    await openProfile(owner, { postingId: asking.id, candidateId: candidate.userId });
    const opened = await readCandidate(owner, asking.id, candidate.userId);
    expect(opened?.profile.headline).toBe("[name hidden], ledgers in Go");
    expect(opened?.proof.evidence.map(({ title }) => title)).toEqual(["Ledger"]);
    expect(opened?.proof.education.map(({ field }) => field)).toEqual(["Logic, with [name hidden]"]);
    expect(JSON.stringify(opened)).not.toMatch(/Kim|kim\.example|@|Northfield/);
    const { low, high, rank, lines } = opened?.sheet ?? {};
    expect(lines?.map(({ state }) => state)).toEqual(["evidenced", "unknown", "claimed"]);
    const listed = (await rankCandidates(owner, asking.id, { limit: 200 }))?.ranked;
    expect(listed?.find(({ id }) => id === candidate.userId)).toMatchObject({
      low,
      high,
      rank,
      mustsHad: 2,
      musts: 3,
    });
  });

  it("invites once: by mail, and on the candidate's list", async () => {
    const candidate = await createCandidate();
    await inviteCandidate(owner, { ...ids(candidate), message });
    await expect(inviteCandidate(owner, { ...ids(candidate), message })).rejects.toMatchObject({
      code: "conflict",
    });
    const [mail, ...others] = await newestMails("invitation.sent");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: candidate.email, reader: candidate.userId });
    expect(mail?.paragraphs.join(" ")).toContain(`Olu Sender wrote: ${message}`);
    expect(mail?.paragraphs.join(" ")).toContain(`Olu Sender of ${company.name} found you`);
    const [item] = mail?.items ?? [];
    expect(item?.lines).toEqual([
      expect.stringMatching(/^Pay: .*\d/),
      expect.stringMatching(/^Place: ./),
      "You meet: Go",
    ]);
    expect(item?.url).toContain(`/jobs/${posting.slug}`);
    const link = present(item?.question?.answers[0]).url;
    expect(link).toContain("/decline/");
    expect(await listOwnInvitations(candidate)).toMatchObject([
      { message, title: "Ledger Developer", companyName: company.name, live: true, declinedAt: null },
    ]);
    const found = await findCandidate(owner, posting.id, candidate.userId);
    expect(found).toMatchObject({ message, invitedAt: expect.any(Date), declinedAt: null });
    expect(JSON.stringify(found)).not.toMatch(/Kim|@/);
  });

  it("hears a no, which is the candidate's alone and lasts", async () => {
    const candidate = await createCandidate();
    await inviteCandidate(owner, { ...ids(candidate), message });
    const [invitation] = await listOwnInvitations(candidate);
    const { id } = invitation as { id: string };
    await expect(declineInvitation(owner, { id })).rejects.toMatchObject({ code: "not_found" });
    const token = makeToken("decline", { userId: candidate.userId, invitationId: id });
    const others = makeToken("decline", { userId: owner.userId, invitationId: id });
    await expect(declineByToken({ token: others })).rejects.toMatchObject({ code: "not_found" });
    await expect(declineByToken({ token: `${token}x` })).rejects.toMatchObject({ code: "not_found" });
    expect(await findToDecline(others)).toBeNull();
    expect(await findToDecline(token)).toMatchObject({ companyName: company.name, declinedAt: null });
    await declineByToken({ token });
    await declineInvitation(candidate, { id });
    expect(await findToDecline(token)).toMatchObject({ declinedAt: expect.any(Date) });
    const declined = await db.select().from(events).where(eq(events.type, "invitation.declined"));
    expect(declined).toHaveLength(1);
    const page = await rankCandidates(owner, posting.id, { limit: 200 });
    const row = page?.ranked.find((one) => one.id === candidate.userId);
    expect(row).toMatchObject({ headline: "Ledgers in Go", declinedAt: expect.any(Date) });
  });

  it("loses the candidate from the list once they apply", async () => {
    const candidate = await createCandidate();
    await inviteCandidate(owner, { ...ids(candidate), message });
    const [invitation] = await listOwnInvitations(candidate);
    await submitApplication(candidate, { postingId: posting.id, name: "Kim Candidate", coverNote: "" });
    expect(await listOwnInvitations(candidate)).toEqual([]);
    expect(await findCandidate(owner, posting.id, candidate.userId)).toBeNull();
    await expect(declineInvitation(candidate, { id: invitation?.id as string })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(inviteCandidate(owner, { ...ids(candidate), message })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is not there for strangers, reviewers, and those who blocked it", async () => {
    const candidate = await createCandidate();
    for (const other of [stranger, reviewer, candidate]) {
      await expect(openProfile(other, ids(candidate))).rejects.toMatchObject({ code: "not_found" });
      await expect(inviteCandidate(other, { ...ids(candidate), message })).rejects.toMatchObject({
        code: "not_found",
      });
      expect(await findCandidate(other, posting.id, candidate.userId)).toBeNull();
    }
    await blockCompany(candidate, { company: company.name });
    await expect(openProfile(owner, ids(candidate))).rejects.toMatchObject({ code: "not_found" });
    await expect(inviteCandidate(owner, { ...ids(candidate), message })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await findCandidate(owner, posting.id, candidate.userId)).toBeNull();
    expect(await listProfileViews(candidate)).toEqual([]);
  });

  it("invites fifty a day to all its postings, counted while eight press at once", async () => {
    const { id: companyId } = await createCompany({ owner });
    const [busy, other] = [await createPosting({ companyId }), await createPosting({ companyId })];
    await sql`with made as (
        insert into users (email) select 'invited-' || n || '@example.org' from generate_series(1, 48) n returning id)
      insert into invitations (posting_id, company_id, candidate_id, message, sent_at)
      select ${busy.id}, ${companyId}, id, 'Hello there.', app_now() from made`;
    const more = await Promise.all(Array.from({ length: 8 }, createCandidate));
    const invite = (candidate: Actor, i = 0) =>
      inviteCandidate(owner, {
        postingId: i % 2 === 0 ? busy.id : other.id,
        candidateId: candidate.userId,
        message,
      });
    const tries = await Promise.allSettled(more.map(invite));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const left = more[tries.findIndex(({ status }) => status === "rejected")] as Actor;
    await expect(invite(left)).rejects.toThrow(/50 invitations/);
    await moveClock(sql, "25 hours");
    await invite(left);
    await moveClock(sql, "0");
  });

  it("does neither once the posting is over, which the invitation says", async () => {
    const over = await createPosting({ companyId: company.id });
    const [invited, late] = [await createCandidate(), await createCandidate()];
    await inviteCandidate(owner, { postingId: over.id, candidateId: invited.userId, message });
    await closePosting(owner, { id: over.id, reason: "filled" });
    expect(await listOwnInvitations(invited)).toMatchObject([{ live: false }]);
    const of = { postingId: over.id, candidateId: late.userId };
    await expect(inviteCandidate(owner, { ...of, message })).rejects.toMatchObject({ code: "conflict" });
    await expect(openProfile(owner, of)).rejects.toMatchObject({ code: "not_found" });
    expect(await findCandidate(owner, over.id, late.userId)).toBeNull();
  });
});
