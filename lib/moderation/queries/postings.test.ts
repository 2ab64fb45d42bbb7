import { beforeAll, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser, unique } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { deliverEvent } from "@/lib/notifications/deliver";
import { approvePosting, removePosting, sendPostingBack } from "../commands/decide";
import { listReviewQueue } from "./desk";
import { findPostingForReview, listDecisions, listRisks, listRisksOfTyped } from "./postings";

const { sql } = await testDatabase();
let admin: Admin;
beforeAll(async () => {
  admin = await createAdmin();
});

describe("a company that looks like another", () => {
  let owner: Actor;
  beforeAll(async () => {
    owner = await createUser();
    const verified = { verifiedBy: "dns", verifiedAt: new Date() } as const;
    const real = await createCompany({
      name: "Tallyhaven",
      website: "https://tallyhaven.example",
      owner: await createUser(),
      ...verified,
    });
    await createPosting({ companyId: real.id });
    await createCompany({
      name: "Hushwater",
      website: "https://hushwater.example",
      owner: await createUser(),
    });
  });

  const isThat = "The company's name is the same as that of Tallyhaven, a verified company.";
  const looksLike = "The company's name looks like Tallyhaven, a verified company.";
  const website = "The company's website looks like that of Tallyhaven, a verified company.";
  const hidden = "The company's name looks like a company that is not verified and not public yet.";

  it.each([
    [{ name: "Tallyhaven" }, isThat],
    [{ name: "TALLYHAVEN " }, isThat],
    [{ name: "Tаllyhaven Inc." }, looksLike],
    [{ name: "Ta1lyhaven Careers" }, looksLike],
    [{ name: "Evil Ltd", website: "https://tallyhaven.example" }, website],
    [{ name: "Evil Ltd", website: "https://tallyhaven-jobs.example" }, website],
    [{ name: "Evil Ltd", website: "https://careers.tallyhaven.evil.example" }, website],
  ])("such as %j is a reason for a second look, told to admins and writers alike", async (named, reason) => {
    const company = await createCompany({ ...named, owner });
    const { id } = await createPosting({ companyId: company.id, state: "in_review" });
    const isReason = (risks: string[] | undefined) => risks?.filter((risk) => risk.includes("Tallyhaven"));
    expect(isReason((await findPostingForReview(admin, id))?.risks)).toEqual([reason]);
    const told = await listRisks(owner, id);
    expect(isReason(told.map(({ message }) => message))).toEqual([reason]);
    expect(told.find(({ message }) => message === reason)?.about).toBe("company");
    const queue = await listReviewQueue(admin);
    expect(
      isReason(queue.rows.flatMap((row) => (row.kind === "posting" && row.id === id ? row.risks : []))),
    ).toEqual([reason]);
    await sql`delete from postings where id = ${id}`;
    await sql`delete from companies where id = ${company.id}`;
  });

  it("is told by name to admins alone where the other is not public", async () => {
    const company = await createCompany({ name: "Hush Water GmbH", owner });
    const { id } = await createPosting({ companyId: company.id, state: "in_review" });
    expect((await findPostingForReview(admin, id))?.risks).toContain(
      "The company's name looks like Hushwater, a company that is not verified.",
    );
    const told = (await listRisks(owner, id)).map(({ message }) => message);
    expect(told).toContain(hidden);
    expect(told.join()).not.toContain("Hushwater");
  });

  it("is no reason where it only has much in common, nor against itself", async () => {
    const company = await createCompany({ name: unique("Gull"), website: "https://gull.example", owner });
    const { id } = await createPosting({ companyId: company.id, state: "in_review" });
    expect(
      (await findPostingForReview(admin, id))?.risks.filter((risk) => risk.startsWith("The company's")),
    ).toEqual([]);
  });

  it("is found through an index, however many companies there are", async () => {
    await sql`insert into companies (name, slug, name_key, skeletons)
      select 'Filler ' || n, 'filler-' || n, 'filler ' || n, array['filler' || n, 'site' || n] from generate_series(1, 20000) n`;
    await sql`analyze companies`;
    const plan = await sql`explain select 1 from companies c where exists (
      select 1 from companies other where other.skeletons && c.skeletons and other.id <> c.id) and c.slug = 'filler-7'`;
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("companies_skeletons");
  });
});

describe("a decision", () => {
  let owner: Actor;
  let companyId: string;
  beforeAll(async () => {
    owner = await createUser();
    companyId = (await createCompany({ owner })).id;
  });
  const inReview = () => createPosting({ companyId, title: "Ledger Developer", state: "in_review" });
  /** The mails that the last event of the posting makes. */
  async function mailsAbout(postingId: string) {
    const [event] =
      await sql`select id::int from events where posting_id = ${postingId} order by id desc limit 1`;
    await deliverEvent({ eventId: event?.id });
    const rows = await sql`
      select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'send-mail' and j.payload ->> 'key' like ${`event-${event?.id}-%`}`;
    return rows.map(({ payload }) => payload);
  }

  it("to remove a posting is told to its company, with the reason and the way to appeal", async () => {
    const { id } = await createPosting({ companyId, title: "Ledger Developer" });
    await removePosting(admin, { id, reason: "It asks candidates to pay for training." });
    const [mail, ...others] = await mailsAbout(id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: owner.email,
      subject: "Removed: Ledger Developer",
      action: { url: expect.stringContaining(`/employer/postings/${id}`) },
    });
    expect(mail.paragraphs.join("\n")).toContain("Reason: It asks candidates to pay for training.");
    expect(mail.paragraphs.join("\n")).toContain(`/employer/postings/${id}/appeal`);
  });

  it("to send one back likewise", async () => {
    const { id } = await inReview();
    await sendPostingBack(admin, { id, reasons: [{ field: "title", message: "Say which ledger." }] });
    const [mail] = await mailsAbout(id);
    expect(mail).toMatchObject({ to: owner.email, subject: "Changes requested: Ledger Developer" });
    expect(mail.paragraphs.join("\n")).toContain("Title: Say which ledger.");
    expect(mail.paragraphs.join("\n")).toContain("/contact");
  });

  it("is listed for the members of the company, newest first, and for nobody else", async () => {
    const { id } = await inReview();
    await approvePosting(admin, { id });
    expect(await mailsAbout(id)).toMatchObject([{ to: owner.email, subject: "Live: Ledger Developer" }]);
    await removePosting(admin, { id, reason: "It is no real role." });
    expect(await listDecisions(owner, id)).toMatchObject([
      { kind: "remove", reasons: [{ field: "other", message: "It is no real role." }] },
      { kind: "approve", reasons: [] },
    ]);
    const stranger = await createUser();
    await createCompany({ owner: stranger });
    expect(await listDecisions(stranger, id)).toEqual([]);
  });
});

it.each([{ email: `${unique("kim")}@mailinator.com` }, { website: "https://jobs.mailinator.com" }])(
  "a company with a domain of addresses for minutes (%j) gets a second look, told to admins and writers alike",
  async ({ email, website }) => {
    const owner = await createUser(email ? { email } : {});
    const company = await createCompany({ owner, website });
    const { id } = await createPosting({ companyId: company.id, state: "in_review" });
    const reason =
      "The company or its members use mailinator.com, which gives anybody an address for a few minutes.";
    expect((await findPostingForReview(await createAdmin(), id))?.risks).toContain(reason);
    const typed = {
      title: "Go",
      description: "",
      workplace: "remote",
      hiringCountries: ["DE"],
      questions: [],
    };
    for (const risks of [
      await listRisks(owner, id),
      await listRisksOfTyped(owner, { ...typed, id: null, companyId: company.id, pay: null }),
    ])
      expect(risks).toContainEqual({ message: reason, about: "company" });
  },
);
