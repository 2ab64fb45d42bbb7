import { beforeEach, describe, expect, it } from "vitest";
import {
  createAdmin,
  createApplication,
  createCompany,
  createUser,
  daysAgo,
  someDescription,
} from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { approvePosting, sendPostingBack } from "@/lib/moderation/commands/decide";
import { findPostingForReview, listIncompleteImports } from "@/lib/moderation/queries/postings";
import { PostingForm } from "../input";
import { findOwnPosting } from "../queries/own";
import { listSentPostings } from "../queries/sent";
import { putPosting, withdrawPosting } from "./put";

const { sql } = await testDatabase();
const admin = await createAdmin();
let owner: Actor;
let companyId: string;
beforeEach(async () => {
  owner = await createUser();
  companyId = (await createCompany({ owner })).id;
});

const stated = {
  intent: "submit",
  title: "Ledger Developer",
  description: someDescription,
  salaryMin: 60_000,
  salaryMax: 80_000,
  salaryCurrency: "EUR",
  workplace: "hybrid",
  employment: "full-time",
  equalExperience: true,
  places: [{ city: "Berlin", country: "Germany" }],
  skills: [
    { name: "go", minYears: 3 },
    { name: "kafka", must: "nice" },
  ],
  responsibilities: { "api-management": "must", "api-integration": "nice" },
  reality: { onCallWeeks: 6, onCallPaid: "yes", datastores: "PostgreSQL" },
  questions: [{ text: "Which store do you know best?" }],
};
const put = (changes: object = {}, externalId = "REQ-1") =>
  putPosting(owner, { companyId, externalId }, PostingForm.parse({ ...stated, ...changes }));
const withdraw = (externalId = "REQ-1") => withdrawPosting(owner, { companyId, externalId });
const typesOf = async (id: string) =>
  (await sql`select type from events where posting_id = ${id} order by id`).map(({ type }) => type);

describe("a posting that a program sends", () => {
  it("is submitted, and the same again changes nothing", async () => {
    const { posting, isNew, isChanged } = await put();
    expect([isNew, isChanged]).toEqual([true, true]);
    expect(posting).toMatchObject({
      externalId: "REQ-1",
      state: "in_review",
      waits: true,
      missing: [],
      reasons: [],
    });
    expect(posting.url).toMatch(`/employer/postings/${posting.id}`);
    expect(await put()).toMatchObject({ isNew: false, isChanged: false, posting: { id: posting.id } });
    expect(await typesOf(posting.id)).toEqual(["posting.submitted"]);
    expect(await findOwnPosting(owner, posting.id)).toMatchObject({
      title: "Ledger Developer",
      skills: [
        { slug: "go", must: true, minYears: 3 },
        { slug: "kafka", must: false },
      ],
      reality: { onCallWeeks: 6, onCallPaid: true, datastores: ["PostgreSQL"] },
    });
  });

  it("is a draft with what is missing until it is to be submitted", async () => {
    const { posting } = await put({ intent: "save", salaryMin: undefined, salaryMax: undefined });
    expect(posting).toMatchObject({ state: "draft", waits: false, missing: [{ path: "salaryMin" }] });
    await expect(put({ salaryMin: undefined, salaryMax: undefined })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "salaryMin" }],
    });
    expect((await put({ intent: "save" })).isChanged).toBe(true);
    expect((await put({ intent: "save" })).isChanged).toBe(false);
    expect(await put()).toMatchObject({ isChanged: true, posting: { state: "in_review" } });
  });

  it("leaves nothing behind where it is refused", async () => {
    await expect(put({ title: undefined })).rejects.toMatchObject({ code: "invalid" });
    expect(await sql`select from postings where company_id = ${companyId}`).toHaveLength(0);
  });

  it("is replaced while it is in review", async () => {
    const { posting } = await put();
    expect(await put({ title: "Payments Developer" })).toMatchObject({
      isNew: false,
      isChanged: true,
      posting: { id: posting.id, state: "in_review" },
    });
    expect(await typesOf(posting.id)).toEqual([
      "posting.submitted",
      "posting.taken_back",
      "posting.submitted",
    ]);
    expect(await put({ title: "Payments Developer", intent: "save" })).toMatchObject({
      isChanged: true,
      posting: { state: "draft" },
    });
  });

  it("is not submitted again as it was sent back, and says why", async () => {
    const { posting } = await put();
    await sendPostingBack(admin, {
      id: posting.id,
      reasons: [{ field: "title", message: "Name the level." }],
    });
    expect(await put()).toMatchObject({
      isChanged: false,
      posting: { state: "draft", reasons: [{ path: "title", message: "Name the level." }] },
    });
    const title = "Senior Ledger Developer";
    expect(await put({ title })).toMatchObject({
      isChanged: true,
      posting: { state: "in_review", reasons: [] },
    });
  });

  it("is edited once it is published: its text at once, its terms after a review", async () => {
    const { posting } = await put();
    await approvePosting(admin, { id: posting.id });
    expect(await put()).toMatchObject({ isChanged: false, posting: { state: "published", waits: false } });
    const description = `${someDescription} Come and see.`;
    expect(await put({ description })).toMatchObject({ isChanged: true, posting: { waits: false } });
    const terms = { description, salaryMax: 90_000 };
    expect(await put(terms)).toMatchObject({ isChanged: true, posting: { waits: true } });
    expect(await put(terms)).toMatchObject({ isChanged: false, posting: { waits: true } });
    expect(await findOwnPosting(owner, posting.id)).toMatchObject({ description, pay: { max: 80_000 } });
    await sendPostingBack(admin, { id: posting.id, reasons: [{ field: "salary", message: "Too wide." }] });
    expect(await put(terms)).toMatchObject({
      isChanged: false,
      posting: { waits: false, reasons: [{ path: "salary", message: "Too wide." }] },
    });
    expect((await put(terms)).posting.url).toMatch(/\/jobs\/ledger-developer-/);
  });

  it.each(["closed", "expired", "removed"])("is over when it is %s", async (state) => {
    const { posting } = await put();
    await approvePosting(admin, { id: posting.id });
    await sql`update postings set state = ${state}, close_reason = ${state === "closed" ? "filled" : null},
      closed_at = ${state === "closed" ? daysAgo(1) : null}, remove_reason = ${state === "removed" ? "Spam" : null}
      where id = ${posting.id}`;
    await expect(put({ title: "Another" })).rejects.toMatchObject({ code: "conflict" });
    expect(await withdraw()).toMatchObject({ isChanged: false, posting: { state } });
  });

  it("belongs to its company: another company's same id is another posting", async () => {
    const stranger = await createUser();
    const theirs = await createCompany({ owner: stranger });
    const { posting } = await put();
    const other = await putPosting(
      stranger,
      { companyId: theirs.id, externalId: "REQ-1" },
      PostingForm.parse(stated),
    );
    expect(other).toMatchObject({ isNew: true });
    expect(other.posting.id).not.toBe(posting.id);
    for (const act of [
      () => putPosting(stranger, { companyId, externalId: "REQ-1" }, PostingForm.parse(stated)),
      () => putPosting(stranger, { companyId, externalId: "new" }, PostingForm.parse(stated)),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not_found" });
    expect(await withdrawPosting(stranger, { companyId, externalId: "REQ-1" })).toEqual({
      posting: null,
      isChanged: false,
    });
    expect(await listSentPostings(stranger, companyId, { limit: 10 })).toEqual({ postings: [], next: null });
  });

  it("is no import: nobody takes it for one", async () => {
    const { posting } = await put({ salaryMin: 90, salaryMax: 95, payConfirmed: true });
    expect((await findPostingForReview(admin, posting.id))?.missing).toEqual([]);
    await put({ intent: "save" }, "REQ-2");
    const { postings } = await listIncompleteImports(admin);
    expect(postings.map(({ id }) => id)).not.toContain(posting.id);
  });

  it("is refused for a closed company", async () => {
    await put();
    await sql`update companies set closed_at = now() where id = ${companyId}`;
    for (const id of ["REQ-1", "REQ-2"])
      await expect(put({}, id)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("withdrawing", () => {
  it("deletes what was never public, once", async () => {
    await put({ intent: "save" }, "draft");
    await put({}, "in review");
    for (const id of ["draft", "in review"]) {
      expect(await withdraw(id)).toEqual({ posting: null, isChanged: true });
      expect(await withdraw(id)).toEqual({ posting: null, isChanged: false });
    }
    expect(await sql`select from postings where company_id = ${companyId}`).toHaveLength(0);
  });

  it("closes what is public, also while somebody waits, once", async () => {
    const { posting } = await put();
    await approvePosting(admin, { id: posting.id });
    await createApplication({ postingId: posting.id, companyId, candidate: await createUser() });
    expect(await withdraw()).toMatchObject({ isChanged: true, posting: { state: "closed" } });
    expect(await withdraw()).toMatchObject({ isChanged: false, posting: { state: "closed" } });
    expect(await sql`select close_reason from postings where id = ${posting.id}`).toEqual([
      { close_reason: "withdrawn" },
    ]);
  });
});

it("lists what programs sent, page by page", async () => {
  for (const id of ["c", "a", "b"]) await put({}, id);
  const first = await listSentPostings(owner, companyId, { limit: 2 });
  expect(first).toMatchObject({ postings: [{ externalId: "a" }, { externalId: "b" }], next: "b" });
  expect(await listSentPostings(owner, companyId, { limit: 2, after: "b" })).toMatchObject({
    postings: [{ externalId: "c" }],
    next: null,
  });
});
