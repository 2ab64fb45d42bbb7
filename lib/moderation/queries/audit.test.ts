import { beforeAll, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { approvePosting } from "../commands/decide";
import { exportAudit } from "../commands/export-audit";
import { AuditSearch } from "../input";
import { listAudit } from "./audit";

const { sql } = await testDatabase();
let admin: Admin;
let owner: Actor;
let companyId: string;
let postingId: string;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  admin = await createAdmin();
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
  postingId = (await createPosting({ companyId, state: "in_review" })).id;
  await approvePosting(admin, { id: postingId });
  await sql`
    insert into events (type, at, actor_id) select 'user.signed_in', now() - n * interval '1 hour', ${owner.userId}
    from generate_series(1, 3000) n`;
  await sql`analyze events`;
});

const found = (search: Record<string, unknown>, limit = 50) =>
  listAudit(admin, AuditSearch.parse(search), limit);

describe("the audit", () => {
  it.each([
    ["who", () => ({ who: admin.email }), ["posting.published"]],
    ["what", () => ({ what: "posting.published" }), ["posting.published"]],
    ["the id of a posting", () => ({ id: postingId }), ["posting.published"]],
    ["the id of a company", () => ({ id: companyId }), ["posting.published"]],
    [
      "all of them",
      () => ({ who: admin.email, what: "posting.published", id: postingId, day: today }),
      ["posting.published"],
    ],
    ["somebody else", () => ({ who: owner.email, id: postingId }), []],
    ["nobody", () => ({ who: "nobody@example.com" }), []],
    ["another day", () => ({ id: postingId, day: "2020-01-01" }), []],
  ])("is searched by %s", async (_, search, types) => {
    expect((await found(search())).map(({ type }) => type)).toEqual(types);
  });

  it("goes on from the last entry of a page, newest first", async () => {
    const page = await found({}, 2);
    const next = await found({ before: page.at(-1)?.id }, 2);
    const ids = [...page, ...next].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(4);
  });

  it("is exported as it was searched, which is recorded too", async () => {
    const csv = await exportAudit(admin, { id: postingId });
    expect(csv.split("\r\n")[1]).toContain(`posting.published,${admin.email},${admin.userId}`);
    expect(await found({ what: "audit.exported" })).toMatchObject([{ data: { rows: 1 } }]);
  });
});
