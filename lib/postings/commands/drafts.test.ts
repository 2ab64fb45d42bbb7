import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { testDatabase } from "@/db/testing";
import type { Actor } from "@/lib/auth/input";
import { approvePosting, sendPostingBack } from "@/lib/moderation/commands/decide";
import { postingForm } from "../form";
import { findOwnPosting } from "../queries/own";
import { findPreview } from "../queries/public";
import { copyPosting } from "./copy";
import { deletePosting, takePostingBack } from "./drafts";

const { sql } = await testDatabase();

let owner: Actor;
let reviewer: Actor;
let stranger: Actor;
let companyId: string;
beforeAll(async () => {
  [owner, reviewer, stranger] = [await createUser(), await createUser(), await createUser()];
  companyId = (await createCompany({ owner })).id;
  await addMember(companyId, reviewer, "reviewer");
});

const typesOf = async (id: string) =>
  (await sql`select type from events where posting_id = ${id} order by id`).map(({ type }) => type);
const notFound = expect.objectContaining({ code: "not_found" });
const conflict = expect.objectContaining({ code: "conflict" });

describe("a copy", () => {
  it.each(["draft", "in_review", "published", "closed", "expired", "removed"] as const)(
    "of one that is %s says all that it says, and is a draft without its life",
    async (state) => {
      const { id, slug } = await createPosting({
        companyId,
        title: "Ledger Developer",
        state,
        ...(state === "closed" && { closeReason: "filled" }),
        ...(state === "removed" && { removeReason: "It asked for money." }),
        origin: { source: "file.example", externalId: `7-${state}`, externalUrl: "https://jobs.example/7" },
        workplace: "remote",
        hiringCountries: ["DE", "FR"],
        places: [{ city: "Berlin", country: "DE", latitude: 52.5, longitude: 13.4 }],
        window: { start: 540, end: 1020, zone: "Europe/Berlin" },
        degree: { level: "bachelor", field: "Physics", equalExperience: false },
        experienceMin: 3,
        skills: [
          { slug: "go", minYears: 3 },
          { slug: "kafka", must: false },
        ],
        responsibilities: [{ slug: "api-management" }],
        reality: { onCallWeeks: 4, onCallPaid: true, datastores: ["PostgreSQL"], teamSize: 5 },
        replyDays: 7,
        blindReview: true,
      });
      const copy = await copyPosting(owner, { id });
      const [original, copied] = [await findOwnPosting(owner, id), await findOwnPosting(owner, copy.id)];
      expect(postingForm(copied)).toEqual(postingForm(original));
      expect(copied).toMatchObject({ state: "draft", publishedAt: null, live: false, sentBack: null });
      expect(copied?.slug).not.toBe(slug);
      expect(await sql`select source, external_url, window_zone from postings where id = ${copy.id}`).toEqual(
        [{ source: null, external_url: null, window_zone: "Europe/Berlin" }],
      );
      expect((await findOwnPosting(owner, id))?.state).toBe(state);
      expect(await typesOf(copy.id)).toEqual(["posting.drafted"]);
    },
  );

  it("is for those who may write postings of the company", async () => {
    const { id } = await createPosting({ companyId });
    for (const actor of [reviewer, stranger])
      await expect(copyPosting(actor, { id })).rejects.toEqual(notFound);
  });
});

describe("deleting", () => {
  it("takes a draft away for good, also one that was sent back, and leaves what was decided", async () => {
    const { id } = await createPosting({ companyId, state: "in_review", skills: [{ slug: "go" }] });
    await sendPostingBack(await createAdmin(), { id, reasons: [{ field: "title", message: "Say which." }] });
    for (const actor of [reviewer, stranger])
      await expect(deletePosting(actor, { id })).rejects.toEqual(notFound);
    await deletePosting(owner, { id });
    expect(await findOwnPosting(owner, id)).toBeNull();
    expect(await sql`select kind from decisions where posting_id = ${id}`).toEqual([{ kind: "send_back" }]);
    expect(await typesOf(id)).toEqual(["posting.sent_back", "posting.deleted"]);
    await expect(deletePosting(owner, { id })).rejects.toEqual(notFound);
  });

  it("is refused for anything else", async () => {
    const { id } = await createPosting({ companyId, state: "in_review" });
    await expect(deletePosting(owner, { id })).rejects.toEqual(conflict);
  });
});

describe("taking back", () => {
  it("makes a draft of a posting in review, which can then not be approved", async () => {
    const { id } = await createPosting({ companyId, state: "in_review" });
    for (const actor of [reviewer, stranger])
      await expect(takePostingBack(actor, { id })).rejects.toEqual(notFound);
    await takePostingBack(owner, { id });
    expect(await findOwnPosting(owner, id)).toMatchObject({ state: "draft", submittedAt: null });
    expect(await typesOf(id)).toEqual(["posting.taken_back"]);
    await expect(approvePosting(await createAdmin(), { id })).rejects.toEqual(conflict);
    await expect(takePostingBack(owner, { id })).rejects.toEqual(conflict);
  });

  it("has one winner when an admin approves at the same moment", async () => {
    const admin = await createAdmin();
    const { id } = await createPosting({ companyId, state: "in_review" });
    const done = await Promise.allSettled([takePostingBack(owner, { id }), approvePosting(admin, { id })]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

it("a preview shows what there is, whatever is missing", async () => {
  const { id } = await createPosting({ companyId, state: "draft", salary: null, title: "" });
  expect(await findPreview(id)).toMatchObject({
    title: "",
    salary: null,
    publishedAt: null,
    workplace: "hybrid",
  });
});
