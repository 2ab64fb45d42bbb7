import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  addMember,
  createAdmin,
  createApplication,
  createCompany,
  createPosting,
  createUser,
  someDescription,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import { moveApplication } from "@/lib/applications/commands/move";
import type { Actor, Admin } from "@/lib/auth/input";
import { listLedger } from "@/lib/events/queries";
import { formRecord } from "@/lib/forms/changes";
import { approvePosting, sendPostingBack } from "@/lib/moderation/commands/decide";
import { listReviewQueue } from "@/lib/moderation/queries/desk";
import { findPostingForReview } from "@/lib/moderation/queries/postings";
import { deliverEvent } from "@/lib/notifications/deliver";
import { countNews } from "@/lib/notifications/queries/news";
import { postingForm } from "../form";
import { PostingForm } from "../input";
import { findOwnPosting } from "../queries/own";
import { findPostingBySlug } from "../queries/public";
import { withRevision } from "../terms";
import { closePosting } from "./close";
import { editPosting, withdrawRevision } from "./edit";
import { pausePosting } from "./life";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let admin: Admin;
let companyId: string;
let id: string;
let slug: string;
beforeAll(async () => {
  [owner, reviewer] = [await createUser(), await createUser()];
  admin = await createAdmin();
});
beforeEach(async () => {
  await sql`truncate companies cascade`;
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
  ({ id, slug } = await createPosting({
    companyId,
    skills: [
      { slug: "go", minYears: 3 },
      { slug: "kafka", must: false },
    ],
    responsibilities: [{ slug: "api-management" }],
    reality: { teamSize: 5 },
  }));
});

/** The form as the company sees it now, changed. */
const form = (over: object = {}) => ({
  ...PostingForm.parse({
    title: "Backend Developer",
    description: someDescription,
    salaryMin: 60_000,
    salaryMax: 80_000,
    salaryCurrency: "EUR",
    workplace: "hybrid",
    employment: "full-time",
    equalExperience: true,
    places: [{ city: "Berlin", country: "Germany" }],
    skills: [
      { name: "Go", minYears: 3 },
      { name: "Kafka", must: "nice" },
    ],
    responsibilities: { "api-management": "must" },
    reality: { teamSize: 5 },
    ...over,
  }),
  id,
});
const typesOf = async () =>
  (
    await sql`select type from events where posting_id = ${id} and type <> 'posting.published' order by id`
  ).map(({ type }) => type);
const seen = async () => (await findPostingForReview(admin, id))?.waitsSince?.toISOString();
const publicPay = async () => (await findPostingBySlug(slug))?.salary.max;

describe("what needs no review", () => {
  it("is public at once, found by its words, and on the ledger", async () => {
    const changed = { title: "Ledger Developer", replyDays: 7, reality: { teamSize: 6 }, blindReview: true };
    expect(await editPosting(owner, form(changed))).toEqual({ isInReview: false });
    expect(await findPostingBySlug(slug)).toMatchObject({
      title: "Ledger Developer",
      replyDays: 7,
      reality: { teamSize: 6 },
      salary: { max: 80_000 },
    });
    expect(await sql`select 1 from postings where document @@ to_tsquery('english', 'ledger')`).toHaveLength(
      1,
    );
    expect((await listLedger(id)).at(-1)).toMatchObject({
      type: "posting.changed",
      data: { parts: ["text", "reality", "promise"] },
    });
  });

  it("is recorded once, and nothing where nothing changed", async () => {
    await editPosting(owner, form());
    await editPosting(owner, form({ blindReview: true }));
    expect(await typesOf()).toEqual(["posting.edited"]);
  });
});

describe("pay, requirements and place", () => {
  const more = { salaryMax: 90_000, skills: [{ name: "Go", minYears: 5 }, { name: "Rust" }] };

  it("wait for an admin beside what is public, which they see line by line", async () => {
    expect(await editPosting(owner, form({ ...more, title: "Ledger Developer" }))).toEqual({
      isInReview: true,
    });
    expect(await findPostingBySlug(slug)).toMatchObject({
      title: "Ledger Developer",
      salary: { max: 80_000 },
      skills: [{ slug: "go", minYears: 3 }, { slug: "kafka" }],
    });
    const own = await findOwnPosting(owner, id);
    expect(own && postingForm(withRevision(own))).toMatchObject({
      salaryMax: "90000",
      "skills[1].name": "Rust",
    });
    expect((await listReviewQueue(admin)).rows).toMatchObject([{ id, revision: { pay: { max: 90_000 } } }]);
    expect((await countNews(admin)).inReview).toBe(1);
    expect((await findPostingForReview(admin, id))?.changes).toEqual([
      { what: "Pay", from: "€60,000–80,000 a year", to: "€60,000–90,000 a year" },
      { what: "Go", from: "Must have, 3+ years", to: "Must have, 5+ years" },
      { what: "Kafka", from: "Nice to have", to: null },
      { what: "Rust", from: null, to: "Must have" },
    ]);
    expect(await typesOf()).toEqual(["posting.changed", "posting.revision_submitted"]);
  });

  it("are public once approved, on the ledger, and told to those who wait for an answer", async () => {
    const [waiting, rejected] = [await createUser(), await createUser()];
    const application = await createApplication({ postingId: id, companyId, candidate: waiting });
    const over = await createApplication({ postingId: id, companyId, candidate: rejected });
    await moveApplication(owner, {
      id: over.id,
      from: "submitted",
      to: "rejected",
      reasons: [{ kind: "plain", slug: "another_applicant" }],
      message: "Not enough Go.",
    });
    await editPosting(owner, form(more));
    await approvePosting(admin, { id, seen: await seen() });
    expect(await findPostingBySlug(slug)).toMatchObject({
      salary: { max: 90_000, yearlyUsd: { max: expect.any(Number) } },
      skills: [
        { slug: "go", must: true, minYears: 5 },
        { slug: "rust", must: true, minYears: null },
      ],
      responsibilities: [{ slug: "api-management" }],
      reality: { teamSize: 5 },
      places: [{ city: "Berlin", country: "DE" }],
    });
    expect((await findOwnPosting(owner, id))?.revision).toBeNull();
    expect((await listLedger(id)).at(-1)).toMatchObject({
      type: "posting.revised",
      data: {
        pay: { from: { max: 80_000 }, to: { max: 90_000 } },
        added: ["rust"],
        removed: ["kafka"],
        changed: ["go"],
      },
    });
    const told = await sql<{ id: number; application: string }[]>`
      select id::int, application_id as application from events where type = 'application.posting_revised'`;
    expect(told).toMatchObject([{ application: application.id }]);
    await deliverEvent({ eventId: told[0]?.id as number });
    const [mail] = await sql<{ to: string; text: string }[]>`
      select payload ->> 'to' as to, payload ->> 'paragraphs' as text from graphile_worker._private_jobs
      where payload ->> 'key' = ${`event-${told[0]?.id}-${waiting.userId}`}`;
    expect(mail?.to).toBe(waiting.email);
    expect(mail?.text).toContain("Pay changed from €60,000–80,000 a year to €60,000–90,000 a year.");
    expect(mail?.text).toContain("Requirement added: Rust.");
    await expect(approvePosting(admin, { id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("are sent back with reasons, corrected, and withdrawn", async () => {
    await editPosting(owner, form(more));
    await sendPostingBack(admin, {
      id,
      seen: await seen(),
      reasons: [{ field: "salary", message: "Too wide." }],
    });
    expect(await findOwnPosting(owner, id)).toMatchObject({
      state: "published",
      sentBack: [{ field: "salary", message: "Too wide." }],
      revision: { sentBackAt: expect.any(Date) },
    });
    expect((await listReviewQueue(admin)).rows).toEqual([]);
    await expect(approvePosting(admin, { id })).rejects.toMatchObject({ code: "conflict" });
    await editPosting(owner, form({ salaryMax: 85_000 }));
    expect((await listReviewQueue(admin)).rows).toHaveLength(1);
    await expect(withdrawRevision(reviewer, { id })).rejects.toMatchObject({ code: "not_found" });
    await withdrawRevision(owner, { id });
    await expect(withdrawRevision(owner, { id })).rejects.toMatchObject({ code: "conflict" });
    expect((await listReviewQueue(admin)).rows).toEqual([]);
    expect(await publicPay()).toBe(80_000);
    expect(await typesOf()).toEqual([
      "posting.revision_submitted",
      "posting.revision_sent_back",
      "posting.revision_submitted",
      "posting.revision_withdrawn",
    ]);
  });

  it("stop waiting when the company sets back what is public", async () => {
    await editPosting(owner, form(more));
    expect(await editPosting(owner, form())).toEqual({ isInReview: false });
    expect((await findOwnPosting(owner, id))?.revision).toBeNull();
  });

  it("are not approved as another version than the admin saw, nor once the posting is over", async () => {
    await editPosting(owner, form(more));
    const first = await seen();
    await editPosting(owner, form({ salaryMax: 150_000 }));
    await expect(approvePosting(admin, { id, seen: first })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("another version"),
    });
    await pausePosting(owner, { id });
    await closePosting(owner, { id, reason: "filled" });
    await expect(approvePosting(admin, { id, seen: await seen() })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listReviewQueue(admin)).rows).toEqual([]);
  });
});

describe("an edit is refused", () => {
  it("to those who may not write, and of a posting that is frozen or not published", async () => {
    await expect(editPosting(reviewer, form({ title: "Mine" }))).rejects.toMatchObject({ code: "not_found" });
    await sql`update postings set frozen_at = now() where id = ${id}`;
    await expect(editPosting(owner, form({ title: "New" }))).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("frozen"),
    });
    await closePosting(owner, { id, reason: "filled" });
    await expect(editPosting(owner, form({ title: "New" }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("at each field that a public posting must have, and at odd pay that is new", async () => {
    await expect(
      editPosting(owner, form({ title: "", salaryMin: undefined, salaryMax: undefined, places: [] })),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "title" }, { path: "salaryMin" }, { path: "places[0].country" }],
    });
    await expect(editPosting(owner, form({ salaryMin: 80, salaryMax: 90 }))).rejects.toMatchObject({
      fields: [{ path: "salaryMin" }, { path: "payConfirmed" }],
    });
  });

  it("where somebody else saved another version meanwhile, also of what waits", async () => {
    const own = await findOwnPosting(owner, id);
    const { version } = formRecord(postingForm(own && withRevision(own)));
    const edits = [form({ salaryMax: 85_000 }), form({ salaryMax: 95_000 })];
    const done = await Promise.allSettled(edits.map((edit) => editPosting(owner, edit, version)));
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await sql`select count(*)::int as n from pending_versions`).toEqual([{ n: 1 }]);
  });
});
