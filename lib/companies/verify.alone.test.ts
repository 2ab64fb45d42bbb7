import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addMember, createCompany, createUser, unique } from "@/db/factories";
import { moveClock, testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { deliverEvent } from "@/lib/notifications/deliver";
import { checkDomains } from "./commands/check-domains";
import { editCompany } from "./commands/edit";
import { redeemDomainCode, requestDomainCode, startDomainCheck, verifyByEmail } from "./commands/verify";
import { domainToVerify, recordOf } from "./domain";
import { CompanyForm, RequestDomainCode } from "./input";
import { findVerification } from "./queries";
import { startNameServer } from "./testing";

const names = await startNameServer();
process.env.DNS_SERVER = names.address;
const { sql } = await testDatabase();
afterAll(() => names.stop());

let domain: string;
let name: string;
let companyId: string;
let owner: Actor;
beforeEach(async () => {
  await moveClock(sql, "0");
  await sql`delete from domain_checks`;
  domain = `${unique("tally")}.example`;
  owner = await createUser();
  ({ id: companyId, name } = await createCompany({ owner, website: `https://www.${domain}/about` }));
});
const badge = async () =>
  (await sql`select verified_by, badge_lost_by from companies where id = ${companyId}`)[0];
const unverified = { verified_by: null, badge_lost_by: null };
const byEmail = { verified_by: "email", badge_lost_by: null };

describe("a company's website", () => {
  it.each([
    ["https://www.tallyhaven.example/jobs", { domain: "tallyhaven.example" }],
    ["https://careers.tallyhaven.co.uk", { domain: "careers.tallyhaven.co.uk" }],
    [null, { fault: expect.stringContaining("no website yet") }],
    ["https://gmail.com", { fault: expect.stringContaining("Anybody can have an address at gmail.com") }],
    ["https://www.web.de/", { fault: expect.stringContaining("web.de") }],
  ])("%s can be verified or not", (website, expected) => {
    expect(domainToVerify(website)).toEqual(expected);
  });
});

describe("by an address at its domain", () => {
  it("a company is verified by the owner who is signed in with one", async () => {
    const atDomain = await createUser({ email: `mara@${domain}` });
    await addMember(companyId, atDomain, "owner");
    await verifyByEmail(atDomain, { companyId });
    expect(await badge()).toEqual(byEmail);
    const [event] = await sql`select id::int, data from events where company_id = ${companyId}`;
    expect(event?.data).toEqual({ by: "email" });
    await deliverEvent({ eventId: event?.id });
    const mails = await sql`
      select payload ->> 'to' as to, payload ->> 'subject' as subject from graphile_worker._private_jobs
      where payload ->> 'key' like ${`event-${event?.id}-%`}`;
    expect(mails.map(({ to }) => to).sort()).toEqual([atDomain.email, owner.email].sort());
    expect(mails[0]?.subject).toBe(`${name} is verified`);
    await expect(verifyByEmail(atDomain, { companyId })).rejects.toThrow("verified already");
  });

  it.each([
    ["another domain", (at: string) => `x-${at}`],
    ["a domain below it", (at: string) => `mail.${at}`],
  ])("it is not verified by one at %s", async (_, other) => {
    const near = await createUser({ email: `mara@${other(domain)}` });
    await addMember(companyId, near, "owner");
    await expect(verifyByEmail(near, { companyId })).rejects.toThrow(`which is not at ${domain}`);
    expect(await badge()).toEqual(unverified);
  });

  it("it is not verified by a member who is no owner, nor by a stranger", async () => {
    const [recruiter, stranger] = [
      await createUser({ email: `kim@${domain}` }),
      await createUser({ email: `sam@${domain}` }),
    ];
    await addMember(companyId, recruiter, "recruiter");
    await expect(verifyByEmail(recruiter, { companyId })).rejects.toThrow(
      `Only an owner of ${name} can verify the company.`,
    );
    await expect(verifyByEmail(stranger, { companyId })).rejects.toMatchObject({ code: "not_found" });
    expect(await badge()).toEqual(unverified);
  });

  /** The code in the newest mail to that address. */
  const sentTo = async (email: string) =>
    (
      await sql`select payload ->> 'code' as code from graphile_worker._private_jobs
        where payload ->> 'to' = ${email} order by id desc limit 1`
    )[0]?.code as string;

  it("a code to one verifies it once", async () => {
    await requestDomainCode(owner, { companyId, mailbox: "jobs" });
    const code = await sentTo(`jobs@${domain}`);
    await expect(redeemDomainCode(owner, { companyId, code: "22222222" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "code" }],
    });
    await redeemDomainCode(owner, { companyId, code: ` ${code.toLowerCase()} ` });
    expect(await badge()).toEqual(byEmail);
    await editCompany(owner, companyId, CompanyForm.parse({ name: "Another", website: `https://${domain}` }));
    await expect(redeemDomainCode(owner, { companyId, code })).rejects.toThrow("There is no code");
  });

  it("a code is good for five tries, ten minutes, and the website that it was sent for", async () => {
    await requestDomainCode(owner, { companyId, mailbox: "jobs" });
    for (let i = 0; i < 5; i++)
      await expect(redeemDomainCode(owner, { companyId, code: "22222222" })).rejects.toThrow("not the code");
    const code = await sentTo(`jobs@${domain}`);
    await expect(redeemDomainCode(owner, { companyId, code })).rejects.toMatchObject({
      code: "rate_limited",
    });

    await requestDomainCode(owner, { companyId, mailbox: "team" });
    const second = await sentTo(`team@${domain}`);
    await sql`update companies set website = 'https://elsewhere.example' where id = ${companyId}`;
    await expect(redeemDomainCode(owner, { companyId, code: second })).rejects.toThrow("There is no code");
    await sql`update companies set website = ${`https://${domain}`} where id = ${companyId}`;
    await moveClock(sql, "11 minutes");
    await expect(redeemDomainCode(owner, { companyId, code: second })).rejects.toThrow("it has expired");
    expect(await badge()).toEqual(unverified);
  });

  it.each(["jobs@elsewhere.example", "jobs@", "", "a b", 'jobs"', "jobs>"])(
    "a code is sent to no other domain (%s)",
    (mailbox) => {
      expect(RequestDomainCode.safeParse({ companyId, mailbox }).success).toBe(false);
    },
  );
});

describe("by a DNS record", () => {
  const results = async () =>
    ((await findVerification(owner, companyId))?.results ?? []).map(({ result }) => result);
  const isDue = async () => (await findVerification(owner, companyId))?.nextAt !== null;

  it("a company is verified once the record is there, which is looked for again and again", async () => {
    const record = recordOf(companyId, domain);
    await startDomainCheck(owner, { companyId });
    await checkDomains();
    names.records.set(record.name, [recordOf(companyId, "elsewhere.example").value]);
    await moveClock(sql, "2 minutes");
    await checkDomains();
    expect(await results()).toEqual(["missing", "other"]);
    expect(await badge()).toEqual(unverified);
    await checkDomains();
    expect(await results()).toHaveLength(2);
    names.records.set(record.name, ["something else", record.value]);
    await moveClock(sql, "10 minutes");
    await checkDomains();
    expect(await results()).toEqual(["missing", "other", "found"]);
    expect(await badge()).toEqual({ verified_by: "dns", badge_lost_by: null });
    expect(await isDue()).toBe(false);
  });

  it("a server that does not answer verifies nobody", async () => {
    names.records.set(recordOf(companyId, domain).name, null);
    await startDomainCheck(owner, { companyId });
    await checkDomains();
    expect(await results()).toEqual(["silent"]);
    expect(await badge()).toEqual(unverified);
    expect(await isDue()).toBe(true);
  });

  it("a company is looked for seven times, then when it asks again", async () => {
    await startDomainCheck(owner, { companyId });
    for (let hours = 0; hours < 10; hours++) {
      await moveClock(sql, `${hours * 25} hours`);
      await checkDomains();
    }
    expect(await results()).toEqual(Array.from({ length: 7 }, () => "missing"));
    expect(await isDue()).toBe(false);
    await startDomainCheck(owner, { companyId });
    expect(await results()).toEqual([]);
  });

  it("a record for the website of before verifies nothing", async () => {
    const record = recordOf(companyId, domain);
    names.records.set(record.name, [record.value]);
    await startDomainCheck(owner, { companyId });
    await sql`update companies set website = 'https://elsewhere.example' where id = ${companyId}`;
    await checkDomains();
    expect(await badge()).toEqual(unverified);
    expect(await isDue()).toBe(false);
  });
});
