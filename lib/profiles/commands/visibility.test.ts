import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createCompany, createPosting, createProfile, createUser, unique } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { findProfile } from "../queries/profile";
import { listBlockableNames, listBlocks, listProfileViews } from "../queries/visibility";
import { blockCompany, blockDomain, setSearchable, unblockCompany, unblockDomain } from "./visibility";

const { db, sql } = await testDatabase();

describe("who may find a candidate", () => {
  let candidate: Actor;
  beforeAll(async () => {
    candidate = await createUser();
  });
  const eventsOf = (actor: Actor) =>
    db
      .select({ data: events.data, companyId: events.companyId })
      .from(events)
      .where(and(eq(events.actorId, actor.userId), eq(events.type, "profile.visibility_changed")));

  it("is said on one's own profile, there or not", async () => {
    await setSearchable(candidate, { searchable: true });
    expect(await findProfile(candidate)).toMatchObject({ searchable: true, headline: "" });
    await setSearchable(candidate, { searchable: false });
    expect(await findProfile(candidate)).toMatchObject({ searchable: false });
    const other = await createUser();
    await createProfile(other, { headline: "Go", searchable: false });
    await setSearchable(other, { searchable: true });
    expect(await findProfile(other)).toMatchObject({ searchable: true, headline: "Go" });
  });

  it("is narrowed by companies and domains, each once, and widened again", async () => {
    const name = unique("Acme");
    const [one, two] = [
      await createCompany({ name, owner: await createUser() }),
      await createCompany({ name }),
    ];
    await blockCompany(candidate, { company: name.toUpperCase() });
    await blockCompany(candidate, { company: name });
    await blockDomain(candidate, { domain: "example.com" });
    await blockDomain(candidate, { domain: "example.com" });
    const blocks = await listBlocks(candidate);
    expect(blocks.companies.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
    expect(blocks.domains).toEqual(["example.com"]);
    expect(await listBlockableNames()).not.toContain(name);
    await createPosting({ companyId: one.id });
    expect(await listBlockableNames()).toContain(name);

    const stranger = await createUser();
    await unblockCompany(stranger, { companyId: one.id });
    await unblockDomain(stranger, { domain: "example.com" });
    expect(await listBlocks(candidate)).toEqual(blocks);
    expect(await listBlocks(stranger)).toEqual({ companies: [], domains: [] });

    await unblockCompany(candidate, { companyId: one.id });
    await unblockDomain(candidate, { domain: "example.com" });
    expect(await listBlocks(candidate)).toEqual({ companies: [{ id: two.id, name }], domains: [] });
  });

  it("is an event that tells nobody what was blocked", async () => {
    const told = await eventsOf(candidate);
    expect(told.length).toBeGreaterThanOrEqual(4);
    expect(new Set(told.map((event) => JSON.stringify(event)))).toEqual(
      new Set(['{"data":{},"companyId":null}']),
    );
  });

  it("is refused for a company that is not here, and for one block too many", async () => {
    const company = unique("Nowhere");
    await expect(blockCompany(candidate, { company })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "company" }],
    });
    await sql`insert into blocked_domains (user_id, domain, at)
      select ${candidate.userId}, 'a' || n || '.example', now() from generate_series(1, 199) n`;
    await expect(blockDomain(candidate, { domain: "one.example" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listBlocks(candidate)).domains).not.toContain("one.example");
  });

  it("is looked up by the candidate alone", async () => {
    const owner = await createUser();
    const company = await createCompany({ owner });
    const posting = await createPosting({ companyId: company.id, title: "Ledger" });
    await sql`insert into profile_views (candidate_id, company_id, posting_id, member_id, at)
      values (${candidate.userId}, ${company.id}, ${posting.id}, ${owner.userId}, now())`;
    expect(await listProfileViews(candidate)).toMatchObject([
      { companyName: company.name, postingTitle: "Ledger", postingSlug: posting.slug },
    ]);
    expect(await listProfileViews(owner)).toEqual([]);
    expect(JSON.stringify(await listProfileViews(candidate))).not.toContain(owner.email);
  });
});
