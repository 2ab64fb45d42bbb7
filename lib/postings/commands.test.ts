import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { createAdmin, createCompany, createUser, someDescription } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import type { Actor, Admin } from "@/lib/auth/input";
import { formRecord } from "@/lib/forms/changes";
import { approvePosting, removePosting, sendPostingBack } from "@/lib/moderation/commands/decide";
import { closePosting } from "./commands/close";
import { savePosting } from "./commands/save-draft";
import { postingForm } from "./form";
import { PostingForm } from "./input";
import { findOwnPosting } from "./queries/own";
import { findPostingBySlug } from "./queries/public";
import { findPostingStatus } from "./queries/status";

const { db, sql } = await testDatabase();

const whole = {
  title: "Backend Developer, Payments",
  description: someDescription,
  salaryMin: 60_000,
  salaryMax: 80_000,
  salaryCurrency: "EUR",
  workplace: "hybrid",
  employment: "full-time",
  places: [{ city: "Berlin", country: "Germany" }],
  skills: [
    { name: "golang", must: "must", minYears: 3 },
    { name: "PostgreSQL" },
    { name: "kafka", must: "nice" },
  ],
  responsibilities: { "api-management": "must" },
};
const form = (over: object = {}) => PostingForm.parse({ ...whole, ...over });

describe("a posting's way", () => {
  let owner: Actor;
  let stranger: Actor;
  let admin: Admin;
  let companyId: string;

  beforeAll(async () => {
    [owner, stranger, admin] = [await createUser(), await createUser(), await createAdmin()];
    companyId = (await createCompany({ owner })).id;
    await createCompany({ owner: stranger });
  });

  const typesOf = async (postingId: string) =>
    (
      await db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.postingId, postingId))
        .orderBy(events.id)
    ).map(({ type }) => type);

  it("goes from draft to review to live, and is told in events", async () => {
    const { id } = await savePosting(owner, companyId, form());
    const draft = await findOwnPosting(owner, id);
    expect(draft).toMatchObject({
      state: "draft",
      salaryMin: 60_000,
      places: [{ city: "Berlin", country: "DE" }],
    });
    expect(draft?.skills).toEqual([
      { slug: "go", name: "Go", must: true, minYears: 3 },
      { slug: "postgresql", name: "PostgreSQL", must: true, minYears: null },
      { slug: "kafka", name: "Kafka", must: false, minYears: null },
    ]);
    const slug = draft?.slug as string;
    expect(await findPostingStatus(slug)).toBe(404);

    await savePosting(owner, companyId, form({ id, intent: "submit" }));
    expect(await findPostingStatus(slug)).toBe(404);
    await approvePosting(admin, { id });
    expect(await findPostingStatus(slug)).toBe(200);
    expect(await findPostingBySlug(slug)).toMatchObject({
      title: whole.title,
      salary: { min: 60_000, max: 80_000, currency: "EUR", period: "year" },
      claimed: true,
    });
    await closePosting(owner, { id, reason: "filled" });
    expect(await findPostingStatus(slug)).toBe(410);
    expect(await typesOf(id)).toEqual([
      "posting.edited",
      "posting.submitted",
      "posting.published",
      "posting.closed",
    ]);
  });

  it("without pay is kept as a draft, but not handed in", async () => {
    const noPay = { salaryMin: undefined, salaryMax: undefined };
    const { id } = await savePosting(owner, companyId, form(noPay));
    await expect(
      savePosting(owner, companyId, form({ ...noPay, id, intent: "submit" })),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: [
        { path: "salaryMin", message: expect.stringContaining("without a pay range cannot be published") },
      ],
    });
    expect((await findOwnPosting(owner, id))?.state).toBe("draft");
  });

  it("handed in empty, is told everything that is missing at once", async () => {
    const { id } = await savePosting(owner, companyId, PostingForm.parse({}));
    const refusal = savePosting(owner, companyId, PostingForm.parse({ id, intent: "submit" }));
    await expect(refusal).rejects.toMatchObject({
      code: "invalid",
      fields: ["title", "description", "salaryMin", "employment", "workplace"].map((path) => ({ path })),
    });
  });

  it("handed in with pay that nobody earns, is asked about it beside what is missing, until that is confirmed", async () => {
    const odd = { salaryMin: 85, salaryMax: 105, description: "Too short." };
    await expect(savePosting(owner, companyId, form({ ...odd, intent: "submit" }))).rejects.toMatchObject({
      fields: ["description", "salaryMin", "payConfirmed"].map((path) => ({ path })),
    });
    const { id } = await savePosting(owner, companyId, form({ ...odd, description: someDescription }));
    await savePosting(
      owner,
      companyId,
      form({ ...odd, description: someDescription, id, intent: "submit", payConfirmed: true }),
    );
    expect((await findOwnPosting(owner, id))?.state).toBe("in_review");
  });

  it("handed in with a town that is not known there, is asked about it until that is confirmed", async () => {
    const places = [{ city: "Londn", country: "United Kingdom" }];
    const asked = savePosting(owner, companyId, form({ places, intent: "submit" }));
    await expect(asked).rejects.toMatchObject({
      fields: [
        { path: "places[0].city", message: "We do not know Londn in United Kingdom. Did you mean London?" },
        { path: "placesConfirmed" },
      ],
    });
    const { id } = await savePosting(owner, companyId, form({ places }));
    await savePosting(owner, companyId, form({ places, id, intent: "submit", placesConfirmed: true }));
    expect((await findOwnPosting(owner, id))?.state).toBe("in_review");
  });

  it("R38 saved or submitted again because the answer was lost, gives the first answer", async () => {
    const { version } = formRecord(postingForm(null));
    const newId = randomUUID();
    for (const intent of ["save", "submit"] as const) {
      const sent = () => savePosting(owner, companyId, form({ newId, intent }), version);
      const first =
        intent === "save" ? await sent() : await savePosting(owner, companyId, form({ newId, intent }));
      expect(await sent()).toEqual(first);
    }
    const types = await sql`select type from events where posting_id = ${newId} order by id`;
    expect(types.map(({ type }) => type)).toEqual(["posting.edited", "posting.submitted"]);
    const other = form({ newId, title: "Another title", intent: "submit" });
    await expect(savePosting(owner, companyId, other)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is not saved over a version that the form did not begin from, and nothing of it is", async () => {
    const { id } = await savePosting(owner, companyId, form());
    const opened = formRecord(postingForm(await findOwnPosting(owner, id)));
    await savePosting(owner, companyId, form({ id, title: "Backend Developer, Ledger" }), opened.version);
    await expect(
      savePosting(owner, companyId, form({ id, description: "", intent: "submit" }), opened.version),
    ).rejects.toMatchObject({ code: "conflict", saved: { title: "Backend Developer, Ledger" } });
    const now = await findOwnPosting(owner, id);
    expect(now).toMatchObject({
      state: "draft",
      title: "Backend Developer, Ledger",
      description: someDescription,
    });
    const { version } = formRecord(postingForm(now));
    await savePosting(owner, companyId, form({ id, title: "Backend Developer, Books" }), version);
    expect((await findOwnPosting(owner, id))?.title).toBe("Backend Developer, Books");
  });

  it("saved by two at once from the same version is kept once", async () => {
    const { id } = await savePosting(owner, companyId, form());
    const { version } = formRecord(postingForm(await findOwnPosting(owner, id)));
    const outcomes = await Promise.allSettled(
      ["A", "B", "C"].map((letter) =>
        savePosting(owner, companyId, form({ id, title: `Backend Developer ${letter}` }), version),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const { id } = await savePosting(owner, companyId, form());
    const notFound = { code: "not_found" };
    expect(await findOwnPosting(stranger, id)).toBeNull();
    await expect(savePosting(stranger, companyId, form())).rejects.toMatchObject(notFound);
    await expect(savePosting(stranger, companyId, form({ id }))).rejects.toMatchObject(notFound);
    await expect(closePosting(stranger, { id, reason: "filled" })).rejects.toMatchObject(notFound);
  });

  it("comes back from review with reasons, and can be handed in again", async () => {
    const { id } = await savePosting(owner, companyId, form({ intent: "submit" }));
    await sendPostingBack(admin, {
      id,
      reasons: [{ field: "salary", message: "Is this a year or a month?" }],
    });
    expect(await findOwnPosting(owner, id)).toMatchObject({
      state: "draft",
      sentBack: [{ field: "salary", message: "Is this a year or a month?" }],
    });
    await savePosting(owner, companyId, form({ id, intent: "submit" }));
    await approvePosting(admin, { id });
    await removePosting(admin, { id, reason: "The company does not exist." });
    expect(await findPostingStatus((await findOwnPosting(owner, id))?.slug as string)).toBe(410);
  });

  it("is decided once, even by two admins at once", async () => {
    const { id } = await savePosting(owner, companyId, form({ intent: "submit" }));
    const other = await createAdmin();
    const outcomes = await Promise.allSettled([approvePosting(admin, { id }), approvePosting(other, { id })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await typesOf(id)).toEqual(["posting.submitted", "posting.published"]);
  });

  it("names a skill that nobody knows at its line", async () => {
    await expect(
      savePosting(owner, companyId, form({ skills: [{ name: "Go" }, { name: "Blub" }, { name: "Blab" }] })),
    ).rejects.toMatchObject({ fields: [{ path: "skills[1].name" }, { path: "skills[2].name" }] });
    await expect(
      savePosting(owner, companyId, form({ skills: [{ name: "postgres" }, { name: "PostgreSQL" }] })),
    ).rejects.toMatchObject({
      fields: [{ path: "skills[1].name", message: expect.stringContaining("twice") }],
    });
  });
});
