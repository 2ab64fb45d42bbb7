import { afterEach, describe, expect, it } from "vitest";
import {
  createApplication,
  createCompany,
  createMemberInvitation,
  createPosting,
  createSession,
  createUser,
  unique,
} from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import { askForAddress, dropAddress } from "@/lib/auth/address/commands";
import { findAddressChange, findLeftAddress } from "@/lib/auth/address/queries";
import { housekeep, newBrowserToken, redeemCode, requestCode } from "@/lib/auth/commands";
import type { Actor } from "@/lib/auth/input";
import { findSession } from "@/lib/auth/queries";
import { daysAfter } from "@/lib/days";
import { changeAddress, restoreAddress } from "./commands/address";

const { sql } = await testDatabase();
afterEach(() => moveClock(sql, "0"));

const someAddress = () => `${unique("new")}@example.com`;
type Mail = { subject: string; paragraphs: string[]; code?: string; action?: { url: string } };
const mailsTo = async (email: string) =>
  (
    await sql<{ payload: Mail }[]>`
      select payload from graphile_worker._private_jobs where payload ->> 'to' = ${email} order by id`
  ).map(({ payload }) => payload);
const newest = async (email: string) => (await mailsTo(email)).at(-1) as Mail;
const codesOf = async (from: string, to: string) => ({
  oldCode: (await newest(from)).code ?? "",
  newCode: (await newest(to)).code ?? "",
});
const emailOf = async ({ userId }: Actor) =>
  (await sql<{ email: string }[]>`select email from users where id = ${userId}`)[0]?.email;

/** Moves the account, as its owner does. */
async function move(actor: Actor, to: string, token = "") {
  await askForAddress(actor, { email: to });
  await changeAddress(actor, await codesOf(actor.email, to), token);
}
/** The secret in the link that the old address got. */
const undoOf = async (email: string) => (await newest(email)).action?.url.split("/").at(-1) ?? "";

describe("a change of address", () => {
  it("takes the codes of both addresses, and has what is bound to the old one follow", async () => {
    const [person, to] = [await createUser(), someAddress()];
    const [company, both] = [await createCompany(), await createCompany()];
    const posting = await createPosting({ companyId: company.id });
    const { id } = await createApplication({
      postingId: posting.id,
      companyId: company.id,
      candidate: person,
    });
    for (const [companyId, email] of [
      [company.id, person.email],
      [both.id, person.email],
      [both.id, to],
    ] as const)
      await createMemberInvitation({ companyId, email });
    await sql`insert into domain_codes (company_id, email, code_hash, expires_at) values (${company.id}, ${person.email}, 'hash', now())`;
    const browser = newBrowserToken();
    await requestCode({ email: person.email }, browser);
    const [here, there] = [await createSession(person), await createSession(person)];

    await askForAddress(person, { email: to });
    expect(await findAddressChange(person)).toMatchObject({ newEmail: to });
    expect(await emailOf(person)).toBe(person.email);
    const codes = await codesOf(person.email, to);
    expect(codes.oldCode).not.toBe(codes.newCode);
    await changeAddress(person, codes, here);

    expect(await emailOf(person)).toBe(to);
    expect(await findSession(here)).not.toBeNull();
    expect(await findSession(there)).toBeNull();
    expect(await sql`select email from applications where id = ${id}`).toEqual([{ email: to }]);
    expect(
      await sql`
        select company_id = ${both.id} as both, withdrawn_at is not null as withdrawn
        from member_invitations where email = ${to} order by 1, 2`,
    ).toEqual([
      { both: false, withdrawn: false },
      { both: true, withdrawn: false },
      { both: true, withdrawn: true },
    ]);
    for (const table of ["member_invitations", "domain_codes", "sign_in_codes"])
      expect(await sql`select 1 from ${sql(table)} where email = ${person.email}`, table).toHaveLength(0);
    expect((await newest(to)).subject).toBe("Your address was changed");
    expect((await newest(person.email)).subject).toBe("Your account moved to another address");
    await expect(changeAddress(person, codes, here)).rejects.toMatchObject({ code: "invalid" });
  });

  it("is refused for a wrong code at its field, for both if both are, and after five tries", async () => {
    const [person, to] = [await createUser(), someAddress()];
    await askForAddress(person, { email: to });
    const codes = await codesOf(person.email, to);
    const wrong = "22222222";
    for (const [typed, paths] of [
      [{ ...codes, newCode: wrong }, ["newCode"]],
      [{ ...codes, oldCode: wrong }, ["oldCode"]],
      [{ newCode: codes.oldCode, oldCode: codes.newCode }, ["newCode", "oldCode"]],
      [{ newCode: wrong, oldCode: wrong }, ["newCode", "oldCode"]],
      [{ ...codes, oldCode: wrong }, ["oldCode"]],
    ] as const)
      await expect(changeAddress(person, typed, "")).rejects.toMatchObject({
        code: "invalid",
        fields: paths.map((path) => ({ path })),
      });
    await expect(changeAddress(person, codes, "")).rejects.toMatchObject({ code: "rate_limited" });
    expect(await emailOf(person)).toBe(person.email);
  });

  it("is good for an hour, in place of the one before, until it is cancelled, for its owner", async () => {
    const [person, to] = [await createUser(), someAddress()];
    await askForAddress(person, { email: someAddress() });
    await askForAddress(person, { email: to });
    const codes = await codesOf(person.email, to);
    await expect(changeAddress(await createUser(), codes, "")).rejects.toMatchObject({ code: "invalid" });
    await moveClock(sql, "1 hour 1 second");
    await expect(changeAddress(person, codes, "")).rejects.toMatchObject({ code: "invalid" });
    await moveClock(sql, "59 minutes");
    await dropAddress(person);
    await expect(changeAddress(person, codes, "")).rejects.toMatchObject({ code: "invalid" });
  });

  it("needs a fresh sign-in, and another address", async () => {
    const person = await createUser();
    const early = { ...person, signedInAt: new Date(Date.now() - 11 * 60_000) };
    await expect(askForAddress(early, { email: someAddress() })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(askForAddress(person, { email: person.email })).rejects.toMatchObject({
      fields: [{ path: "email" }],
    });
  });

  it("looks the same to an address that has an account, whose owner alone is told", async () => {
    const [person, other] = [await createUser(), await createUser()];
    expect(await askForAddress(person, { email: other.email })).toBeUndefined();
    const seen = await findAddressChange(person);
    await askForAddress(person, { email: someAddress() });
    expect(Object.keys((await findAddressChange(person)) ?? {})).toEqual(Object.keys(seen ?? {}));
    const told = await newest(other.email);
    expect(told).toMatchObject({ subject: "Somebody wants to use your address on Backplane" });
    expect(told.code).toBeUndefined();
  });

  it("to an address that gets an account meanwhile is refused", async () => {
    const [person, to] = [await createUser(), someAddress()];
    await askForAddress(person, { email: to });
    const codes = await codesOf(person.email, to);
    await createUser({ email: to });
    await expect(changeAddress(person, codes, "")).rejects.toMatchObject({ code: "conflict" });
    expect(await emailOf(person)).toBe(person.email);
  });
});

describe("who has the old address", () => {
  it("takes the account back within seven days, once, even after it was moved on", async () => {
    const [person, first, second] = [await createUser(), someAddress(), someAddress()];
    await move(person, first);
    const undo = await undoOf(person.email);
    await move({ ...person, email: first }, second);
    const session = await createSession(person);
    await sql`
      insert into accounts (user_id, type, provider, provider_account_id) values (${person.userId}, 'oauth', 'github', ${unique("id")})`;
    expect(await findLeftAddress(undo)).toEqual({ oldEmail: person.email });
    await restoreAddress({ token: undo });

    expect(await emailOf(person)).toBe(person.email);
    expect(await findSession(session)).toBeNull();
    expect(await sql`select 1 from accounts where user_id = ${person.userId}`).toHaveLength(0);
    for (const address of [second, person.email])
      expect((await newest(address)).subject).toBe("The change of your address was undone");
    const later = await undoOf(first);
    for (const token of [undo, later, "x"]) {
      expect(await findLeftAddress(token)).toBeNull();
      await expect(restoreAddress({ token })).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(askForAddress(person, { email: someAddress() })).rejects.toMatchObject({ code: "conflict" });
    await moveClock(sql, "7 days 1 second");
    await askForAddress({ ...person, signedInAt: daysAfter(new Date(), 7) }, { email: first });
  });

  it("cannot begin another account with it meanwhile, and nobody can take anything back after that", async () => {
    const [person, to] = [await createUser(), someAddress()];
    await move(person, to);
    const undo = await undoOf(person.email);
    const signIn = async () => {
      const browser = newBrowserToken();
      await requestCode({ email: person.email }, browser);
      return redeemCode({ code: (await newest(person.email)).code ?? "" }, browser);
    };
    await expect(signIn()).rejects.toMatchObject({ code: "invalid" });
    await housekeep();
    expect(await findLeftAddress(undo)).not.toBeNull();
    await moveClock(sql, "7 days 1 second");
    await housekeep();
    expect(await sql`select 1 from address_changes where user_id = ${person.userId}`).toHaveLength(0);
    await expect(restoreAddress({ token: undo })).rejects.toMatchObject({ code: "not_found" });
    expect(await signIn()).toMatchObject({ token: expect.any(String) });
  });
});
