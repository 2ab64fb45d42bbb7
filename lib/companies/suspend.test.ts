import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { findCompanyForAdmin, listCompaniesForAdmin } from "@/lib/moderation/queries/companies";
import { deliverEvent } from "@/lib/notifications/deliver";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { findPostingStatus } from "@/lib/postings/queries/status";
import { suspendCompany, unsuspendCompany } from "./commands/suspend";
import { findCompany } from "./queries";

const { sql } = await testDatabase();
let admin: Admin;
let owner: Actor;
let company: { id: string; slug: string; name: string };
let posting: { slug: string };
beforeEach(async () => {
  admin = await createAdmin();
  owner = await createUser();
  company = await createCompany({ owner });
  posting = await createPosting({ companyId: company.id });
});

const reason = "It pretends to be another company.";
const suspend = () => suspendCompany(admin, { companyId: company.id, reason });

describe("a suspended company", () => {
  it("is gone with all of its postings at once, and its owners are told why", async () => {
    await suspend();
    expect(await findCompany(company.slug, null)).toBeNull();
    expect(await findPostingBySlug(posting.slug)).toBeNull();
    expect(await findPostingStatus(posting.slug)).toBe(404);
    const [event] = await sql`
      select id::int from events where company_id = ${company.id} and type = 'company.suspended'`;
    await deliverEvent({ eventId: event?.id });
    const [job] = await sql`
      select j.payload from graphile_worker._private_jobs j where j.payload ->> 'key' = ${`event-${event?.id}-${owner.userId}`}`;
    expect(job?.payload.paragraphs).toContain(`Reason: ${reason}`);
    await expect(suspend()).rejects.toMatchObject({ code: "conflict" });
  });

  it("is shown again once that is lifted", async () => {
    await suspend();
    await unsuspendCompany(admin, { companyId: company.id });
    expect(await findPostingBySlug(posting.slug)).not.toBeNull();
    await expect(unsuspendCompany(admin, { companyId: company.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("stays in sight of admins", async () => {
    await suspend();
    expect(await findCompanyForAdmin(admin, company.slug)).toMatchObject({
      suspendReason: reason,
      published: 1,
      people: [{ email: owner.email, role: "owner" }],
    });
    const { companies } = await listCompaniesForAdmin(admin, { suspended: true });
    expect(companies.map(({ id }) => id)).toContain(company.id);
  });
});

it("companies are found by the beginning of their names, page by page", async () => {
  const start = unique("Zebra");
  for (const end of ["b", "a", "c"]) await createCompany({ name: `${start} ${end}` });
  const { companies } = await listCompaniesForAdmin(admin, { q: start.toUpperCase(), suspended: false });
  expect(companies.map(({ name }) => name.slice(-1))).toEqual(["a", "b", "c"]);
  const after = companies[0]?.id;
  const next = await listCompaniesForAdmin(admin, { q: start, suspended: false, after });
  expect(next.companies.map(({ name }) => name.slice(-1))).toEqual(["b", "c"]);
});
