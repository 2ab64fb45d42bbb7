import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createUser, daysAgo, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { deliverEvent } from "@/lib/notifications/deliver";
import { present } from "@/lib/present";
import { createKey, noteUseOfKey, revokeKey } from "./commands/keys";
import { changeRole, removeMember } from "./commands/members";
import { findKey, listKeys } from "./queries/keys";
import { mostKeys } from "./rules";

const { sql } = await testDatabase();
let companyId: string;
let name: string;
let owner: Actor;
let second: Actor;
beforeEach(async () => {
  await moveClock(sql, "0");
  [owner, second] = [await createUser(), await createUser()];
  ({ id: companyId, name } = await createCompany({ owner, name: unique("Tallyhaven") }));
  await addMember(companyId, second, "owner");
});

const input = (given: { id?: string } = {}) => ({
  companyId,
  id: randomUUID(),
  name: "Our ATS",
  scopes: ["postings:read" as const],
  ...given,
});

async function told() {
  const [event] =
    await sql`select id::int from events where company_id = ${companyId} order by id desc limit 1`;
  await deliverEvent({ eventId: event?.id });
  const rows = await sql`
    select payload from graphile_worker._private_jobs where payload ->> 'key' like ${`event-${event?.id}-%`}`;
  return Object.fromEntries(rows.map(({ payload }) => [payload.to, payload.subject]));
}

describe("a key", () => {
  it("is stored as a hash, and works for its company in the name of who created it", async () => {
    const { secret } = await createKey(owner, input());
    expect(secret).toMatch(/^bpk_[\w-]{43}$/);
    const [row] =
      await sql`select to_jsonb(k)::text as text, secret_hash, prefix from company_keys k where company_id = ${companyId}`;
    expect(row?.text).not.toContain(secret.slice(0, 20));
    expect(row?.secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.prefix).toBe(secret.slice(0, 10));
    expect(await findKey(secret)).toMatchObject({
      companyId,
      scopes: ["postings:read"],
      actor: { userId: owner.userId, isAdmin: false },
    });
    expect(await findKey(`${secret}x`)).toBeNull();
    expect(await told()).toEqual({
      [owner.email]: `A key of ${name} was created`,
      [second.email]: `A key of ${name} was created`,
    });
  });

  it("is never a fresh sign-in", async () => {
    const found = await findKey((await createKey(owner, input())).secret);
    const { actor } = found as { actor: Actor };
    await expect(createKey(actor, input())).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is created and revoked by owners alone, after a fresh sign-in, in a company that is open", async () => {
    const key = input();
    await createKey(owner, key);
    const [recruiter, stranger] = [await createUser(), await createUser()];
    await addMember(companyId, recruiter, "recruiter");
    const late = { ...owner, signedInAt: daysAgo(1) };
    for (const [actor, code] of [
      [recruiter, "forbidden"],
      [stranger, "not_found"],
      [late, "unauthenticated"],
    ] as const) {
      await expect(createKey(actor, input())).rejects.toMatchObject({ code });
      await expect(revokeKey(actor, key)).rejects.toMatchObject({ code });
    }
    const other = await createUser();
    const { id: theirs } = await createCompany({ owner: other });
    await expect(revokeKey(other, { companyId: theirs, id: key.id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await listKeys(recruiter, companyId)).toEqual([]);
    await sql`update companies set closed_at = now() where id = ${companyId}`;
    await expect(createKey(owner, input())).rejects.toMatchObject({ code: "conflict" });
  });

  it("is made once by a form that is sent twice", async () => {
    const key = input();
    await createKey(owner, key);
    await expect(createKey(owner, key)).rejects.toMatchObject({ code: "conflict" });
    expect(await listKeys(owner, companyId)).toHaveLength(1);
  });

  it(`is one of at most ${mostKeys}, those that were revoked aside`, async () => {
    const keys = Array.from({ length: mostKeys }, () => input());
    for (const key of keys) await createKey(owner, key);
    await expect(createKey(owner, input())).rejects.toThrow(`at most ${mostKeys} keys`);
    await revokeKey(second, present(keys[0]));
    await createKey(owner, input());
  });

  it("stops at once when it is revoked, and the owners are told", async () => {
    const key = input();
    const { secret } = await createKey(owner, key);
    await revokeKey(second, key);
    expect(await findKey(secret)).toEqual({ stopped: "This key was revoked." });
    expect(await told()).toEqual({
      [owner.email]: `A key of ${name} was revoked`,
      [second.email]: `A key of ${name} was revoked`,
    });
    await revokeKey(second, key);
    const events = await sql`select type from events where company_id = ${companyId} order by id`;
    expect(events.map(({ type }) => type)).toEqual(["key.created", "key.revoked"]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["no longer an owner", () => changeRole(second, { companyId, userId: owner.userId, role: "recruiter" })],
    ["no longer an owner", () => removeMember(second, { companyId, userId: owner.userId })],
    ["is closed", () => sql`update companies set closed_at = now() where id = ${companyId}`],
    ["company is suspended", () => sql`update companies set suspended_at = now() where id = ${companyId}`],
    ["created it is suspended", () => sql`update users set suspended_at = now() where id = ${owner.userId}`],
  ])("stops, and says why: %s", async (why, happens) => {
    const { secret } = await createKey(owner, input());
    await happens();
    expect(await findKey(secret)).toEqual({ stopped: expect.stringContaining(why) });
    const [row] = await listKeys(second, companyId);
    expect(row?.stopped).toContain(why);
  });

  it("says in which minute it was used last", async () => {
    const key = input();
    await createKey(owner, key);
    await Promise.all(Array.from({ length: 8 }, () => noteUseOfKey(key.id)));
    const [row] = await listKeys(owner, companyId);
    expect(row?.lastUsedAt?.getUTCSeconds()).toBe(0);
  });
});
