import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { addMember, createAdmin, createCompany, createPosting, createUser } from "@/db/factories";
import { events } from "@/db/schema/events";
import { testDatabase } from "@/db/testing";
import { PipelineQuery } from "@/lib/applications/input";
import { listPipeline } from "@/lib/applications/queries/pipeline";
import type { Actor } from "@/lib/auth/input";
import { findEvent } from "@/lib/events/queries";
import { removePosting } from "@/lib/moderation/commands/decide";
import { mailsOf } from "@/lib/notifications/mails";
import { present } from "@/lib/present";
import { findApplicant, findOwnApplication, listOwnApplications } from "../queries/applications";
import { submitApplication } from "./apply";
import { moveApplication } from "./move";
import { withdrawApplication } from "./withdraw";

const { db } = await testDatabase();

describe("an application's way", () => {
  let owner: Actor;
  let candidate: Actor;
  let posting: { id: string; slug: string };
  let companyId: string;
  const sent = { name: "Kim Candidate", coverNote: "I ran a ledger like yours." };

  beforeAll(async () => {
    [owner, candidate] = [await createUser(), await createUser()];
    companyId = (await createCompany({ owner })).id;
    posting = await createPosting({ companyId });
  });

  const mailsAbout = async (applicationId: string) => {
    const rows = await db
      .select({ id: events.id })
      .from(events)
      .where(eq(events.applicationId, applicationId))
      .orderBy(events.id);
    const written = await Promise.all(rows.map(async ({ id }) => mailsOf(present(await findEvent(id)))));
    return written.flat();
  };

  it("is sent, moved by the employer, and both sides are told", async () => {
    const { id } = await submitApplication(candidate, { postingId: posting.id, ...sent });
    expect((await listOwnApplications(candidate)).applications).toMatchObject([
      { id, state: "submitted", overdue: false },
    ]);
    expect((await listPipeline(owner, posting.id, PipelineQuery.parse({}))).applicants).toMatchObject([
      { id, name: sent.name },
    ]);
    expect(await findApplicant(owner, id)).toMatchObject({
      email: candidate.email,
      coverNote: sent.coverNote,
      mayMove: true,
    });

    await moveApplication(owner, {
      id,
      from: "submitted",
      to: "interview",
      message: "Let us talk on Tuesday.",
    });
    const own = await findOwnApplication(candidate, id);
    expect(own?.state).toBe("interview");
    expect(own?.history.map(({ to, message }) => [to, message])).toEqual([
      ["submitted", ""],
      ["interview", "Let us talk on Tuesday."],
    ]);
    const mails = await mailsAbout(id);
    expect(mails.map(({ to }) => to)).toEqual([candidate.email, owner.email, candidate.email]);
    expect(mails[2]?.paragraphs.join(" ")).toContain("Let us talk on Tuesday.");
  });

  it("is sent once, even when the button is pressed eight times at once, and each gets the same answer", async () => {
    const hasty = await createUser();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => submitApplication(hasty, { postingId: posting.id, ...sent })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await listOwnApplications(hasty)).applications).toHaveLength(1);
  });

  it("is nobody else's", async () => {
    const someone = await createUser();
    const { id } = await submitApplication(someone, { postingId: posting.id, ...sent });
    const stranger = await createUser();
    await createCompany({ owner: stranger });
    expect(await findOwnApplication(stranger, id)).toBeNull();
    expect(await findApplicant(stranger, id)).toBeNull();
    expect(await findApplicant(someone, id)).toBeNull();
    expect((await listPipeline(stranger, posting.id, PipelineQuery.parse({}))).applicants).toEqual([]);
    const move = { id, from: "submitted", to: "rejected", message: "No." } as const;
    await expect(moveApplication(stranger, move)).rejects.toMatchObject({ code: "not_found" });
    await expect(withdrawApplication(stranger, { id, reason: "" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("shows a reviewer no address, and takes no move from one", async () => {
    const reviewer = await createUser();
    await addMember(companyId, reviewer, "reviewer");
    const someone = await createUser();
    const { id } = await submitApplication(someone, { postingId: posting.id, ...sent });
    expect(await findApplicant(reviewer, id)).toMatchObject({ email: null, mayMove: false });
    await expect(
      moveApplication(reviewer, { id, from: "submitted", to: "screening", message: "" }),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps to the map of moves, and to the state that the mover saw", async () => {
    const someone = await createUser();
    const { id } = await submitApplication(someone, { postingId: posting.id, ...sent });
    const move = (from: "submitted" | "screening", to: "hired" | "rejected" | "screening", message = "") =>
      moveApplication(owner, { id, from, to, message });
    await expect(move("submitted", "hired")).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "to" }],
    });
    await expect(move("submitted", "rejected")).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "reasons" }],
    });
    await move("submitted", "screening");
    await expect(move("submitted", "rejected", "Too late.")).rejects.toMatchObject({ code: "conflict" });
    await withdrawApplication(someone, { id, reason: "" });
    await expect(withdrawApplication(someone, { id, reason: "" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is refused where nobody would answer, at one's own company, and when the posting is gone", async () => {
    const unclaimed = await createPosting({ companyId: (await createCompany()).id });
    await expect(submitApplication(candidate, { postingId: unclaimed.id, ...sent })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(submitApplication(owner, { postingId: posting.id, ...sent })).rejects.toMatchObject({
      code: "conflict",
    });
    const removed = await createPosting({ companyId });
    await removePosting(await createAdmin(), { id: removed.id, reason: "It was not what it said." });
    await expect(submitApplication(candidate, { postingId: removed.id, ...sent })).rejects.toMatchObject({
      code: "gone",
    });
  });
});
