import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createCompany,
  createMemberInvitation,
  createSession,
  createUser,
  daysAgo,
  unique,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { findSession } from "@/lib/auth/queries";
import { deliverEvent } from "@/lib/notifications/deliver";
import {
  acceptMemberInvitation,
  forgetMemberInvitations,
  inviteMember,
  resendMemberInvitation,
  withdrawMemberInvitation,
} from "./commands/invite";
import { changeRole, leaveCompany, removeMember } from "./commands/members";
import type { MemberRole } from "./lists";
import { listMemberInvitations, listMembers } from "./queries";
import { memberInvitationsPerDay } from "./rules";

const { sql } = await testDatabase();
let companyId: string;
let name: string;
let owner: Actor;
let recruiter: Actor;
let reviewer: Actor;
beforeEach(async () => {
  await moveClock(sql, "0");
  [owner, recruiter, reviewer] = [await createUser(), await createUser(), await createUser()];
  ({ id: companyId, name } = await createCompany({ owner, name: unique("Tallyhaven") }));
  await addMember(companyId, recruiter, "recruiter");
  await addMember(companyId, reviewer, "reviewer");
});

const teamOf = async () =>
  Object.fromEntries((await listMembers(owner, companyId)).map(({ userId, role }) => [userId, role]));
const eventsOf = async () =>
  (await sql`select type from events where company_id = ${companyId} order by id`).map(({ type }) => type);

/** The mails that wait to be sent, newest first. */
const mails = async () =>
  (
    await sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send-mail' order by j.id desc`
  ).map(({ payload }) => payload as { to: string; subject: string; action?: { url: string } });

/** The mails about the newest event of the company, by their readers. */
async function told() {
  const [event] =
    await sql`select id::int from events where company_id = ${companyId} order by id desc limit 1`;
  await deliverEvent({ eventId: event?.id });
  const rows = await sql`
    select payload from graphile_worker._private_jobs where payload ->> 'key' like ${`event-${event?.id}-%`} or payload ->> 'key' = ${`event-${event?.id}`}`;
  return Object.fromEntries(rows.map(({ payload }) => [payload.to, payload.subject]));
}

async function invited(email: string, role: MemberRole = "recruiter"): Promise<string> {
  await inviteMember(owner, { companyId, email, role });
  const [mail] = (await mails()).filter(({ to }) => to === email);
  return mail?.action?.url.split("/").at(-1) as string;
}

describe("an invitation", () => {
  it("makes a member of who signs in with its address, once", async () => {
    const colleague = await createUser();
    const token = await invited(colleague.email, "reviewer");
    expect(await sql`select from member_invitations where token_hash like ${`%${token}%`}`).toHaveLength(0);
    await acceptMemberInvitation(colleague, { token });
    expect(await teamOf()).toMatchObject({ [colleague.userId]: "reviewer" });
    expect(await eventsOf()).toEqual(["member.invited", "member.joined"]);
    expect(await told()).toEqual({
      [colleague.email]: `You joined ${name}`,
      [owner.email]: `${colleague.email} joined ${name}`,
    });
    await removeMember(owner, { companyId, userId: colleague.userId });
    await expect(acceptMemberInvitation(colleague, { token })).rejects.toThrow("already used");
    expect(await teamOf()).not.toHaveProperty(colleague.userId);
  });

  it("shortens the session of who accepts it to a member's", async () => {
    const colleague = await createUser();
    const session = await createSession(colleague);
    await sql`update sessions set expires = now() + interval '30 days' where user_id = ${colleague.userId}`;
    await acceptMemberInvitation(colleague, { token: await invited(colleague.email) });
    const expires = (await findSession(session))?.session.expires.getTime() ?? 0;
    expect(expires - Date.now()).toBeLessThan(13 * 3_600_000);
  });

  it("cannot be accepted by another address, after its time, once withdrawn, or once sent again", async () => {
    const colleague = await createUser();
    const first = await invited(colleague.email);
    const accept = (token: string, actor = colleague) => acceptMemberInvitation(actor, { token });
    await expect(accept(first, await createUser())).rejects.toThrow(
      `This invitation is for ${colleague.email}`,
    );
    await expect(accept("nothing-of-ours")).rejects.toMatchObject({ code: "not_found" });

    const [open] = await listMemberInvitations(owner, companyId);
    await resendMemberInvitation(owner, { companyId, id: open?.id as string });
    await expect(accept(first)).rejects.toThrow("A newer invitation was sent to your address.");

    const [again] = await listMemberInvitations(owner, companyId);
    await withdrawMemberInvitation(owner, { companyId, id: again?.id as string });
    expect(await told()).toEqual({ [colleague.email]: `${name} withdrew its invitation` });
    await expect(accept(first)).rejects.toThrow(`${name} withdrew this invitation.`);

    const late = await invited(colleague.email);
    await moveClock(sql, "8 days");
    await expect(accept(late)).rejects.toThrow("This invitation expired.");
    const fresh = await invited(colleague.email);
    await accept(fresh);
    expect(await teamOf()).toMatchObject({ [colleague.userId]: "recruiter" });
  });

  it("is sent once to an address while it is open, and not to a member", async () => {
    const email = `${unique("colleague")}@example.com`;
    await invited(email);
    await expect(inviteMember(owner, { companyId, email, role: "owner" })).rejects.toMatchObject({
      code: "conflict",
      fields: [{ path: "email" }],
    });
    await expect(
      inviteMember(owner, { companyId, email: reviewer.email, role: "owner" }),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "email", message: "This person is already a member." }],
    });
  });

  it("counts against the limit of its company's day", async () => {
    for (let i = 0; i < memberInvitationsPerDay; i++)
      await createMemberInvitation({ companyId, email: `${unique("colleague")}@example.com` });
    const email = `${unique("colleague")}@example.com`;
    await expect(inviteMember(owner, { companyId, email, role: "owner" })).rejects.toThrow(
      "Try again tomorrow.",
    );
    await moveClock(sql, "25 hours");
    await inviteMember(owner, { companyId, email, role: "owner" });
  });

  it("is forgotten, with its address, a month after its end", async () => {
    const email = `${unique("colleague")}@example.com`;
    await createMemberInvitation({ companyId, email, sentAt: daysAgo(40), expiresAt: daysAgo(33) });
    await createMemberInvitation({
      companyId,
      email: "k@example.com",
      sentAt: daysAgo(30),
      expiresAt: daysAgo(23),
    });
    await forgetMemberInvitations();
    expect((await listMemberInvitations(owner, companyId)).map((one) => one.email)).toEqual([
      "k@example.com",
    ]);
  });
});

describe("a role", () => {
  it("is changed at once, and all whom it concerns are told", async () => {
    const second = await createUser();
    await addMember(companyId, second, "owner");
    const session = await createSession(reviewer);
    await changeRole(owner, { companyId, userId: reviewer.userId, role: "recruiter" });
    expect(await teamOf()).toMatchObject({ [reviewer.userId]: "recruiter" });
    expect(await findSession(session)).toBeNull();
    expect(await told()).toEqual({
      [reviewer.email]: `Your role at ${name} changed`,
      [second.email]: `The role of ${reviewer.email} at ${name} changed`,
    });
    await changeRole(owner, { companyId, userId: reviewer.userId, role: "recruiter" });
    expect(await eventsOf()).toEqual(["member.role_changed"]);
  });

  it("is changed only by who signed in a short while ago", async () => {
    const stale = { ...owner, signedInAt: new Date(owner.signedInAt.getTime() - 11 * 60_000) };
    const one = { companyId, userId: reviewer.userId };
    for (const act of [() => changeRole(stale, { ...one, role: "owner" }), () => removeMember(stale, one)])
      await expect(act()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await teamOf()).toMatchObject({ [reviewer.userId]: "reviewer" });
    await removeMember({ ...stale, signedInAt: daysAgo(0) }, one);
  });

  it("ends with the membership", async () => {
    const session = await createSession(reviewer);
    await removeMember(owner, { companyId, userId: reviewer.userId });
    expect(await findSession(session)).toBeNull();
    expect(await told()).toEqual({ [reviewer.email]: `You are no longer a member of ${name}` });
    await leaveCompany(recruiter, { companyId });
    expect(await told()).toEqual({
      [recruiter.email]: `You left ${name}`,
      [owner.email]: `${recruiter.email} left ${name}`,
    });
    expect(await teamOf()).toEqual({ [owner.userId]: "owner" });
  });

  it("of the last owner stays", async () => {
    const own = { companyId, userId: owner.userId };
    for (const act of [
      () => leaveCompany(owner, { companyId }),
      () => removeMember(owner, own),
      () => changeRole(owner, { ...own, role: "recruiter" }),
    ])
      await expect(act()).rejects.toThrow("You are the only owner of this company.");
    await changeRole(owner, { companyId, userId: recruiter.userId, role: "owner" });
    await leaveCompany(owner, { companyId });
    await expect(leaveCompany(recruiter, { companyId })).rejects.toMatchObject({ code: "conflict" });
  });

  it("of the last owner is held by the database too, whoever writes", async () => {
    await expect(
      sql`delete from members where company_id = ${companyId} and role = 'owner'`,
    ).rejects.toMatchObject({
      constraint_name: "members_last_owner",
    });
    await expect(sql`update members set role = 'reviewer' where company_id = ${companyId}`).rejects.toThrow(
      "a company needs an owner",
    );
    await sql`delete from companies where id = ${companyId}`;
  });

  it.each(["recruiter", "reviewer", "stranger"])("that is not owner's changes nothing (%s)", async (who) => {
    const actor = { recruiter, reviewer }[who] ?? (await createUser());
    await createMemberInvitation({ companyId, email: "k@example.com" });
    const [open] = await listMemberInvitations(owner, companyId);
    const before = [await teamOf(), await listMemberInvitations(owner, companyId)];
    const email = `${unique("colleague")}@example.com`;
    for (const [act, what] of [
      [() => inviteMember(actor, { companyId, email, role: "owner" }), "invite people"],
      [() => resendMemberInvitation(actor, { companyId, id: open?.id as string }), "invite people"],
      [() => withdrawMemberInvitation(actor, { companyId, id: open?.id as string }), "withdraw invitations"],
      [() => changeRole(actor, { companyId, userId: actor.userId, role: "owner" }), "change roles"],
      [() => removeMember(actor, { companyId, userId: owner.userId }), "remove people"],
    ] as const)
      await expect(act()).rejects.toThrow(
        who === "stranger" ? "We cannot find this company." : `Only an owner of ${name} can ${what}.`,
      );
    expect([await teamOf(), await listMemberInvitations(owner, companyId)]).toEqual(before);
    expect(await listMemberInvitations(actor, companyId)).toEqual([]);
  });
});
