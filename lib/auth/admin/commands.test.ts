import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createSession, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { deliverEvent } from "@/lib/notifications/deliver";
import { askForDeletion } from "@/lib/privacy/commands/ask";
import { type Actor, type Admin, OneUser } from "../input";
import { findSession } from "../queries";
import { grantAdminTo, revokeAdmin, suspendUser, unsuspendUser } from "./commands";
import { findUser, listUsers } from "./queries";

const { sql } = await testDatabase();
let admin: Admin;
let user: Actor;
beforeEach(async () => {
  admin = await createAdmin();
  user = await createUser();
});

const reason = "This person insults others.";
const suspend = (id = user.userId, by = admin) => suspendUser(by, { id, reason });
const one = () => OneUser.parse({ id: user.userId });

/** The mail that the newest event about the user makes. */
async function mailAbout() {
  const [event] = await sql`
    select id::int from events where data ->> 'userId' = ${user.userId} order by id desc limit 1`;
  await deliverEvent({ eventId: event?.id });
  const [job] = await sql`
    select j.payload from graphile_worker._private_jobs j where j.payload ->> 'key' like ${`event-${event?.id}-%`}`;
  return job?.payload;
}

describe("a suspended account", () => {
  it("has no session any more, and its owner is told why", async () => {
    const token = await createSession(user);
    expect(await findSession(token)).not.toBeNull();
    await suspend();
    expect(await findSession(token)).toBeNull();
    const mail = await mailAbout();
    expect(mail).toMatchObject({ to: user.email, subject: "Your account is suspended" });
    expect(mail.paragraphs).toContain(`Reason: ${reason}`);
    expect(await findUser(admin, user.userId)).toMatchObject({ suspendReason: reason, sessions: 0 });
    await expect(suspend()).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be used again once that is lifted", async () => {
    await suspend();
    await unsuspendUser(admin, one());
    expect(await findUser(admin, user.userId)).toMatchObject({ suspendedAt: null, suspendReason: null });
    expect(await mailAbout()).toMatchObject({ subject: "Your account is not suspended any more" });
    await expect(unsuspendUser(admin, one())).rejects.toMatchObject({ code: "conflict" });
  });

  it("is never one's own", async () => {
    await expect(suspend(admin.userId)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the role of an admin", () => {
  it("is granted and taken by who signed in a short while ago, and ends sessions", async () => {
    const stale = { ...admin, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(grantAdminTo(stale, one())).rejects.toMatchObject({ code: "unauthenticated" });
    const token = await createSession(user);
    await grantAdminTo(admin, one());
    expect(await findSession(token)).toBeNull();
    expect(await mailAbout()).toMatchObject({ to: user.email, subject: "You are now an admin" });
    await expect(revokeAdmin(stale, one())).rejects.toMatchObject({ code: "unauthenticated" });
    await revokeAdmin(admin, one());
    expect(await findUser(admin, user.userId)).toMatchObject({ isAdmin: false });
    expect(await mailAbout()).toMatchObject({ subject: "You are no longer an admin" });
  });

  it("is not for a suspended account, nor for one that will be deleted", async () => {
    await suspend();
    await expect(grantAdminTo(admin, one())).rejects.toMatchObject({ code: "conflict" });
    await unsuspendUser(admin, one());
    await askForDeletion(user, { email: user.email });
    await expect(grantAdminTo(admin, one())).rejects.toMatchObject({ code: "conflict" });
    await expect(askForDeletion(admin, { email: admin.email })).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not act any more once somebody else took it", async () => {
    const other = await createAdmin();
    await revokeAdmin(admin, { id: other.userId });
    await expect(suspend(user.userId, other)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is taken from nobody who is the last, whoever writes", async () => {
    await sql`update users set is_admin = false where id <> ${admin.userId}`;
    await expect(sql`update users set is_admin = false where id = ${admin.userId}`).rejects.toThrow(
      "an admin has to stay",
    );
    await expect(sql`update users set suspended_at = now() where id = ${admin.userId}`).rejects.toThrow(
      "an admin has to stay",
    );
    await expect(sql`delete from users where id = ${admin.userId}`).rejects.toThrow("an admin has to stay");
  });
});

describe("the list of accounts", () => {
  it("holds those whose address begins with what is asked, and finds their companies", async () => {
    const jo = await createUser({ email: "jo_100%@lists.example" });
    await createUser({ email: "joanna@lists.example" });
    const { name } = await createCompany({ owner: jo });
    const found = async (q: string) => (await listUsers(admin, { q })).users.map(({ email }) => email);
    expect(await found("jo_")).toEqual(["jo_100%@lists.example"]);
    expect(await found("joa")).toEqual(["joanna@lists.example"]);
    expect(await findUser(admin, jo.userId)).toMatchObject({ memberships: [{ name, role: "owner" }] });
  });

  it("shows admins and suspended accounts where nothing is asked", async () => {
    await suspend();
    const listed = (await listUsers(admin, {})).users.map(({ id }) => id);
    expect(listed).toContain(admin.userId);
    expect(listed).toContain(user.userId);
  });
});
