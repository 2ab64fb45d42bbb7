import { beforeEach, describe, expect, it } from "vitest";
import { createCompany, createPosting, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { hashCode } from "@/lib/auth/code";
import type { Actor } from "@/lib/auth/input";
import { claimByEmail, redeemClaimCode, requestClaimCode } from "./commands/claim";
import { findCompanyToClaim, listMembers } from "./queries";

const { sql } = await testDatabase();
let company: { id: string; slug: string };
let actor: Actor;
beforeEach(async () => {
  company = await createCompany({ website: "https://www.ledgers.example" });
  await createPosting({ companyId: company.id });
  actor = await createUser();
});

const insider = () => createUser({ email: `${unique("jo")}@ledgers.example` });
const claim = (by: Actor) => claimByEmail(by, { companyId: company.id });
const membersOf = async (by: Actor) =>
  (await listMembers(by, company.id)).map(({ userId, role }) => [userId, role]);

describe("a company without members", () => {
  it("is claimed by an address at its domain: who has it is its owner, and it is verified", async () => {
    const jo = await insider();
    expect(await claim(jo)).toEqual({ slug: company.slug });
    expect(await membersOf(jo)).toEqual([[jo.userId, "owner"]]);
    expect(await sql`select verified_by, from_import from companies where id = ${company.id}`).toEqual([
      { verified_by: "email", from_import: false },
    ]);
    expect(await findCompanyToClaim(company.slug)).toBeNull();
  });

  it("is not claimed by any other address", async () => {
    await expect(claim(actor)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is claimed by a code that was sent to its domain, once", async () => {
    await requestClaimCode(actor, { companyId: company.id, mailbox: "jobs" });
    await sql`
      update domain_codes set code_hash = ${hashCode("ABCDEFGH", "jobs@ledgers.example")} where company_id = ${company.id}`;
    const redeem = (code: string) => redeemClaimCode(actor, { companyId: company.id, code });
    await expect(redeem("WRONG234")).rejects.toMatchObject({ fields: [{ path: "code" }] });
    expect(await sql`select tries from domain_codes where company_id = ${company.id}`).toEqual([
      { tries: 1 },
    ]);
    await redeem("abcd-efgh");
    expect(await membersOf(actor)).toEqual([[actor.userId, "owner"]]);
    await expect(redeem("ABCDEFGH")).rejects.toMatchObject({ code: "not_found" });
  });

  it("has one owner, however many claim it at once", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, insider));
    const done = await Promise.allSettled(people.map(claim));
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await sql`select count(*)::int as n from members where company_id = ${company.id}`).toEqual([
      { n: 1 },
    ]);
  });

  it.each([
    ["without a website", { website: null }],
    ["whose website is that of a mail provider", { website: "https://gmail.com" }],
  ])("%s cannot be claimed so", async (_, given) => {
    company = await createCompany(given);
    await expect(claim(actor)).rejects.toMatchObject({ code: "conflict" });
  });
});

it("a company with members, or one that is suspended, cannot be claimed", async () => {
  const taken = await createCompany({ owner: actor, website: "https://ledgers.example" });
  await expect(claimByEmail(await insider(), { companyId: taken.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await sql`update companies set suspended_at = now() where id = ${company.id}`;
  await expect(claim(await insider())).rejects.toMatchObject({ code: "not_found" });
});
