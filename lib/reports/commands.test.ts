import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { daysBefore } from "@/lib/days";
import { clearPosting, freezePosting, removePosting } from "@/lib/moderation/commands/decide";
import { findPostingBySlug } from "@/lib/postings/queries/public";
import { reportPosting } from "./commands";
import { countReported, findReportFacts, listOpenReports, listReported } from "./queries";
import { isWeighty } from "./rules";

const { sql } = await testDatabase();

let admin: Admin;
let posting: { id: string; slug: string };

beforeEach(async () => {
  admin = await createAdmin();
  posting = await createPosting({ companyId: (await createCompany()).id });
});

/** Somebody who has had an account for some days. */
const reporter = (days = 30) => createUser({ createdAt: daysBefore(new Date(), days) });

const report = (actor: Actor | null, postingId = posting.id) =>
  reportPosting(actor, { postingId, reason: "scam", words: undefined });

const isShown = async () => (await findPostingBySlug(posting.slug)) !== null;
const typesOf = async (postingId = posting.id) =>
  (await sql`select type from events where posting_id = ${postingId} order by id`).map(({ type }) => type);

describe("reports of a posting", () => {
  it("freeze it at the third of different people, and everyone concerned is told", async () => {
    await report(await reporter());
    await report(await reporter());
    expect(await isShown()).toBe(true);
    await report(await reporter());
    expect(await isShown()).toBe(false);
    expect((await typesOf()).slice(-2)).toEqual(["report.submitted", "posting.frozen"]);
    await expect(report(await reporter())).rejects.toMatchObject({ code: "not_found" });
  });

  it("never freeze it without an account, from new accounts, or twice from one person", async () => {
    for (let i = 0; i < 5; i++) await report(null);
    for (let i = 0; i < 3; i++) await report(await reporter(0.5));
    const one = await reporter();
    await report(one);
    await expect(report(one)).rejects.toMatchObject({ code: "conflict" });
    await report(await reporter());
    expect(await isShown()).toBe(true);
    const [row] = (await listReported(admin)).reported.filter(({ postingId }) => postingId === posting.id);
    expect(row).toMatchObject({ count: 10, weighty: 2, reasons: ["scam"] });
  });

  it("of someone who was never right weigh nothing", async () => {
    const wrong = await reporter();
    for (let i = 0; i < 3; i++) {
      const other = await createPosting({ companyId: (await createCompany()).id });
      await report(wrong, other.id);
      await clearPosting(admin, { id: other.id });
    }
    await report(wrong);
    await report(await reporter());
    await report(await reporter());
    expect(await isShown()).toBe(true);
    expect((await listOpenReports(admin, posting.id)).map(({ weighs }) => weighs)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("are of what is live alone", async () => {
    const draft = await createPosting({ companyId: (await createCompany()).id, state: "draft" });
    await expect(report(await reporter(), draft.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("freeze it once, however many arrive together", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => reporter()));
    const results = await Promise.allSettled(people.map((one) => report(one)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    expect((await typesOf()).filter((type) => type === "posting.frozen")).toHaveLength(1);
  });
});

describe("an admin's decision about them", () => {
  it("shows the posting again, and tells those who reported it that nothing was wrong", async () => {
    const people = [await reporter(), await reporter(), await reporter()];
    for (const one of people) await report(one);
    const [reportOf] = await listOpenReports(admin, posting.id);
    await clearPosting(admin, { id: posting.id });
    expect(await isShown()).toBe(true);
    expect((await typesOf()).slice(-4)).toEqual([
      "report.decided",
      "report.decided",
      "report.decided",
      "posting.unfrozen",
    ]);
    expect(await findReportFacts(reportOf?.id ?? "")).toMatchObject({ email: people[0]?.email });
    await expect(clearPosting(admin, { id: posting.id })).rejects.toMatchObject({ code: "conflict" });
    // The same people may report it again, and three of them are needed again.
    await report(people[0] ?? null);
    expect(await isShown()).toBe(true);
  });

  it("removes it, and tells them that they were right", async () => {
    await report(await reporter());
    await report(null);
    const before = await countReported(admin);
    await removePosting(admin, { id: posting.id, reason: "It asks candidates for money." });
    expect(await sql`select state from reports where posting_id = ${posting.id}`).toEqual([
      { state: "upheld" },
      { state: "upheld" },
    ]);
    expect(await countReported(admin)).toBe(before - 1);
  });

  it("freezes it without a report, and unfreezes it", async () => {
    await freezePosting(admin, { id: posting.id, reason: "We are asking the company." });
    expect(await isShown()).toBe(false);
    await clearPosting(admin, { id: posting.id });
    expect(await isShown()).toBe(true);
    expect(await sql`select kind from decisions where posting_id = ${posting.id} order by id`).toEqual([
      { kind: "freeze" },
      { kind: "unfreeze" },
    ]);
  });
});

it("counts the report of a person who was right before, however often they were wrong", () => {
  const now = new Date("2026-03-01");
  const since = daysBefore(now, 40);
  expect(isWeighty({ createdAt: since, upheld: 1, dismissed: 9 }, now)).toBe(true);
  expect(isWeighty({ createdAt: since, upheld: 0, dismissed: 3 }, now)).toBe(false);
  expect(isWeighty({ createdAt: daysBefore(now, 1), upheld: 0, dismissed: 0 }, now)).toBe(true);
  expect(isWeighty({ createdAt: daysBefore(now, 0.9), upheld: 0, dismissed: 0 }, now)).toBe(false);
  expect(isWeighty(null, now)).toBe(false);
});
