import { beforeEach, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Admin } from "@/lib/auth/input";
import { listReviewQueue } from "@/lib/moderation/queries/desk";
import { findPostingForReview, listRisks } from "@/lib/moderation/queries/postings";
import type { ImportedPosting } from "../import/input";
import { PostingForm } from "../input";
import { closePosting } from "./close";
import { importPostings } from "./import";
import { saveMissingBands } from "./near-duplicates";
import { savePosting } from "./save-draft";

const { sql } = await testDatabase();
beforeEach(() => sql`truncate companies cascade`);

const text =
  "You would run the ledger: Go services on PostgreSQL and Kafka, a few thousand writes each second, on call one week in six. The team of five owns what it builds, from the first sketch to the pager.";
const changed = text.replace("one week in six", "one week in seven").replace("team of five", "team of six");
const unlike =
  "Our hospital keeps its records in Java. Together with nurses you would find out what they need at the bedside, and make the old system answer faster while a new one grows beside it.";

let count = 0;
const posting = (description: string, over: Partial<ImportedPosting> = {}): ImportedPosting => ({
  externalId: `job-${++count}`,
  title: "Backend Engineer",
  companyName: "Quillmark",
  companyUrl: null,
  url: null,
  description,
  locationText: null,
  places: [{ city: "Berlin", country: "DE" }],
  workplace: "hybrid",
  employment: ["full-time"],
  salary: { minMinor: 7_000_000, maxMinor: 8_000_000, currency: "EUR", period: "year" },
  postedAt: null,
  tags: [],
  hiringCountries: [],
  ...over,
});

/** Imports these in one run; what each is a near-duplicate of. */
async function run(postings: ImportedPosting[], format: "json" | "hn" = "json") {
  const batch = postings.map((one, at) => ({ at: String(at), format, posting: one }));
  const outcomes = await importPostings(batch, { publish: false, seen: new Set() });
  return outcomes.map((one) => ("nearDuplicates" in one ? one.nearDuplicates : one.outcome));
}

const form = (over: object = {}) =>
  PostingForm.parse({
    title: "Backend Engineer",
    description: changed,
    salaryMin: 60_000,
    salaryMax: 80_000,
    salaryCurrency: "EUR",
    workplace: "hybrid",
    employment: "full-time",
    places: [{ city: "Berlin", country: "Germany" }],
    intent: "submit",
    ...over,
  });

/** The postings that wait for the admins. */
const waiting = async (admin: Admin) =>
  (await listReviewQueue(admin)).rows.flatMap((row) => (row.kind === "posting" ? [row] : []));

describe("a posting that was there before, slightly changed", () => {
  it("is new, and told to be a near-duplicate, in the same run and in a later one", async () => {
    const other = posting(changed, { companyName: "Fernbank", title: "Backend Engineer (Go)" });
    const [first, second, third] = await run([posting(text), other, posting(unlike)]);
    expect([first, third]).toEqual([[], []]);
    expect(second).toEqual([
      { title: "Backend Engineer", companyName: "Quillmark", likeness: expect.any(Number) },
    ]);
    const [again] = await run([posting(text)]);
    expect(again).toEqual([
      { title: "Backend Engineer", companyName: "Quillmark", likeness: 100 },
      { title: "Backend Engineer (Go)", companyName: "Fernbank", likeness: expect.any(Number) },
    ]);
  });

  it("is told so at the desk, among the reasons for a second look", async () => {
    await run([posting(text), posting(text, { companyName: "Fernbank" })]);
    const admin = await createAdmin();
    const postings = await waiting(admin);
    const [original, copy] = ["Quillmark", "Fernbank"].map((name) =>
      postings.find((one) => one.companyName === name),
    );
    const reason = "The posting is a near-duplicate of “Backend Engineer” at Quillmark, 100 % alike.";
    expect(copy?.risks).toContain(reason);
    expect(original?.risks.join()).not.toContain("near-duplicate");
    expect((await findPostingForReview(admin, copy?.id as string))?.risks).toContain(reason);
  });

  it("is compared with what is not over alone, when it comes and when it is read", async () => {
    const owner = await createUser();
    const { id: companyId } = await createCompany({ owner });
    const live = await createPosting({ companyId, description: text });
    await createPosting({ companyId, description: text, state: "closed", closeReason: "filled" });
    await createPosting({
      companyId,
      description: text,
      expiresAt: new Date(Date.now() - 1_000),
      publishedAt: new Date(Date.now() - 9_000),
    });
    await createPosting({ companyId, description: text, state: "draft" });
    const [found] = await run([posting(changed)]);
    expect(found).toHaveLength(1);
    await closePosting(owner, { id: live.id, reason: "filled" });
    const postings = await waiting(await createAdmin());
    expect(postings.map(({ nearDuplicates }) => nearDuplicates)).toEqual([[]]);
  });

  it("once updated to be another, is none any more", async () => {
    const copy = posting(changed);
    await run([posting(text), copy]);
    expect(await run([{ ...copy, description: unlike }])).toEqual([[]]);
    expect(await sql`select * from near_duplicates`).toEqual([]);
  });

  it("is none where it was cut from the same post", async () => {
    const [first, second] = [
      posting(text, { externalId: "9#1" }),
      posting(text, { externalId: "9#2", title: "Data Engineer" }),
    ];
    expect(await run([first, second, posting(text, { externalId: "8" })], "hn")).toEqual([
      [],
      [],
      [expect.anything(), expect.anything()],
    ]);
  });

  it("does not lose its way among hundreds of copies", async () => {
    const outcomes = await run(Array.from({ length: 150 }, () => posting(text)));
    expect(outcomes.slice(1).every((found) => Array.isArray(found) && found[0]?.likeness === 100)).toBe(true);
  });
});

describe("a posting that a member hands in", () => {
  it("is compared too, and its writer reads the reason", async () => {
    await run([posting(text)]);
    await sql`update postings set state = 'published', published_at = now(), confirmed_at = now(), expires_at = now() + interval '9 days'`;
    const owner = await createUser();
    const company = await createCompany({ owner });
    const { id } = await savePosting(owner, company.id, form());
    expect((await listRisks(owner, id)).map(({ message }) => message)).toContainEqual(
      expect.stringMatching(
        /^The posting is a near-duplicate of “Backend Engineer” at Quillmark, 9\d % alike\.$/,
      ),
    );
    expect((await listRisks(await createUser(), id)).map(({ message }) => message)).toEqual([]);
  });

  it("is not compared while it is a draft, and tells nobody of drafts of others", async () => {
    const [first, second] = [await createUser(), await createUser()];
    await savePosting(first, (await createCompany({ owner: first })).id, form({ intent: "save" }));
    const { id } = await savePosting(second, (await createCompany({ owner: second })).id, form());
    expect(await sql`select * from near_duplicates`).toEqual([]);
    expect((await listRisks(second, id)).join()).not.toContain("near-duplicate");
  });

  it("does not tell its writer what another company has in review, and tells the admin", async () => {
    const [first, second] = [await createUser(), await createUser()];
    const secret = await createCompany({ owner: first, name: "Hush & Co" });
    await savePosting(first, secret.id, form());
    const { id } = await savePosting(second, (await createCompany({ owner: second })).id, form());
    expect((await listRisks(second, id)).map(({ message }) => message)).toContain(
      "The posting is a near-duplicate of another company’s posting in review, 100 % alike.",
    );
    expect((await findPostingForReview(await createAdmin(), id))?.risks).toContain(
      "The posting is a near-duplicate of “Backend Engineer” at Hush & Co, 100 % alike.",
    );
  });
});

it("postings that were kept without numbers get them, once", async () => {
  const { id: companyId } = await createCompany();
  await createPosting({ companyId, description: text });
  await createPosting({ companyId, description: "Too short." });
  await sql`truncate posting_bands`;
  await saveMissingBands();
  expect(await sql`select count(*)::int as bands from posting_bands`).toEqual([{ bands: 12 }]);
  expect(await run([posting(text)])).toEqual([[expect.objectContaining({ likeness: 90 })]]);
});
