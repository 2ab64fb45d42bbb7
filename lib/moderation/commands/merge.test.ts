import { beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createInvitation,
  createPosting,
  createUser,
  unique,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { createTemplate } from "@/lib/applications/commands/templates";
import type { Actor, Admin } from "@/lib/auth/input";
import { MergeCompany } from "@/lib/companies/input";
import { findCompany, findMergedInto, listMembers } from "@/lib/companies/queries";
import { findCompanyForAdmin } from "@/lib/moderation/queries/companies";
import { deliverEvent } from "@/lib/notifications/deliver";
import { importPostings } from "@/lib/postings/commands/import";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { saveSearch } from "@/lib/saved/commands/searches";
import { following } from "@/lib/saved/rules";
import { mergeCompany } from "./merge";

const { sql } = await testDatabase();
let admin: Admin;
let owner: Actor;
let other: Actor;
let from: { id: string; slug: string; name: string };
let into: { id: string; slug: string; name: string };
beforeEach(async () => {
  admin = await createAdmin();
  [owner, other] = [await createUser(), await createUser()];
  from = await createCompany({ owner });
  into = await createCompany({ owner: other });
});

const merge = (given: Partial<MergeCompany> = {}) =>
  mergeCompany(admin, MergeCompany.parse({ companyId: from.id, into: into.slug, ...given }));

describe("a company that is merged into another", () => {
  it("carries its postings along, with applications, invitations and views", async () => {
    const posting = await createPosting({ companyId: from.id });
    const candidate = await createUser();
    const { id } = await createApplication({ postingId: posting.id, companyId: from.id, candidate });
    await createInvitation({ postingId: posting.id, companyId: from.id, candidate });
    expect(await merge()).toEqual({ slug: into.slug });
    expect(await findPostingBySlug(posting.slug)).toMatchObject({ company: { slug: into.slug } });
    expect(await sql`select company_id from applications where id = ${id}`).toEqual([
      { company_id: into.id },
    ]);
    expect(await sql`select company_id from invitations where posting_id = ${posting.id}`).toEqual([
      { company_id: into.id },
    ]);
  });

  it("carries its members and templates along; who is in both keeps the role in the second", async () => {
    await addMember(from.id, other, "reviewer");
    await createTemplate(owner, from.id, { name: "Thanks", text: "Thank you." });
    await createTemplate(other, into.id, { name: "Thanks", text: "Thanks." });
    await createTemplate(owner, from.id, { name: "Later", text: "Not now." });
    await merge();
    expect((await listMembers(other, into.id)).map(({ userId, role }) => [userId, role]).sort()).toEqual(
      [
        [owner.userId, "owner"],
        [other.userId, "owner"],
      ].sort(),
    );
    expect(await sql`select name from message_templates where company_id = ${into.id} order by name`).toEqual(
      [{ name: "Later" }, { name: "Thanks" }],
    );
  });

  it("carries its followers along, once each", async () => {
    await createPosting({ companyId: from.id });
    await createPosting({ companyId: into.id });
    const [one, both] = [await createUser(), await createUser()];
    for (const actor of [one, both]) await saveSearch(actor, { criteria: following(from.slug) });
    await saveSearch(both, { criteria: following(into.slug) });
    await saveSearch(one, { criteria: `skill=go&company=${from.slug}` });
    await merge();
    const criteria = async ({ userId }: Actor) =>
      (await sql`select criteria from saved_searches where user_id = ${userId} order by criteria`).map(
        (row) => row.criteria,
      );
    expect(await criteria(both)).toEqual([following(into.slug)]);
    expect(await criteria(one)).toHaveLength(2);
    expect((await criteria(one)).join(" ")).not.toContain(from.slug);
  });

  it("leaves its address, which leads to the second, also through several mergers", async () => {
    await createPosting({ companyId: from.id });
    await merge();
    expect(await findCompany(from.slug, owner)).toBeNull();
    expect(await findMergedInto(from.slug)).toBe(into.slug);
    const third = await createCompany();
    await merge({ companyId: into.id, into: `http://localhost:3000/companies/${third.slug}` });
    expect(await findMergedInto(from.slug)).toBe(third.slug);
    expect(await findCompanyForAdmin(admin, from.slug)).toBeNull();
  });

  it("is told to all members", async () => {
    await merge();
    const [event] = await sql`
      select id::int from events where company_id = ${into.id} and type = 'company.merged'`;
    await deliverEvent({ eventId: event?.id });
    const jobs = await sql`
      select j.payload ->> 'to' as to from graphile_worker._private_jobs j where j.payload ->> 'key' like ${`event-${event?.id}-%`}`;
    expect(jobs.map(({ to }) => to).sort()).toEqual([owner.email, other.email].sort());
  });

  it("is found by imports under its old name", async () => {
    const name = unique("Acme");
    const old = await createCompany({ name });
    const target = await createCompany();
    await mergeCompany(admin, { companyId: old.id, into: target.slug });
    const toImport = (externalId: string) => ({
      at: "file",
      format: "json" as const,
      posting: { ...imported, companyName: name, externalId },
    });
    const [outcome] = await importPostings([toImport("1")], { publish: false, seen: new Set() });
    expect(outcome).toMatchObject({ outcome: "new" });
    expect(
      await sql`select company_id from postings where source like ${`json:${name.toLowerCase()}%`}`,
    ).toEqual([{ company_id: target.id }]);
    await addMember(target.id, await createUser(), "owner");
    const [refused] = await importPostings([toImport("2")], { publish: false, seen: new Set() });
    expect(refused).toMatchObject({ outcome: "refused" });
  });
});

/** A posting as a file would state it. */
const imported = {
  title: "Ledger Developer",
  companyUrl: null,
  url: "https://acme.example/jobs/1",
  description:
    "Go services on PostgreSQL that carry each payment, a few thousand writes a second, every day.",
  locationText: null,
  places: [],
  workplace: null,
  employment: [],
  salary: null,
  postedAt: null,
  tags: [],
  hiringCountries: [],
};

describe("a merger is refused", () => {
  it.each([
    ["with itself", () => merge({ into: from.slug }), "invalid"],
    ["with what is not there", () => merge({ into: "nothing-here" }), "invalid"],
    ["of what is not there", () => merge({ companyId: "00000000-0000-4000-8000-000000000000" }), "not_found"],
  ])("%s", async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  it("with a company that is suspended or closed", async () => {
    await sql`update companies set suspended_at = now() where id = ${into.id}`;
    await expect(merge()).rejects.toMatchObject({ code: "conflict" });
  });
});
