import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { discardImports, removePosting } from "@/lib/moderation/commands/decide";
import { listIncompleteImports } from "@/lib/moderation/queries/postings";
import { CompleteImport } from "../input";
import { findPostingStatus } from "../queries/status";
import { completeImport } from "./complete-import";

const { sql } = await testDatabase();
let admin: Admin;
beforeAll(async () => {
  admin = await createAdmin();
});

const origin = () => ({ source: "json:acme", externalId: unique("id"), externalUrl: "https://acme.example" });

/** An import that states no pay, and what else is given. */
const incomplete = async (given: Partial<Parameters<typeof createPosting>[0]> = {}) =>
  createPosting({
    companyId: (await createCompany()).id,
    state: "draft",
    salary: null,
    origin: origin(),
    ...given,
  });

const complete = (id: string, typed: Record<string, unknown>) =>
  completeImport(admin, CompleteImport.parse({ id, ...typed }));

const stateOf = async (id: string) =>
  (await sql`select state, salary_min_minor::int as pay, published_at from postings where id = ${id}`)[0];

describe("an admin completes an imported posting", () => {
  it("with what is missing alone, and it is in review", async () => {
    const { id } = await incomplete();
    await complete(id, { salaryMin: "60k", salaryMax: "80k", salaryCurrency: "EUR" });
    expect(await stateOf(id)).toMatchObject({ state: "in_review", pay: 6_000_000 });
    expect((await listIncompleteImports(admin)).postings.map((one) => one.id)).not.toContain(id);
  });

  it("and is told of every field that is still missing", async () => {
    const { id } = await incomplete({ workplace: "remote", hiringCountries: [] });
    await expect(complete(id, { title: "Ledger Developer" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "salaryMin" }, { path: "hiringCountries" }],
    });
    expect(await stateOf(id)).toMatchObject({ state: "draft" });
  });

  it("unless its company has members, who write its postings themselves", async () => {
    const { id: companyId } = await createCompany();
    const { id } = await incomplete({ companyId });
    await addMember(companyId, await createUser(), "owner");
    await expect(complete(id, {})).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("discarded imports", () => {
  it("are removed with a decision, and what is no incomplete import stays", async () => {
    const [one, two] = [await incomplete(), await incomplete()];
    const live = await createPosting({ companyId: (await createCompany()).id });
    expect(await discardImports(admin, { ids: [one.id, two.id, live.id] })).toBe(2);
    expect(await stateOf(one.id)).toMatchObject({ state: "removed", published_at: null });
    expect(await stateOf(live.id)).toMatchObject({ state: "published" });
    expect(await sql`select kind from decisions where posting_id = ${two.id}`).toEqual([{ kind: "remove" }]);
    expect(await discardImports(admin, { ids: [one.id] })).toBe(0);
  });

  it("were never public, so their address answers as if they had not been there", async () => {
    const one = await incomplete();
    await discardImports(admin, { ids: [one.id] });
    expect(await findPostingStatus(one.slug)).toBe(404);
    const reviewed = await createPosting({ companyId: (await createCompany()).id, state: "in_review" });
    await removePosting(admin, { id: reviewed.id, about: "scam", reason: "It is not a real role." });
    expect(await findPostingStatus(reviewed.slug)).toBe(404);
    const live = await createPosting({ companyId: (await createCompany()).id });
    await removePosting(admin, { id: live.id, about: "scam", reason: "It is not a real role." });
    expect(await findPostingStatus(live.slug)).toBe(410);
  });
});
