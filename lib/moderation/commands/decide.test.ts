import { beforeAll, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { approvePosting, removePosting, sendPostingBack } from "./decide";

const { sql } = await testDatabase();
let admin: Admin;
let companyId: string;
beforeAll(async () => {
  admin = await createAdmin();
  companyId = (await createCompany({ owner: await createUser() })).id;
});

const inReview = () => createPosting({ companyId, state: "in_review" });

/** The posting's state, the decisions on it and its events, oldest first. */
async function recordOf(id: string) {
  const [posting] = await sql`select state, remove_reason from postings where id = ${id}`;
  const decisions =
    await sql`select kind, admin_id, reasons from decisions where posting_id = ${id} order by id`;
  const events = await sql`select type, actor_id from events where posting_id = ${id} order by id`;
  return {
    posting,
    decisions: decisions.map((one) => ({ ...one })),
    events: events.map((one) => ({ ...one })),
  };
}

describe("each decision changes the posting, and is kept with its admin and one event:", () => {
  it("approving puts it live", async () => {
    const { id } = await inReview();
    await approvePosting(admin, { id });
    expect(await recordOf(id)).toEqual({
      posting: { state: "published", remove_reason: null },
      decisions: [{ kind: "approve", admin_id: admin.userId, reasons: [] }],
      events: [{ type: "posting.published", actor_id: admin.userId }],
    });
  });

  it("R38 approving again because the answer was lost gives the first answer, and to another admin that it is decided", async () => {
    const { id } = await inReview();
    const [{ at } = {}] = await sql<{ at: Date }[]>`select submitted_at as at from postings where id = ${id}`;
    const seen = at?.toISOString();
    expect(await approvePosting(admin, { id, seen })).toBe("live");
    expect(await approvePosting(admin, { id, seen })).toBe("live");
    expect((await recordOf(id)).decisions).toHaveLength(1);
    await expect(approvePosting(await createAdmin(), { id, seen })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("sending back makes it a draft again, with the reasons", async () => {
    const { id } = await inReview();
    const reasons = [{ field: "title" as const, message: "Say which ledger." }];
    await sendPostingBack(admin, { id, reasons });
    expect(await recordOf(id)).toEqual({
      posting: { state: "draft", remove_reason: null },
      decisions: [{ kind: "send_back", admin_id: admin.userId, reasons }],
      events: [{ type: "posting.sent_back", actor_id: admin.userId }],
    });
  });

  it("removing takes it down for a public reason", async () => {
    const { id } = await createPosting({ companyId });
    const reason = "It asks for money in advance.";
    await removePosting(admin, { id, reason });
    expect(await recordOf(id)).toEqual({
      posting: { state: "removed", remove_reason: reason },
      decisions: [{ kind: "remove", admin_id: admin.userId, reasons: [{ field: "other", message: reason }] }],
      events: [
        { type: "posting.published", actor_id: null },
        { type: "posting.removed", actor_id: admin.userId },
      ],
    });
  });
});

describe("a decision that cannot be made leaves nothing behind", () => {
  it.each([
    ["approve", (id: string) => approvePosting(admin, { id })],
    [
      "return",
      (id: string) => sendPostingBack(admin, { id, reasons: [{ field: "title", message: "Why?" }] }),
    ],
  ])("where there is nothing in review: %s", async (_, decide) => {
    const { id } = await createPosting({ companyId, state: "draft" });
    await expect(decide(id)).rejects.toMatchObject({ code: "conflict" });
    expect(await recordOf(id)).toMatchObject({ posting: { state: "draft" }, decisions: [], events: [] });
  });

  it("where nothing is public or is to be: remove", async () => {
    const { id } = await createPosting({ companyId, state: "draft" });
    await expect(removePosting(admin, { id, reason: "It is no real role." })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await recordOf(id)).toMatchObject({ posting: { state: "draft" }, decisions: [], events: [] });
  });

  it("where there is no such posting", async () => {
    const id = "00000000-0000-4000-8000-000000000000";
    await expect(approvePosting(admin, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

it("of two admins who decide at once, one decides and the other is told", async () => {
  const { id } = await inReview();
  const other = await createAdmin();
  const outcomes = await Promise.allSettled([
    approvePosting(admin, { id }),
    sendPostingBack(other, { id, reasons: [{ field: "title", message: "Say which ledger." }] }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict" },
  });
  expect((await recordOf(id)).decisions).toHaveLength(1);
});
